/** The sync: reads what changed in Intercom, and stores it page by page. */
import type { SqlClient } from "@effect/sql/SqlClient"
import type { SqlError } from "@effect/sql/SqlError"
import * as Contacts from "effect-intercom/api/Contacts"
import * as Conversations from "effect-intercom/api/Conversations"
import type { IntercomError } from "effect-intercom/IntercomError"
import type { IntercomHttp } from "effect-intercom/IntercomHttp"
import type * as Partition from "effect-intercom/Partition"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import * as Store from "./store.js"

export interface Options {
  /** The number of records in a page. Default: 150, the largest. */
  readonly perPage?: number | undefined
  /** Runs after each page that was stored. */
  readonly onPage?: ((page: Partition.Page<Store.Item>) => Effect.Effect<void>) | undefined
}

const pagesOf = { contacts: Contacts.pagesPartitioned, conversations: Conversations.pagesPartitioned }

/** Makes a run of one kind: the one that was stopped, or the changes since the last one. */
export const sync = (
  kind: Store.Kind,
  { onPage, perPage }: Options = {}
): Effect.Effect<Store.Run, IntercomError | SqlError, IntercomHttp | SqlClient> =>
  Effect.gen(function*() {
    const run = yield* Store.beginRun(kind)
    const read = (checkpoint: Partition.Checkpoint | undefined) =>
      pagesOf[kind]({ field: "updated_at", from: run.from, to: run.startedAt, checkpoint, perPage }).pipe(
        Stream.runForEach((page) => Effect.zipRight(Store.savePage(kind, page), onPage?.(page) ?? Effect.void))
      )
    // A cursor may have expired since the run was stopped. Then the run reads all its pages again.
    const again = (error: IntercomError) => run.checkpoint === undefined ? Effect.fail(error) : read(undefined)
    yield* Effect.catchTags(read(run.checkpoint), { IntercomInvalidRequest: again, IntercomInvalidInput: again })
    return run
  })

/** Makes a run of contacts and of conversations. */
export const syncAll = (
  optionsOf: (kind: Store.Kind) => Options = () => ({})
): Effect.Effect<void, IntercomError | SqlError, IntercomHttp | SqlClient> =>
  Effect.forEach(["contacts", "conversations"] as const, (kind) =>
    Effect.gen(function*() {
      const { from } = yield* sync(kind, optionsOf(kind))
      // The first run takes long. A second one reads what changed meanwhile.
      if (from === 0) yield* sync(kind, optionsOf(kind))
    }), { discard: true })
