/**
 * A server that receives Intercom's webhooks. To try it, the workspace in memory sends signed notifications to the server
 * on loopback.
 */
import * as NodeHttpServer from "@effect/platform-node/NodeHttpServer"
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as HttpRouter from "@effect/platform/HttpRouter"
import * as HttpServer from "@effect/platform/HttpServer"
import * as Contacts from "effect-intercom/api/Contacts"
import * as Conversations from "effect-intercom/api/Conversations"
import * as Tags from "effect-intercom/api/Tags"
import * as IntercomWorkspace from "effect-intercom/testing/IntercomWorkspace"
import * as Webhook from "effect-intercom/Webhook"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { createServer } from "node:http"

/** The client secret of the app, from the Developer Hub. */
const clientSecret = Redacted.make("a client secret")

const onNotification = (notification: Webhook.Notification): Effect.Effect<void> => {
  switch (notification.topic) {
    case "contact.user.created":
      return Console.log(`${notification.topic}: ${notification.data.item.name}`)
    case "contact.user.tag.created":
      return Console.log(`${notification.topic}: ${notification.data.item.tag?.name}`)
    case "conversation.user.created":
      return Console.log(`${notification.topic}: ${notification.data.item.source?.body}`)
    case "unknown":
      return Console.log(`unknown topic ${notification.original_topic}`)
    default:
      return Console.log(notification.topic)
  }
}

/** Actions of a contact and of an admin. */
const business = Effect.gen(function*() {
  const ada = yield* Contacts.create({ email: "ada@example.com", name: "Ada" })
  const vip = yield* Tags.upsert({ name: "vip" })
  yield* Contacts.attachTag(ada.id, { tag_id: vip.id })
  const { conversation_id } = yield* Conversations.create({ from: { type: "user", id: ada.id }, body: "Hello?" })
  yield* Conversations.close(conversation_id, { admin_id: "814860" })
})

const program = Effect.gen(function*() {
  const app = yield* Webhook.httpApp({ clientSecret, acknowledge: "after", onNotification })
  yield* HttpServer.serveEffect(HttpRouter.empty.pipe(HttpRouter.mountApp("/intercom", app)))
  const url = yield* HttpServer.addressFormattedWith((address) => Effect.succeed(`${address}/intercom`))
  const deliveries = yield* IntercomWorkspace.deliverTo(url, { clientSecret })
  yield* business
  yield* deliveries.settled
  const attempts = yield* deliveries.attempts
  yield* Console.log(`${attempts.filter(({ status }) => status === 200).length} of ${attempts.length} delivered`)
})

NodeRuntime.runMain(program.pipe(
  Effect.scoped,
  Effect.provide(IntercomWorkspace.layer()),
  Effect.provide(FetchHttpClient.layer),
  Effect.provide(NodeHttpServer.layer(() => createServer(), { host: "127.0.0.1", port: 0 }))
))
