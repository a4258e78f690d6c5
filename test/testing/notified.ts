import type { IntercomHttp } from "effect-intercom/IntercomHttp"
import * as IntercomWorkspace from "effect-intercom/testing/IntercomWorkspace"
import * as Effect from "effect/Effect"

/** Fills the workspace, and gives a list that grows by each notification from then on. */
export const heard = (
  seed: IntercomWorkspace.Seed
): Effect.Effect<
  ReadonlyArray<IntercomWorkspace.Notification>,
  IntercomWorkspace.InvalidSeed,
  IntercomWorkspace.IntercomWorkspace
> =>
  Effect.gen(function*() {
    const workspace = yield* IntercomWorkspace.IntercomWorkspace
    yield* workspace.seed(seed)
    const notifications: Array<IntercomWorkspace.Notification> = []
    workspace.listen((notification) => {
      notifications.push(notification)
    })
    return notifications
  })

export const topics = (notifications: ReadonlyArray<IntercomWorkspace.Notification>): ReadonlyArray<string> =>
  notifications.map(({ topic }) => topic)

/** What a fresh workspace tells by webhook while a program runs. */
export const notified = <A, E>(
  seed: IntercomWorkspace.Seed,
  program: Effect.Effect<A, E, IntercomHttp>
): Effect.Effect<ReadonlyArray<IntercomWorkspace.Notification>, E | IntercomWorkspace.InvalidSeed> =>
  heard(seed).pipe(
    Effect.flatMap((notifications) => Effect.as(program, notifications)),
    Effect.provide(IntercomWorkspace.layer())
  )
