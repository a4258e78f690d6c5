/**
 * How seeds name rows of the in-memory workspace: the new ones by ids of their own choice, those that are there by their
 * ids or by what else they go by.
 */
import * as Either from "effect/Either"
import { type Refusal, refuse, type Refused } from "./Refusal.js"
import type { Row, Table } from "./Table.js"

/** The id, where no row has it. Default: the next one. */
export const claim = <A extends Row>(
  table: Table<A>,
  id: string = table.nextId()
): Either.Either<string, Refusal> =>
  table.get(id) === undefined ? Either.right(id) : refuse(409, "conflict", `the id ${id} is taken`)

/** The row of an id, or of another name. */
export const named = <A extends Row>(
  table: Table<A>,
  what: string,
  name: string,
  nameOf: (row: A) => string
): Either.Either<A, Refusal> => {
  const row = table.get(name) ?? table.rows().find((row) => nameOf(row) === name)
  return row === undefined ? missing(what, name) : Either.right(row)
}

/** What a seed names and nobody added. An address is not repeated: messages end up in logs. */
export const missing = (what: string, name: string): Refused =>
  refuse(404, "not_found", `${name.includes("@") ? `the ${what} of that address` : `${what} "${name}"`} is not there`)
