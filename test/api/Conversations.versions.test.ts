/** What API 2.16 brought to conversations. */
import { assert, describe, it } from "@effect/vitest"
import * as Conversations from "effect-intercom/api/Conversations"
import type { IntercomError } from "effect-intercom/IntercomError"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as Pagination from "effect-intercom/Pagination"
import * as SearchQuery from "effect-intercom/SearchQuery"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { bodyOf, lineOf, scripted } from "../scripted.js"
import { attemptsOf, refusalOf } from "./sending.js"

type Call = Effect.Effect<unknown, IntercomError, IntercomHttp.IntercomHttp>

const conversation = { from: { type: "user", id: "5ba6" }, body: "Hi" } as const

const query = SearchQuery.equals<Conversations.ConversationField>("open", true)

describe("Input that came with API 2.16", () => {
  const later: ReadonlyArray<readonly [operation: string, field: string, call: Call, line: string, body: unknown]> = [
    [
      "Conversations.delete",
      "retain_metrics",
      Conversations.delete("1", { retain_metrics: false }),
      "DELETE /conversations/1?retain_metrics=false",
      undefined
    ],
    [
      "Conversations.delete",
      "retain_metrics",
      Conversations.delete("1", { retain_metrics: true }),
      "DELETE /conversations/1?retain_metrics=true",
      undefined
    ],
    [
      "Conversations.create",
      "brand_id",
      Conversations.create({ ...conversation, brand_id: "7" }),
      "POST /conversations",
      { ...conversation, brand_id: "7" }
    ],
    [
      "Conversations.search",
      "include_monitors",
      Conversations.search({ query, include_monitors: true }),
      "POST /conversations/search?include_monitors=true",
      { query, pagination: {} }
    ],
    [
      "Conversations.search",
      "include_scorecards",
      Stream.runDrain(Conversations.searchStream({ query, include_scorecards: true })),
      "POST /conversations/search?include_scorecards=true",
      { query, pagination: { per_page: 150 } }
    ],
    [
      "Conversations.convertToTicket",
      "ticket_state_id",
      Conversations.convertToTicket("1", { ticket_type_id: "53", ticket_state_id: "8" }),
      "POST /conversations/1/convert",
      { ticket_type_id: "53", ticket_state_id: "8" }
    ]
  ]
  for (const [operation, field, call, line, body] of later) {
    it.effect(`is refused under 2.15, and sent under 2.16: ${line}`, () =>
      Effect.gen(function*() {
        const reason = "needs API version 2.16: use IntercomHttp.withVersion"
        assert.deepStrictEqual(yield* refusalOf(call), [operation, field, reason])
        const { layer, sent } = scripted([() => Response.json({ id: "1", conversation_id: "2", conversations: [] })])
        yield* call.pipe(IntercomHttp.withVersion("2.16"), Effect.provide(layer))
        assert.deepStrictEqual(sent.map(lineOf), [line])
        assert.deepStrictEqual(bodyOf(sent[0]), body)
      }))
  }
})

describe("Conversations.merge", () => {
  it.effect("sends the id of the conversation that stays as an integer", () =>
    Effect.gen(function*() {
      const { layer, sent } = scripted([() => Response.json({ type: "conversation", id: "456" })])
      const kept = yield* Effect.provide(Conversations.merge("123", { merge_into_conversation_id: "456" }), layer)
      assert.strictEqual(kept.id, "456")
      assert.deepStrictEqual(sent.map(lineOf), ["POST /conversations/123/merge"])
      assert.deepStrictEqual(bodyOf(sent[0]), { merge_into_conversation_id: 456 })
    }))

  it.effect("is not sent again after a failure, because a second merge fails", () =>
    Effect.gen(function*() {
      assert.lengthOf(yield* attemptsOf(Conversations.merge("123", { merge_into_conversation_id: 456 })), 1)
    }))
})

