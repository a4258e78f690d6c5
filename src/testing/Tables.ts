/**
 * What the in-memory workspace holds: a table for each kind of object.
 *
 * @since 1.0.0
 */
import * as Context from "effect/Context"
import type { StoredContact } from "./StoredContact.js"
import type { Table } from "./Table.js"

/**
 * @since 1.0.0
 * @category tags
 */
export class Tables extends Context.Tag("effect-intercom/testing/Tables")<Tables, {
  readonly contacts: Table<StoredContact>
}>() {}
