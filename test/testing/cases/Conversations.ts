import { assert } from "@effect/vitest"
import * as Contacts from "effect-intercom/api/Contacts"
import * as Conversations from "effect-intercom/api/Conversations"
import * as Messages from "effect-intercom/api/Messages"
import * as Tickets from "effect-intercom/api/Tickets"
import type * as IntercomError from "effect-intercom/IntercomError"
import type { IntercomHttp } from "effect-intercom/IntercomHttp"
import * as SearchQuery from "effect-intercom/SearchQuery"
import type * as IntercomWorkspace from "effect-intercom/testing/IntercomWorkspace"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { Case } from "../ways.js"

const me = "814860"
const ada = "6762f0d00000000000000ada"
const bob = "6762f0d00000000000000b0b"

const people: IntercomWorkspace.Seed = {
  admins: [{ id: me, email: "admin@example.com" }, { id: "7", email: "grace@example.com", name: "Grace" }],
  teams: [{ id: "70", name: "Support" }],
  tags: [{ id: "90", name: "Urgent" }],
  contacts: [
    { id: ada, external_id: "ada", email: "ada@example.com", name: "Ada" },
    { id: bob, external_id: "bob", email: "bob@example.com", role: "user" },
    { id: "6762f0d0000000000000dead", external_id: "gone", archived: true }
  ]
}

const one = { ...people, conversations: [{ id: "1", contacts: ["ada"] as const, body: "I need support" }] }

const partsOf = ({ conversation_parts }: Conversations.Conversation) =>
  (conversation_parts?.conversation_parts ?? []).map(({ body, part_type }) => [part_type, body])

const lastPart = ({ conversation_parts }: Conversations.Conversation) =>
  conversation_parts?.conversation_parts?.at(-1) ?? assert.fail("it has no part")

/** `404 not_found`, what a call is refused with. */
const refusalOf = <A, R>(call: Effect.Effect<A, IntercomError.IntercomError, R>) =>
  Effect.map(Effect.flip(call), (error) => {
    const [problem] = "errors" in error ? error.errors : []
    return `${"status" in error ? error.status : error._tag} ${problem?.code}`
  })

const found = (query: SearchQuery.SearchQuery<Conversations.ConversationField>) =>
  Effect.map(Conversations.search({ query }), ({ data }) => data.map(({ id }) => id))

const many = Array.from(
  { length: 25 },
  (_, n) => ({ id: String(100 + n), contacts: ["ada"] as const, body: `Nr ${n}` })
)

const uuid = "a5e1c524-5ddd-4c3e-9328-6bca5d6e3edb"

