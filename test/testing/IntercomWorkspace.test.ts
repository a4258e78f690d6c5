import * as HttpBody from "@effect/platform/HttpBody"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import type * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import { assert, describe, it } from "@effect/vitest"
import * as Companies from "effect-intercom/api/Companies"
import * as Contacts from "effect-intercom/api/Contacts"
import * as ConversationAttributes from "effect-intercom/api/ConversationAttributes"
import * as Macros from "effect-intercom/api/Macros"
import * as OfficeHours from "effect-intercom/api/OfficeHours"
import * as Tickets from "effect-intercom/api/Tickets"
import * as Workflows from "effect-intercom/api/Workflows"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as Retry from "effect-intercom/Retry"
import * as Faults from "effect-intercom/testing/Faults"
import * as IntercomWorkspace from "effect-intercom/testing/IntercomWorkspace"
import { modelled, unmodelled } from "effect-intercom/testing/internal/workspace/operations"
import * as Webhook from "effect-intercom/Webhook"
import * as Chunk from "effect/Chunk"
import * as Deferred from "effect/Deferred"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Schedule from "effect/Schedule"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/TestClock"
import * as TestServices from "effect/TestServices"
import { createHmac } from "node:crypto"
import { described, hasDescription, keyOf, note } from "../contract/description.js"

const collect = <A, E, R>(stream: Stream.Stream<A, E, R>) =>
  Effect.map(Stream.runCollect(stream), Chunk.toReadonlyArray)

/** What is sent by hand, to any host and with any header. */
const send = (
  url: string,
  headers: Readonly<Record<string, string>> = { authorization: "Bearer test" }
): Effect.Effect<HttpClientResponse.HttpClientResponse, unknown, IntercomWorkspace.IntercomWorkspace> =>
  Effect.flatMap(
    IntercomWorkspace.IntercomWorkspace,
    ({ client }) => client.execute(HttpClientRequest.get(url, { headers }))
  )

const codeOf = (response: HttpClientResponse.HttpClientResponse) =>
  Effect.map(response.json, (body) => {
    assert.propertyVal(body, "type", "error.list")
    assert.nestedProperty(body, "request_id")
    return [response.status, Object(body).errors[0].code]
  })

