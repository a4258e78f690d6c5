export interface TagRow {
  readonly id: string
  readonly name: string
}
