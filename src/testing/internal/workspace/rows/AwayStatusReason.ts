/** A reason for being away. */
export interface AwayStatusReasonRow {
  readonly id: string
  readonly label: string
  readonly emoji: string
  readonly deleted: boolean
  /** Unix time in seconds. */
  readonly created_at: number
  /** Unix time in seconds. */
  readonly updated_at: number
}
