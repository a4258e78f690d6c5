/** For workerd. It receives webhooks, and its response to any other request is the report. */
import { Webhook } from "effect-intercom"
import * as Effect from "effect/Effect"
import { clientSecret } from "../../../test/webhookSender.js"
import { report } from "./report.js"

let webhook: Webhook.DisposableWebHandler | undefined
let handled = 0

// A worker may not use timers before its first request.
const start = () =>
  Webhook.toWebHandler({
    clientSecret,
    onNotification: () => Effect.delay(Effect.sync(() => handled++), "200 millis")
  })

export default {
  fetch: async (request: Request, _: unknown, context: Webhook.ExecutionContext): Promise<Response> => {
    const { pathname, searchParams } = new URL(request.url)
    switch (pathname) {
      case "/webhooks":
        return (webhook ??= start()).handler(request, context)
      case "/handled":
        return Response.json(handled)
      default:
        return Response.json(await report(searchParams))
    }
  }
}
