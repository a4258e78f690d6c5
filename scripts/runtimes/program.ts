/**
 * The program that every runtime runs. It imports what a user has: `effect`, `@effect/platform` and `effect-intercom`.
 */
import { Contacts, DataExport, IntercomHttp, Webhook } from "effect-intercom"
import * as IntercomWorkspace from "effect-intercom/testing/IntercomWorkspace"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"

/** How a promise ended on a runtime. */
export interface Outcome {
  readonly name: string
  readonly promise: string
  /** `"held"`, or the reason why it did not hold. */
  readonly outcome: string
}

interface Step {
  readonly name: string
  readonly promise: string
  readonly run: Effect.Effect<unknown, unknown, IntercomHttp.IntercomHttp>
  readonly expected: unknown
}

const clientSecret = Redacted.make("a client secret")

const post = (handler: (request: Request) => Promise<Response>, body: string, signature: string) =>
  Effect.promise(async () => {
    const request = new Request("http://localhost/intercom", {
      method: "POST",
      headers: { "content-type": "application/json", "x-hub-signature": signature },
      body
    })
    return (await handler(request)).status
  })

const steps: ReadonlyArray<Step> = [
  {
    name: "find",
    promise: "`Contacts.find` returns a contact, and fails with `NotFound` for an unknown id",
    run: Effect.gen(function*() {
      const { data: [first] } = yield* Contacts.list({ perPage: 1 })
      const found = yield* Contacts.find(first?.id ?? "")
      const missing = yield* Effect.flip(Contacts.find("unknown"))
      return [found.type, found.id === first?.id, missing._tag]
    }),
    expected: ["contact", true, "IntercomNotFound"]
  },
  {
    name: "stream",
    promise: "`Contacts.stream` reads 1,000 contacts in pages, one page ahead",
    run: Stream.runCount(Contacts.stream({ prefetch: 1 })),
    expected: 1000
  },
  {
    name: "write",
    promise: "`Contacts.create` and `update` write, and a second `create` fails with `Conflict`",
    run: Effect.gen(function*() {
      const ada = yield* Contacts.create({ email: "ada@example.com", role: "user" })
      const conflict = yield* Effect.flip(Contacts.create({ email: "ada@example.com", role: "user" }))
      const { name } = yield* Contacts.update(ada.id, { name: "Ada Løvelace" })
      return [name, conflict._tag]
    }),
    expected: ["Ada Løvelace", "IntercomConflict"]
  },
  {
    name: "download",
    promise: "`DataExport.download` streams a gzip file of 20,000 rows and unpacks it",
    run: DataExport.download("job").pipe(
      Stream.decodeText(),
      Stream.splitLines,
      Stream.filter((line) => line.endsWith(",Email")),
      Stream.runCount
    ),
    expected: 20_000
  },
  {
    name: "webhook",
    promise: "`Webhook.webHandler` handles a signed notification once, and refuses another signature",
    run: Effect.scoped(Effect.gen(function*() {
      const handled: Array<string> = []
      const handler = yield* Webhook.webHandler({
        clientSecret,
        acknowledge: "after",
        onNotification: ({ topic }) => Effect.sync(() => handled.push(topic))
      })
      const body = JSON.stringify({
        type: "notification_event",
        id: "notif_1",
        topic: "ping",
        data: { item: { type: "ping" } }
      })
      const signature = yield* Webhook.sign({ body: new TextEncoder().encode(body), secret: clientSecret })
      const statuses = [
        yield* post(handler, body, signature),
        yield* post(handler, body, signature),
        yield* post(handler, `${body} `, signature)
      ]
      return [...statuses, ...handled]
    })),
    expected: [200, 200, 401, "ping"]
  },
  {
    name: "workspace",
    promise: "`IntercomWorkspace.layer` keeps 400 contacts in memory and delivers a webhook",
    run: Effect.scoped(Effect.gen(function*() {
      const topics: Array<string> = []
      const handler = yield* Webhook.webHandler({
        clientSecret,
        acknowledge: "after",
        onNotification: ({ topic }) => Effect.sync(() => topics.push(topic))
      })
      const deliveries = yield* IntercomWorkspace.deliver(handler, { clientSecret })
      yield* Contacts.create({ email: "ada@example.com", role: "user" })
      yield* deliveries.settled
      return [yield* Stream.runCount(Contacts.stream()), ...topics]
    })).pipe(Effect.provide(IntercomWorkspace.layer({ contacts: 400 }))),
    expected: [401, "contact.user.created"]
  }
]

const toOutcome = ({ expected, name, promise, run }: Step, url: string) =>
  run.pipe(
    Effect.provide(IntercomHttp.layerFetch({ accessToken: Redacted.make("token"), baseUrl: url })),
    Effect.exit,
    Effect.map((exit): Outcome => {
      if (exit._tag === "Failure") return { name, promise, outcome: String(Cause.squash(exit.cause)) }
      const actual = JSON.stringify(exit.value)
      return { name, promise, outcome: actual === JSON.stringify(expected) ? "held" : `the result is ${actual}` }
    })
  )

/** Runs all steps, one after the other, against the workspace that is served at the URL. */
export const program = (url: string): Promise<ReadonlyArray<Outcome>> =>
  Effect.runPromise(Effect.forEach(steps, (step) => toOutcome(step, url)))
