/** A custom attribute. */
export interface DataAttributeRow {
  readonly id: string
  readonly model: string
  readonly name: string
  readonly description: string | undefined
  readonly data_type: string
  readonly options: ReadonlyArray<string> | undefined
  readonly messenger_writable: boolean
  readonly archived: boolean
  readonly admin_id: string | undefined
  readonly created_at: number
  readonly updated_at: number
}
