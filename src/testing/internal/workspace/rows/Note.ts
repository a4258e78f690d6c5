export interface NoteRow {
  readonly id: string
  readonly contact_id: string | null
  readonly company_id: string | null
  /** The admin who wrote it. */
  readonly adminId: string
  /** HTML. */
  readonly body: string
  /** Unix time in seconds. */
  readonly created_at: number
}
