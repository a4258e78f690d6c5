import { assert, describe, it } from "@effect/vitest"
import * as Messages from "effect-intercom/api/Messages"
import * as Pagination from "effect-intercom/Pagination"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { bodyOf, lineOf, scripted } from "../scripted.js"
import { attemptsOf, refusalOf } from "./sending.js"

const from: Messages.MessageSender = { type: "admin", id: "991267816" }
const to: Messages.MessageRecipient = { type: "user", id: "6762f2391bb69f9f2193bc19" }
const email: Messages.NewEmail = { from, to, subject: "Hi", body: "there", template: "plain" }
const inApp: Messages.NewInAppMessage = { from, to: [to, { type: "lead", id: "2" }], body: "Hi" }

const whatsApp: Messages.NewWhatsAppMessage = {
  from,
  to: { phone: "5547999998888", name: "John Doe" },
  template: "keep_live",
  components: [{ type: "BODY", parameters: [{ type: "text", text: "Username 123" }] }],
  locale: "en"
}

describe("Messages", () => {
  it.effect("says of a message what kind it is, and of its sender the integer", () =>
    Effect.gen(function*() {
      const { layer, sent } = scripted([() => Response.json({ type: "admin_message", id: 19, message_type: "inapp" })])
      yield* Effect.provide(Messages.sendEmail(email), layer)
      const message = yield* Effect.provide(Messages.sendInApp(inApp), layer)
      const admin = { type: "admin", id: 991267816 }
      assert.deepStrictEqual(sent.map(bodyOf), [
        { message_type: "email", ...email, from: admin },
        { message_type: "in_app", ...inApp, from: admin }
      ])
      assert.deepStrictEqual<unknown>(message, { type: "admin_message", id: "19", message_type: "inapp" })
    }))

  it.effect("sends none twice", () =>
    Effect.gen(function*() {
      assert.lengthOf(yield* attemptsOf(Messages.sendEmail(email)), 1)
      assert.lengthOf(yield* attemptsOf(Messages.sendInApp(inApp)), 1)
      assert.lengthOf(yield* attemptsOf(Messages.sendWhatsApp(whatsApp)), 1)
    }))

  it.effect("refuses a message that says it is of another kind, or has what its kind has not", () =>
    Effect.gen(function*() {
      const anEmail = { ...inApp, message_type: "email" }
      assert.deepStrictEqual(yield* refusalOf(Messages.sendInApp(anEmail)), [
        "Messages.sendInApp",
        "message_type",
        "expected \"in_app\", got string"
      ])
      const noEmail = { ...email, message_type: "in_app" }
      assert.deepStrictEqual(yield* refusalOf(Messages.sendEmail(noEmail)), [
        "Messages.sendEmail",
        "message_type",
        "expected \"email\", got string"
      ])
      const [, field] = yield* refusalOf(Messages.sendInApp(email))
      assert.strictEqual(field, "subject")
    }))

  it.effect("sends the phone of a WhatsApp message as an integer if that loses nothing", () =>
    Effect.gen(function*() {
      const { layer, sent } = scripted([() => Response.json({ id: "1" })])
      const phones = ["5547999998888", 5547999998888, "+5547999998888", "005547999998888"]
      for (const phone of phones) {
        yield* Effect.provide(Messages.sendWhatsApp({ ...whatsApp, to: { phone } }), layer)
      }
      assert.deepStrictEqual(
        sent.map(bodyOf),
        [5547999998888, 5547999998888, "+5547999998888", "005547999998888"].map((phone) => ({
          message_type: "whatsapp",
          ...whatsApp,
          from: { type: "admin", id: 991267816 },
          to: { phone }
        }))
      )
      const [, field] = yield* refusalOf(Messages.sendWhatsApp({ ...whatsApp, to: { phone: "" } }))
      assert.strictEqual(field, "to.phone")
    }))

  it.effect("streams the statuses of a ruleset by cursor, under the key events", () =>
    Effect.gen(function*() {
      const page = (id: number, next: object | null) => () =>
        Response.json({ type: "list", ruleset_id: 5, events: [{ id, status: "sent" }], pages: { type: "pages", next } })
      const { layer, sent } = scripted([page(1, { starting_after: "abc" }), page(2, null)])
      const events = yield* Effect.provide(
        Stream.runCollect(Pagination.stream(Messages.listWhatsAppStatuses("5"))),
        layer
      )
      assert.deepStrictEqual(Array.from(events, ({ id }) => id), ["1", "2"])
      assert.deepStrictEqual(sent.map(lineOf), [
        "GET /messages/status?ruleset_id=5&per_page=100",
        "GET /messages/status?ruleset_id=5&per_page=100&starting_after=abc"
      ])
      assert.strictEqual((yield* refusalOf(Messages.listWhatsAppStatuses("")))[1], "ruleset_id")
    }))

  it.effect("refuses a recipient without an id, and says which", () =>
    Effect.gen(function*() {
      const nobody: Messages.NewInAppMessage = { ...inApp, to: [to, { ...to, id: "" }] }
      const [, field] = yield* refusalOf(Messages.sendInApp(nobody))
      assert.strictEqual(field, "to[1].id")
      // @ts-expect-error the types keep this out too
      assert.match((yield* refusalOf(Messages.sendInApp({ ...inApp, to: [] })))[1], /^to/)
    }))
})
