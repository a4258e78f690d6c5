/**
 * Receives webhooks on a router of `@effect/platform`.
 */
import * as NodeHttpServer from "@effect/platform-node/NodeHttpServer"
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import * as HttpRouter from "@effect/platform/HttpRouter"
import * as HttpServer from "@effect/platform/HttpServer"
import * as HttpServerResponse from "@effect/platform/HttpServerResponse"
import * as Webhook from "effect-intercom/Webhook"
import * as Config from "effect/Config"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { createServer } from "node:http"

const onNotification = ({ id, original_topic }: Webhook.Notification) => Console.log(`${original_topic} ${id}`)

const Routes = Layer.unwrapScoped(Effect.gen(function*() {
  const clientSecret = yield* Config.redacted("INTERCOM_CLIENT_SECRET")
  const intercom = yield* Webhook.httpApp({ clientSecret, onNotification })
  return HttpRouter.empty.pipe(
    HttpRouter.get("/", HttpServerResponse.text("Hello")),
    HttpRouter.mountApp("/intercom", intercom),
    HttpServer.serve()
  )
}))

const Server = Layer.unwrapEffect(Effect.map(
  Config.withDefault(Config.integer("PORT"), 3000),
  (port) => NodeHttpServer.layer(() => createServer(), { host: "127.0.0.1", port })
))

const Program = Routes.pipe(
  Layer.tap(() => HttpServer.addressFormattedWith((address) => Console.log("listening on", address))),
  Layer.provide(Server)
)

NodeRuntime.runMain(Layer.launch(Program))
