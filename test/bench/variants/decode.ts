/**
 * Ways to read a body. Each parses the JSON. The package does not export its decoder, so this imports the sources.
 */
import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import type { ParseOptions } from "effect/SchemaAST"
import assert from "node:assert/strict"
import { decoder } from "../../../src/internal/decoder.js"
import { Contact } from "../../../src/models/Contact.js"
import { Conversation } from "../../../src/models/Conversation.js"
import { Ticket } from "../../../src/models/Ticket.js"
import * as Pagination from "../../../src/Pagination.js"
import { bodies } from "../bodies.js"
import type { Work } from "../variant.js"

const decoders = {
  contacts: <A>(by: By<A>) => by(Pagination.listBody(Contact, "data")),
  conversation: <A>(by: By<A>) => by(Conversation),
  tickets: <A>(by: By<A>) => by(Pagination.listBody(Ticket, "tickets"))
}

interface By<A> {
  <B, I>(schema: Schema.Schema<B, I>): A
}

interface Reader {
  (body: unknown): unknown
}

const ourReader: By<Reader> = (schema) => {
  const decode = decoder(schema)
  return (body) => Either.getOrThrow(decode(body))
}

const schemaReader = (options?: ParseOptions): By<Reader> => (schema) => {
  const decode = Schema.decodeUnknownEither(schema, options)
  return (body) => Either.getOrThrow(decode(body))
}

const reading = (by: By<Reader>): Work => async ({ body = "contacts" }) => {
  const text = JSON.stringify(bodies[body]())
  const read = decoders[body](by)
  return async (count) => {
    for (let i = 0; i < count; i++) read(JSON.parse(text))
  }
}

export const parse: Work = reading(() => (body) => body)

export const ours: Work = reading(ourReader)

export const schema: Work = reading(schemaReader())

/** Fails unless our decoder returns what Schema returns. */
export const check: Work = async ({ body = "contacts" }) => async () => {
  const text = JSON.stringify(bodies[body]())
  const keeping = schemaReader({ onExcessProperty: "preserve" })
  assert.deepEqual(decoders[body](ourReader)(JSON.parse(text)), decoders[body](keeping)(JSON.parse(text)))
}
