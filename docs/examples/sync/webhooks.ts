/**
 * Keeps the database of the sync free of deleted records: `npx tsx docs/examples/sync/webhooks.ts --database intercom.db`.
 * It receives Intercom's notifications on `--port`, 3000 by default. It runs beside the sync.
 *
 * It needs `INTERCOM_ACCESS_TOKEN` and `INTERCOM_CLIENT_SECRET`.
 */
import * as NodeHttpServer from "@effect/platform-node/NodeHttpServer"
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as HttpServer from "@effect/platform/HttpServer"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as Webhook from "effect-intercom/Webhook"
import * as Config from "effect/Config"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { createServer } from "node:http"
import { parseArgs } from "node:util"
import { onNotification } from "./removals.js"
import * as Store from "./store.js"

const { values } = parseArgs({
  options: {
    "database": { type: "string", default: "intercom.db" },
    "port": { type: "string", default: "3000" }
  }
})

const Server = Layer.unwrapScoped(Effect.gen(function*() {
  const clientSecret = yield* Config.redacted("INTERCOM_CLIENT_SECRET")
  // Intercom sends a notification again if the response says that it is not stored.
  const app = yield* Webhook.httpApp({ clientSecret, acknowledge: "after", onNotification })
  return HttpServer.serve(app)
})).pipe(
  Layer.tap(() => HttpServer.addressFormattedWith((address) => Console.log(`listening on ${address}`))),
  Layer.provide(NodeHttpServer.layer(() => createServer(), { host: "127.0.0.1", port: Number(values.port) })),
  Layer.provide([Store.layer(values.database), IntercomHttp.layerConfig()]),
  Layer.provide(FetchHttpClient.layer)
)

NodeRuntime.runMain(Layer.launch(Server))
