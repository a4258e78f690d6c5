/**
 * Receives webhooks on a server of Fastify.
 */
import * as Webhook from "effect-intercom/Webhook"
import * as Config from "effect/Config"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import { fastify } from "fastify"

const { dispose, handler } = Webhook.toWebHandler({
  clientSecret: Effect.runSync(Config.redacted("INTERCOM_CLIENT_SECRET")),
  onNotification: ({ id, original_topic }) => Console.log(`${original_topic} ${id}`)
})

const app = fastify({ bodyLimit: 5 * 1024 * 1024 })

// A plugin, so that only its routes get the bytes as they arrived. All others get parsed JSON.
app.register(async (app) => {
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (_, body, done) => done(null, body))

  app.head("/intercom", () => "")

  app.post<{ Body: Buffer }>("/intercom", async (request, reply) => {
    const headers = { "X-Hub-Signature": String(request.headers["x-hub-signature"]) }
    const body = new Uint8Array(request.body)
    const { status } = await handler(new Request("http://localhost", { method: "POST", headers, body }))
    return reply.code(status).send()
  })
})

app.addHook("onClose", () => dispose())

await app.listen({ host: "127.0.0.1", port: Number(process.env.PORT ?? 3000) })
console.log("listening on", app.server.address())

process.once("SIGTERM", () => app.close())
