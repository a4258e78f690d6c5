/** What differs between the versions of the API that the workspace speaks. */
import * as Predicate from "effect/Predicate"

export type Version = "2.15" | "2.16"

/** A body of version 2.15, as version 2.16 has it. */
export const toLater = (body: unknown): unknown => {
  if (Array.isArray(body)) return body.map(toLater)
  if (!Predicate.isRecord(body)) return body
  const changes = changesByType[String(body.type)] ?? {}
  return Object.fromEntries(
    Object.entries(body).map(([key, value]) => [key, changes[key] === undefined ? toLater(value) : changes[key](value)])
  )
}

interface Changes extends Readonly<Record<string, (value: unknown) => unknown>> {}

const changesByType: Readonly<Record<string, Changes>> = {
  contact: { owner_id: (id) => id === null ? null : String(id) },
  conversation: {
    priority: (word) => word === "priority" ? "high" : "none",
    admin_assignee_id: (id) => Number(id ?? 0),
    team_assignee_id: (id) => Number(id ?? 0)
  },
  ticket: { admin_assignee_id: Number, team_assignee_id: Number },
  // Left out of the JSON.
  article: { parent_id: () => undefined, parent_type: () => undefined }
}
