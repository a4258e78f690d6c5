import * as Notes from "effect-intercom/api/Notes"
import type { Operation } from "../Operation.js"

export const notes: ReadonlyArray<Operation> = [
  { name: "Notes.find", method: "get", path: "/notes/{note_id}", call: Notes.find("34") }
]
