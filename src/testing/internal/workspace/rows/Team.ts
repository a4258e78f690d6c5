export interface TeamRow {
  readonly id: string
  readonly name: string
  readonly adminIds: ReadonlyArray<string>
  readonly assignment_limit: number | null
  readonly distribution_method: string | null
}