describe("A request to the workspace", () => {
  it.effect("needs the workspace's token, and without it learns nothing of the rate limit", () =>
    Effect.gen(function*() {
      const bad = yield* send("https://api.intercom.io/contacts", { authorization: "Bearer another" })
      assert.deepStrictEqual(yield* codeOf(bad), [401, "unauthorized"])
      assert.notProperty(bad.headers, "x-ratelimit-limit")
      assert.deepStrictEqual(yield* Effect.flatMap(send("https://api.intercom.io/contacts", {}), codeOf), [
        401,
        "unauthorized"
      ])
      assert.strictEqual((yield* send("https://api.intercom.io/contacts")).status, 200)
    }).pipe(Effect.provide(IntercomWorkspace.layer({ accessToken: Redacted.make("test") }))))

  it.effect("finds it at its region's host and at Intercom's own, not at another region's", () =>
    Effect.gen(function*() {
      assert.strictEqual((yield* send("https://api.eu.intercom.io/contacts")).status, 200)
      assert.strictEqual((yield* send("https://api.intercom.io/contacts")).status, 200)
      assert.deepStrictEqual(yield* Effect.flatMap(send("https://api.au.intercom.io/contacts"), codeOf), [
        401,
        "unauthorized"
      ])
    }).pipe(Effect.provide(IntercomWorkspace.layer({ region: "eu" }))))

  it.effect("may name 2.15 or an earlier version, which is answered as 2.15", () =>
    Effect.gen(function*() {
      for (const version of ["2.15", "2.14", "2.9", "2.0"]) {
        yield* IntercomHttp.withVersion(version)(Contacts.list())
      }
    }).pipe(Effect.provide(IntercomWorkspace.layer())))

  it.effect("is refused by its name where it asks for a later version", () =>
    Effect.gen(function*() {
      for (const version of ["2.17", "Preview", "Unstable"]) {
        const error = yield* Effect.flip(IntercomHttp.withVersion(version)(Contacts.list()))
        const [first] = "errors" in error ? error.errors : []
        assert.deepInclude(error, { _tag: "IntercomServerError", status: 501 })
        assert.deepInclude(first, { code: "not_implemented" })
        assert.include(first?.message ?? "", `Version ${version} is not modelled`)
      }
    }).pipe(Effect.provide(IntercomWorkspace.layer())))

  it.effect("names no version there is not, and no operation of a later one", () =>
    Effect.gen(function*() {
      for (const version of ["1.4", "2.99", "latest"]) {
        const error = yield* Effect.flip(IntercomHttp.withVersion(version)(Contacts.list()))
        assert.deepInclude(error, { _tag: "IntercomInvalidRequest", status: 400 })
        assert.include(error.message, "intercom_version_invalid")
      }
      for (const path of ["macros", "conversations/deleted", "teams/1/metrics"]) {
        assert.deepStrictEqual(yield* Effect.flatMap(send(`https://api.intercom.io/${path}`), codeOf), [
          400,
          "intercom_version_invalid"
        ])
      }
    }).pipe(Effect.provide(IntercomWorkspace.layer())))

  it.effect("is counted: the headers say what is left of ten seconds, then comes 429, then the next window", () =>
    Effect.gen(function*() {
      yield* TestClock.adjust("13 seconds")
      const first = yield* send("https://api.intercom.io/contacts")
      assert.deepInclude(first.headers, {
        "x-ratelimit-limit": "2",
        "x-ratelimit-remaining": "1",
        "x-ratelimit-reset": "20"
      })
      assert.deepInclude((yield* send("https://api.intercom.io/contacts")).headers, { "x-ratelimit-remaining": "0" })
      const error = yield* Effect.flip(Contacts.list())
      assert.deepInclude(error, {
        _tag: "IntercomRateLimited",
        limit: 2,
        remaining: 0,
        resetAtSeconds: 20,
        retryAfter: Duration.seconds(7)
      })
      yield* TestClock.adjust("7 seconds")
      assert.deepInclude((yield* send("https://api.intercom.io/contacts")).headers, { "x-ratelimit-remaining": "1" })
    }).pipe(Effect.provide(IntercomWorkspace.layer({ rateLimit: 2 }))))

  it.effect("hears nothing of a limit where there is none", () =>
    Effect.gen(function*() {
      const { headers } = yield* send("https://api.intercom.io/contacts")
      assert.deepStrictEqual(Object.keys(headers).filter((name) => name.startsWith("x-ratelimit")), [])
    }).pipe(Effect.provide(IntercomWorkspace.layer({ rateLimit: Infinity }))))

  it.effect("that waits as it is told gets all it came for", () =>
    Effect.gen(function*() {
      const fiber = yield* Effect.fork(collect(Contacts.stream({ perPage: 10 })))
      yield* TestClock.adjust("2 minutes")
      assert.lengthOf(yield* Fiber.join(fiber), 100)
      const requests = yield* IntercomWorkspace.requests
      assert.isAbove(requests.filter(({ status }) => status === 429).length, 2)
    }).pipe(Effect.provide(IntercomWorkspace.layer({ contacts: 100, rateLimit: 3 }, { retry: Retry.make() }))))

  it.effect("for what the workspace does not model is refused by its name", () =>
    Effect.gen(function*() {
      const error = yield* Effect.flip(Workflows.export("1"))
      const errors = "errors" in error ? error.errors : []
      assert.match(error.message, /501 not_implemented/)
      assert.match(errors[0]?.message ?? "", /^GET \/export\/workflows\/\{id\} is not modelled/)
      assert.deepStrictEqual(yield* Effect.flatMap(send("https://api.intercom.io/nothing"), codeOf), [404, "not_found"])
    }).pipe(Effect.provide(IntercomWorkspace.layer())))

  it.effect("takes its body whichever way it was set, as JSON and nothing else", () =>
    Effect.gen(function*() {
      const text = JSON.stringify({ email: "ada@example.com" })
      const post = (body: HttpBody.HttpBody) =>
        Effect.flatMap(IntercomHttp.IntercomHttp, (http) =>
          http.execute(HttpClientRequest.setBody(HttpClientRequest.post("/contacts"), body)))
      const created = yield* post(HttpBody.text(text, "application/json"))
      assert.propertyVal(JSON.parse(created.text), "email", "ada@example.com")
      assert.deepInclude(yield* Effect.flip(post(HttpBody.raw(text, { contentType: "application/json" }))), {
        status: 409
      })
      assert.deepInclude(yield* Effect.flip(post(HttpBody.raw(text))), { status: 415 })
      assert.deepInclude(yield* Effect.flip(post(HttpBody.text(text, "text/plain"))), { status: 415 })
      assert.deepInclude(yield* Effect.flip(post(HttpBody.text("{", "application/json"))), { status: 400 })
      const { id } = yield* Contacts.create({ role: "lead" })
      const archive = HttpClientRequest.post(`/contacts/${id}/archive`)
      const archived = yield* Effect.flatMap(IntercomHttp.IntercomHttp, (http) =>
        http.execute(archive))
      assert.strictEqual(archived.response.status, 200)
    }).pipe(Effect.provide(IntercomWorkspace.layer())))
})

