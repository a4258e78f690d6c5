import type { JsonObject } from "../kernel/Json.js"

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
  readonly custom_attributes: JsonObject
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

/** A scroll through all companies. There is at most one. */
export interface CompanyScroll {
  readonly param: string
  /** The position of the last returned company, which may have been deleted since. */
  readonly after: number
  /** When the scroll was last used. Unix time in seconds. */
  readonly usedAt: number
}
