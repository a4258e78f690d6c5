/**
 * Emails: the addresses from which a workspace sends emails.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { EmailSetting } from "../models/EmailSetting.js"
import * as Pagination from "../Pagination.js"

/**
 * @since 1.0.0
 */
export * from "../models/EmailSetting.js"

/**
 * Lists all email settings.
 *
 * `GET /emails`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const list: () => Pagination.List<EmailSetting> = Pagination.make(
  "Emails.list",
  { item: EmailSetting },
  (paging) => Endpoint.get("/emails", { query: Pagination.pageNumbers(paging) })
)

/**
 * Retrieves an email setting.
 *
 * `GET /emails/{id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const find: (emailId: string) => Effect.Effect<EmailSetting, IntercomError, IntercomHttp> = Endpoint.make(
  "Emails.find",
  EmailSetting,
  (emailId) => Endpoint.get("/emails/{id}", { path: { id: emailId } })
)