describe("The workspace", () => {
  it("models what it says, and knows by name what it does not", () => {
    const keys = [...modelled(), ...unmodelled()].map(({ method, template }) => `${method.toLowerCase()} ${template}`)
    assert.lengthOf(new Set(keys), keys.length)
    assert.lengthOf(keys, 231)
  })

  it.runIf(hasDescription)(`leaves out no operation of the description${note}`, () => {
    const keys = [...modelled(), ...unmodelled()].map(({ method, template }) => `${method.toLowerCase()} ${template}`)
    assert.sameMembers(keys, described.filter(({ version }) => version === "2.16").map(keyOf))
  })

  it.effect("tells which requests it got", () =>
    Effect.gen(function*() {
      yield* Contacts.create({ email: "ada@example.com" })
      yield* Effect.flip(Contacts.find("nobody"))
      yield* Contacts.list({ perPage: 2 })
      assert.deepStrictEqual(yield* IntercomWorkspace.requests, [
        { method: "POST", path: "/contacts", query: {}, body: { email: "ada@example.com" }, status: 200 },
        { method: "GET", path: "/contacts/nobody", query: {}, body: {}, status: 404 },
        { method: "GET", path: "/contacts", query: { per_page: "2" }, body: {}, status: 200 }
      ])
    }).pipe(Effect.provide(IntercomWorkspace.layer())))

  it.effect("starts each time with the same objects, all different, and with others for another seed", () =>
    Effect.gen(function*() {
      const contacts = (options: IntercomWorkspace.Options) =>
        Effect.provide(collect(Contacts.stream()), IntercomWorkspace.layer(options))
      const first = yield* contacts({ contacts: 300, companies: 10 })
      assert.deepStrictEqual(yield* contacts({ contacts: 300, companies: 10 }), first)
      assert.lengthOf(new Set(first.map(({ email }) => email)), 300)
      assert.notDeepEqual(yield* contacts({ contacts: 300, companies: 10, randomSeed: 2 }), first)
    }))

  it.effect("starts with the same objects at any time, all of them", () =>
    Effect.gen(function*() {
      const amounts = { contacts: 10, companies: 3, conversations: 5, tickets: 5, articles: 5 }
      const whole = Effect.provide(IntercomWorkspace.snapshot, IntercomWorkspace.layer(amounts))
      const first = yield* whole
      yield* TestClock.setTime(1_900_000_000_000)
      assert.deepStrictEqual(yield* whole, first)
    }))

  it.effect("shows what is in it as the library's own models have it", () =>
    Effect.gen(function*() {
      yield* IntercomWorkspace.seed({
        companies: [{ company_id: "acme", name: "Acme", tags: ["vip"] }],
        contacts: [{ external_id: "ada", owner_id: "814860", tags: ["VIP"], companies: ["acme"] }]
      })
      const { companies, contacts, tags } = yield* IntercomWorkspace.snapshot
      assert.deepStrictEqual(tags.map(({ name }) => name), ["vip"])
      assert.deepStrictEqual(companies, [yield* Companies.findByCompanyId("acme")])
      assert.deepStrictEqual(contacts, [yield* Contacts.findByExternalId("ada")])
      assert.lengthOf(yield* IntercomWorkspace.requests, 2)
    }).pipe(Effect.provide(IntercomWorkspace.layer())))

  it.effect("shows what came with API 2.16 likewise", () =>
    Effect.gen(function*() {
      yield* IntercomWorkspace.seed({
        conversationAttributes: [{ name: "Urgency", data_type: "list", options: ["Low", "High"] }],
        macros: [{ name: "Hello", body: "Hi {{user.name}}" }],
        officeHoursSchedules: [{
          name: "Mondays",
          time_zone_name: "Europe/Dublin",
          time_intervals: [{ start_minute: 540, end_minute: 1020 }],
          exceptions: [{ exception_date: "2026-12-28", exception_type: "closed" }]
        }]
      })
      const whole = yield* IntercomWorkspace.snapshot
      assert.deepStrictEqual(whole.conversationAttributes, (yield* ConversationAttributes.list()).data)
      assert.deepStrictEqual(whole.macros, (yield* Macros.list()).data)
      assert.deepStrictEqual(whole.officeHoursSchedules, (yield* OfficeHours.list()).data)
      const exceptions = yield* OfficeHours.listExceptions(whole.officeHoursSchedules[0]?.id ?? "")
      assert.deepStrictEqual(whole.officeHoursExceptions, exceptions.data)
    }).pipe(Effect.provide(IntercomWorkspace.layer())))

  it.effect("takes from a seed what no call can write", () =>
    Effect.gen(function*() {
      const contact = { external_id: "ada", created_at: 1000, updated_at: 2000, fields: { browser: "firefox" } }
      yield* IntercomWorkspace.seed({ contacts: [contact, { external_id: "bob", created_at: 3000, archived: true }] })
      const { contacts } = yield* IntercomWorkspace.snapshot
      assert.deepInclude(contacts[0], { created_at: 1000, updated_at: 2000, browser: "firefox" })
      assert.deepInclude(contacts[1], { created_at: 3000, updated_at: 3000 })
      assert.lengthOf((yield* Contacts.list()).data, 1)
    }).pipe(Effect.provide(IntercomWorkspace.layer())))

  it.effect("does by itself what was put off, when its time has come", () =>
    Effect.gen(function*() {
      yield* IntercomWorkspace.seed({
        contacts: [{ id: "ada", external_id: "ada" }],
        ticketTypes: [{ id: "10", name: "Order" }]
      })
      yield* Tickets.enqueue({ ticket_type_id: "10", contacts: [{ id: "ada" }] })
      yield* TestClock.adjust("1 minute")
      assert.lengthOf((yield* IntercomWorkspace.snapshot).tickets, 1)
      assert.deepInclude((yield* IntercomWorkspace.snapshot).tickets[0], { created_at: 2 })
    }).pipe(Effect.provide(IntercomWorkspace.layer())))

  it.effect("refuses a seed that Intercom would refuse, and says what is wrong, and where", () =>
    Effect.gen(function*() {
      const ada = { external_id: "ada" }
      const twins = yield* Effect.flip(IntercomWorkspace.seed({ contacts: [ada, ada] }))
      assert.deepInclude(twins, { _tag: "IntercomInvalidSeed", path: "contacts[1]" })
      assert.match(twins.message, /^contacts\[1\]: A contact matching those details already exists/)
      const bob = { external_id: "bob" }
      const wrong: ReadonlyArray<readonly [IntercomWorkspace.Seed, string]> = [
        [{ contacts: [bob, { role: "lead", companies: ["acme"] }] }, `contacts[1]: company "acme" is not there`],
        // @ts-expect-error the types keep this out too
        [{ contacts: [{ role: "banana" }] }, "contacts[0].role: is neither user nor lead"],
        [{ segments: [{ name: "New", contacts: ["nobody"] }] }, `segments[0]: contact "nobody" is not there`],
        // An address stays where it is.
        [{ notes: [{ contact: "eve@example.com", body: "?" }] }, "notes[0]: the contact of that address is not there"],
        [
          { dataAttributes: [{ name: "x", model: "cat" }] },
          "dataAttributes[0].model: is not the model of an attribute"
        ],
        [{ macros: [{ name: "x", body: "x", teams: ["Sales"] }] }, `macros[0]: team "Sales" is not there`],
        [
          { officeHoursSchedules: [{ name: "x", time_zone_name: "Nowhere", time_intervals: [] }] },
          "officeHoursSchedules[0].time_zone_name: is not a time zone"
        ],
        [{ conversationAttributes: [{ name: " " }] }, "conversationAttributes[0]: name is required"]
      ]
      for (const [seed, message] of wrong) {
        assert.strictEqual((yield* Effect.flip(IntercomWorkspace.seed(seed))).message, message)
      }
      const grown: IntercomWorkspace.Seed = {
        contacts: [{ role: "lead", fields: { role: "user", external_id: "ada" } }]
      }
      assert.strictEqual((yield* Effect.flip(IntercomWorkspace.seed(grown))).reason, twins.reason)
    }).pipe(Effect.provide(IntercomWorkspace.layer())))

  it.effect("gives no seed an id that is taken", () =>
    Effect.gen(function*() {
      const contacts: IntercomWorkspace.Seed["contacts"] = [{ id: "1", external_id: "ada" }]
      yield* IntercomWorkspace.seed({ contacts, ticketTypes: [{ id: "1", name: "Order" }] })
      const twice: IntercomWorkspace.Seed = {
        tags: [{ id: "1", name: "a" }, { id: "1", name: "b" }],
        awayStatusReasons: [{ id: "1", label: "a" }, { id: "1", label: "b" }],
        admins: [{ id: "1", email: "a@example.com" }, { id: "1", email: "b@example.com" }],
        teams: [{ id: "1", name: "a" }, { id: "1", name: "b" }],
        helpCenters: [{ id: "1", identifier: "a" }, { id: "1", identifier: "b" }],
        collections: [{ id: "1", name: "a" }, { id: "1", name: "b" }],
        articles: [{ id: "1", title: "a" }, { id: "1", title: "b" }],
        contacts: [{ id: "2", role: "lead" }, { id: "1", role: "lead" }],
        conversations: [{ id: "1", contacts: ["1"], body: "a" }, { id: "1", contacts: ["1"], body: "b" }],
        segments: [{ id: "1", name: "a" }, { id: "1", name: "b" }],
        subscriptions: [{ id: "1", name: "a" }, { id: "1", name: "b" }],
        notes: [{ id: "1", contact: "1", body: "a" }, { id: "1", contact: "1", body: "b" }],
        activityLogs: [{ id: "1", activity_type: "a" }, { id: "1", activity_type: "b" }],
        dataAttributes: [{ id: "1", name: "a", model: "contact" }, { id: "1", name: "b", model: "contact" }],
        ticketTypes: [{ id: "2", name: "a" }, { id: "1", name: "b" }],
        ticketStates: [
          { id: "1", category: "resolved", internal_label: "a" },
          { id: "1", category: "resolved", internal_label: "b" }
        ],
        tickets: [{ id: "1", ticket_type: "Order", contacts: ["1"] }, { id: "1", ticket_type: "1", contacts: ["1"] }],
        visitors: [{ id: "1", user_id: "a" }, { id: "1", user_id: "b" }]
      }
      for (const [kind, seeds] of Object.entries(twice)) {
        const { message } = yield* Effect.flip(IntercomWorkspace.seed({ [kind]: seeds }))
        assert.strictEqual(message, `${kind}[1]: the id 1 is taken`)
      }
      yield* IntercomWorkspace.seed({ tags: [{ name: "A" }, { id: "1", name: "a" }] })
      const { message } = yield* Effect.flip(IntercomWorkspace.seed({ tags: [{ id: "2", name: "A" }] }))
      assert.strictEqual(message, `tags[0]: the tag "A" has the id 1`)
    }).pipe(Effect.provide(IntercomWorkspace.layer())))

  it.effect("adds to a company what is seeded of it later, and takes nothing away", () =>
    Effect.gen(function*() {
      yield* IntercomWorkspace.seed({ companies: [{ company_id: "acme", name: "Acme", tags: ["vip"] }] })
      yield* IntercomWorkspace.seed({ companies: [{ company_id: "acme", size: 7, tags: ["beta", "vip"] }] })
      const { companies } = yield* IntercomWorkspace.snapshot
      assert.lengthOf(companies, 1)
      assert.deepInclude(companies[0], { name: "Acme", size: 7 })
      assert.deepStrictEqual(companies[0]?.tags?.tags?.map(({ name }) => name), ["vip", "beta"])
    }).pipe(Effect.provide(IntercomWorkspace.layer())))

  it.effect("has one scroll at a time, which ends a minute after it was asked last", () =>
    Effect.gen(function*() {
      yield* IntercomWorkspace.seed({
        companies: Array.from({ length: 150 }, (_, n) => ({ company_id: String(n) })),
        contacts: [{ external_id: "ada", companies: Array.from({ length: 150 }, (_, n) => String(n)) }]
      })
      const first = yield* Companies.scroll()
      assert.lengthOf(first.data, 100)
      assert.deepInclude(yield* Effect.flip(Companies.scroll()), { status: 400 })
      yield* TestClock.adjust("50 seconds")
      assert.lengthOf((yield* Companies.scroll({ scroll_param: first.next })).data, 50)
      yield* TestClock.adjust("61 seconds")
      assert.deepInclude(yield* Effect.flip(Companies.scroll({ scroll_param: first.next })), { status: 404 })
      yield* Companies.scroll()
    }).pipe(Effect.provide(IntercomWorkspace.layer())))
})

