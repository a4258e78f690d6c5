export interface VisitorRow {
  readonly id: string
  /** What the Messenger made up to know them by. */
  readonly user_id: string
  readonly email: string | null
  readonly phone: string | null
  readonly name: string | null
  readonly pseudonym: string | null
  readonly custom_attributes: Readonly<Record<string, unknown>>
  readonly created_at: number
  readonly updated_at: number
}