describe("The list of", () => {
  it.effect("side conversations goes on by the number of pages, because no page names the next one", () =>
    Effect.gen(function*() {
      const page = (page: number) => () =>
        Response.json({
          type: "side_conversation.list",
          side_conversations: [{ side_conversation_id: page, conversation_parts: [{ id: 7 }], total_count: 1 }],
          pages: { type: "pages", page, per_page: 50, total_pages: 2 }
        })
      const { layer, sent } = scripted([page(1), page(2)])
      const found = yield* Pagination.stream(Conversations.listSideConversations("1")).pipe(
        Stream.runCollect,
        Effect.provide(layer)
      )
      assert.deepStrictEqual(
        Chunk.toReadonlyArray(found),
        ["1", "2"].map((side_conversation_id) => ({
          side_conversation_id,
          conversation_parts: [{ id: "7" }],
          total_count: 1
        }))
      )
      assert.deepStrictEqual(sent.map(lineOf), [
        "GET /conversations/1/side_conversations?per_page=50",
        "GET /conversations/1/side_conversations?per_page=50&page=2"
      ])
    }))

  it.effect("deleted conversations goes on by the URL of the next page, in the order that was asked for", () =>
    Effect.gen(function*() {
      const url = "https://api.intercom.io/conversations/deleted?per_page=60&order=asc&page=2"
      const page = (id: number, next: string | null) => () =>
        Response.json({ conversations: [{ type: "conversation", id, metrics_retained: false }], pages: { next } })
      const { layer, sent } = scripted([page(512, url), page(513, null)])
      const found = yield* Pagination.stream(Conversations.listDeleted({ order: "asc" })).pipe(
        Stream.runCollect,
        Effect.provide(layer)
      )
      assert.deepStrictEqual(Chunk.toReadonlyArray(found).map(({ id }) => id), ["512", "513"])
      assert.deepStrictEqual(sent.map(lineOf), [
        "GET /conversations/deleted?per_page=60&order=asc",
        "GET /conversations/deleted?per_page=60&page=2&order=asc"
      ])
    }))

  it.effect("deleted conversations has 60 in a page at most, that of side conversations 50", () =>
    Effect.gen(function*() {
      const [, , most] = yield* refusalOf(Conversations.listDeleted({ perPage: 61 }))
      assert.strictEqual(most, "must be an integer from 1 to 60")
      const [, , least] = yield* refusalOf(Conversations.listSideConversations("1", { perPage: 51 }))
      assert.strictEqual(least, "must be an integer from 1 to 50")
    }))
})

describe("A conversation decodes", () => {
  const found = (arrived: object) =>
    Effect.gen(function*() {
      const { layer } = scripted([() => Response.json(arrived)])
      return yield* Effect.provide(Conversations.find("1"), layer)
    })

  it.effect("as 2.15 sends it", () =>
    Effect.gen(function*() {
      const arrived = {
        id: "1",
        priority: "not_priority",
        admin_assignee_id: null,
        team_assignee_id: null,
        source: { type: "email", id: "3", author: { type: "user", id: "5ba6", from_ai_agent: false } }
      }
      assert.deepStrictEqual<unknown>(yield* found(arrived), arrived)
    }))

  it.effect("as 2.16 sends it", () =>
    Effect.gen(function*() {
      const part = { id: "4", translations: { original: "en", en: "Hi", fr: "Salut", de: null } }
      const evaluator = { evaluator_id: 5, result: { value: "pass", source: "ai", reason_ids: [101] } }
      const arrived = {
        id: "1",
        priority: "urgent",
        admin_assignee_id: 0,
        team_assignee_id: 5017691,
        source: {
          type: "a_new_origin",
          id: null,
          author: { type: "bot", id: null, name: "Fin", email: null },
          recipients: [{ type: "cc", email: "ada@example.com", drop_reason: null }],
          reply_to: [{ email: "replies@example.com", name: null }],
          email_message_metadata: { subject: "Order", message_id: "<1@example.com>", history: "<div></div>" }
        },
        sales_agent_participated: true,
        sales_agent: { outcome: "qualified", routing_outcome: null, collected_data: { "company.name": "Acme" } },
        channel: { initial: "messenger", current: null },
        external_references: [{ type: "zendesk_ticket", id: 3633338 }],
        monitor_evaluations: [{ monitor_id: 8, monitor_name: null, evaluated_at: 1719493065 }],
        scorecards: [{ scorecard_id: 6, score: 0.85, reviewed_teammate: { admin_id: 9 }, evaluators: [evaluator] }],
        conversation_parts: { conversation_parts: [part] }
      }
      assert.deepStrictEqual<unknown>(yield* found(arrived), {
        ...arrived,
        admin_assignee_id: "0",
        team_assignee_id: "5017691",
        external_references: [{ type: "zendesk_ticket", id: "3633338" }],
        monitor_evaluations: [{ monitor_id: "8", monitor_name: null, evaluated_at: 1719493065 }],
        scorecards: [{
          scorecard_id: "6",
          score: 0.85,
          reviewed_teammate: { admin_id: "9" },
          evaluators: [{ evaluator_id: "5", result: { value: "pass", source: "ai", reason_ids: ["101"] } }]
        }]
      })
    }))
})
