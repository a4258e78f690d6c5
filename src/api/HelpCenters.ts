/**
 * Help centers: the sites on which a workspace publishes its articles.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { DeletedObject } from "../models/DeletedObject.js"
import { HelpCenter, HelpCenterRedirect, NewHelpCenterRedirect } from "../models/HelpCenter.js"
import * as Pagination from "../Pagination.js"

/**
 * @since 1.0.0
 */
export * from "../models/DeletedObject.js"

/**
 * @since 1.0.0
 */
export * from "../models/HelpCenter.js"

/**
 * Lists all help centers.
 *
 * `GET /help_center/help_centers`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const list: () => Pagination.List<HelpCenter> = Pagination.make(
  "HelpCenters.list",
  { item: HelpCenter },
  (paging) => Endpoint.get("/help_center/help_centers", { query: Pagination.pageNumbers(paging) })
)

/**
 * Retrieves a help center.
 *
 * `GET /help_center/help_centers/{help_center_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const find: (helpCenterId: string) => Effect.Effect<HelpCenter, IntercomError, IntercomHttp> = Endpoint.make(
  "HelpCenters.find",
  HelpCenter,
  (helpCenterId) =>
    Endpoint.get("/help_center/help_centers/{help_center_id}", { path: { help_center_id: helpCenterId } })
)

/**
 * Lists the redirects of a help center, most recently updated first, in pages of 50 by default and 250 at most.
 *
 * `GET /help_center/help_centers/{help_center_id}/redirects`. From API 2.16.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const listRedirects: (
  helpCenterId: string,
  options?: Pagination.ListOptions
) => Pagination.List<HelpCenterRedirect> = Pagination.makeNested(
  "HelpCenters.listRedirects",
  { item: HelpCenterRedirect, maxPerPage: 250, next: Pagination.nextNumber },
  (helpCenterId, paging) =>
    Endpoint.get("/help_center/help_centers/{help_center_id}/redirects", {
      since: "2.16",
      path: { help_center_id: helpCenterId },
      query: Pagination.pageNumbers(paging)
    })
)

/**
 * Creates a redirect.
 *
 * `POST /help_center/help_centers/{help_center_id}/redirects`. From API 2.16. Fails with `Conflict`
 * (`resource_conflict`) if the URL is already redirected, and with `InvalidRequest` (`data_invalid`) if it is not in the
 * help center.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const createRedirect: (
  helpCenterId: string,
  redirect: NewHelpCenterRedirect
) => Effect.Effect<HelpCenterRedirect, IntercomError, IntercomHttp> = Endpoint.make(
  "HelpCenters.createRedirect",
  HelpCenterRedirect,
  (helpCenterId, redirect) =>
    Endpoint.post("/help_center/help_centers/{help_center_id}/redirects", {
      since: "2.16",
      path: { help_center_id: helpCenterId },
      body: Endpoint.json(NewHelpCenterRedirect, redirect)
    })
)

/**
 * Retrieves a redirect.
 *
 * `GET /help_center/help_centers/{help_center_id}/redirects/{id}`. From API 2.16.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const findRedirect: (
  helpCenterId: string,
  redirect: HelpCenterRedirectId
) => Effect.Effect<HelpCenterRedirect, IntercomError, IntercomHttp> = Endpoint.make(
  "HelpCenters.findRedirect",
  HelpCenterRedirect,
  (helpCenterId, { redirect_id }) =>
    Endpoint.get("/help_center/help_centers/{help_center_id}/redirects/{id}", {
      since: "2.16",
      path: { help_center_id: helpCenterId, id: redirect_id }
    })
)

/**
 * Deletes a redirect.
 *
 * `DELETE /help_center/help_centers/{help_center_id}/redirects/{id}`. From API 2.16.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const deleteRedirect: (
  helpCenterId: string,
  redirect: HelpCenterRedirectId
) => Effect.Effect<DeletedObject, IntercomError, IntercomHttp> = Endpoint.make(
  "HelpCenters.deleteRedirect",
  DeletedObject,
  (helpCenterId, { redirect_id }) =>
    Endpoint.del("/help_center/help_centers/{help_center_id}/redirects/{id}", {
      since: "2.16",
      path: { help_center_id: helpCenterId, id: redirect_id }
    })
)

/**
 * Identifies a redirect of a help center.
 *
 * @since 1.0.0
 * @category models
 */
export interface HelpCenterRedirectId {
  readonly redirect_id: string
}
