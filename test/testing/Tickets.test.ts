/**
 * What happens around tickets, events and visitors: by the clock, and by webhook.
 */
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import { assert, describe, it } from "@effect/vitest"
import * as Events from "effect-intercom/api/Events"
import * as Jobs from "effect-intercom/api/Jobs"
import * as Tickets from "effect-intercom/api/Tickets"
import * as TicketStates from "effect-intercom/api/TicketStates"
import * as Visitors from "effect-intercom/api/Visitors"
import * as IntercomWorkspace from "effect-intercom/testing/IntercomWorkspace"
import * as Webhook from "effect-intercom/Webhook"
import * as Effect from "effect/Effect"
import * as TestClock from "effect/TestClock"
import { heard, topics } from "./notified.js"

const seed: IntercomWorkspace.Seed = {
  admins: [{ id: "7", email: "joan@example.com" }],
  teams: [{ id: "9", name: "Shipping" }],
  contacts: [{ id: "ada", external_id: "1", email: "ada@example.com" }],
  ticketTypes: [{ id: "10", name: "Order" }, { id: "30", name: "Outage", category: "Tracker" }],
  visitors: [{ user_id: "made-up" }, { user_id: "other" }]
}

const order: Tickets.NewTicket = { ticket_type_id: "10", contacts: [{ id: "ada" }] }

const items = (notifications: ReadonlyArray<IntercomWorkspace.Notification>) =>
  notifications.map(({ data }) => Object(data.item))

/** Whether each is what the models of webhooks expect under its topic. */
const requireKnown = (notifications: ReadonlyArray<IntercomWorkspace.Notification>) =>
  Effect.forEach(notifications, (notification) =>
    Effect.map(
      Webhook.decode(new TextEncoder().encode(JSON.stringify(notification))),
      ({ topic }) => assert.strictEqual(topic, notification.topic)
    ))

describe("A ticket in the workspace", () => {
  it.effect("is created a moment after it was enqueued, and the job tells so by webhook", () =>
    Effect.gen(function*() {
      const notifications = yield* heard(seed)
      const job = yield* Tickets.enqueue(order)
      assert.strictEqual((yield* Jobs.find(job.id)).status, "pending")
      assert.deepStrictEqual(notifications, [])
      yield* TestClock.adjust("2 seconds")
      const done = yield* Jobs.find(job.id)
      assert.strictEqual(done.status, "success")
      const ticket = yield* Tickets.find(done.resource_id ?? "")
      assert.strictEqual(ticket.created_at, 2)
      assert.match(done.resource_url ?? "", new RegExp(`/tickets/${ticket.id}$`))
      yield* Jobs.find(job.id)
      assert.deepStrictEqual(topics(notifications), ["ticket.created", "job.completed"])
      yield* requireKnown(notifications)
    }).pipe(Effect.provide(IntercomWorkspace.layer())))

  it.effect("is not created by a job that names nobody, which fails", () =>
    Effect.gen(function*() {
      const notifications = yield* heard(seed)
      const job = yield* Tickets.enqueue({ ...order, contacts: [{ id: "nobody" }] })
      yield* TestClock.adjust("2 seconds")
      assert.deepInclude(yield* Jobs.find(job.id), { status: "failed", resource_id: null, resource_url: null })
      assert.deepStrictEqual(topics(notifications), ["job.completed"])
    }).pipe(Effect.provide(IntercomWorkspace.layer())))

  it.effect("tells by webhook of each thing that happens to it", () =>
    Effect.gen(function*() {
      const notifications = yield* heard(seed)
      const resolved = (yield* TicketStates.list()).data.find(({ category }) => category === "resolved")
      const { id } = yield* Tickets.create({ ...order, contacts: [{ email: "new@example.com" }] })
      yield* Tickets.replyAsContact(id, { email: "new@example.com", body: "Where is it?" })
      yield* Tickets.replyAsAdmin(id, { admin_id: "7", body: "Here" })
      yield* Tickets.addNote(id, { admin_id: "7", body: "Hm" })
      yield* Tickets.update(id, { ticket_attributes: { _default_title_: "Shoes" }, assignee_id: "7" })
      yield* Tickets.update(id, { ticket_attributes: { _default_title_: "Shoes" }, assignee_id: "9" })
      yield* Tickets.update(id, { ticket_state_id: resolved?.id, open: false })
      assert.deepStrictEqual(topics(notifications), [
        "contact.user.created",
        "ticket.created",
        "ticket.contact.replied",
        "ticket.admin.replied",
        "ticket.note.created",
        "ticket.attribute.updated",
        "ticket.admin.assigned",
        "ticket.team.assigned",
        "ticket.state.updated",
        "ticket.resolved",
        "ticket.closed"
      ])
      const [, created, replied, , , , , , state, , closed] = items(notifications)
      assert.deepInclude(created, { type: "ticket", id })
      assert.deepInclude(replied, { type: "ticket_ticket_part" })
      assert.deepInclude(replied.ticket_part, { part_type: "comment" })
      assert.deepInclude(state, { type: "ticket", id })
      assert.deepInclude(closed.ticket, { id, open: false })
      yield* requireKnown(notifications)
    }).pipe(Effect.provide(IntercomWorkspace.layer())))

  it.effect("gives the latest 500 of its parts, and counts all", () =>
    Effect.gen(function*() {
      yield* heard(seed)
      const { id } = yield* Tickets.create(order)
      yield* Effect.forEach(
        Array.from({ length: 501 }, (_, n) => `${n}`),
        (body) => Tickets.addNote(id, { admin_id: "7", body })
      )
      const { ticket_parts } = yield* Tickets.find(id)
      assert.strictEqual(ticket_parts?.total_count, 502)
      assert.lengthOf(ticket_parts?.ticket_parts ?? [], 500)
      assert.deepInclude(ticket_parts?.ticket_parts?.at(-1), { body: "<p>500</p>" })
    }).pipe(Effect.provide(IntercomWorkspace.layer())))

  it.effect("is not searched by a field it has but for searches: invalid_field", () =>
    Effect.gen(function*() {
      const { client } = yield* IntercomWorkspace.IntercomWorkspace
      const query = { field: "ticket_state", operator: "=", value: "submitted" }
      const response = yield* client.execute(
        HttpClientRequest.post("https://api.intercom.io/tickets/search").pipe(
          HttpClientRequest.bearerToken("test"),
          HttpClientRequest.bodyUnsafeJson({ query })
        )
      )
      assert.strictEqual(response.status, 400)
      assert.include(yield* response.text, "invalid_field")
    }).pipe(Effect.provide(IntercomWorkspace.layer())))

  it.effect("is snoozed for a search until its time has come", () =>
    Effect.gen(function*() {
      yield* heard(seed)
      const { id } = yield* Tickets.create(order)
      yield* Tickets.update(id, { snoozed_until: 60 })
      const snoozed = Tickets.search({ query: { field: "state", operator: "=", value: "snoozed" } })
      assert.lengthOf((yield* snoozed).data, 1)
      yield* TestClock.adjust("1 minute")
      assert.lengthOf((yield* snoozed).data, 0)
    }).pipe(Effect.provide(IntercomWorkspace.layer())))
})

