/**
 * Receives webhooks on a router of Hono.
 */
import * as Webhook from "effect-intercom/Webhook"
import * as Config from "effect/Config"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import { Hono } from "hono"

const { handler } = Webhook.toWebHandler({
  clientSecret: Effect.runSync(Config.redacted("INTERCOM_CLIENT_SECRET")),
  onNotification: ({ id, original_topic }) => Console.log(`${original_topic} ${id}`)
})

const app = new Hono()

// On Cloudflare Workers: `handler(c.req.raw, c.executionCtx)`.
app.all("/intercom", (c) => handler(c.req.raw))

export default app
