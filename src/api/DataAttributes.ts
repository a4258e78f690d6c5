/**
 * Data attributes: the fields of contacts, companies and conversations.
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
 * Creates a custom attribute of contacts or companies.
 *
 * `POST /data_attributes`. Fails with `InvalidRequest` (`parameter_invalid`) if contacts or companies have an
 * attribute with this name.
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
 * Updates a custom attribute.
 *
 * `PUT /data_attributes/{data_attribute_id}`. Fields that you leave out stay unchanged. The type cannot change. Fails
 * with `InvalidRequest` (`data_invalid`) if you archive an attribute that something depends on.
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
 * Options for listing data attributes.
 *
 * @since 1.0.0
 * @category models
 */
export interface ListDataAttributesOptions {
  /** From 2.16 on, `conversation` fails with `InvalidRequest` (`parameter_invalid`): use `ConversationAttributes`. */
  readonly model?: "contact" | "company" | "conversation" | undefined
  /** Whether to include archived attributes. Default: `false`. */
  readonly include_archived?: boolean | undefined
}
