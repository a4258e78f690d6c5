export interface ActivityLogRow {
  readonly id: string
  /** The admin who did it. */
  readonly adminId: string
  readonly activity_type: string
  readonly activity_description: string
  readonly metadata: Readonly<Record<string, unknown>>
  /** Unix time in seconds. */
  readonly created_at: number
}
