/**
 * Data attributes: what is known of contacts, companies and conversations.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { DataAttribute, DataAttributeChanges, NewDataAttribute } from "../models/DataAttribute.js"
import * as Pagination from "../Pagination.js"

/**
 * @since 1.0.0
 */
export * from "../models/DataAttribute.js"

/**
 * Lists all data attributes, built-in and custom ones, or those of one model.
 *
 * `GET /data_attributes`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const list: (
  options?: ListDataAttributesOptions
) => Pagination.List<DataAttribute> = Pagination.make(
  "DataAttributes.list",
  { item: DataAttribute },
  ({ include_archived, model, ...paging }) =>
    Endpoint.get("/data_attributes", { query: { ...Pagination.pageNumbers(paging), model, include_archived } })
)

/**
 * Creates a custom attribute of contacts or companies. Fails with `InvalidRequest` (`parameter_invalid`) where either
 * has one of this name.
 *
 * `POST /data_attributes`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const create: (
  attribute: NewDataAttribute
) => Effect.Effect<DataAttribute, IntercomError, IntercomHttp> = Endpoint.make(
  "DataAttributes.create",
  DataAttribute,
  (attribute) => Endpoint.post("/data_attributes", { body: Endpoint.json(NewDataAttribute, attribute) })
)

/**
 * Changes the fields you name of a custom attribute; its type is not among them. Fails with `InvalidRequest`
 * (`data_invalid`) where it is to be archived while something depends on it.
 *
 * `PUT /data_attributes/{data_attribute_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const update: (
  attributeId: string,
  changes: DataAttributeChanges
) => Effect.Effect<DataAttribute, IntercomError, IntercomHttp> = Endpoint.make(
  "DataAttributes.update",
  DataAttribute,
  (attributeId, changes) =>
    Endpoint.put("/data_attributes/{data_attribute_id}", {
      path: { data_attribute_id: attributeId },
      body: Endpoint.json(DataAttributeChanges, changes)
    })
)

/**
 * Which attributes are listed.
 *
 * @since 1.0.0
 * @category models
 */
export interface ListDataAttributesOptions {
  readonly model?: "contact" | "company" | "conversation" | undefined
  /** Default: `false`. */
  readonly include_archived?: boolean | undefined
}
