import * as Companies from "effect-intercom/api/Companies"
import * as Contacts from "effect-intercom/api/Contacts"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as SearchQuery from "effect-intercom/SearchQuery"
import type * as Effect from "effect/Effect"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Record from "effect/Record"
import { contact, contactPage } from "./fixture.js"
import { inTurns, type Report, times } from "./report.js"

const page = JSON.stringify(contactPage(150))
const single = JSON.stringify(contact(1))

/** What a call costs beyond the answer itself: everything but the network. */
export const callCase = async (): Promise<Report> => {
  const rows: Array<ReadonlyArray<string>> = []
  const measure = async <A>(
    name: string,
    text: string,
    calls: number,
    effect: Effect.Effect<A, unknown, IntercomHttp.IntercomHttp>
  ): Promise<void> => {
    const runtime = ManagedRuntime.make(IntercomHttp.layerTest(() => new Response(text)))
    const baseline = "JSON.parse(await response.text())"
    const figure = await inTurns(15, {
      [baseline]: perCall(calls, async (): Promise<unknown> => JSON.parse(await new Response(text).text())),
      [name]: perCall(calls, () => runtime.runPromise(effect))
    })
    await runtime.dispose()
    for (const each of [baseline, name]) {
      const { ratio, value } = figure(each)
      rows.push([each, `${(text.length / 1000).toFixed(1)} kB`, value.toFixed(0), times(ratio)])
    }
  }
  await measure("Contacts.list()", page, 25, Contacts.list())
  await measure("Contacts.find(id)", single, 500, Contacts.find("1"))
  return { title: "A call whose response is there at once", columns: ["", "body", "µs/call", "ratio"], rows }
}

/** What a call of each kind of list costs, with one item on its page. A list that described itself anew would stand out. */
export const listsCase = async (): Promise<Report> => {
  const text = JSON.stringify({ type: "list", data: [{ type: "contact", id: "1" }], pages: { type: "pages" } })
  const runtime = ManagedRuntime.make(IntercomHttp.layerTest(() => new Response(text)))
  const query = SearchQuery.equals("role", "user")
  const lists = {
    "Contacts.list()": () => Contacts.list(),
    "Contacts.listNotes(id)": () => Contacts.listNotes("1"),
    "Contacts.listCompanies(id)": () => Contacts.listCompanies("1"),
    "Companies.listContacts(id)": () => Companies.listContacts("1"),
    "Contacts.search({ query })": () => Contacts.search({ query })
  }
  const figure = await inTurns(
    31,
    Record.map(
      lists,
      (list: () => Effect.Effect<unknown, unknown, IntercomHttp.IntercomHttp>) =>
        perCall(500, () => runtime.runPromise(list()))
    )
  )
  await runtime.dispose()
  const names = Record.keys(lists)
  return {
    title: "A call of each kind of list, with one item on its page",
    columns: ["", "µs/call", "ratio"],
    rows: names.map((name) => [name, figure(name).value.toFixed(0), times(figure(name).ratio)]),
    notes: ["A search also checks its query and writes it as JSON."],
    promises: names.slice(1).map((name) => ({
      what: `${name}, of ${names[0]}`,
      measured: figure(name).ratio,
      atMost: 1.15
    }))
  }
}

const perCall = (calls: number, run: () => Promise<unknown>) => async (): Promise<number> => {
  const start = performance.now()
  for (let i = 0; i < calls; i++) await run()
  return (performance.now() - start) * 1000 / calls
}
