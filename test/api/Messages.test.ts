import { assert, describe, it } from "@effect/vitest"
import * as Messages from "effect-intercom/api/Messages"
import * as Effect from "effect/Effect"
import { bodyOf, scripted } from "../scripted.js"
import { attemptsOf, refusalOf } from "./sending.js"

const from: Messages.MessageSender = { type: "admin", id: "991267816" }
const to: Messages.MessageRecipient = { type: "user", id: "6762f2391bb69f9f2193bc19" }
const email: Messages.NewEmail = { from, to, subject: "Hi", body: "there", template: "plain" }
const inApp: Messages.NewInAppMessage = { from, to: [to, { type: "lead", id: "2" }], body: "Hi" }

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

  it.effect("refuses a recipient without an id, and says which", () =>
    Effect.gen(function*() {
      const nobody: Messages.NewInAppMessage = { ...inApp, to: [to, { ...to, id: "" }] }
      const [, field] = yield* refusalOf(Messages.sendInApp(nobody))
      assert.strictEqual(field, "to[1].id")
      // @ts-expect-error the types keep this out too
      assert.match((yield* refusalOf(Messages.sendInApp({ ...inApp, to: [] })))[1], /^to/)
    }))
})
