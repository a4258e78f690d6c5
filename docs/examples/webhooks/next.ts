/**
 * Receives webhooks in a route handler of Next.js, in a file such as `app/intercom/route.ts`.
 */
import * as Webhook from "effect-intercom/Webhook"
import * as Config from "effect/Config"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"

const { handler } = Webhook.toWebHandler({
  clientSecret: Effect.runSync(Config.redacted("INTERCOM_CLIENT_SECRET")),
  onNotification: ({ id, original_topic }) => Console.log(`${original_topic} ${id}`)
})

// On Vercel: `handler(request, { waitUntil: after })`, with `after` from `next/server`.
export const POST = (request: Request): Promise<Response> => handler(request)

export const HEAD = POST
