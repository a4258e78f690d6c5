export interface TicketTypeRow {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly category: string
  readonly icon: string
  readonly is_internal: boolean
  readonly archived: boolean
  readonly attributes: ReadonlyArray<TicketTypeAttributeRow>
  readonly created_at: number
  readonly updated_at: number
}

/** A field of the tickets of a type. */
export interface TicketTypeAttributeRow {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly data_type: string
  readonly multiline: boolean
  readonly allow_multiple_values: boolean
  readonly items: ReadonlyArray<ListItem>
  readonly required_to_create: boolean
  readonly required_to_create_for_contacts: boolean
  readonly visible_on_create: boolean
  readonly visible_to_contacts: boolean
  readonly default: boolean
  readonly archived: boolean
  readonly created_at: number
  readonly updated_at: number
}

/** What can be chosen of an attribute that is a list. */
export interface ListItem {
  readonly id: string
  readonly name: string
}
