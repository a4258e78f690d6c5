import type { JsonObject } from "../kernel/Json.js"

export interface ActivityLogRow {
  readonly id: string
  /** The admin who performed the activity. */
  readonly adminId: string
  readonly activity_type: string
  readonly activity_description: string
  readonly metadata: JsonObject
  /** Unix time in seconds. */
  readonly created_at: number
}
