/**
 * What happens around conversations: by the clock, by webhook, and where a body is not as it should be.
 */
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import { assert, describe, it } from "@effect/vitest"
import * as Contacts from "effect-intercom/api/Contacts"
import * as Conversations from "effect-intercom/api/Conversations"
import * as Messages from "effect-intercom/api/Messages"
import * as SearchQuery from "effect-intercom/SearchQuery"
import * as IntercomWorkspace from "effect-intercom/testing/IntercomWorkspace"
import * as Webhook from "effect-intercom/Webhook"
import * as Effect from "effect/Effect"
import * as TestClock from "effect/TestClock"
import { heard, topics } from "./notified.js"

const me = "7"
const ada = "6762f0d00000000000000ada"

const seed: IntercomWorkspace.Seed = {
  admins: [{ id: me, email: "grace@example.com", name: "Grace" }],
  teams: [{ id: "70", name: "Support" }],
  tags: [{ id: "90", name: "Urgent" }],
  companies: [{ company_id: "acme" }],
  contacts: [{ id: ada, external_id: "ada", email: "ada@example.com" }, { external_id: "bob" }],
  conversations: [{ id: "1", contacts: ["ada"], body: "a < b" }]
}

/** What each is to who receives it: a topic that is known, with an item that is as its models have it. */
const received = (notifications: ReadonlyArray<IntercomWorkspace.Notification>) =>
  Effect.forEach(
    notifications,
    (notification) => Webhook.decode(new TextEncoder().encode(JSON.stringify(notification)))
  )

const posted = (path: string, body: unknown) =>
  Effect.flatMap(
    IntercomWorkspace.IntercomWorkspace,
    ({ client }) =>
      HttpClientRequest.post(`https://api.intercom.io${path}`).pipe(
        HttpClientRequest.bearerToken("test"),
        HttpClientRequest.bodyUnsafeJson(body),
        client.execute,
        Effect.flatMap((response) =>
          Effect.map(response.json, (json) => ({ status: response.status, body: Object(json) }))
        )
      )
  )

