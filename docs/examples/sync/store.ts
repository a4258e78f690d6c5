/**
 * The database of the sync: a table of each kind of record, what was removed from them, and how far the sync has come.
 * Each exported function is one transaction.
 */
import * as SqliteClient from "@effect/sql-sqlite-node/SqliteClient"
import * as SqlClient from "@effect/sql/SqlClient"
import type { SqlError } from "@effect/sql/SqlError"
import type { Timestamps } from "effect-intercom/models/Timestamps"
import * as Partition from "effect-intercom/Partition"
import * as Clock from "effect/Clock"
import type { ConfigError } from "effect/ConfigError"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"

/** A kind of record, and the name of its table. */
export type Kind = "contacts" | "conversations"

/** A record as Intercom sends it. */
export interface Item extends Timestamps {
  readonly id: string
}

/** One reading of all changes from a time on. Times are Unix seconds. */
export interface Run {
  readonly from: number
  readonly startedAt: number
  /** Set if the run was stopped before its end. */
  readonly checkpoint: Partition.Checkpoint | undefined
}

/** Searches may miss the changes of the last minutes. So a run begins earlier than the run before it started. */
const overlap = 15 * 60

const createTables = Effect.gen(function*() {
  const sql = yield* SqlClient.SqlClient
  yield* sql`
    CREATE TABLE IF NOT EXISTS contacts (
      id TEXT PRIMARY KEY, updated_at INTEGER NOT NULL, body TEXT NOT NULL,
      email TEXT AS (body ->> 'email'), name TEXT AS (body ->> 'name')
    )`
  yield* sql`
    CREATE TABLE IF NOT EXISTS conversations (
      id TEXT PRIMARY KEY, updated_at INTEGER NOT NULL, body TEXT NOT NULL,
      state TEXT AS (body ->> 'state')
    )`
  yield* sql`
    CREATE TABLE IF NOT EXISTS removals (
      kind TEXT, id TEXT, at INTEGER NOT NULL, is_removed INTEGER NOT NULL, PRIMARY KEY (kind, id)
    )`
  yield* sql`
    CREATE TABLE IF NOT EXISTS runs (
      kind TEXT PRIMARY KEY, since INTEGER NOT NULL, started_at INTEGER NOT NULL, checkpoint TEXT,
      is_finished INTEGER NOT NULL DEFAULT 0
    )`
})

/** Opens a database file, and creates the tables that are missing. */
export const layer = (filename: string): Layer.Layer<SqlClient.SqlClient, ConfigError | SqlError> =>
  Layer.provideMerge(Layer.effectDiscard(createTables), SqliteClient.layer({ filename }))

const StoredCheckpoint = Schema.parseJson(Partition.Checkpoint)

/** Continues the run that was stopped. Otherwise begins one that reads the changes since the last run. */
export const beginRun = (kind: Kind): Effect.Effect<Run, SqlError, SqlClient.SqlClient> =>
  Effect.gen(function*() {
    const sql = yield* SqlClient.SqlClient
    const now = Math.floor((yield* Clock.currentTimeMillis) / 1000)
    const rows = yield* sql<{ since: number; started_at: number; checkpoint: string | null }>`
      INSERT INTO runs (kind, since, started_at) VALUES (${kind}, 0, ${now})
      ON CONFLICT (kind) DO UPDATE SET
        since = iif(is_finished, max(0, started_at - ${overlap}), since),
        started_at = iif(is_finished, excluded.started_at, started_at),
        checkpoint = iif(is_finished, NULL, checkpoint),
        is_finished = 0
      RETURNING since, started_at, checkpoint`
    const { checkpoint = null, since = 0, started_at = now } = rows[0] ?? {}
    return {
      from: since,
      startedAt: started_at,
      checkpoint: Option.getOrUndefined(Schema.decodeOption(StoredCheckpoint)(checkpoint ?? ""))
    }
  })

/** Stores the records of a page and the checkpoint after it: both or none. */
export const savePage = (
  kind: Kind,
  { checkpoint, data }: Partition.Page<Item>
): Effect.Effect<void, SqlError, SqlClient.SqlClient> =>
  Effect.gen(function*() {
    const sql = yield* SqlClient.SqlClient
    const isFinished = checkpoint.ranges.length === 0
    const text = yield* Effect.orDie(Schema.encode(StoredCheckpoint)(checkpoint))
    yield* sql.withTransaction(Effect.zipRight(
      upsert(kind, data),
      sql`UPDATE runs SET checkpoint = ${text}, is_finished = ${isFinished ? 1 : 0} WHERE kind = ${kind}`
    ))
  })

/** Stores records, except those that were removed, and those that are older than their row. */
export const save = (kind: Kind, items: ReadonlyArray<Item>): Effect.Effect<void, SqlError, SqlClient.SqlClient> =>
  Effect.flatMap(SqlClient.SqlClient, (sql) => sql.withTransaction(upsert(kind, items)))

const upsert = (kind: Kind, items: ReadonlyArray<Item>) =>
  Effect.gen(function*() {
    if (items.length === 0) return
    const sql = yield* SqlClient.SqlClient
    const rows = items.map((item) => ({ id: item.id, updated_at: item.updated_at ?? 0, body: JSON.stringify(item) }))
    // A write comes first: a transaction that begins with a read cannot wait for another process that writes.
    yield* sql`
      INSERT INTO ${sql(kind)} ${sql.insert(rows)}
      ON CONFLICT (id) DO UPDATE SET updated_at = excluded.updated_at, body = excluded.body
      WHERE excluded.updated_at >= ${sql(kind)}.updated_at`
    yield* deleteRemoved(kind, items.map(({ id }) => id))
  })

/**
 * Removes a record or allows it again, unless a later change says otherwise: notifications arrive in any order. Its id is
 * kept, so that a page that was read before does not bring it back.
 */
export const setRemoved = (
  kind: Kind,
  { at, id, isRemoved }: { readonly id: string; readonly at: number; readonly isRemoved: boolean }
): Effect.Effect<void, SqlError, SqlClient.SqlClient> =>
  Effect.gen(function*() {
    const sql = yield* SqlClient.SqlClient
    yield* sql.withTransaction(Effect.zipRight(
      sql`
        INSERT INTO removals ${sql.insert({ kind, id, at, is_removed: isRemoved ? 1 : 0 })}
        ON CONFLICT (kind, id) DO UPDATE SET at = excluded.at, is_removed = excluded.is_removed
        WHERE excluded.at >= removals.at`,
      deleteRemoved(kind, [id])
    ))
  })

const deleteRemoved = (kind: Kind, ids: ReadonlyArray<string>) =>
  Effect.gen(function*() {
    const sql = yield* SqlClient.SqlClient
    yield* sql`
      DELETE FROM ${sql(kind)} WHERE ${sql.in("id", ids)}
      AND id IN (SELECT id FROM removals WHERE kind = ${kind} AND is_removed)`
  })
