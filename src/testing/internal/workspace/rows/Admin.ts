export interface AdminRow {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly email_verified: boolean
  readonly job_title: string
  /** The URL of an image. */
  readonly avatar: string | null
  readonly has_inbox_seat: boolean
  readonly away_mode_enabled: boolean
  readonly away_mode_reassign: boolean
  readonly away_status_reason_id: string | null
  /** Unix time in seconds. */
  readonly created_at: number
}
