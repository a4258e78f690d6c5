/**
 * Receives webhooks on a server of `node:http`.
 */
import * as NodeHttpServer from "@effect/platform-node/NodeHttpServer"
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import * as Webhook from "effect-intercom/Webhook"
import * as Config from "effect/Config"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import { createServer } from "node:http"

const onNotification = ({ id, original_topic }: Webhook.Notification) => Console.log(`${original_topic} ${id}`)

const program = Effect.gen(function*() {
  const clientSecret = yield* Config.redacted("INTERCOM_CLIENT_SECRET")
  const port = yield* Config.withDefault(Config.integer("PORT"), 3000)
  const app = yield* Webhook.httpApp({ clientSecret, onNotification })
  const receive = yield* NodeHttpServer.makeHandler(app)
  const server = createServer((request, response) => {
    if (request.url === "/intercom") receive(request, response)
    else response.writeHead(404).end()
  })
  yield* Effect.acquireRelease(
    Effect.async<void>((resume) => {
      server.listen(port, "127.0.0.1", () => resume(Effect.void))
    }),
    () => Effect.sync(() => server.close())
  )
  yield* Console.log("listening on", server.address())
  yield* Effect.never
})

NodeRuntime.runMain(Effect.scoped(program))
