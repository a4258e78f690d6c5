/** A saved reply. */
export interface MacroRow {
  readonly id: string
  readonly name: string
  /** HTML, with placeholders in braces: `{{user.name|fallback:"there"}}`. */
  readonly body: string
  /** The teams that can see it; `undefined` for everyone. */
  readonly teamIds: ReadonlyArray<string> | undefined
  readonly available_on: ReadonlyArray<"inbox" | "messenger">
  /** Unix time in seconds. */
  readonly created_at: number
  /** Unix time in seconds. */
  readonly updated_at: number
}