describe("The workspace, with faults on the way to it,", () => {
  const faulty = (plan: Faults.Plan) =>
    IntercomHttp.layer({ accessToken: Redacted.make("test") }).pipe(
      Layer.provide(Faults.layerClient(plan)),
      Layer.provide(IntercomWorkspace.layerClient),
      Layer.provideMerge(IntercomWorkspace.layerWorkspace({ contacts: 500 }))
    )

  it.effect("is streamed whole, each contact once, whatever a third of the answers come to", () =>
    Effect.gen(function*() {
      const fiber = yield* Effect.fork(collect(Contacts.stream({ perPage: 10, prefetch: 1 })))
      yield* TestClock.adjust("1 hour")
      const contacts = yield* Fiber.join(fiber)
      assert.lengthOf(contacts, 500)
      assert.lengthOf(new Set(contacts.map(({ id }) => id)), 500)
    }).pipe(Effect.provide(faulty(Faults.random({ seed: 7, share: 0.33 })))))

  it.effect("holds what was written though the answer was lost, and is not written to twice", () =>
    Effect.gen(function*() {
      const error = yield* Effect.flip(Contacts.create({ email: "ada@example.com" }))
      assert.strictEqual(error._tag, "IntercomNetworkError")
      assert.lengthOf((yield* IntercomWorkspace.requests).filter(({ method }) => method === "POST"), 1)
      assert.lengthOf((yield* IntercomWorkspace.snapshot).contacts, 501)
    }).pipe(Effect.provide(faulty([Faults.resetAfterwards]))))
})

