/**
 * Notifications about companies.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import { nullish, nullishBoolean, nullishId, nullishIds, struct } from "../../internal/fields.js"
import { Company } from "../Company.js"
import { type Notified, notified } from "./Notified.js"
import { NotifiedContact } from "./NotifiedContact.js"

/**
 * A company, as notifications contain it. A deleted company has only its ids.
 *
 * @since 1.0.0
 * @category models
 */
export interface NotifiedCompany extends Notified<Company> {
  /** `true` for a deleted company. */
  readonly deleted?: boolean | null | undefined
  readonly plan_id?: string | null | undefined
  /** Notifications have this field instead of `tags`. */
  readonly tag_ids?: ReadonlyArray<string> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const NotifiedCompany: Schema.Schema<NotifiedCompany> = Schema.suspend(() =>
  Schema.extend(notified(Company), Schema.Struct({ deleted: nullishBoolean, plan_id: nullishId, tag_ids: nullishIds }))
).annotations({ identifier: "effect-intercom/NotifiedCompany" })

/**
 * A company, and the contact that was attached to it or detached from it. It has no `type`.
 *
 * @since 1.0.0
 * @category models
 */
export interface CompanyContact {
  readonly company?: NotifiedCompany | null | undefined
  readonly contact?: NotifiedContact | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const CompanyContact: Schema.Schema<CompanyContact> = struct("CompanyContact")(() => ({
  company: nullish(NotifiedCompany),
  contact: nullish(NotifiedContact)
}))
