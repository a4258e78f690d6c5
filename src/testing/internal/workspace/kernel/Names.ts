/** Ids and names in seeds. */
import * as Either from "effect/Either"
import { found, refuse, type Refused, type Result } from "./Result.js"
import type { Row, Table } from "./Table.js"

/** Returns the id unless a row has it. Default: the next one. */
export const reserveId = <A extends Row>(table: Table<A>, id: string = table.nextId()): Result<string> =>
  table.get(id) === undefined ? Either.right(id) : refuse(409, "conflict", `the id ${id} is taken`)

/** Finds a row by id or name. */
export const findByName = <A extends Row>(
  table: Table<A>,
  what: string,
  name: string,
  nameOf: (row: A) => string
): Result<A> =>
  found(table.get(name) ?? table.rows().find((row) => nameOf(row) === name), () => unknownName(what, name))

/** The error for a name that matches nothing. It leaves out email addresses, because messages are logged. */
export const unknownName = (what: string, name: string): Refused =>
  refuse(404, "not_found", `${name.includes("@") ? `the ${what} of that address` : `${what} "${name}"`} is not there`)