describe("A conversation in the workspace", () => {
  it.effect("opens by itself when it was snoozed until then, however it is looked at", () =>
    Effect.gen(function*() {
      const notifications = yield* heard(seed)
      yield* Conversations.snooze("1", { admin_id: me, snoozed_until: 3600 })
      yield* TestClock.adjust("59 minutes")
      assert.strictEqual((yield* Conversations.find("1")).state, "snoozed")
      yield* TestClock.adjust("2 minutes")
      const query = SearchQuery.equals("state", "open")
      assert.deepInclude((yield* Conversations.search({ query })).data[0], {
        id: "1",
        state: "open",
        snoozed_until: null
      })
      const { conversation_parts } = yield* Conversations.find("1")
      assert.deepStrictEqual(
        conversation_parts?.conversation_parts?.map(({ created_at, part_type }) => [part_type, created_at]),
        [["snoozed", 0], ["timer_unsnooze", 3600]]
      )
      assert.deepStrictEqual(topics(notifications), ["conversation.admin.snoozed", "conversation.admin.unsnoozed"])
    }).pipe(Effect.provide(IntercomWorkspace.layer())))

  it.effect("changes and tells of it at the time its snooze ends, not when somebody looks", () =>
    Effect.gen(function*() {
      const notifications = yield* heard(seed)
      yield* Conversations.snooze("1", { admin_id: me, snoozed_until: 3600 })
      yield* TestClock.adjust("1 day")
      const { conversations: [conversation] } = yield* IntercomWorkspace.snapshot
      assert.deepInclude(conversation, { state: "open", updated_at: 3600 })
      assert.deepInclude(yield* Conversations.find("1"), { updated_at: 3600 })
      assert.deepInclude(notifications[1], { topic: "conversation.admin.unsnoozed", created_at: 3600 })
      yield* Conversations.snooze("1", { admin_id: me, snoozed_until: 60 })
      assert.deepInclude(yield* Conversations.find("1"), { state: "open", updated_at: 86_400 })
    }).pipe(Effect.provide(IntercomWorkspace.layer())))

  it.effect("tells how long everything took", () =>
    Effect.gen(function*() {
      yield* heard(seed)
      yield* TestClock.adjust("10 seconds")
      yield* Conversations.assign("1", { admin_id: me, type: "team", assignee_id: "70" })
      yield* TestClock.adjust("20 seconds")
      yield* Conversations.replyAsAdmin("1", { admin_id: me, body: "Hello" })
      yield* TestClock.adjust("30 seconds")
      yield* Conversations.close("1", { admin_id: me })
      yield* TestClock.adjust("40 seconds")
      const { statistics, updated_at, waiting_since } = yield* Conversations.replyAsContact("1", {
        user_id: "ada",
        body: "Wait"
      })
      assert.deepStrictEqual([waiting_since, updated_at], [100, 100])
      assert.deepInclude(statistics, {
        time_to_assignment: 10,
        time_to_admin_reply: 30,
        time_to_first_close: 60,
        time_to_last_close: 60,
        median_time_to_reply: 30,
        first_contact_reply_at: 0,
        first_assignment_at: 10,
        last_assignment_at: 10,
        last_assignment_admin_reply_at: 30,
        last_contact_reply_at: 100,
        last_close_at: 60,
        handling_time: 50,
        count_reopens: 1,
        count_assignments: 1,
        count_conversation_parts: 4
      })
    }).pipe(Effect.provide(IntercomWorkspace.layer())))

  it.effect("keeps the times of what comes from elsewhere", () =>
    Effect.gen(function*() {
      yield* heard(seed)
      yield* TestClock.adjust("1000 seconds")
      const from = { type: "user", id: ada } as const
      const message = yield* Conversations.create({ from, body: "Hello", created_at: 100 })
      const id = message.conversation_id
      const answered = yield* Conversations.replyAsAdmin(id, { admin_id: me, body: "Hi", created_at: 160 })
      assert.deepStrictEqual([answered.created_at, answered.updated_at], [100, 1000])
      assert.strictEqual(answered.statistics?.time_to_admin_reply, 60)
    }).pipe(Effect.provide(IntercomWorkspace.layer())))

  it.effect("tells by webhook of all that happens in it, in plain text and with that part alone", () =>
    Effect.gen(function*() {
      const notifications = yield* heard(seed)
      const admin_id = me
      yield* Conversations.replyAsContact("1", { user_id: "ada", body: "c > d" })
      yield* Conversations.replyAsAdmin("1", { admin_id, body: "<p>Both<br>&amp; all</p>" })
      yield* Conversations.addNote("1", { admin_id, body: "Hm" })
      yield* Conversations.assign("1", { admin_id, type: "admin", assignee_id: me })
      yield* Conversations.close("1", { admin_id })
      yield* Conversations.assign("1", { admin_id, type: "team", assignee_id: "70" })
      yield* Conversations.snooze("1", { admin_id, snoozed_until: 60 })
      yield* Conversations.open("1", { admin_id })
      yield* Conversations.close("1", { admin_id })
      yield* Conversations.open("1", { admin_id })
      yield* Conversations.markRead("1")
      yield* Conversations.markRead("1")
      yield* Conversations.attachTag("1", { tag_id: "90", admin_id })
      yield* Conversations.attachContact("1", { admin_id, user_id: "bob" })
      yield* Conversations.detachContact("1", { admin_id, contact_id: ada })
      const [part] = (yield* Conversations.find("1")).conversation_parts?.conversation_parts ?? []
      yield* Conversations.redactPart("1", { conversation_part_id: part?.id ?? "" })
      yield* Conversations.delete("1")
      assert.deepStrictEqual(topics(notifications), [
        "conversation.user.replied",
        "conversation.admin.replied",
        "conversation.admin.noted",
        "conversation.admin.assigned",
        "conversation.admin.closed",
        "conversation.admin.open.assigned",
        "conversation.admin.snoozed",
        "conversation.admin.unsnoozed",
        "conversation.admin.closed",
        "conversation.admin.opened",
        "conversation.read",
        "conversation_part.tag.created",
        "conversation.contact.attached",
        "conversation.contact.detached",
        "conversation_part.redacted",
        "conversation.deleted"
      ])
      const [replied, answered, , , , , , , , , , tagged, attached] = yield* received(notifications)
      if (replied?.topic !== "conversation.user.replied") return assert.fail("it is not known")
      assert.strictEqual(replied.data.item.source?.body, "a < b")
      assert.deepStrictEqual(replied.data.item.conversation_parts?.conversation_parts?.map(({ body }) => body), [
        "c > d"
      ])
      if (answered?.topic !== "conversation.admin.replied") return assert.fail("it is not known")
      assert.deepStrictEqual(
        answered.data.item.conversation_parts?.conversation_parts?.map(({ body }) => body),
        ["Both\n& all"]
      )
      assert.deepStrictEqual(answered.data.item.teammates?.admins, [{ type: "admin", id: me }])
      if (tagged?.topic !== "conversation_part.tag.created") return assert.fail("it is not known")
      assert.deepStrictEqual(tagged.data.item.tags_added?.tags?.map(({ id }) => id), ["90"])
      if (attached?.topic !== "conversation.contact.attached") return assert.fail("it is not known")
      assert.deepInclude(attached.data.item.conversation?.model, {
        id: "1",
        created_at: "1970-01-01T00:00:00.000+00:00"
      })
      assert.deepStrictEqual(notifications.at(-1)?.data.item, { type: "conversation", conversation_id: "1" })
    }).pipe(Effect.provide(IntercomWorkspace.layer())))

  it.effect("tells by webhook who began it", () =>
    Effect.gen(function*() {
      const notifications = yield* heard(seed)
      yield* Conversations.create({ from: { type: "user", id: ada }, body: "Hello" })
      const message = { from: { type: "admin", id: me }, to: { type: "user", id: ada }, body: "Hello" } as const
      yield* Messages.sendInApp(message)
      yield* Messages.sendInApp({ ...message, create_conversation_without_contact_reply: true })
      assert.deepStrictEqual(topics(notifications), [
        "conversation.user.created",
        "conversation.admin.single.created"
      ])
      yield* received(notifications)
    }).pipe(Effect.provide(IntercomWorkspace.layer())))

  it.effect("does nothing where a body is not as it should be, and takes it for nothing else", () =>
    Effect.gen(function*() {
      const notifications = yield* heard(seed)
      const before = yield* Conversations.find("1")
      const reply = { message_type: "comment", type: "admin", admin_id: me, body: "Hello" }
      const part = { message_type: "close", type: "admin", admin_id: me }
      for (
        const [path, body, code] of [
          ["reply", { ...reply, admin_id: undefined }, "parameter_not_found"],
          ["reply", { ...reply, body: undefined }, "parameter_invalid"],
          ["reply", { ...reply, body: "" }, "parameter_invalid"],
          ["reply", { ...reply, message_type: "quick_reply" }, "parameter_not_found"],
          ["reply", { ...reply, message_type: "shout" }, "parameter_invalid"],
          ["reply", { ...reply, type: "user", user_id: "ada", message_type: "note" }, "parameter_invalid"],
          ["reply", { ...reply, attachment_urls: Array.from({ length: 11 }, String) }, "parameter_invalid"],
          ["parts", { ...part, admin_id: undefined }, "parameter_not_found"],
          ["parts", { ...part, type: undefined }, "parameter_not_found"],
          ["parts", { ...part, message_type: "snoozed" }, "parameter_not_found"],
          ["parts", { ...part, message_type: "assignment" }, "parameter_not_found"],
          ["parts", { ...part, message_type: "assignment", type: "nobody", assignee_id: "7" }, "parameter_invalid"],
          ["customers", { customer: { user_id: "bob" } }, "parameter_not_found"],
          ["tags", { id: "90" }, "parameter_not_found"]
        ] as const
      ) {
        const answer = yield* posted(`/conversations/1/${path}`, body)
        assert.deepStrictEqual([answer.status, answer.body.errors[0].code], [400, code], JSON.stringify(body))
      }
      assert.deepStrictEqual(yield* Conversations.find("1"), before)
      assert.deepStrictEqual(notifications, [])
    }).pipe(Effect.provide(IntercomWorkspace.layer())))

  it.effect("takes ids that are numbers, and a quick reply of a contact", () =>
    Effect.gen(function*() {
      yield* heard(seed)
      const assigned = yield* posted("/conversations/1/parts", {
        message_type: "assignment",
        type: "admin",
        admin_id: 7,
        assignee_id: 7
      })
      assert.strictEqual(assigned.body.admin_assignee_id, 7)
      const tagged = yield* posted("/conversations/1/tags", { id: 90, admin_id: 7 })
      assert.strictEqual(tagged.body.id, "90")
      const chosen = yield* posted("/conversations/1/reply", {
        message_type: "quick_reply",
        type: "user",
        user_id: "ada",
        reply_options: [{ text: "Yes", uuid: "a5e1c524-5ddd-4c3e-9328-6bca5d6e3edb" }]
      })
      assert.strictEqual(chosen.body.conversation_parts.conversation_parts.at(-1).body, "<p>Yes</p>")
    }).pipe(Effect.provide(IntercomWorkspace.layer())))

  it.effect("sends no email without a subject", () =>
    Effect.gen(function*() {
      yield* heard(seed)
      const email = { message_type: "email", from: { type: "admin", id: 7 }, to: { type: "user", id: ada }, body: "Hi" }
      const { body, status } = yield* posted("/messages", email)
      assert.deepStrictEqual([status, body.errors[0].code], [422, "parameter_not_found"])
      assert.isNull((yield* Contacts.find(ada)).last_contacted_at)
    }).pipe(Effect.provide(IntercomWorkspace.layer())))

  it.effect("is about a company, where it is told which", () =>
    Effect.gen(function*() {
      const notifications = yield* heard(seed)
      const { companies } = yield* IntercomWorkspace.snapshot
      const company_id = companies[0]?.id ?? ""
      assert.deepInclude((yield* Conversations.update("1", { company_id })).company, { company_id: "acme" })
      assert.notProperty(yield* Conversations.update("1", { company_id: null }), "company")
      assert.deepStrictEqual(topics(notifications), ["conversation.company.updated", "conversation.company.updated"])
    }).pipe(Effect.provide(IntercomWorkspace.layer())))
})
