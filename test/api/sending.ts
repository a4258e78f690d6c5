/** What happens to a call that Intercom answers with a failure of its own. */
import type { IntercomError } from "effect-intercom/IntercomError"
import type { IntercomHttp } from "effect-intercom/IntercomHttp"
import * as Retry from "effect-intercom/Retry"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as TestClock from "effect/TestClock"
import { bodyOf, errorList, scripted } from "../scripted.js"

/** The body of each attempt while the server is broken for an hour. */
export const attemptsOf = (
  call: Effect.Effect<unknown, IntercomError, IntercomHttp>
): Effect.Effect<ReadonlyArray<unknown>> =>
  Effect.gen(function*() {
    const { layer, sent } = scripted([() => errorList(503, "service_unavailable")], { retry: Retry.make() })
    const fiber = yield* call.pipe(Effect.provide(layer), Effect.exit, Effect.fork)
    yield* TestClock.adjust("1 hour")
    yield* Fiber.join(fiber)
    return sent.map(bodyOf)
  })

/** The field that is found wrong and why, once it is sure that nothing was sent. */
export const refusalOf = (
  call: Effect.Effect<unknown, IntercomError, IntercomHttp>
): Effect.Effect<readonly [operation: string, field: string, reason: string], unknown> =>
  Effect.gen(function*() {
    const { layer, sent } = scripted([() => Response.json({ id: "1" })])
    const error = yield* Effect.flip(Effect.provide(call, layer))
    if (error._tag !== "IntercomInvalidInput" || sent.length > 0) return yield* Effect.fail(error)
    return [error.operation, error.field, error.reason]
  })
