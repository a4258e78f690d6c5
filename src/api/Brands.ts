/**
 * Brands: the identities under which a workspace writes to its contacts.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { Brand } from "../models/Brand.js"
import * as Pagination from "../Pagination.js"

/**
 * @since 1.0.0
 */
export * from "../models/Brand.js"

/**
 * Lists all brands, including the default one.
 *
 * `GET /brands`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const list: () => Pagination.List<Brand> = Pagination.make(
  "Brands.list",
  { item: Brand },
  (paging) => Endpoint.get("/brands", { query: Pagination.pageNumbers(paging) })
)

/**
 * Retrieves a brand.
 *
 * `GET /brands/{id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const find: (brandId: string) => Effect.Effect<Brand, IntercomError, IntercomHttp> = Endpoint.make(
  "Brands.find",
  Brand,
  (brandId) => Endpoint.get("/brands/{id}", { path: { id: brandId } })
)
