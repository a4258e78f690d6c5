import { assert, describe, it } from "@effect/vitest"
import * as Contacts from "effect-intercom/api/Contacts"
import * as Effect from "effect/Effect"
import { notified } from "./notified.js"

describe("Subscriptions in the workspace", () => {
  it.effect("tell by webhook of who gets messages now, or no longer, and of nothing else", () =>
    Effect.gen(function*() {
      const ada = "6762f0d0aaaaaaaaaaaaaaaa"
      const told = yield* notified(
        {
          contacts: [{ id: ada, email: "ada@example.com" }],
          subscriptions: [{ id: "1", name: "News" }, { id: "2", name: "Alerts", consent_type: "opt_in" }]
        },
        Effect.gen(function*() {
          // Who gets it anyway is asked in vain.
          yield* Contacts.attachSubscription(ada, { subscription_id: "1", consent_type: "opt_in" })
          yield* Contacts.attachSubscription(ada, { subscription_id: "1", consent_type: "opt_out" })
          yield* Contacts.attachSubscription(ada, { subscription_id: "1", consent_type: "opt_out" })
          yield* Contacts.detachSubscription(ada, { subscription_id: "1" })
          yield* Contacts.attachSubscription(ada, { subscription_id: "2", consent_type: "opt_in" })
          yield* Contacts.detachSubscription(ada, { subscription_id: "2" })
        })
      )
      assert.deepStrictEqual(told.map(({ topic }) => topic), [
        "contact.unsubscribed",
        "contact.subscribed",
        "contact.subscribed",
        "contact.unsubscribed"
      ])
      const item = Object(told[0]?.data.item)
      assert.strictEqual(item.type, "contact_unsubscribe")
      assert.deepInclude(item.contact, { type: "contact", id: ada, created_at: "1970-01-01T00:00:00.000+00:00" })
      assert.deepInclude(item.subscription_types.data[0], { type: "subscription", id: "1" })
    }))
})