export const cases: ReadonlyArray<Case> = [
  {
    name: "begins a conversation in the name of a contact, and has it from the contact's side",
    seed: people,
    test: Effect.gen(function*() {
      const message = yield* Conversations.create({ from: { type: "user", id: ada }, body: "1 < 2 & so" })
      assert.deepInclude(message, { type: "user_message", body: "1 < 2 & so", message_type: "inapp" })
      const conversation = yield* Conversations.find(message.conversation_id)
      assert.deepInclude(conversation, { open: true, state: "open", read: false, waiting_since: message.created_at })
      assert.deepInclude(conversation.source, {
        id: message.id,
        delivered_as: "customer_initiated",
        body: "<p>1 &lt; 2 &amp; so</p>"
      })
      assert.deepInclude(conversation.source?.author, { type: "user", id: ada, name: "Ada" })
      assert.deepStrictEqual(conversation.contacts?.contacts, [{ type: "contact", id: ada, external_id: "ada" }])
      assert.strictEqual(conversation.first_contact_reply?.created_at, message.created_at)
      assert.strictEqual((yield* Contacts.find(ada)).last_replied_at, message.created_at)
      const plain = yield* Conversations.find(conversation.id, { display_as: "plaintext" })
      assert.strictEqual(plain.source?.body, "1 < 2 & so")
      assert.deepStrictEqual((yield* Conversations.listByContact(ada)).data.map(({ id }) => id), [conversation.id])
      assert.deepStrictEqual((yield* Conversations.listByContact(bob)).data, [])
    })
  },
  {
    name: "does not begin a conversation of a contact who is unknown or archived",
    seed: people,
    test: Effect.gen(function*() {
      for (const id of ["123_doesnt_exist", "6762f0d0000000000000dead"]) {
        assert.strictEqual(
          yield* refusalOf(Conversations.create({ from: { type: "user", id }, body: "Hello" })),
          "404 not_found"
        )
      }
      assert.strictEqual((yield* Conversations.list()).total_count, 0)
    })
  },
  {
    name: "makes a lead of a visitor who begins a conversation",
    seed: { visitors: [{ id: "6762f0f00000000000000001", user_id: "visitor-1", name: "Vi" }] },
    test: Effect.gen(function*() {
      const from = { type: "contact", id: "6762f0f00000000000000001" } as const
      const { conversation_id } = yield* Conversations.create({ from, body: "Hello" })
      assert.deepInclude(yield* Contacts.find(from.id), { role: "lead", name: "Vi" })
      assert.deepInclude((yield* Conversations.find(conversation_id)).source?.author, {
        type: "lead",
        name: "Vi"
      })
    })
  },
  {
    name: "takes replies and notes of admins",
    seed: one,
    test: Effect.gen(function*() {
      const answered = yield* Conversations.replyAsAdmin("1", { admin_id: me, body: "<p>On <b>it</b></p>" })
      assert.deepInclude(answered, { waiting_since: null, state: "open" })
      assert.deepStrictEqual(answered.teammates?.teammates, [{ type: "admin", id: me }])
      assert.deepInclude(lastPart(answered).author, { type: "admin", id: me })
      assert.isNumber((yield* Contacts.find(ada)).last_contacted_at)
      const noted = yield* Conversations.addNote("1", {
        admin_id: me,
        body: "Be kind",
        attachment_urls: ["https://example.com/a.png"]
      })
      assert.deepStrictEqual(partsOf(noted), [["comment", "<p>On <b>it</b></p>"], ["note", "<p>Be kind</p>"]])
      assert.deepInclude(lastPart(noted).attachments?.[0], { name: "a.png", url: "https://example.com/a.png" })
      assert.strictEqual(noted.conversation_parts?.total_count, 2)
    })
  },
  {
    name: "is read until somebody says something",
    seed: one,
    test: Effect.gen(function*() {
      assert.isTrue((yield* Conversations.markRead("1")).read)
      assert.deepStrictEqual((yield* Conversations.listByContact(ada, { state: "unread" })).data, [])
      assert.isTrue((yield* Conversations.addNote("1", { admin_id: me, body: "Psst" })).read)
      assert.isFalse((yield* Conversations.replyAsAdmin("1", { admin_id: me, body: "Hello" })).read)
      assert.lengthOf((yield* Conversations.listByContact(ada, { state: "unread" })).data, 1)
    })
  },
  {
    name: "takes replies of contacts, by whichever id, and opens what was closed",
    seed: one,
    test: Effect.gen(function*() {
      yield* Conversations.replyAsContact("1", { intercom_user_id: ada, body: "Hello?" })
      const closed = yield* Conversations.close("1", { admin_id: me, body: "Goodbye :)" })
      assert.deepInclude(closed, { state: "closed", open: false, waiting_since: null })
      const opened = yield* Conversations.replyAsContact("1", { email: "ada@example.com", body: "Wait!" })
      assert.deepInclude(opened, { state: "open", open: true })
      yield* Conversations.replyAsContact("last", { user_id: "ada", body: "Last of all" })
      assert.deepStrictEqual(partsOf(yield* Conversations.find("1")), [
        ["comment", "<p>Hello?</p>"],
        ["close", "<p>Goodbye :)</p>"],
        ["open", "<p>Wait!</p>"],
        ["comment", "<p>Last of all</p>"]
      ])
      assert.strictEqual(
        yield* refusalOf(Conversations.replyAsContact("1", { intercom_user_id: bob, body: "Hello" })),
        "404 not_found"
      )
    })
  },
  {
    name: "offers quick replies, and keeps which was chosen",
    seed: one,
    test: Effect.gen(function*() {
      const reply_options: Conversations.QuickReply["reply_options"] = [{ text: "Yes", uuid }]
      const offered = yield* Conversations.sendQuickReplies("1", { admin_id: me, reply_options })
      assert.deepInclude(lastPart(offered), { part_type: "quick_reply", body: null })
      assert.deepStrictEqual(lastPart(offered).metadata, { quick_reply_options: reply_options })
      const chosen = yield* Conversations.replyAsContact("1", { user_id: "ada", body: "Yes", reply_options })
      assert.deepStrictEqual(lastPart(chosen).metadata, { quick_reply_uuid: uuid })
    })
  },
  {
    name: "is closed, opened and snoozed",
    seed: one,
    test: Effect.gen(function*() {
      assert.deepInclude(yield* Conversations.close("1", { admin_id: me }), { state: "closed", open: false })
      assert.deepInclude(yield* Conversations.open("1", { admin_id: me }), { state: "open", open: true })
      const snoozed_until = 4_102_444_800
      const snoozed = yield* Conversations.snooze("1", { admin_id: me, snoozed_until })
      assert.deepInclude(snoozed, { state: "snoozed", open: true, snoozed_until })
      assert.deepStrictEqual(partsOf(snoozed), [["close", null], ["open", null], ["snoozed", null]])
      const replied = yield* Conversations.replyAsContact("1", { user_id: "ada", body: "Hello" })
      assert.deepInclude(replied, { state: "open", snoozed_until: null })
    })
  },
  {
    name: "is assigned to an admin and a team at once, and taken from them",
    until: "2.15",
    seed: one,
    test: Effect.gen(function*() {
      const assignment = { admin_id: me, assignee_id: "7", type: "admin" } as const
      const assigned = yield* Conversations.assign("1", assignment)
      assert.deepInclude(assigned, { admin_assignee_id: "7", team_assignee_id: null })
      assert.deepInclude(lastPart(assigned), { part_type: "assignment", assigned_to: { type: "admin", id: "7" } })
      const both = yield* Conversations.assign("1", { admin_id: me, assignee_id: "70", type: "team" })
      assert.deepInclude(both, { admin_assignee_id: "7", team_assignee_id: "70" })
      assert.deepStrictEqual((yield* Conversations.listByAdmin("7", { state: "open" })).data.map(({ id }) => id), ["1"])
      yield* Conversations.close("1", { admin_id: me })
      assert.strictEqual(
        lastPart(yield* Conversations.unassign("1", { admin_id: me, type: "admin" })).part_type,
        "assign_and_reopen"
      )
      const nobody = yield* Conversations.unassign("1", { admin_id: me, type: "team" })
      assert.deepInclude(nobody, { admin_assignee_id: null, team_assignee_id: null, state: "open" })
      assert.strictEqual(
        yield* refusalOf(Conversations.assign("1", { ...assignment, assignee_id: "8" })),
        "404 assignee_not_found"
      )
      assert.strictEqual(
        yield* refusalOf(Conversations.assign("1", { ...assignment, admin_id: "8" })),
        "404 admin_not_found"
      )
    })
  },
  {
    name: "changes its title, attributes and company",
    seed: { ...one, companies: [{ company_id: "acme", name: "Acme" }] },
    test: Effect.gen(function*() {
      yield* Conversations.update("1", { title: "Help", custom_attributes: { issue: "Billing" } })
      const changed = yield* Conversations.update("1", { custom_attributes: { level: "High" } })
      assert.deepInclude(changed, { title: "Help", custom_attributes: { issue: "Billing", level: "High" } })
      assert.deepStrictEqual(partsOf(changed).map(([type]) => type), [
        "conversation_attribute_updated_by_admin",
        "conversation_attribute_updated_by_admin"
      ])
      assert.strictEqual(yield* refusalOf(Conversations.update("1", { company_id: "no" })), "404 company_not_found")
      assert.strictEqual(
        yield* refusalOf(Conversations.update("1", { custom_attributes: { order: ["21"] } })),
        "501 not_implemented"
      )
    })
  },
  {
    name: "has tags, and says who put them there and when",
    seed: one,
    test: Effect.gen(function*() {
      yield* Conversations.replyAsContact("1", { user_id: "ada", body: "Quick!" })
      const tag = yield* Conversations.attachTag("1", { tag_id: "90", admin_id: me })
      assert.deepInclude(tag, { id: "90", name: "Urgent", applied_by: { type: "admin", id: me } })
      assert.isNumber(tag.applied_at)
      assert.deepStrictEqual(yield* Conversations.attachTag("1", { tag_id: "90", admin_id: "7" }), tag)
      const tagged = yield* Conversations.find("1")
      assert.deepStrictEqual(tagged.tags?.tags, [tag])
      assert.deepStrictEqual(lastPart(tagged).tags, [{ type: "tag", id: "90", name: "Urgent" }])
      assert.deepStrictEqual(yield* found(SearchQuery.equals("tag_ids", "90")), ["1"])
      assert.deepStrictEqual(yield* Conversations.detachTag("1", { tag_id: "90", admin_id: me }), tag)
      assert.deepStrictEqual((yield* Conversations.find("1")).tags?.tags, [])
      assert.deepStrictEqual(
        [
          yield* refusalOf(Conversations.detachTag("1", { tag_id: "90", admin_id: me })),
          yield* refusalOf(Conversations.attachTag("1", { tag_id: "91", admin_id: me })),
          yield* refusalOf(Conversations.attachTag("2", { tag_id: "90", admin_id: me }))
        ],
        ["404 tag_not_found", "404 tag_not_found", "404 not_found"]
      )
    })
  },
  {
    name: "has several contacts, and one at least",
    seed: one,
    test: Effect.gen(function*() {
      const joined = yield* Conversations.attachContact("1", { admin_id: me, intercom_user_id: bob })
      assert.deepStrictEqual(joined.customers, [{ type: "user", id: ada }, { type: "user", id: bob }])
      assert.deepStrictEqual(yield* found(SearchQuery.equals("contact_ids", bob)), ["1"])
      const invited = yield* Conversations.attachContact("1", {
        email: "new@example.com",
        customer: { intercom_user_id: ada }
      })
      assert.strictEqual(invited.customers?.[2]?.type, "lead")
      const lead = invited.customers?.[2]?.id ?? ""
      assert.deepInclude(yield* Contacts.find(lead), { role: "lead", email: "new@example.com" })
      yield* Conversations.detachContact("1", { admin_id: me, contact_id: lead })
      const left = yield* Conversations.detachContact("1", { admin_id: me, contact_id: ada })
      assert.deepStrictEqual(left.customers, [{ type: "user", id: bob }])
      assert.deepStrictEqual(
        [
          yield* refusalOf(Conversations.detachContact("1", { admin_id: me, contact_id: ada })),
          yield* refusalOf(Conversations.detachContact("1", { admin_id: me, contact_id: bob })),
          yield* refusalOf(Conversations.attachContact("1", { admin_id: me, user_id: "nobody" }))
        ],
        ["404 not_found", "422 parameter_invalid", "404 not_found"]
      )
    })
  },
  {
    name: "wipes out what was said",
    seed: one,
    test: Effect.gen(function*() {
      const { id } = lastPart(yield* Conversations.replyAsContact("1", { user_id: "ada", body: "My secret" }))
      const redacted = yield* Conversations.redactPart("1", { conversation_part_id: id })
      assert.isTrue(lastPart(redacted).redacted)
      const source_id = redacted.source?.id ?? ""
      const { source } = yield* Conversations.redactSource("1", { source_id })
      assert.isTrue(source?.redacted)
      assert.notInclude(JSON.stringify(yield* Conversations.find("1")), "secret")
      assert.notInclude(JSON.stringify(yield* Conversations.find("1")), "support")
      const closed = lastPart(yield* Conversations.close("1", { admin_id: me }))
      assert.deepStrictEqual(
        [
          yield* refusalOf(Conversations.redactPart("1", { conversation_part_id: closed.id })),
          yield* refusalOf(Conversations.redactPart("1", { conversation_part_id: "no" })),
          yield* refusalOf(Conversations.redactSource("no", { source_id }))
        ],
        [
          "400 conversation_part_not_redactable",
          "404 conversation_part_or_message_not_found",
          "404 conversation_part_or_message_not_found"
        ]
      )
    })
  },
  {
    name: "lists conversations in pages of at most 150, without their parts",
    seed: { ...people, conversations: many },
    test: Effect.gen(function*() {
      const page = yield* Conversations.list()
      assert.strictEqual(page.total_count, 25)
      assert.lengthOf(page.data, 20)
      assert.notProperty(page.data[0], "conversation_parts")
      const all = yield* Stream.runCollect(Conversations.stream({ perPage: 7 }))
      assert.deepStrictEqual(Chunk.toReadonlyArray(all).map(({ id }) => id), many.map(({ id }) => id))
      assert.strictEqual((yield* Effect.flip(Conversations.list({ perPage: 151 })))._tag, "IntercomInvalidInput")
    })
  },
  {
    name: "is found by what is in it",
    seed: {
      ...people,
      conversations: [
        {
          id: "1",
          contacts: ["ada"],
          body: "I need support",
          created_at: 1000,
          parts: [{ admin: "7", body: "Sure", created_at: 1060 }],
          admin: "7",
          team: "Support",
          state: "closed",
          priority: "priority",
          tags: ["Urgent"],
          rating: {
            rating: 4,
            remark: "great",
            created_at: 1100,
            updated_at: 1200,
            teammate: { type: "admin", id: "7" }
          },
          ai_agent: { resolution_state: "escalated", source_type: "workflow", rating: 2 }
        },
        {
          id: "2",
          contacts: ["bob"],
          from: "grace@example.com",
          subject: "News",
          body: "Read all about it",
          channel: "email"
        }
      ]
    },
    test: Effect.gen(function*() {
      const { and, contains, equals, greaterThan, lessThan, notEquals, oneOf } = SearchQuery
      for (
        const query of [
          equals("id", "1"),
          lessThan("created_at", 2000),
          equals("source.body", "support"),
          contains("source.body", "supp"),
          equals("source.author.email", "ada@example.com"),
          equals("source.delivered_as", "customer_initiated"),
          equals("channel_initiated", "conversation"),
          equals("contact_ids", ada),
          oneOf("contact_ids", [ada, "none"]),
          equals("admin_assignee_id", 7),
          equals("team_assignee_id", 70),
          equals("open", false),
          equals("state", "closed"),
          equals("priority", "priority"),
          oneOf("tag_ids", ["90"]),
          equals("statistics.time_to_admin_reply", 60),
          greaterThan("statistics.first_admin_reply_at", 1059),
          equals("statistics.count_conversation_parts", 2),
          equals("statistics.last_closed_by_id", "7"),
          greaterThan("conversation_rating.score", 3),
          equals("conversation_rating.remark", "great"),
          equals("conversation_rating.replied_at", 1200),
          equals("conversation_rating.admin_d", "7"),
          equals("ai_agent_participated", true),
          equals("ai_agent.resolution_state", "escalated"),
          equals("ai_agent.rating", 2),
          and(equals("read", false), notEquals("source.type", "email"))
        ]
      ) assert.deepStrictEqual(yield* found(query), ["1"], JSON.stringify(query))
      assert.deepStrictEqual(yield* found(equals("source.subject", "News")), ["2"])
      assert.deepStrictEqual(yield* found(equals("teammate_ids", "7")), ["1", "2"])
      assert.deepStrictEqual(yield* found(equals("source.body", "need support")), [])
      assert.deepStrictEqual(yield* found(equals("waiting_since", null)), ["1", "2"])
      const [item] = (yield* Conversations.search({ query: equals("id", "1") })).data
      assert.notProperty(item, "conversation_parts")
      const unknown = Conversations.search({ query: SearchQuery.equals("source.nothing" as "source.body", "x") })
      assert.strictEqual(yield* refusalOf(unknown), "400 invalid_field")
    })
  },
  {
    name: "tells how it went by figures",
    seed: {
      ...people,
      conversations: [{
        id: "1",
        contacts: ["ada"],
        body: "Hello",
        created_at: 1000,
        parts: [
          { admin: "7", body: "Hi", created_at: 1100 },
          { body: "Thanks", created_at: 1200 },
          { body: "Still there?", created_at: 1250 },
          { admin: "7", body: "Yes", created_at: 1500 },
          { admin: me, body: "Nice", note: true, created_at: 1600 },
          { body: "Bye", created_at: 1700 }
        ]
      }]
    },
    test: Effect.gen(function*() {
      const { statistics, waiting_since } = yield* Conversations.find("1")
      assert.strictEqual(waiting_since, 1700)
      assert.deepInclude(statistics, {
        time_to_admin_reply: 100,
        median_time_to_reply: 200,
        first_contact_reply_at: 1000,
        first_admin_reply_at: 1100,
        last_contact_reply_at: 1700,
        last_admin_reply_at: 1500,
        count_reopens: 0,
        count_assignments: 0,
        count_conversation_parts: 6
      })
      yield* Conversations.assign("1", { admin_id: me, type: "admin", assignee_id: "7" })
      yield* Conversations.close("1", { admin_id: "7" })
      yield* Conversations.open("1", { admin_id: me })
      const after = (yield* Conversations.find("1")).statistics
      assert.deepInclude(after, { last_closed_by_id: "7", count_reopens: 1, count_assignments: 1 })
    })
  },
  {
    name: "gives the newest 500 parts of a conversation",
    seed: {
      ...people,
      conversations: [{
        id: "1",
        contacts: ["ada"],
        body: "Hello",
        parts: Array.from({ length: 501 }, (_, n) => ({ body: `Nr ${n}` }))
      }]
    },
    test: Effect.gen(function*() {
      const parts = partsOf(yield* Conversations.find("1"))
      assert.lengthOf(parts, 500)
      assert.deepStrictEqual(parts[0], ["comment", "<p>Nr 1</p>"])
    })
  },
  {
    name: "stays when its contact is deleted, and is gone when it is deleted itself",
    seed: one,
    test: Effect.gen(function*() {
      yield* Contacts.delete(ada)
      assert.deepStrictEqual((yield* Conversations.find("1")).contacts?.contacts?.map(({ id }) => id), [ada])
      assert.deepStrictEqual((yield* Conversations.listHandlingEvents("1")).data, [])
      assert.deepInclude(yield* Conversations.delete("1"), { id: "1", deleted: true })
      for (
        const call of [
          Conversations.find("1"),
          Conversations.delete("1"),
          Conversations.markRead("1"),
          Conversations.close("1", { admin_id: me }),
          Conversations.replyAsAdmin("1", { admin_id: me, body: "Hello" }),
          Conversations.replyAsContact("1", { user_id: "bob", body: "Hello" }),
          Conversations.attachContact("1", { admin_id: me, user_id: "bob" }),
          Conversations.listHandlingEvents("1")
        ]
      ) assert.strictEqual(yield* refusalOf<unknown, IntercomHttp>(call), "404 not_found")
    })
  },
  {
    name: "becomes a ticket for a customer, and no other",
    seed: {
      ...one,
      ticketTypes: [{ id: "50", name: "Bug" }, { id: "51", name: "Task", category: "Back-office" }]
    },
    test: Effect.gen(function*() {
      yield* Conversations.replyAsContact("1", { user_id: "ada", body: "It is broken" })
      assert.strictEqual(
        yield* refusalOf(Conversations.convertToTicket("1", { ticket_type_id: "51" })),
        "400 parameter_invalid"
      )
      const ticket = yield* Conversations.convertToTicket("1", { ticket_type_id: "50" })
      assert.deepInclude(ticket, { category: "Customer", open: true })
      assert.deepStrictEqual(
        ticket.ticket_parts?.ticket_parts?.slice(0, 2).map(({ body }) => body),
        ["<p>I need support</p>", "<p>It is broken</p>"]
      )
      assert.deepStrictEqual((yield* Conversations.find("1")).ticket?.id, ticket.id)
      assert.strictEqual((yield* Tickets.find(ticket.id)).id, ticket.id)
    })
  },
  {
    name: "makes no conversation of an admin's message until it is answered",
    seed: people,
    test: Effect.gen(function*() {
      const to = { type: "user", id: ada } as const
      const message = yield* Messages.sendInApp({ from: { type: "admin", id: me }, to, body: "Welcome" })
      assert.deepInclude(message, { type: "admin_message", message_type: "inapp", body: "Welcome" })
      assert.deepInclude(message.owner, { id: me })
      assert.notProperty(message, "conversation_id")
      assert.strictEqual((yield* Conversations.list()).total_count, 0)
      assert.strictEqual((yield* Contacts.find(ada)).last_contacted_at, message.created_at)
      const answered = yield* Conversations.replyAsContact("last", { intercom_user_id: ada, body: "Thank you" })
      assert.deepInclude(answered.source, { id: message.id, delivered_as: "admin_initiated", body: "<p>Welcome</p>" })
      assert.notStrictEqual(answered.id, message.id)
      assert.deepStrictEqual(partsOf(answered), [["open", "<p>Thank you</p>"]])
      assert.deepStrictEqual(yield* found(SearchQuery.equals("source.id", message.id)), [answered.id])
    })
  },
  {
    name: "sends an email to several, and opens a conversation at once where that is asked for",
    seed: people,
    test: Effect.gen(function*() {
      const email = {
        from: { type: "admin", id: me },
        to: [{ type: "user", id: ada }],
        cc: { type: "user", id: bob },
        subject: "News",
        body: "<p>Read</p>",
        template: "plain",
        create_conversation_without_contact_reply: true
      } as const
      const message = yield* Messages.sendEmail(email)
      assert.deepInclude(message, { message_type: "email", subject: "News", body: "<p>Read</p>" })
      const [conversation] = (yield* Conversations.list()).data
      assert.deepInclude(conversation, { state: "open", waiting_since: null, first_contact_reply: null })
      assert.deepInclude(conversation?.source, { type: "email", subject: "News", id: message.id })
      assert.deepStrictEqual(conversation?.contacts?.contacts?.map(({ id }) => id), [ada, bob])
      assert.deepStrictEqual(
        [
          yield* refusalOf(Messages.sendEmail({ ...email, body: "" })),
          yield* refusalOf(Messages.sendEmail({ ...email, from: { type: "admin", id: "8" } })),
          yield* refusalOf(Messages.sendEmail({ ...email, to: { type: "user", id: "8" } }))
        ],
        ["400 parameter_invalid", "404 admin_not_found", "404 not_found"]
      )
    })
  },
  {
    name: "merges a conversation into another one, which records it, and closes it",
    seed: {
      ...people,
      conversations: [
        { id: "1", contacts: ["ada"], body: "I need support" },
        { id: "2", contacts: ["ada"], body: "Again" },
        { id: "3", contacts: ["ada"], body: "Long ago", state: "closed" }
      ]
    },
    test: Effect.gen(function*() {
      const primary = yield* Conversations.merge("2", { merge_into_conversation_id: "1" })
      assert.deepInclude(primary, { id: "1", state: "open" })
      assert.deepStrictEqual(partsOf(primary), [["merged_primary_conversation", null]])
      const secondary = yield* Conversations.find("2")
      assert.strictEqual(secondary.state, "closed")
      assert.deepStrictEqual(partsOf(secondary), [["close", null]])
      const into = (id: string) => ({ merge_into_conversation_id: id })
      assert.lengthOf(partsOf(yield* Conversations.merge("3", into("1"))), 2)
      assert.deepStrictEqual(
        [
          yield* refusalOf(Conversations.merge("2", into("1"))),
          yield* refusalOf(Conversations.merge("1", into("1"))),
          yield* refusalOf(Conversations.merge("1", into("404"))),
          yield* refusalOf(Conversations.merge("404", into("1")))
        ],
        ["422 merge_failed", "422 merge_failed", "422 merge_failed", "404 not_found"]
      )
    })
  },
  {
    name: "counts conversations, and finds many by their ids",
    seed: {
      ...people,
      conversations: ["1", "2", "3"].map((id) => ({ id, contacts: ["ada"], body: "Hello", open: id !== "2" }))
    },
    test: Effect.gen(function*() {
      assert.strictEqual(yield* Conversations.count({ query: SearchQuery.equals("contact_ids", ada) }), 3)
      assert.strictEqual(yield* Conversations.count({ query: SearchQuery.equals("contact_ids", bob) }), 0)
      const { data, missing } = yield* Conversations.findMany(["3", "404", "1"])
      assert.deepStrictEqual([data.map(({ id }) => id), missing], [["3", "1"], ["404"]])
    })
  }
]
