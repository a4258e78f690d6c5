import { assert } from "@effect/vitest"
import * as Conversations from "effect-intercom/api/Conversations"
import * as Jobs from "effect-intercom/api/Jobs"
import * as Tickets from "effect-intercom/api/Tickets"
import * as TicketStates from "effect-intercom/api/TicketStates"
import * as TicketTypes from "effect-intercom/api/TicketTypes"
import type * as IntercomError from "effect-intercom/IntercomError"
import * as SearchQuery from "effect-intercom/SearchQuery"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { post } from "../calls.js"
import type { Case } from "../ways.js"

const seed: Case["seed"] = {
  admins: [{ id: "814860", email: "admin@example.com", name: "Admin" }, { id: "7", email: "joan@example.com" }],
  teams: [{ id: "9", name: "Shipping" }],
  tags: [{ id: "1", name: "urgent" }],
  companies: [{ company_id: "acme" }],
  contacts: [{ id: "ada", external_id: "1", email: "ada@example.com" }, { id: "joan", external_id: "2" }],
  ticketTypes: [
    {
      id: "10",
      name: "Order",
      attributes: [
        { name: "Number", description: "Of the order", data_type: "integer" },
        { name: "Speed", description: "Of delivery", data_type: "list", list_items: "Slow, Fast" }
      ]
    },
    { id: "20", name: "Task", category: "Back-office" },
    {
      id: "30",
      name: "Outage",
      category: "Tracker",
      attributes: [{ name: "Where", description: "It is down", data_type: "string", required_to_create: true }]
    }
  ]
}

const order: Tickets.NewTicket = { ticket_type_id: "10", contacts: [{ id: "ada" }] }

const refusal = <A, R>(call: Effect.Effect<A, IntercomError.IntercomError, R>) =>
  Effect.map(Effect.flip(call), (error) => {
    const [first] = "errors" in error ? error.errors : []
    return [error._tag, "status" in error ? error.status : undefined, first?.code]
  })

const partTypes = ({ ticket_parts }: Tickets.Ticket) => ticket_parts?.ticket_parts?.map(({ part_type }) => part_type)

const stateOf = ({ ticket_state }: Tickets.Ticket) =>
  typeof ticket_state === "object" ? ticket_state?.category : undefined

const stateId = (category: string) =>
  Effect.map(TicketStates.list(), ({ data: states }) => states.find((state) => state.category === category)?.id ?? "")

const attributeId = (name: string) =>
  Effect.map(
    TicketTypes.find("10"),
    ({ ticket_type_attributes }) => ticket_type_attributes?.data?.find((attribute) => attribute.name === name)?.id ?? ""
  )

const titles = (query: SearchQuery.SearchQuery<Tickets.TicketField>) =>
  Effect.map(
    Tickets.search({ query }),
    ({ data }) => data.map(({ ticket_attributes }) => ticket_attributes?._default_title_)
  )

