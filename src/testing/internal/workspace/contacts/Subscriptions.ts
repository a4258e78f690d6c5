/** Subscription types, and the contacts that opted in or out. */
import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import { Id } from "../../../../internal/fields.js"
import type { SubscriptionSeed } from "../../../Seed.js"
import type { JsonObject } from "../kernel/Json.js"
import { json, notFound, type Result } from "../kernel/Result.js"
import { type Call, del, type EventContext, get, type Operation, post } from "../Operation.js"
import type { ContactRow } from "../rows/Contact.js"
import type { SubscriptionRow } from "../rows/Subscription.js"
import type { Tables } from "../Tables.js"
import * as Contacts from "./Contacts.js"
import * as ContactHandles from "./Handles.js"

export const present = (row: SubscriptionRow): JsonObject => ({
  type: "subscription",
  ...row,
  default_translation: row.translations[0]
})

export const insertSeed = (
  tables: Pick<Tables, "contacts" | "subscriptions">,
  seed: SubscriptionSeed
): Result<SubscriptionRow> =>
  Either.gen(function*() {
    const { content_types = ["email"], description = "", locale = "en", name, translations = [] } = seed
    const optedIn = yield* Either.all((seed.opted_in ?? []).map((who) => ContactHandles.findByName(tables, who)))
    const optedOut = yield* Either.all((seed.opted_out ?? []).map((who) => ContactHandles.findByName(tables, who)))
    const row = tables.subscriptions.set({
      id: yield* tables.subscriptions.reserveId(seed.id),
      state: seed.state ?? "live",
      consent_type: seed.consent_type ?? "opt_out",
      content_types,
      translations: [{ name, description, locale }, ...translations]
    })
    for (const contact of optedIn) tables.contacts.set(withPreference(contact, row, true))
    for (const contact of optedOut) tables.contacts.set(withPreference(contact, row, false))
    return row
  })

const list = ({ tables }: Call): Result =>
  Either.right(json({ type: "list", data: tables.subscriptions.rows().map(present) }))

/** Lists a contact's subscriptions that differ from the default of their type. */
const ofContact = (call: Call<"contact_id">): Result =>
  Either.map(Contacts.byPath(call), ({ subscriptions }) => {
    const rows = subscriptions.flatMap(({ id, optedIn }) => {
      const row = call.tables.subscriptions.get(id)
      return row !== undefined && optedIn === (row.consent_type === "opt_in") ? [row] : []
    })
    return json({ type: "list", data: rows.map(present) })
  })

const ConsentBody = Schema.suspend(() => Schema.Struct({ id: Id, consent_type: Schema.Literal("opt_in", "opt_out") }))

type ConsentBody = typeof ConsentBody.Type

const attach = (call: Call<"contact_id", ConsentBody>): Result =>
  Either.gen(function*() {
    const { body: { consent_type, id }, tables } = call
    const contact = yield* Contacts.byPath(call)
    const row = yield* tables.subscriptions.find(id)
    setPreference(call, contact, withPreference(contact, row, consent_type === "opt_in"), row)
    return json(present(row))
  })

const detach = (call: Call<"contact_id" | "subscription_id">): Result =>
  Either.gen(function*() {
    const { path, tables } = call
    const contact = yield* Contacts.byPath(call)
    const row = yield* tables.subscriptions.find(path("subscription_id"))
    if (preference(contact, row) === undefined) return yield* notFound("Resource")
    setPreference(call, contact, withoutPreference(contact, row), row)
    return json(present(row))
  })

const preference = ({ subscriptions }: ContactRow, { id }: SubscriptionRow): boolean | undefined =>
  subscriptions.find((subscription) => subscription.id === id)?.optedIn

const withoutPreference = (contact: ContactRow, { id }: SubscriptionRow): ContactRow => ({
  ...contact,
  subscriptions: contact.subscriptions.filter((subscription) => subscription.id !== id)
})

const withPreference = (contact: ContactRow, row: SubscriptionRow, optedIn: boolean): ContactRow => ({
  ...contact,
  subscriptions: [...withoutPreference(contact, row).subscriptions, { id: row.id, optedIn }]
})

const isSubscribed = (contact: ContactRow, row: SubscriptionRow): boolean =>
  preference(contact, row) ?? row.consent_type === "opt_out"

/** Notifies only if the contact is now subscribed and was not before, or the other way round. */
const setPreference = (
  { notify, now, tables }: EventContext,
  before: ContactRow,
  after: ContactRow,
  row: SubscriptionRow
): void => {
  tables.contacts.set(after)
  const subscribed = isSubscribed(after, row)
  if (subscribed === isSubscribed(before, row)) return
  notify(subscribed ? "contact.subscribed" : "contact.unsubscribed", {
    type: subscribed ? "contact_subscribe" : "contact_unsubscribe",
    created_at: now,
    contact: Contacts.presentInWebhook(tables, after),
    subscription_types: { type: "list", data: [present(row)] }
  })
}

export const operations: ReadonlyArray<Operation> = [
  get("/subscription_types", list),
  get("/contacts/{contact_id}/subscriptions", ofContact),
  post("/contacts/{contact_id}/subscriptions", ConsentBody, attach),
  del("/contacts/{contact_id}/subscriptions/{subscription_id}", detach)
]
