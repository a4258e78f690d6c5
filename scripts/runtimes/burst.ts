/** Webhooks that reach a worker at the same moment. The worker responds to each before it handles it. */
import * as Arr from "effect/Array"
import * as Effect from "effect/Effect"
import { delivery, notification } from "../../test/webhookSender.js"
import type { Outcome } from "./program.js"

/** More than the handlers of one process. */
const count = 40

/** Sends the webhooks to the worker at the URL, with the secret that the worker knows them by. */
export const burst = (url: string): Effect.Effect<Outcome> =>
  Effect.gen(function*() {
    const send = (id: string) =>
      Effect.flatMap(delivery(notification(id)), (request) =>
        Effect.promise(() => fetch(new Request(`${url}/webhooks`, request))))
    const responses = yield* Effect.forEach(Arr.makeBy(count, String), send, { concurrency: "unbounded" })
    const accepted = responses.filter(({ status }) =>
      status === 200
    ).length
    const handled = yield* Effect.promise(async () => Number(await (await fetch(`${url}/handled`)).text())).pipe(
      Effect.delay("100 millis"),
      Effect.repeat({ until: (handled) => handled >= accepted, times: 50 })
    )
    return {
      name: "webhooks at once",
      promise: `${count} webhooks that arrive at once are all handled after their responses, with \`waitUntil\``,
      outcome: accepted === count && handled === count ? "held" : `${accepted} were accepted, and ${handled} handled`
    }
  })
