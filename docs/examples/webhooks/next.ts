/**
 * Receives webhooks in a route handler of Next.js, in a file such as `app/intercom/route.ts`.
 */
import * as Webhook from "effect-intercom/Webhook"
import * as Config from "effect/Config"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"

const start = () =>
  Webhook.toWebHandler({
    clientSecret: Effect.runSync(Config.redacted("INTERCOM_CLIENT_SECRET")),
    onNotification: ({ id, original_topic }) => Console.log(`${original_topic} ${id}`)
  })

// Made by the first request, because `next build` loads this file, too, and may not have the secret.
let webhook: ReturnType<typeof start> | undefined

export const POST = (request: Request): Promise<Response> => {
  webhook ??= start()
  // On Vercel: `webhook.handler(request, { waitUntil: after })`, with `after` from `next/server`.
  return webhook.handler(request)
}

export const HEAD = POST
