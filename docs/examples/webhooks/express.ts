/**
 * Receives webhooks on a server of Express.
 */
import * as Webhook from "effect-intercom/Webhook"
import * as Config from "effect/Config"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import express from "express"

const { dispose, handler } = Webhook.toWebHandler({
  clientSecret: Effect.runSync(Config.redacted("INTERCOM_CLIENT_SECRET")),
  onNotification: ({ id, original_topic }) => Console.log(`${original_topic} ${id}`)
})

const app = express()

app.head("/intercom", (_, response) => {
  response.end()
})

// `express.raw` and not `express.json`: the signature is of the bytes as they arrived.
app.post("/intercom", express.raw({ type: () => true, limit: "5mb" }), async (request, response) => {
  const headers = { "X-Hub-Signature": request.get("X-Hub-Signature") ?? "" }
  const { status } = await handler(new Request("http://localhost", { method: "POST", headers, body: request.body }))
  response.status(status).end()
})

const server = app.listen(Number(process.env.PORT ?? 3000), "127.0.0.1", () => {
  console.log("listening on", server.address())
})

process.once("SIGTERM", () => server.close(() => dispose()))
