/**
 * Receives webhooks in a Cloudflare Worker.
 */
import * as Webhook from "effect-intercom/Webhook"
import * as Console from "effect/Console"
import * as Redacted from "effect/Redacted"

interface Env {
  readonly INTERCOM_CLIENT_SECRET: string
}

const start = (env: Env) =>
  Webhook.toWebHandler({
    clientSecret: Redacted.make(env.INTERCOM_CLIENT_SECRET),
    // Cloudflare cancels what `waitUntil` keeps alive 30 seconds after the response.
    timeout: "25 seconds",
    onNotification: ({ id, original_topic }) => Console.log(`${original_topic} ${id}`)
  })

let webhook: ReturnType<typeof start> | undefined

export default {
  fetch(request: Request, env: Env, context: Webhook.ExecutionContext): Promise<Response> {
    webhook ??= start(env)
    // The context has `waitUntil`, which keeps the worker alive until the notification is handled.
    return webhook.handler(request, context)
  }
}