export const cases: ReadonlyArray<Case> = [
  {
    name: "creates a ticket in the state that tickets start with, and finds it by its id, not the number people see",
    seed,
    test: Effect.gen(function*() {
      const ticket = yield* Tickets.create({
        ...order,
        ticket_attributes: { _default_title_: "Two left shoes", Number: 42 },
        assignment: { admin_assignee_id: "7", team_assignee_id: "9" }
      })
      assert.deepInclude(ticket, {
        type: "ticket",
        category: "Customer",
        open: true,
        is_shared: true,
        admin_assignee_id: "7",
        team_assignee_id: "9",
        ticket_attributes: {
          _default_title_: "Two left shoes",
          _default_description_: null,
          Number: 42,
          Speed: null
        }
      })
      assert.strictEqual(stateOf(ticket), "submitted")
      assert.strictEqual(ticket.ticket_type?.name, "Order")
      assert.deepStrictEqual(ticket.contacts?.contacts, [{ type: "contact", id: "ada", external_id: "1" }])
      assert.deepStrictEqual(partTypes(ticket), ["ticket_state_updated_by_admin"])
      assert.deepStrictEqual(yield* Tickets.find(ticket.id), ticket)
      assert.notStrictEqual(ticket.ticket_id, ticket.id)
      assert.deepStrictEqual(yield* refusal(Tickets.find(ticket.ticket_id ?? "")), [
        "IntercomNotFound",
        404,
        "ticket_not_found"
      ])
    })
  },
  {
    name: "takes a contact by your own id or an email, for which one is made",
    seed,
    test: Effect.gen(function*() {
      const known = yield* Tickets.create({ ...order, contacts: [{ external_id: "2" }] })
      assert.strictEqual(known.contacts?.contacts?.[0]?.id, "joan")
      const fresh = yield* Tickets.create({ ...order, contacts: [{ email: "new@example.com" }] })
      const again = yield* Tickets.create({ ...order, contacts: [{ email: "new@example.com" }] })
      assert.deepStrictEqual(fresh.contacts, again.contacts)
      assert.notInclude(["ada", "joan"], fresh.contacts?.contacts?.[0]?.id)
    })
  },
  {
    name: "knows a lead by its email, and takes no contact that is archived",
    seed: {
      ...seed,
      contacts: [
        { id: "lead", role: "lead", email: "lead@example.com" },
        { id: "gone", external_id: "gone", email: "gone@example.com", archived: true }
      ]
    },
    test: Effect.gen(function*() {
      const ticket = yield* Tickets.create({ ...order, contacts: [{ email: "lead@example.com" }] })
      assert.strictEqual(ticket.contacts?.contacts?.[0]?.id, "lead")
      for (const contact of [{ id: "gone" }, { external_id: "gone" }]) {
        const refused = yield* refusal(Tickets.create({ ...order, contacts: [contact] }))
        assert.deepStrictEqual(refused, ["IntercomNotFound", 404, "not_found"])
      }
      const twin = yield* refusal(Tickets.create({ ...order, contacts: [{ email: "gone@example.com" }] }))
      assert.deepStrictEqual(twin, ["IntercomConflict", 409, "conflict"])
    })
  },
  {
    name: "refuses a ticket of nobody, of no type, or with attributes its type does not take",
    seed,
    test: Effect.gen(function*() {
      const invalid = ["IntercomInvalidRequest", 400, "parameter_invalid"]
      const wrong: ReadonlyArray<Tickets.NewTicket> = [
        { ...order, ticket_type_id: "404" },
        { ...order, contacts: [{ id: "ada" }, { id: "joan" }] },
        { ...order, ticket_attributes: { Colour: "red" } },
        { ...order, ticket_attributes: { Number: "many" } },
        { ...order, ticket_attributes: { Speed: "Fast" } },
        { ...order, ticket_type_id: "30" },
        { ...order, conversation_to_link_id: "1" }
      ]
      for (const ticket of wrong) {
        assert.deepStrictEqual(yield* refusal(Tickets.create(ticket)), invalid)
        assert.deepStrictEqual(yield* refusal(Tickets.enqueue(ticket)), invalid)
      }
      assert.deepStrictEqual(yield* refusal(post("/tickets", { ...order, contacts: [] })), invalid)
      assert.deepStrictEqual(yield* refusal(Tickets.create({ ...order, contacts: [{ id: "nobody" }] })), [
        "IntercomNotFound",
        404,
        "not_found"
      ])
      assert.deepStrictEqual(yield* refusal(Tickets.create({ ...order, assignment: { admin_assignee_id: "404" } })), [
        "IntercomNotFound",
        404,
        "assignee_not_found"
      ])
      assert.deepStrictEqual(yield* titles(SearchQuery.greaterThan("created_at", 0)), [])
    })
  },
  {
    name: "links a ticket of the back office to a conversation, seen from both sides",
    seed,
    test: Effect.gen(function*() {
      const message = yield* Conversations.create({ from: { type: "user", id: "ada" }, body: "Hello" })
      const conversation = message.conversation_id
      const task = { ...order, ticket_type_id: "20" }
      const ticket = yield* Tickets.create({ ...task, conversation_to_link_id: conversation })
      assert.deepInclude(ticket.linked_objects, {
        total_count: 1,
        data: [{ type: "conversation", id: conversation, category: null }]
      })
      assert.deepInclude((yield* Conversations.find(conversation)).linked_objects, {
        total_count: 1,
        data: [{ type: "ticket", id: ticket.id, category: "Back-office" }]
      })
      assert.deepStrictEqual(yield* refusal(Tickets.create({ ...task, conversation_to_link_id: "404" })), [
        "IntercomNotFound",
        404,
        "conversation_not_found"
      ])
      assert.deepStrictEqual(yield* refusal(Tickets.create({ ...task, company_id: "404" })), [
        "IntercomNotFound",
        404,
        "company_not_found"
      ])
    })
  },
  {
    name: "changes what is named, and says in parts what happened and who did it",
    seed: { ...seed, tickets: [{ id: "1", ticket_type: "Order", contacts: ["ada"], title: "Shoes" }] },
    test: Effect.gen(function*() {
      const inProgress = yield* stateId("in_progress")
      const ticket = yield* Tickets.update("1", {
        admin_id: "814860",
        assignee_id: "7",
        ticket_attributes: { Number: 1 },
        ticket_state_id: inProgress,
        snoozed_until: 2_524_608_000
      })
      assert.deepInclude(ticket, { admin_assignee_id: "7", team_assignee_id: "0", snoozed_until: 2_524_608_000 })
      assert.deepInclude(ticket.ticket_attributes, { _default_title_: "Shoes", Number: 1 })
      assert.strictEqual(stateOf(ticket), "in_progress")
      assert.deepStrictEqual(partTypes(ticket), [
        "ticket_state_updated_by_admin",
        "ticket_attribute_updated_by_admin",
        "ticket_state_updated_by_admin",
        "assignment",
        "snoozed"
      ])
      const [, attribute, moved, assigned] = ticket.ticket_parts?.ticket_parts ?? []
      assert.deepInclude(attribute?.updated_attribute_data, { value: { type: "value", id: "1", label: "1" } })
      assert.deepInclude(moved, { previous_ticket_state: "submitted", ticket_state: "in_progress" })
      assert.deepInclude(assigned, { assigned_to: { type: "admin", id: "7" } })
      assert.deepInclude(assigned?.author, { type: "admin", id: "814860" })
      assert.deepInclude(yield* Tickets.update("1", { assignee_id: "9" }), {
        admin_assignee_id: "7",
        team_assignee_id: "9"
      })
      assert.deepInclude(yield* Tickets.update("1", { assignee_id: "0", is_shared: false }), {
        admin_assignee_id: "0",
        team_assignee_id: "0",
        is_shared: false
      })
      const closed = yield* Tickets.update("1", { open: false })
      assert.isFalse(closed.open)
      assert.notProperty(closed, "snoozed_until")
      assert.deepStrictEqual(yield* Tickets.find("1"), closed)
    })
  },
  {
    name: "refuses changes by or to who is not there, and states of another type",
    seed: {
      ...seed,
      ticketStates: [{ id: "5", category: "in_progress", internal_label: "Elsewhere", ticket_types: ["Task"] }],
      tickets: [{ id: "1", ticket_type: "Order", contacts: ["ada"] }]
    },
    test: Effect.gen(function*() {
      const before = yield* Tickets.find("1")
      const assignee = ["IntercomNotFound", 404, "assignee_not_found"]
      assert.deepStrictEqual(yield* refusal(Tickets.update("1", { admin_id: "404", open: false })), assignee)
      assert.deepStrictEqual(yield* refusal(Tickets.update("1", { assignee_id: "404", open: false })), assignee)
      for (const ticket_state_id of ["0", "5"]) {
        assert.deepStrictEqual(yield* refusal(Tickets.update("1", { ticket_state_id, open: false })), [
          "IntercomInvalidRequest",
          400,
          "ticket_state_id_invalid"
        ])
      }
      assert.deepStrictEqual(yield* Tickets.find("1"), before)
    })
  },
  {
    name: "adds replies of both sides, notes and quick replies",
    seed: { ...seed, tickets: [{ id: "1", ticket_type: "Order", contacts: ["ada"] }] },
    test: Effect.gen(function*() {
      const asked = yield* Tickets.replyAsContact("1", { user_id: "1", body: "Where <is> it?" })
      assert.deepInclude(asked, { part_type: "comment", body: "<p>Where &lt;is&gt; it?</p>" })
      assert.deepInclude(asked.author, { type: "user", id: "ada" })
      const attachment_urls = ["https://example.com/map.png"]
      const answered = yield* Tickets.replyAsAdmin("1", { admin_id: "7", body: "<b>Here</b>", attachment_urls })
      assert.deepInclude(answered, { part_type: "comment", body: "<b>Here</b>" })
      assert.deepInclude(answered.attachments?.[0], { name: "map.png", url: "https://example.com/map.png" })
      assert.deepInclude(yield* Tickets.addNote("1", { admin_id: "7", body: "Hm" }), { part_type: "note" })
      const quick = yield* Tickets.sendQuickReplies("1", { admin_id: "7", reply_options: [{ text: "Yes", uuid: "a" }] })
      assert.deepInclude(quick, { part_type: "quick_reply" })
      const ticket = yield* Tickets.find("1")
      assert.deepStrictEqual(partTypes(ticket)?.slice(1), ["comment", "comment", "note", "quick_reply"])
      assert.strictEqual(ticket.ticket_parts?.total_count, 5)
    })
  },
  {
    name: "refuses replies of contacts on back-office tickets and of whom the ticket does not concern",
    seed: {
      ...seed,
      tickets: [
        { id: "1", ticket_type: "Task", contacts: ["ada"] },
        { id: "2", ticket_type: "Order", contacts: ["ada"] }
      ]
    },
    test: Effect.gen(function*() {
      assert.deepStrictEqual(yield* refusal(Tickets.replyAsContact("1", { user_id: "1", body: "?" })), [
        "IntercomInvalidRequest",
        400,
        "parameter_mismatch"
      ])
      for (const user_id of ["2", "nobody"]) {
        assert.deepStrictEqual(yield* refusal(Tickets.replyAsContact("2", { user_id, body: "?" })), [
          "IntercomNotFound",
          404,
          "not_found"
        ])
      }
      const note = { admin_id: "7", body: "Hm", cross_post: true }
      assert.deepStrictEqual(yield* refusal(Tickets.addNote("1", note)), [
        "IntercomServerError",
        501,
        "not_implemented"
      ])
      assert.strictEqual((yield* Tickets.find("2")).ticket_parts?.total_count, 1)
    })
  },
  {
    name: "puts a tag on a ticket and takes it off once",
    seed: { ...seed, tickets: [{ id: "1", ticket_type: "Order", contacts: ["ada"] }] },
    test: Effect.gen(function*() {
      const urgent = { tag_id: "1", admin_id: "7" }
      assert.deepInclude(yield* Tickets.attachTag("1", urgent), {
        name: "urgent",
        applied_by: { type: "admin", id: "7" }
      })
      assert.deepInclude(yield* Tickets.detachTag("1", urgent), { id: "1", name: "urgent" })
      const tag = ["IntercomNotFound", 404, "tag_not_found"]
      assert.deepStrictEqual(yield* refusal(Tickets.detachTag("1", urgent)), tag)
      assert.deepStrictEqual(yield* refusal(Tickets.attachTag("1", { ...urgent, tag_id: "404" })), tag)
      assert.deepStrictEqual(yield* refusal(Tickets.attachTag("404", urgent)), [
        "IntercomNotFound",
        404,
        "ticket_not_found"
      ])
    })
  },
  {
    name: "deletes a ticket for good",
    seed: { ...seed, tickets: [{ id: "1", ticket_type: "Order", contacts: ["ada"] }] },
    test: Effect.gen(function*() {
      assert.deepStrictEqual(yield* Tickets.delete("1"), { id: "1", object: "ticket", deleted: true })
      const gone = ["IntercomNotFound", 404, "ticket_not_found"]
      assert.deepStrictEqual(yield* refusal(Tickets.find("1")), gone)
      assert.deepStrictEqual(yield* refusal(Tickets.delete("1")), gone)
    })
  },
  {
    name: "searches tickets by their fields, a category by another word than it is read",
    seed: {
      ...seed,
      tickets: [
        { id: "1", ticket_type: "Order", contacts: ["ada"], title: "Shoes", admin: "joan@example.com" },
        { id: "2", ticket_type: "Task", contacts: ["joan"], title: "Pack", team: "Shipping", open: false },
        {
          id: "3",
          ticket_type: "Outage",
          contacts: ["ada"],
          title: "Down",
          ticket_attributes: { Where: "here" },
          created_at: 1_600_000_000,
          snoozed_until: 2_524_608_000
        }
      ]
    },
    test: Effect.gen(function*() {
      const finds: ReadonlyArray<readonly [SearchQuery.SearchQuery<Tickets.TicketField>, Array<string>]> = [
        [SearchQuery.equals("category", "request"), ["Shoes"]],
        [SearchQuery.equals("category", "task"), ["Pack"]],
        [SearchQuery.equals("category", "tracker"), ["Down"]],
        [SearchQuery.equals("category", "Tracker"), ["Down"]],
        [SearchQuery.contains("title", "sho"), ["Shoes"]],
        [SearchQuery.equals("ticket_type_id", "20"), ["Pack"]],
        [SearchQuery.equals("contact_ids", "ada"), ["Shoes", "Down"]],
        [SearchQuery.equals("teammate_ids", "7"), ["Shoes"]],
        [SearchQuery.equals("admin_assignee_id", "7"), ["Shoes"]],
        [SearchQuery.equals("team_assignee_id", "9"), ["Pack"]],
        [SearchQuery.equals("open", false), ["Pack"]],
        [SearchQuery.equals("state", "snoozed"), ["Down"]],
        [SearchQuery.lessThanOrEqualTo("created_at", 1_600_000_000), ["Down"]],
        [SearchQuery.equals("id", "2"), ["Pack"]],
        [
          SearchQuery.or(
            SearchQuery.equals("id", "2"),
            SearchQuery.and(SearchQuery.equals("open", true), SearchQuery.greaterThan("snoozed_until", 0))
          ),
          ["Pack", "Down"]
        ]
      ]
      for (const [query, expected] of finds) assert.deepStrictEqual(yield* titles(query), expected)
    })
  },
  {
    name: "searches attributes by the number that is their id; a name is not found",
    seed: {
      ...seed,
      tickets: [
        { ticket_type: "Order", contacts: ["ada"], title: "Few", ticket_attributes: { Number: 3, Speed: "Fast" } },
        { ticket_type: "Order", contacts: ["ada"], title: "Many", ticket_attributes: { Number: 30 } }
      ]
    },
    test: Effect.gen(function*() {
      const number = yield* attributeId("Number")
      const speed = yield* attributeId("Speed")
      assert.deepStrictEqual(yield* titles(SearchQuery.greaterThan(`ticket_attribute.${number}`, 10)), ["Many"])
      assert.deepStrictEqual(yield* titles(SearchQuery.notEquals(`ticket_attribute.${speed}`, null)), ["Few"])
      for (const name of ["Number", "404"]) {
        const query = SearchQuery.equals(`ticket_attribute.${name}`, 1)
        assert.deepStrictEqual(yield* refusal(Tickets.search({ query })), [
          "IntercomInvalidRequest",
          400,
          "field_not_found"
        ])
      }
    })
  },
  {
    name: "gives 20 found tickets a page, and all of them as a stream",
    seed: {
      ...seed,
      tickets: Array.from({ length: 45 }, (_, n) => ({ id: `${n + 1}`, ticket_type: "Task", contacts: ["ada"] }))
    },
    test: Effect.gen(function*() {
      const query: SearchQuery.SearchQuery<Tickets.TicketField> = SearchQuery.equals("category", "task")
      const first = yield* Tickets.search({ query })
      assert.lengthOf(first.data, 20)
      assert.strictEqual(first.total_count, 45)
      const second = yield* Tickets.search({ query, cursor: first.next })
      assert.strictEqual(second.data[0]?.id, "21")
      assert.strictEqual(Chunk.size(yield* Stream.runCollect(Tickets.searchStream({ query, perPage: 7 }))), 45)
    })
  },
  {
    name: "has a ticket created later, by a job that is pending first",
    seed,
    test: Effect.gen(function*() {
      const job = yield* Tickets.enqueue(order)
      assert.deepInclude(job, { type: "job", status: "pending", resource_type: "ticket", resource_id: null })
      assert.deepInclude(yield* Jobs.find(job.id), { id: job.id, status: "pending" })
      assert.deepStrictEqual(yield* refusal(Jobs.find("404")), ["IntercomNotFound", 404, "job_not_found"])
    })
  },
  {
    name: "links conversations to a tracker ticket, and unlinks them",
    seed: {
      ...seed,
      conversations: [{ id: "1", contacts: ["ada"], body: "It is down" }],
      tickets: [
        { id: "50", ticket_type: "Outage", contacts: ["ada"], ticket_attributes: { Where: "Everywhere" } },
        { id: "51", ticket_type: "Outage", contacts: ["ada"], ticket_attributes: { Where: "Here" } },
        { id: "52", ticket_type: "Order", contacts: ["ada"] }
      ]
    },
    test: Effect.gen(function*() {
      const conversation = { conversation_id: "1" }
      const linked = yield* Tickets.linkConversation("50", conversation)
      assert.strictEqual(linked.id, "1")
      assert.deepEqual<unknown>(linked.linked_objects?.data, [{ type: "ticket", id: "50", category: "Tracker" }])
      const { linked_objects } = yield* Tickets.find("50")
      assert.deepStrictEqual(linked_objects?.data?.map(({ id }) => id), ["1"])
      const invalid = (code: string) => ["IntercomInvalidRequest", 400, code]
      const missing = (code: string) => ["IntercomNotFound", 404, code]
      const link = (ticketId: string, conversation_id: string) =>
        refusal(Tickets.linkConversation(ticketId, { conversation_id }))
      assert.deepStrictEqual(yield* link("51", "1"), invalid("already_linked_to_tracker"))
      assert.deepStrictEqual(yield* link("52", "1"), invalid("invalid_ticket_type"))
      assert.deepStrictEqual(yield* link("51", "404"), missing("conversation_not_found"))
      assert.deepStrictEqual(yield* link("404", "1"), missing("ticket_not_found"))
      const unlinked = yield* Tickets.unlinkConversation("50", conversation)
      assert.deepInclude(unlinked.linked_objects, { total_count: 0 })
      const again = yield* refusal(Tickets.unlinkConversation("50", conversation))
      assert.deepStrictEqual(again, missing("conversation_not_found"))
      assert.strictEqual((yield* Tickets.linkConversation("51", conversation)).id, "1")
    })
  },
  {
    name: "links 2,500 conversations to a ticket at most",
    seed: {
      ...seed,
      conversations: Array.from({ length: 2501 }, (_, n) => ({ id: `${n}`, contacts: ["ada"] as const, body: "Down" })),
      tickets: [{
        id: "50",
        ticket_type: "Outage",
        contacts: ["ada"],
        ticket_attributes: { Where: "Everywhere" },
        conversations: Array.from({ length: 2500 }, (_, n) => `${n}`)
      }]
    },
    test: Effect.gen(function*() {
      assert.deepStrictEqual(
        yield* refusal(Tickets.linkConversation("50", { conversation_id: "2500" })),
        ["IntercomInvalidRequest", 400, "linked_conversation_limit_exceeded"]
      )
    })
  },
  {
    name: "counts tickets, and finds many by their ids",
    seed: {
      ...seed,
      tickets: ["1", "2"].map((id) => ({ id, ticket_type: "Order", contacts: ["ada"], title: "Shoes" }))
    },
    test: Effect.gen(function*() {
      assert.strictEqual(yield* Tickets.count({ query: SearchQuery.equals("ticket_type_id", "10") }), 2)
      assert.strictEqual(yield* Tickets.count({ query: SearchQuery.equals("ticket_type_id", "20") }), 0)
      const { data, missing } = yield* Tickets.findMany(["2", "404", "1"])
      assert.deepStrictEqual([data.map(({ id }) => id), missing], [["2", "1"], ["404"]])
    })
  }
]
