/**
 * Runs the rows that a scripted client plays in virtual time.
 */
import * as Contacts from "effect-intercom/api/Contacts"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { scriptedLayer } from "../scriptedLayer.js"
import * as VirtualClock from "../virtualClock.js"
import { type Call, type Ending, endingOf, find, send } from "./Ending.js"
import type { ListRow } from "./lists.js"
import type { WaitRow } from "./waits.js"

const run = (call: Call, respond: WaitRow["respond"]): Effect.Effect<Ending> => {
  let requests = 0
  const layer = scriptedLayer(() =>
    Effect.flatMap(Clock.currentTimeMillis, (now) => {
      requests += 1
      if (requests > 1000) return Effect.dieMessage("more than 1000 requests")
      const response = respond(requests, Math.floor(now / 1000))
      return Effect.isEffect(response) ? response : Effect.succeed(response)
    })
  )
  return VirtualClock.run(Effect.provide(endingOf(call, () => requests), layer))
}

/** How the two calls ended. */
export const runWait = ({ respond }: WaitRow): Effect.Effect<{ readonly get: Ending; readonly post: Ending }> =>
  Effect.all({ get: run(find, respond), post: run(send, respond) })

/** How the stream ended. */
export const runList = ({ page }: ListRow): Effect.Effect<Ending> =>
  run(Stream.runDrain(Contacts.stream()), (nth) => Response.json(page(nth)))
