import type { IntercomHttp } from "effect-intercom/IntercomHttp"
import * as IntercomWorkspace from "effect-intercom/testing/IntercomWorkspace"
import * as Effect from "effect/Effect"

/** What a fresh workspace tells by webhook while a program runs. */
export const notified = <A, E>(
  seed: IntercomWorkspace.Seed,
  program: Effect.Effect<A, E, IntercomHttp>
): Effect.Effect<ReadonlyArray<IntercomWorkspace.Notification>, E | IntercomWorkspace.InvalidSeed> =>
  Effect.gen(function*() {
    const workspace = yield* IntercomWorkspace.IntercomWorkspace
    yield* workspace.seed(seed)
    const told: Array<IntercomWorkspace.Notification> = []
    const deafen = workspace.listen((notification) => told.push(notification))
    yield* program
    deafen()
    return told
  }).pipe(Effect.provide(IntercomWorkspace.layer()))
