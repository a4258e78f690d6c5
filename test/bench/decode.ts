import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import assert from "node:assert/strict"
import { decoder } from "../../src/internal/decoder.js"
import { Contact } from "../../src/models/Contact.js"
import * as Pagination from "../../src/Pagination.js"
import { contactPage, withIds } from "./fixture.js"
import { inTurns, type Report, times } from "./report.js"

const page = contactPage(150)
const text = JSON.stringify(page)
const body = Pagination.listBody(Contact, "data")
const decode = decoder(body)
const interpret = Schema.decodeUnknownEither(body)

const variants = {
  parse: "JSON.parse",
  ours: "JSON.parse + this library's decoder",
  schema: "JSON.parse + Schema.decodeUnknownEither"
}

/** What it costs to decode a page of contacts, next to reading its JSON, which nobody can do without. */
export const decodeCase = async (): Promise<Report> => {
  // The right answer, before the fast one.
  assert.deepEqual(Either.getOrThrow(decode(JSON.parse(text))), { ...page, data: page.data.map(withIds) })

  const figure = await inTurns(40, {
    [variants.parse]: perPage(25, () => JSON.parse(text)),
    [variants.ours]: perPage(25, () => Either.getOrThrow(decode(JSON.parse(text)))),
    [variants.schema]: perPage(8, () => Either.getOrThrow(interpret(JSON.parse(text))))
  })
  return {
    title: `Decoding a page of 150 contacts (${Math.round(text.length / 1000)} kB)`,
    columns: ["", "µs/page", "ratio"],
    rows: Object.values(variants).map((name) => [name, figure(name).value.toFixed(0), times(figure(name).ratio)]),
    promises: [{
      what: "JSON.parse and decoding, of JSON.parse alone",
      measured: figure(variants.ours).ratio,
      atMost: 1.4
    }]
  }
}

const perPage = (pages: number, run: () => unknown) => (): number => {
  const start = performance.now()
  for (let i = 0; i < pages; i++) run()
  return (performance.now() - start) * 1000 / pages
}
