import type { JsonObject } from "../kernel/Json.js"

export interface EventRow {
  readonly id: string
  readonly contactId: string
  readonly event_name: string
  readonly created_at: number
  readonly metadata: JsonObject
}

/** The count of an event of a contact, from an event summary. */
export interface EventCountRow {
  readonly id: string
  readonly contactId: string
  readonly event_name: string
  readonly count: number
  readonly first: number
  readonly last: number
}

/** The key of an event. Two events with the same contact, name and second are duplicates. */
export const eventKey = ({ contactId, created_at, event_name }: Omit<EventRow, "id" | "metadata">): string =>
  `${contactId} ${created_at} ${event_name}`