describe("The workspace's webhooks", () => {
  const clientSecret = Redacted.make("client secret")

  /** Signing takes time of its own, whatever the clock of the test says. */
  const attempted = (deliveries: IntercomWorkspace.Deliveries, count: number) =>
    deliveries.attempts.pipe(
      Effect.repeat({ until: ({ length }) => length >= count, schedule: Schedule.spaced("2 millis") }),
      TestServices.provideLive
    )

  it.scoped("tell, signed and at once, of what happens in it", () =>
    Effect.gen(function*() {
      const received: Array<{ readonly body: string; readonly signature: string | null }> = []
      const deliveries = yield* IntercomWorkspace.deliver(async (request) => {
        received.push({ body: await request.text(), signature: request.headers.get("x-hub-signature") })
        return new Response()
      }, { clientSecret })
      const ada = yield* Contacts.create({ email: "ada@example.com" })
      yield* Contacts.delete(ada.id)
      yield* deliveries.settled
      // Deliveries run at the same time, so either may arrive first.
      const [deleted, created] = received.map(({ body }) => JSON.parse(body))
        .sort((one, other) => one.topic < other.topic ? -1 : 1)
      assert.deepInclude(created, { type: "notification_event", topic: "contact.user.created" })
      assert.deepInclude(created.data.item, { id: ada.id, created_at: "1970-01-01T00:00:00.000+00:00" })
      assert.deepStrictEqual(deleted.data.item, { type: "contact", id: ada.id, external_id: null, deleted: true })
      assert.notStrictEqual(created.id, deleted.id)
      for (const { body, signature } of received) {
        assert.strictEqual(signature, `sha1=${createHmac("sha1", "client secret").update(body).digest("hex")}`)
        const notification = yield* Webhook.decode(new TextEncoder().encode(body))
        assert.notStrictEqual(notification.topic, "unknown")
      }
      assert.deepStrictEqual((yield* deliveries.attempts).map(({ attempt, status }) => [attempt, status]), [
        [1, 200],
        [1, 200]
      ])
    }).pipe(Effect.provide(IntercomWorkspace.layer())))

  it.scoped("come once more after a minute to who did not take them, and then no more", () =>
    Effect.gen(function*() {
      const bodies: Array<{ readonly id: string; readonly delivery_attempts: number }> = []
      const deliveries = yield* IntercomWorkspace.deliver(async (request) => {
        bodies.push(await request.json())
        return new Response(null, { status: 500 })
      }, { clientSecret })
      yield* Contacts.create({ email: "ada@example.com" })
      yield* attempted(deliveries, 1)
      yield* TestClock.adjust("59 seconds")
      assert.lengthOf(yield* deliveries.attempts, 1)
      yield* TestClock.adjust("1 second")
      yield* deliveries.settled
      assert.deepStrictEqual((yield* deliveries.attempts).map(({ attempt, status }) => [attempt, status]), [
        [1, 500],
        [2, 500]
      ])
      const [first, second] = bodies
      assert.strictEqual(first?.id, second?.id)
      assert.deepStrictEqual([first?.delivery_attempts, second?.delivery_attempts], [1, 2])
    }).pipe(Effect.provide(IntercomWorkspace.layer())))

  it.scoped("wait five seconds for an answer", () =>
    Effect.gen(function*() {
      const received = yield* Deferred.make<void>()
      const deliveries = yield* IntercomWorkspace.deliver(() => {
        Deferred.unsafeDone(received, Effect.void)
        return new Promise(() => {})
      }, { clientSecret })
      yield* Contacts.create({ email: "ada@example.com" })
      yield* Deferred.await(received)
      yield* TestClock.adjust("4 seconds")
      assert.deepStrictEqual(yield* deliveries.attempts, [])
      yield* TestClock.adjust("1 second")
      yield* attempted(deliveries, 1)
      assert.deepStrictEqual((yield* deliveries.attempts).map(({ status }) => status), [undefined])
    }).pipe(Effect.provide(IntercomWorkspace.layer())))

  it.scoped("end where somebody answers 410, and tell the topics that were asked for", () =>
    Effect.gen(function*() {
      const deliveries = yield* IntercomWorkspace.deliver(() => new Response(null, { status: 410 }), {
        clientSecret,
        topics: ["contact.lead.created"]
      })
      yield* Contacts.create({ email: "ada@example.com" })
      yield* Contacts.create({ role: "lead" })
      yield* deliveries.settled
      yield* Contacts.create({ role: "lead" })
      yield* deliveries.settled
      assert.deepStrictEqual((yield* deliveries.attempts).map(({ topic }) => topic), ["contact.lead.created"])
    }).pipe(Effect.provide(IntercomWorkspace.layer())))

  it.scoped("end where somebody answers 410, also for what waits to be sent once more", () =>
    Effect.gen(function*() {
      const statuses = [500, 410]
      const receiver = () => new Response(null, { status: statuses.shift() ?? 200 })
      const deliveries = yield* IntercomWorkspace.deliver(receiver, { clientSecret })
      yield* Contacts.create({ role: "lead" })
      yield* Contacts.create({ role: "lead" })
      yield* deliveries.settled
      yield* TestClock.adjust("1 minute")
      assert.deepStrictEqual((yield* deliveries.attempts).map(({ status }) => status), [500, 410])
    }).pipe(Effect.provide(IntercomWorkspace.layer())))

  it.effect("are a stream as well", () =>
    Effect.gen(function*() {
      const fiber = yield* Effect.fork(collect(Stream.take(IntercomWorkspace.notifications, 2)))
      // Until the fiber has subscribed.
      yield* Effect.repeatN(Effect.yieldNow(), 100)
      yield* Contacts.create({ email: "ada@example.com" })
      yield* Contacts.create({ role: "lead" })
      assert.deepStrictEqual((yield* Fiber.join(fiber)).map(({ topic }) => topic), [
        "contact.user.created",
        "contact.lead.created"
      ])
    }).pipe(Effect.provide(IntercomWorkspace.layer())))
})
