import type { JsonObject } from "../kernel/Json.js"

export interface VisitorRow {
  readonly id: string
  /** The id that the Messenger generated. */
  readonly user_id: string
  readonly email: string | null
  readonly phone: string | null
  readonly name: string | null
  readonly pseudonym: string | null
  readonly custom_attributes: JsonObject
  readonly created_at: number
  readonly updated_at: number
}
