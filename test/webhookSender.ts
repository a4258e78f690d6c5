/** Intercom, as far as a webhook sees it. */
import type * as HttpApp from "@effect/platform/HttpApp"
import * as HttpServerRequest from "@effect/platform/HttpServerRequest"
import * as Webhook from "effect-intercom/Webhook"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"

export const clientSecret = Redacted.make("the-client-secret")

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

/** The body of a notification. */
export const notification = (id: string | null, topic = "contact.user.created"): Record<string, unknown> => ({
  type: "notification_event",
  app_id: "abc123",
  topic,
  id,
  created_at: 1_700_000_000,
  data: { type: "notification_event_data", item: { type: "contact", id: "63a07ddf05a32042dffac965" } }
})

/** The request with which Intercom sends a notification, signed. */
export const delivery = (body: unknown, secret: Redacted.Redacted = clientSecret): Effect.Effect<Request> => {
  const bytes = bytesOf(typeof body === "string" ? body : JSON.stringify(body))
  return Effect.map(Webhook.sign({ body: bytes, secret }), (signature) => post(bytes, { "X-Hub-Signature": signature }))
}

export const post = (body: RequestInit["body"] = null, headers: Record<string, string> = {}): Request => {
  // Without it a stream is refused, and the types do not know it.
  const init = { method: "POST", body, headers, duplex: "half" }
  return new Request("https://hooks.example/intercom", init)
}

/** Sends a request to an app; gives back the status of its answer. */
export const statusOf = (app: HttpApp.Default, request: Request): Effect.Effect<number> =>
  app.pipe(
    Effect.provideService(HttpServerRequest.HttpServerRequest, HttpServerRequest.fromWeb(request)),
    Effect.map(({ status }) => status)
  )

/** Sends the notification of this id. */
export const send = (app: HttpApp.Default, id: string | null): Effect.Effect<number> =>
  Effect.flatMap(delivery(notification(id)), (request) => statusOf(app, request))
