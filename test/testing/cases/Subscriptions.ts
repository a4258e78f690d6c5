import { assert } from "@effect/vitest"
import * as Contacts from "effect-intercom/api/Contacts"
import * as SubscriptionTypes from "effect-intercom/api/SubscriptionTypes"
import * as Effect from "effect/Effect"
import { post, refusal } from "../calls.js"
import type { Case } from "../ways.js"

const seed: Case["seed"] = {
  contacts: [{ id: "6762f0d0aaaaaaaaaaaaaaaa", email: "ada@example.com" }],
  subscriptions: [
    {
      id: "1",
      name: "Newsletter",
      description: "Once a month",
      translations: [{ name: "Bulletin", description: "", locale: "fr" }]
    },
    { id: "2", name: "Alerts", consent_type: "opt_in", content_types: ["sms_message"] }
  ]
}

const ada = "6762f0d0aaaaaaaaaaaaaaaa"

const chosen = Effect.map(Contacts.listSubscriptions(ada), ({ data: types }) => types.map(({ id }) => id))

const embedded = Effect.map(Contacts.find(ada), ({ opted_in_subscription_types, opted_out_subscription_types }) => ({
  in: opted_in_subscription_types?.data?.map(({ id }) => id),
  out: opted_out_subscription_types?.data?.map(({ id }) => id)
}))

export const cases: ReadonlyArray<Case> = [
  {
    name: "lists subscription types in all their languages",
    seed,
    test: Effect.gen(function*() {
      const english = { name: "Newsletter", description: "Once a month", locale: "en" }
      const [newsletter, alerts] = (yield* SubscriptionTypes.list()).data
      assert.deepStrictEqual<unknown>(newsletter, {
        type: "subscription",
        id: "1",
        state: "live",
        consent_type: "opt_out",
        default_translation: english,
        translations: [english, { name: "Bulletin", description: "", locale: "fr" }],
        content_types: ["email"]
      })
      assert.deepInclude(alerts, { id: "2", consent_type: "opt_in", content_types: ["sms_message"] })
    })
  },
  {
    name: "lists of a contact's subscriptions only what it opted out of, or in to, by its own will",
    seed,
    test: Effect.gen(function*() {
      assert.deepStrictEqual(yield* chosen, [])
      assert.deepInclude(yield* Contacts.attachSubscription(ada, { subscription_id: "1", consent_type: "opt_out" }), {
        id: "1"
      })
      assert.deepInclude(yield* Contacts.attachSubscription(ada, { subscription_id: "2", consent_type: "opt_in" }), {
        id: "2"
      })
      assert.deepStrictEqual(yield* chosen, ["1", "2"])
      assert.deepStrictEqual(yield* embedded, { in: ["2"], out: ["1"] })
      yield* Contacts.attachSubscription(ada, { subscription_id: "1", consent_type: "opt_in" })
      assert.deepStrictEqual(yield* chosen, ["2"])
      assert.deepStrictEqual(yield* embedded, { in: ["2", "1"], out: [] })
    })
  },
  {
    name: "takes a choice back, and is asked in vain for one that was not made",
    seed: { ...seed, subscriptions: [{ id: "1", name: "Newsletter", opted_out: ["ada@example.com"] }] },
    test: Effect.gen(function*() {
      assert.deepStrictEqual(yield* chosen, ["1"])
      assert.deepInclude(yield* Contacts.detachSubscription(ada, { subscription_id: "1" }), { id: "1" })
      assert.deepStrictEqual(yield* chosen, [])
      assert.deepStrictEqual(yield* embedded, { in: [], out: [] })
      assert.strictEqual(
        yield* refusal(Contacts.detachSubscription(ada, { subscription_id: "1" })),
        "IntercomNotFound 404 not_found"
      )
    })
  },
  {
    name: "takes the id of a subscription type as a number, as the description has it",
    seed,
    test: Effect.gen(function*() {
      yield* post(`/contacts/${ada}/subscriptions`, { id: 2, consent_type: "opt_in" })
      assert.deepStrictEqual(yield* chosen, ["2"])
    })
  },
  {
    name: "refuses contacts, subscription types and consents there are not",
    seed,
    test: Effect.gen(function*() {
      const consent: SubscriptionTypes.SubscriptionTypeConsent = { subscription_id: "1", consent_type: "opt_out" }
      assert.strictEqual(
        yield* refusal(Contacts.attachSubscription("nobody", consent)),
        "IntercomNotFound 404 not_found"
      )
      assert.strictEqual(
        yield* refusal(Contacts.attachSubscription(ada, { ...consent, subscription_id: "9" })),
        "IntercomNotFound 404 not_found"
      )
      const refused = yield* refusal(post(`/contacts/${ada}/subscriptions`, { id: "1", consent_type: "maybe" }))
      assert.strictEqual(refused, "IntercomInvalidRequest 400 parameter_invalid")
      assert.strictEqual(yield* refusal(Contacts.listSubscriptions("nobody")), "IntercomNotFound 404 not_found")
      assert.deepStrictEqual(yield* chosen, [])
    })
  }
]