describe("An event in the workspace", () => {
  it.effect("is told by webhook once, and listed for 90 days", () =>
    Effect.gen(function*() {
      const notifications = yield* heard(seed)
      const event = { event_name: "placed-order", created_at: 0, user_id: "1", metadata: { number: 1 } }
      yield* Events.create(event)
      yield* Events.create(event)
      assert.deepStrictEqual(topics(notifications), ["event.created"])
      assert.deepInclude(items(notifications)[0], {
        type: "event",
        event_name: "placed-order",
        intercom_user_id: "ada",
        metadata: { number: 1 }
      })
      yield* requireKnown(notifications)
      yield* TestClock.adjust("89 days")
      assert.lengthOf((yield* Events.list({ user_id: "1" })).data, 1)
      yield* TestClock.adjust("1 day")
      assert.lengthOf((yield* Events.list({ user_id: "1" })).data, 0)
      assert.deepInclude((yield* Events.summarize({ user_id: "1" })).events?.[0], { name: "placed-order", count: 1 })
    }).pipe(Effect.provide(IntercomWorkspace.layer())))

  it.effect("that is dropped counts against the rate limit", () =>
    Effect.gen(function*() {
      yield* heard(seed)
      const event = { event_name: "placed-order", created_at: 0, user_id: "1" }
      yield* Events.create(event)
      yield* Events.create(event)
      assert.strictEqual((yield* Effect.flip(Events.create(event)))._tag, "IntercomRateLimited")
    }).pipe(Effect.provide(IntercomWorkspace.layer({ rateLimit: 2 }))))
})

describe("A visitor in the workspace", () => {
  it.effect("is told of by webhook when it has become a contact", () =>
    Effect.gen(function*() {
      const notifications = yield* heard(seed)
      const user = yield* Visitors.convert({ type: "user", visitor: { user_id: "made-up" }, user: { user_id: "2" } })
      yield* Visitors.convert({ type: "lead", visitor: { user_id: "other" }, user: { user_id: "3" } })
      assert.deepStrictEqual(topics(notifications), ["visitor.signed_up", "contact.lead.created"])
      assert.deepInclude(items(notifications)[0], { type: "contact", id: user.id })
      yield* requireKnown(notifications)
    }).pipe(Effect.provide(IntercomWorkspace.layer())))
})
