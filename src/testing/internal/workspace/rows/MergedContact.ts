/** A contact that was merged into another one. It has the id of the contact. */
export interface MergedContactRow {
  readonly id: string
  /** The contact that it was merged into. */
  readonly into: string
  readonly role: string | null
  /** Unix time in seconds. */
  readonly merged_at: number
}
