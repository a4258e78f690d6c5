export interface SegmentRow {
  readonly id: string
  readonly name: string
  /** `contact` are leads. */
  readonly person_type: "contact" | "user"
  /** Unix time in seconds. */
  readonly created_at: number
  /** Unix time in seconds. */
  readonly updated_at: number
  /** Ids of contacts or companies. */
  readonly members: ReadonlyArray<string>
}
