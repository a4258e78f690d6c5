export interface CompanyRow {
  readonly id: string
  readonly company_id: string
  readonly name: string | undefined
  readonly website: string | undefined
  readonly industry: string | undefined
  readonly size: number | undefined
  readonly plan: string | undefined
  readonly monthly_spend: number
  readonly remote_created_at: number
  readonly created_at: number
  readonly updated_at: number
  readonly custom_attributes: Readonly<Record<string, unknown>>
  readonly tagIds: ReadonlyArray<string>
}

export const blankCompany = (id: string, company_id: string, now: number): CompanyRow => ({
  id,
  company_id,
  name: undefined,
  website: undefined,
  industry: undefined,
  size: undefined,
  plan: undefined,
  monthly_spend: 0,
  remote_created_at: now,
  created_at: now,
  updated_at: now,
  custom_attributes: {},
  tagIds: []
})

/** A scroll through all companies: there is one at a time. */
export interface CompanyScroll {
  readonly param: string
  /** Where the last company it has given stands in the table: others may be gone since. */
  readonly after: number
  /** When it was asked last. Unix time in seconds. */
  readonly usedAt: number
}
