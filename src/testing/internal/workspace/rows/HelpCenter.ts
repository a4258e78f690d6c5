export interface HelpCenterRow {
  readonly id: string
  /** Its name in its URL. */
  readonly identifier: string
  readonly display_name: string
  readonly website_turned_on: boolean
  readonly custom_domain: string | null
  /** Unix time in seconds. */
  readonly created_at: number
  /** Unix time in seconds. */
  readonly updated_at: number
}
