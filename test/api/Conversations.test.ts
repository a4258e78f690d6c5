import { assert, describe, it } from "@effect/vitest"
import * as Conversations from "effect-intercom/api/Conversations"
import type * as IntercomError from "effect-intercom/IntercomError"
import type * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as Pagination from "effect-intercom/Pagination"
import * as Retry from "effect-intercom/Retry"
import * as SearchQuery from "effect-intercom/SearchQuery"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/TestClock"
import { bodyOf, errorList, lineOf, scripted } from "../scripted.js"

type Call = Effect.Effect<unknown, IntercomError.IntercomError, IntercomHttp.IntercomHttp>

const conversation = (): Response => Response.json({ type: "conversation", id: "1" })

const page = (): Response => Response.json({ type: "conversation.list", conversations: [{ id: "1" }], pages: {} })

const participants = (): Response => Response.json({ customers: [{ type: "user", id: "5ba6" }] })

const admin_id = "780"

const reply = { admin_id, body: "Hi" }

const yes = { text: "Yes", uuid: "a5e1c524-5ddd-4c3e-9328-6bca5d6e3edb" }

// What a caller without a compiler may give.
const unchecked = <A>(input: A, more: object): A => Object.assign({}, input, more)

describe("Conversations", () => {
  describe("sends what Intercom documents", () => {
    const ofContact = { field: "contact_ids", operator: "=", value: "5ba6" }
    const ofAdmin = { field: "admin_assignee_id", operator: "=", value: 780 }
    const found = (value: ReadonlyArray<unknown>, pagination: object = {}) => ({
      query: { operator: "AND", value },
      pagination
    })
    const cases: ReadonlyArray<
      readonly [name: string, call: Call, request: string, body: unknown, answer?: () => Response]
    > = [
      ["find", Conversations.find("1"), "GET /conversations/1", undefined],
      [
        "find",
        Conversations.find("1", { display_as: "plaintext", include_translations: true }),
        "GET /conversations/1?display_as=plaintext&include_translations=true",
        undefined
      ],
      ["markRead", Conversations.markRead("1"), "PUT /conversations/1", { read: true }],
      ["update", Conversations.update("1", { company_id: null }), "PUT /conversations/1", { company_id: null }],
      [
        "listByContact",
        Conversations.listByContact("5ba6"),
        "POST /conversations/search",
        found([ofContact]),
        page
      ],
      [
        "listByContact, the unread",
        Conversations.listByContact("5ba6", { state: "unread", perPage: 5, cursor: "c" }),
        "POST /conversations/search",
        found([ofContact, { field: "read", operator: "=", value: false }], { per_page: 5, starting_after: "c" }),
        page
      ],
      [
        "listByContactPages",
        Stream.runDrain(Pagination.pages(Conversations.listByContact("5ba6", { state: "all" }))),
        "POST /conversations/search",
        found([ofContact], { per_page: 150 }),
        page
      ],
      [
        "listByAdmin",
        Conversations.listByAdmin("780", { state: "all" }),
        "POST /conversations/search",
        found([ofAdmin]),
        page
      ],
      [
        "listByAdmin, the open",
        Conversations.listByAdmin("780", { state: "open" }),
        "POST /conversations/search",
        found([ofAdmin, { field: "open", operator: "=", value: true }]),
        page
      ],
      [
        "listByAdminPages, the closed",
        Stream.runDrain(Pagination.pages(Conversations.listByAdmin("780", { state: "closed" }))),
        "POST /conversations/search",
        found([ofAdmin, { field: "open", operator: "=", value: false }], { per_page: 150 }),
        page
      ],
      [
        "replyAsContact",
        Conversations.replyAsContact("last", { email: "ada@example.com", body: "Hi", reply_options: [yes] }),
        "POST /conversations/last/reply",
        { message_type: "comment", type: "user", email: "ada@example.com", body: "Hi", reply_options: [yes] }
      ],
      [
        "replyAsAdmin",
        Conversations.replyAsAdmin("1", reply),
        "POST /conversations/1/reply",
        { message_type: "comment", type: "admin", ...reply }
      ],
      [
        "note",
        Conversations.addNote("1", reply),
        "POST /conversations/1/reply",
        { message_type: "note", type: "admin", ...reply }
      ],
      [
        "quickReply",
        Conversations.sendQuickReplies("1", {
          admin_id,
          reply_options: [yes],
          attachment_urls: ["https://example.com/1.png"]
        }),
        "POST /conversations/1/reply",
        {
          message_type: "quick_reply",
          type: "admin",
          admin_id,
          reply_options: [yes],
          attachment_urls: ["https://example.com/1.png"]
        }
      ],
      [
        "open",
        Conversations.open("1", { admin_id }),
        "POST /conversations/1/parts",
        { message_type: "open", admin_id }
      ],
      [
        "close",
        Conversations.close("1", reply),
        "POST /conversations/1/parts",
        { message_type: "close", type: "admin", ...reply }
      ],
      [
        "snooze",
        Conversations.snooze("1", { admin_id, snoozed_until: 1734541187 }),
        "POST /conversations/1/parts",
        { message_type: "snoozed", admin_id, snoozed_until: 1734541187 }
      ],
      [
        "assign",
        Conversations.assign("1", { type: "team", admin_id, assignee_id: "5" }),
        "POST /conversations/1/parts",
        { message_type: "assignment", type: "team", admin_id, assignee_id: "5" }
      ],
      [
        "unassign",
        Conversations.unassign("1", { admin_id }),
        "POST /conversations/1/parts",
        { message_type: "assignment", type: "admin", admin_id, assignee_id: "0" }
      ],
      [
        "unassign from a team",
        Conversations.unassign("1", { type: "team", ...reply }),
        "POST /conversations/1/parts",
        { message_type: "assignment", type: "team", assignee_id: "0", ...reply }
      ],
      ["attachTag", Conversations.attachTag("1", { tag_id: "7", admin_id }), "POST /conversations/1/tags", {
        id: "7",
        admin_id
      }],
      ["detachTag", Conversations.detachTag("1", { tag_id: "7", admin_id }), "DELETE /conversations/1/tags/7", {
        admin_id
      }],
      [
        "attachContact",
        Conversations.attachContact("1", {
          user_id: "ada",
          customer: { email: "joe@example.com" }
        }),
        "POST /conversations/1/customers",
        { customer: { user_id: "ada", customer: { email: "joe@example.com" } } },
        participants
      ],
      [
        "detachContact",
        Conversations.detachContact("1", { contact_id: "5ba6", admin_id }),
        "DELETE /conversations/1/customers/5ba6",
        { admin_id },
        participants
      ],
      [
        "redactPart",
        Conversations.redactPart("1", { conversation_part_id: "2" }),
        "POST /conversations/redact",
        { type: "conversation_part", conversation_id: "1", conversation_part_id: "2" }
      ],
      [
        "redactSource",
        Conversations.redactSource("1", { source_id: "3" }),
        "POST /conversations/redact",
        { type: "source", conversation_id: "1", source_id: "3" }
      ]
    ]
    for (const [name, call, expected, body, answer = conversation] of cases) {
      it.effect(`${name}: ${expected}`, () =>
        Effect.gen(function*() {
          const { layer, sent } = scripted([answer])
          yield* Effect.provide(call, layer)
          assert.deepStrictEqual(sent.map(lineOf), [expected])
          assert.deepStrictEqual(bodyOf(sent[0]), body)
        }))
    }
  })

  describe("refuses bad input before anything is sent", () => {
    const oneOf = "must have exactly one of intercom_user_id, user_id, email"
    const ada = { email: "ada@example.com", body: "Hi" }
    const eleven = Array.from({ length: 11 })
    const file = { content_type: "image/png", data: "", name: "a.png" }
    const tooMany = [
      ["attachment_urls", { attachment_urls: eleven.map((_, n) => `https://example.com/${n}.png`) }],
      ["attachment_files", { attachment_files: eleven.map(() => file) }]
    ] as const
    const cases: ReadonlyArray<readonly [name: string, field: string, reason: string | RegExp, call: Call]> = [
      [
        "a reply of nobody",
        "",
        oneOf,
        Conversations.replyAsContact("1", unchecked(ada, { email: undefined }))
      ],
      ["a reply of two", "", oneOf, Conversations.replyAsContact("1", unchecked(ada, { user_id: "ada" }))],
      [
        "a reply of an empty id",
        "",
        oneOf,
        Conversations.replyAsContact("1", { email: "", body: "Hi" })
      ],
      [
        "a participant who is nobody",
        "",
        oneOf,
        Conversations.attachContact("1", unchecked({ admin_id, email: "" }, { email: undefined }))
      ],
      [
        "a participant who is two",
        "",
        oneOf,
        Conversations.attachContact("1", unchecked({ admin_id, email: "ada@example.com" }, { user_id: "ada" }))
      ],
      ["the conversations of no contact", "contact_id", "must be text, not empty", Conversations.listByContact("")],
      ["the conversations of no admin", "admin_id", "must be a number", Conversations.listByAdmin("")],
      [
        "a stream of the conversations of an admin known by name",
        "admin_id",
        "must be a number",
        Stream.runDrain(Pagination.stream(Conversations.listByAdmin("ada")))
      ],
      ["a note of nobody", "admin_id", /NonEmptyString/, Conversations.addNote("1", { ...reply, admin_id: "" })],
      [
        "a note that says what it is",
        "message_type",
        /expected "comment" \| "note"/,
        Conversations.addNote("1", unchecked(reply, { message_type: "close" }))
      ],
      [
        "a word to the contact where there is none",
        "body",
        "is not a known field",
        Conversations.open("1", reply)
      ],
      [
        "a snooze without an end",
        "snoozed_until",
        "expected Unix seconds, not milliseconds, got undefined",
        Conversations.snooze("1", unchecked({ admin_id, snoozed_until: 0 }, { snoozed_until: undefined }))
      ],
      [
        "an assignment to nobody",
        "assignee_id",
        /NonEmptyString/,
        Conversations.assign("1", { type: "admin", admin_id, assignee_id: "" })
      ],
      ["a tag without an id", "tag_id", /non-empty/, Conversations.detachTag("1", { tag_id: "", admin_id })],
      [
        "a redaction of no part",
        "conversation_part_id",
        "expected NonEmptyString, got \"\"",
        Conversations.redactPart("1", { conversation_part_id: "" })
      ],
      ...tooMany.flatMap(([field, attached]) =>
        [
          Conversations.create({ from: { type: "user", id: "5ba6" }, body: "Hi", ...attached }),
          Conversations.replyAsContact("1", { ...ada, ...attached }),
          Conversations.replyAsAdmin("1", { ...reply, ...attached }),
          Conversations.addNote("1", { ...reply, ...attached }),
          Conversations.sendQuickReplies("1", { admin_id, reply_options: [yes], ...attached })
        ].slice(field === "attachment_files" ? 1 : 0).map((call, n) =>
          [`more ${field} than ten, ${n}`, field, "must be 0 to 10, not 11", call] as const
        )
      )
    ]
    for (const [name, field, reason, call] of cases) {
      it.effect(name, () =>
        Effect.gen(function*() {
          const { layer, sent } = scripted([conversation])
          const error = yield* Effect.flip(Effect.provide(call, layer))
          assert(error._tag === "IntercomInvalidInput")
          assert.strictEqual(error.field, field)
          if (typeof reason === "string") assert.strictEqual(error.reason, reason)
          else assert.match(error.reason, reason)
          assert.lengthOf(sent, 0)
        }))
    }
  })

  it.effect("begin with a message, which names them or is refused with its id", () =>
    Effect.gen(function*() {
      const message = { type: "user_message", id: "403918330", body: "Hi" }
      const created = (body: object) =>
        Effect.provide(
          Conversations.create({ from: { type: "user", id: "5ba6" }, body: "Hi" }),
          scripted([() => Response.json({ ...message, ...body })]).layer
        )
      assert.strictEqual((yield* created({ conversation_id: 613 })).conversation_id, "613")
      for (const conversation_id of [undefined, null]) {
        assert.deepInclude(yield* Effect.flip(created({ conversation_id })), {
          _tag: "IntercomInvalidResponse",
          at: ["conversation_id"],
          id: "403918330"
        })
      }
    }))

  it("does not type-check with a state that the other list has, nor with two contacts for one", () => {
    // @ts-expect-error: only contacts leave something unread.
    void Conversations.listByAdmin("780", { state: "unread" })
    // @ts-expect-error: only an admin's conversations are told apart by their state.
    void Conversations.listByContact("5ba6", { state: "open" })
    // @ts-expect-error: nor are they in a stream.
    void Pagination.stream(Conversations.listByContact("5ba6", { state: "closed" }))
    // @ts-expect-error: one contact, two names.
    void Conversations.replyAsContact("1", { email: "ada@example.com", user_id: "ada", body: "Hi" })
    // @ts-expect-error: nobody.
    void Conversations.attachContact("1", { admin_id })
    // @ts-expect-error: no field of a conversation.
    void Conversations.search({ query: SearchQuery.equals("unheard_of", 1) })
  })

  describe("after a failure that leaves open what happened", () => {
    const attempts = (call: Call) =>
      Effect.gen(function*() {
        const { layer, sent } = scripted([() => errorList(503, "service_unavailable"), page], {
          retry: Retry.make()
        })
        const fiber = yield* call.pipe(Effect.provide(layer), Effect.exit, Effect.fork)
        yield* TestClock.adjust("1 hour")
        yield* Fiber.join(fiber)
        return sent.length
      })

    const once: Readonly<Record<string, Call>> = {
      create: Conversations.create({ from: { type: "user", id: "5ba6" }, body: "Hi" }),
      replyAsContact: Conversations.replyAsContact("1", { intercom_user_id: "5ba6", body: "Hi" }),
      replyAsAdmin: Conversations.replyAsAdmin("1", reply),
      note: Conversations.addNote("1", reply),
      quickReply: Conversations.sendQuickReplies("1", { admin_id, reply_options: [yes] }),
      open: Conversations.open("1", { admin_id }),
      close: Conversations.close("1", { admin_id }),
      snooze: Conversations.snooze("1", { admin_id, snoozed_until: 1734541187 }),
      assign: Conversations.assign("1", { type: "admin", admin_id, assignee_id: "5" }),
      unassign: Conversations.unassign("1", { admin_id }),
      attachContact: Conversations.attachContact("1", { email: "ada@example.com" }),
      convertToTicket: Conversations.convertToTicket("1", { ticket_type_id: "53" })
    }
    for (const [name, call] of Object.entries(once)) {
      it.effect(`${name} is not sent again`, () => Effect.map(attempts(call), (sent) => assert.strictEqual(sent, 1)))
    }

    const again: Readonly<Record<string, Call>> = {
      search: Conversations.search({ query: SearchQuery.equals("open", true) }),
      listByContact: Conversations.listByContact("5ba6"),
      attachTag: Conversations.attachTag("1", { tag_id: "7", admin_id })
    }
    for (const [name, call] of Object.entries(again)) {
      it.effect(`${name} is`, () => Effect.map(attempts(call), (sent) => assert.strictEqual(sent, 2)))
    }
  })

  describe("gives back", () => {
    it.effect("every key that arrived, ids as strings", () =>
      Effect.gen(function*() {
        const part = { id: 1, assigned_to: { type: "nobody_admin", id: null }, author: { id: 274 }, new_thing: [1] }
        const arrived = {
          id: 503,
          admin_assignee_id: 991267715,
          team_assignee_id: 0,
          custom_attributes: { vip: true, order: { type: "Order.list", instances: [{ id: 21 }] } },
          statistics: { last_closed_by_id: 5 },
          teammates: { type: "admin.list", admins: [{ type: "admin", id: 7 }] },
          conversation_parts: { conversation_parts: [part] },
          ai_topics: null
        }
        const { layer } = scripted([() => Response.json(arrived)])
        assert.deepStrictEqual<unknown>(yield* Effect.provide(Conversations.find("503"), layer), {
          ...arrived,
          id: "503",
          admin_assignee_id: "991267715",
          team_assignee_id: "0",
          statistics: { last_closed_by_id: "5" },
          teammates: { type: "admin.list", admins: [{ type: "admin", id: "7" }] },
          conversation_parts: { conversation_parts: [{ ...part, id: "1", author: { id: "274" } }] }
        })
      }))

    it.effect("who takes part, whether Intercom says only that or sends the conversation", () =>
      Effect.gen(function*() {
        const contacts = { type: "contact.list", contacts: [{ type: "contact", id: "5ba6" }] }
        const whole = { type: "conversation", id: 1, contacts, state: "open" }
        const { layer } = scripted([participants, () => Response.json(whole)])
        const attached = Conversations.attachContact("1", { admin_id, intercom_user_id: "5ba6" })
        const detached = Conversations.detachContact("1", { admin_id, contact_id: "5ba7" })
        assert.deepStrictEqual(yield* Effect.provide(attached, layer), { customers: [{ type: "user", id: "5ba6" }] })
        assert.deepStrictEqual<unknown>(yield* Effect.provide(detached, layer), { ...whole, id: "1" })
      }))

    it.effect("the conversations of an admin, page after page, the cursor in the body", () =>
      Effect.gen(function*() {
        const { layer, sent } = scripted([
          () => Response.json({ conversations: [{ id: "1" }], pages: { next: { page: 2, starting_after: "two" } } }),
          () => Response.json({ conversations: [{ id: "2" }], pages: {} })
        ])
        const found = yield* Pagination.stream(Conversations.listByAdmin("780", { state: "open", perPage: 1 })).pipe(
          Stream.runCollect,
          Effect.provide(layer)
        )
        assert.deepStrictEqual(Chunk.toReadonlyArray(found).map(({ id }) => id), ["1", "2"])
        const query = SearchQuery.and(
          SearchQuery.equals("admin_assignee_id", 780),
          SearchQuery.equals("open", true)
        )
        assert.deepStrictEqual<unknown>(sent.map(bodyOf), [
          { query, pagination: { per_page: 1 } },
          { query, pagination: { per_page: 1, starting_after: "two" } }
        ])
      }))
  })
})
