/**
 * Notes: texts that admins write about contacts and companies.
 *
 * Use `listNotes` of `Contacts` or `Companies` to list notes, and `Contacts.createNote` to add one.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { Note } from "../models/Note.js"

/**
 * @since 1.0.0
 */
export * from "../models/Note.js"

/**
 * Retrieves a note.
 *
 * `GET /notes/{note_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const find: (noteId: string) => Effect.Effect<Note, IntercomError, IntercomHttp> = Endpoint.make(
  "Notes.find",
  Note,
  (noteId) => Endpoint.get("/notes/{note_id}", { path: { note_id: noteId } })
)
