import { assert, describe, it } from "@effect/vitest"
import * as Tickets from "effect-intercom/api/Tickets"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as SearchQuery from "effect-intercom/SearchQuery"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { bodyOf, lineOf, scripted } from "../scripted.js"
import { attemptsOf, refusalOf } from "./sending.js"

const ticket: Tickets.NewTicket = { ticket_type_id: "88", contacts: [{ email: "ada@example.com" }] }
const comment: Tickets.TicketAdminReply = { admin_id: "814860", body: "Done" }
const options: Tickets.TicketQuickReply["reply_options"] = [{
  text: "Yes",
  uuid: "0df48b85-9a93-4c66-a167-753eff0baaec"
}]

describe("Tickets", () => {
  it.effect("say of each reply whose and of which kind it is", () =>
    Effect.gen(function*() {
      const { layer, sent } = scripted([() => Response.json({ type: "ticket_part", id: "1" })])
      for (
        const call of [
          Tickets.replyAsContact("619", { user_id: "70", body: "Thanks" }),
          Tickets.replyAsAdmin("619", comment),
          Tickets.addNote("619", { ...comment, cross_post: true }),
          Tickets.sendQuickReplies("619", { admin_id: "814860", reply_options: options })
        ]
      ) yield* Effect.provide(call, layer)
      assert.deepStrictEqual(new Set(sent.map(lineOf)), new Set(["POST /tickets/619/reply"]))
      assert.deepStrictEqual(sent.map(bodyOf), [
        { type: "user", message_type: "comment", user_id: "70", body: "Thanks" },
        { type: "admin", message_type: "comment", admin_id: "814860", body: "Done" },
        { type: "admin", message_type: "note", admin_id: "814860", body: "Done", cross_post: true },
        { type: "admin", message_type: "quick_reply", admin_id: "814860", reply_options: options }
      ])
    }))

  it.effect("never make of a note what the contact would see", () =>
    Effect.gen(function*() {
      const aComment = { ...comment, message_type: "comment" }
      const [, field] = yield* refusalOf(Tickets.addNote("619", aComment))
      assert.strictEqual(field, "message_type")
    }))

  it.effect("take a contact's reply from exactly one contact", () =>
    Effect.gen(function*() {
      const two = { body: "Hi", email: "ada@example.com", user_id: "70" }
      // @ts-expect-error the types keep this out too
      assert.deepStrictEqual(yield* refusalOf(Tickets.replyAsContact("619", two)), [
        "Tickets.replyAsContact",
        "",
        "must have exactly one of intercom_user_id, user_id, email"
      ])
      // @ts-expect-error the types keep this out too
      const [, , reason] = yield* refusalOf(Tickets.replyAsContact("619", { body: "Hi" }))
      assert.strictEqual(reason, "must have exactly one of intercom_user_id, user_id, email")
      const [, field] = yield* refusalOf(Tickets.replyAsContact("619", { body: "Hi", email: "" }))
      assert.strictEqual(field, "")
    }))

  it.effect("take ten images with a reply, not more", () =>
    Effect.gen(function*() {
      const attachment_urls = Array.from({ length: 11 }, (_, n) => `https://example.com/${n}.png`)
      for (
        const call of [
          Tickets.replyAsContact("619", { body: "Hi", user_id: "70", attachment_urls }),
          Tickets.replyAsAdmin("619", { ...comment, attachment_urls }),
          Tickets.addNote("619", { ...comment, attachment_urls }),
          Tickets.sendQuickReplies("619", { admin_id: "814860", reply_options: options, attachment_urls })
        ]
      ) assert.deepStrictEqual((yield* refusalOf(call)).slice(1), ["attachment_urls", "must be 0 to 10, not 11"])
    }))

  it.effect("take whom they concern by one id only", () =>
    Effect.gen(function*() {
      const two = { id: "1", email: "ada@example.com" }
      // @ts-expect-error the types keep this out too
      const [, field] = yield* refusalOf(Tickets.create({ ...ticket, contacts: [two] }))
      assert.match(field, /^contacts\[0\]/)
      // @ts-expect-error the types keep this out too
      const [, missing] = yield* refusalOf(Tickets.create({ ...ticket, contacts: [] }))
      assert.strictEqual(missing, "contacts[0]")
    }))

  it.effect("are not created, enqueued or replied to twice", () =>
    Effect.gen(function*() {
      for (
        const call of [
          Tickets.create(ticket),
          Tickets.enqueue(ticket),
          Tickets.replyAsContact("619", { email: "ada@example.com", body: "Hi" }),
          Tickets.replyAsAdmin("619", comment),
          Tickets.addNote("619", comment),
          Tickets.sendQuickReplies("619", { admin_id: "814860", reply_options: options })
        ]
      ) assert.lengthOf(yield* attemptsOf(call), 1)
      assert.isAbove((yield* attemptsOf(Tickets.attachTag("619", { tag_id: "1", admin_id: "2" }))).length, 1)
    }))

  it.effect("lose a tag that the path names, by the admin in the body", () =>
    Effect.gen(function*() {
      const { layer, sent } = scripted([() => Response.json({ type: "tag", id: "7" })])
      yield* Effect.provide(Tickets.detachTag("619", { tag_id: "7", admin_id: "814860" }), layer)
      assert.deepStrictEqual(sent.map(lineOf), ["DELETE /tickets/619/tags/7"])
      assert.deepStrictEqual(sent.map(bodyOf), [{ admin_id: "814860" }])
    }))

  it.effect("are found page after page", () =>
    Effect.gen(function*() {
      const { layer, sent } = scripted([
        () =>
          Response.json({ type: "ticket.list", tickets: [{ id: "1" }], pages: { next: { starting_after: "two" } } }),
        () => Response.json({ type: "ticket.list", tickets: [{ id: "2" }], pages: {} })
      ])
      const query = SearchQuery.equals<Tickets.TicketField>("ticket_attribute.7", "Fast")
      const found = yield* Tickets.searchStream({ query }).pipe(Stream.runCollect, Effect.provide(layer))
      assert.deepStrictEqual(Chunk.toReadonlyArray(found).map(({ id }) => id), ["1", "2"])
      assert.deepStrictEqual(sent.map(bodyOf), [
        { query, pagination: { per_page: 150 } },
        { query, pagination: { per_page: 150, starting_after: "two" } }
      ])
    }))

  it.effect("take files with an admin's reply under API 2.16, and refuse them before", () =>
    Effect.gen(function*() {
      const attachment_files = [{ content_type: "text/plain", data: "SGk=", name: "hi.txt" }]
      for (
        const call of [
          Tickets.replyAsAdmin("619", { ...comment, attachment_files }),
          Tickets.addNote("619", { ...comment, attachment_files }),
          Tickets.sendQuickReplies("619", { admin_id: "814860", reply_options: options, attachment_files })
        ]
      ) {
        assert.deepStrictEqual((yield* refusalOf(call)).slice(1), [
          "attachment_files",
          "needs API version 2.16: use IntercomHttp.withVersion"
        ])
        const { layer, sent } = scripted([() => Response.json({ type: "ticket_part", id: "1" })])
        yield* call.pipe(IntercomHttp.withVersion("2.16"), Effect.provide(layer))
        assert.deepInclude(bodyOf(sent[0]), { attachment_files })
      }
      const eleven = Array.from({ length: 11 }, () => attachment_files).flat()
      const tooMany = Tickets.addNote("619", { ...comment, attachment_files: eleven })
      assert.deepStrictEqual((yield* refusalOf(tooMany)).slice(1), ["attachment_files", "must be 0 to 10, not 11"])
    }))

  it.effect("link a conversation by an id in the body, and unlink it by an id in the path", () =>
    Effect.gen(function*() {
      const { layer, sent } = scripted([() => Response.json({ type: "conversation", id: 204 })])
      const linked = yield* Effect.provide(Tickets.linkConversation("207", { conversation_id: "204" }), layer)
      yield* Effect.provide(Tickets.unlinkConversation("207", { conversation_id: "204" }), layer)
      assert.strictEqual(linked.id, "204")
      assert.deepStrictEqual(sent.map(lineOf), [
        "POST /tickets/207/linked_conversations",
        "DELETE /tickets/207/linked_conversations/204"
      ])
      assert.deepStrictEqual(sent.map(bodyOf), [{ conversation_id: "204" }, undefined])
    }))

  it.effect("are not linked and get no other type twice, because the second time fails", () =>
    Effect.gen(function*() {
      const change = { ticket_type_id: "1234", ticket_state_id: "5678" }
      assert.lengthOf(yield* attemptsOf(Tickets.linkConversation("207", { conversation_id: "204" })), 1)
      assert.lengthOf(yield* attemptsOf(Tickets.changeType("207", change)), 1)
      assert.isAbove((yield* attemptsOf(Tickets.unlinkConversation("207", { conversation_id: "204" }))).length, 1)
    }))

  it.effect("decode as 2.15 and as 2.16 send them", () =>
    Effect.gen(function*() {
      const both = [
        { id: "1", admin_assignee_id: "0", team_assignee_id: "1295" },
        { id: "1", admin_assignee_id: 0, team_assignee_id: 1295, previous_ticket_state_id: 7493 }
      ]
      const { layer } = scripted([() => Response.json(both[0]), () => Response.json(both[1])])
      const read = Effect.provide(Tickets.find("1"), layer)
      assert.deepStrictEqual<unknown>(yield* read, both[0])
      assert.deepStrictEqual<unknown>(yield* read, { ...both[0], previous_ticket_state_id: "7493" })
    }))

  it.effect("decode with the text of a part in several languages", () =>
    Effect.gen(function*() {
      const part = { id: "1", translations: { original: "en", en: "Hi", fr: "Salut" } }
      const { layer } = scripted([() => Response.json(part)])
      const { translations } = yield* Effect.provide(Tickets.replyAsAdmin("619", comment), layer)
      assert.strictEqual(translations?.fr, "Salut")
    }))

  it.effect("decode with a state that is one word", () =>
    Effect.gen(function*() {
      const { layer } = scripted([() => Response.json({ id: 1, ticket_state: "submitted" })])
      const { ticket_state } = yield* Effect.provide(Tickets.find("1"), layer)
      assert.strictEqual(ticket_state, "submitted")
    }))
})
