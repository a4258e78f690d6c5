/**
 * A call of each kind of list whose response is there at once, with one item on its page.
 */
import * as Companies from "effect-intercom/api/Companies"
import * as Contacts from "effect-intercom/api/Contacts"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as SearchQuery from "effect-intercom/SearchQuery"
import * as Effect from "effect/Effect"
import * as ManagedRuntime from "effect/ManagedRuntime"
import type { Work } from "../variant.js"

const text = JSON.stringify({ type: "list", data: [{ type: "contact", id: "1" }], pages: { type: "pages" } })

const calling = <A>(call: () => Effect.Effect<A, unknown, IntercomHttp.IntercomHttp>): Work => async () => {
  const runtime = ManagedRuntime.make(IntercomHttp.layerTest(() => new Response(text)))
  return async (count) => {
    await runtime.runPromise(Effect.repeatN(Effect.suspend(call), count - 1))
  }
}

const query = SearchQuery.equals("role", "user")

export const contacts: Work = calling(() => Contacts.list())

export const notes: Work = calling(() => Contacts.listNotes("1"))

export const companies: Work = calling(() => Contacts.listCompanies("1"))

export const companyContacts: Work = calling(() => Companies.listContacts("1"))

export const search: Work = calling(() => Contacts.search({ query }))
