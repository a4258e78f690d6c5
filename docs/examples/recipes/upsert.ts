import { Contacts, type IntercomError, type IntercomHttp } from "effect-intercom"
import * as Effect from "effect/Effect"

/** Writes the rows of a CRM, and returns what became of each. */
export const sync = (
  rows: ReadonlyArray<Contacts.ContactUpsert>
): Effect.Effect<ReadonlyArray<string>, IntercomError.IntercomError, IntercomHttp.IntercomHttp> =>
  Effect.forEach(rows, (row) =>
    Contacts.upsert(row).pipe(
      Effect.map(({ outcome }): string => outcome),
      Effect.catchTag("IntercomConflict", ({ archived, existingId }) =>
        Effect.succeed(`${archived ? "archived" : "email taken"}: ${existingId}`))
    ))
