/**
 * Conversation attributes: the custom fields of conversations. From API 2.16.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import {
  ConversationAttribute,
  ConversationAttributeChanges,
  type ConversationAttributeOptionChanges,
  type ConversationAttributeOptionId,
  NewConversationAttribute,
  NewConversationAttributeOption
} from "../models/ConversationAttribute.js"
import * as Pagination from "../Pagination.js"

/**
 * @since 1.0.0
 */
export * from "../models/ConversationAttribute.js"

/**
 * Lists all conversation attributes.
 *
 * `GET /conversations/attributes`. From API 2.16.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const list: (
  options?: ListConversationAttributesOptions
) => Pagination.List<ConversationAttribute> = Pagination.make(
  "ConversationAttributes.list",
  { item: ConversationAttribute },
  ({ include_archived, ...paging }) =>
    Endpoint.get("/conversations/attributes", {
      since: "2.16",
      query: { ...Pagination.pageNumbers(paging), include_archived }
    })
)

/**
 * Retrieves a conversation attribute.
 *
 * `GET /conversations/attributes/{id}`. From API 2.16.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const find: (
  attributeId: string
) => Effect.Effect<ConversationAttribute, IntercomError, IntercomHttp> = Endpoint.make(
  "ConversationAttributes.find",
  ConversationAttribute,
  (attributeId) => Endpoint.get("/conversations/attributes/{id}", { since: "2.16", path: { id: attributeId } })
)

/**
 * Creates a conversation attribute.
 *
 * `POST /conversations/attributes`. From API 2.16.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const create: (
  attribute: NewConversationAttribute
) => Effect.Effect<ConversationAttribute, IntercomError, IntercomHttp> = Endpoint.make(
  "ConversationAttributes.create",
  ConversationAttribute,
  (attribute) =>
    Endpoint.post("/conversations/attributes", {
      since: "2.16",
      body: Endpoint.json(NewConversationAttribute, attribute)
    })
)

/**
 * Updates a conversation attribute.
 *
 * `PUT /conversations/attributes/{id}`. From API 2.16. Fields that you leave out stay unchanged.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const update: (
  attributeId: string,
  changes: ConversationAttributeChanges
) => Effect.Effect<ConversationAttribute, IntercomError, IntercomHttp> = Endpoint.make(
  "ConversationAttributes.update",
  ConversationAttribute,
  (attributeId, changes) =>
    Endpoint.put("/conversations/attributes/{id}", {
      since: "2.16",
      path: { id: attributeId },
      body: Endpoint.json(ConversationAttributeChanges, changes)
    })
)

/**
 * Archives a conversation attribute.
 *
 * `DELETE /conversations/attributes/{id}`. From API 2.16. The attribute is not deleted: `list` can include it.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const archive: (
  attributeId: string
) => Effect.Effect<ConversationAttribute, IntercomError, IntercomHttp> = Endpoint.make(
  "ConversationAttributes.archive",
  ConversationAttribute,
  (attributeId) => Endpoint.del("/conversations/attributes/{id}", { since: "2.16", path: { id: attributeId } })
)

/**
 * Adds an option to a list, and returns the attribute.
 *
 * `POST /conversations/attributes/{id}/options`. From API 2.16. Fails with `InvalidRequest` (`parameter_invalid`) if the
 * attribute is not a list.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const addOption: (
  attributeId: string,
  option: NewConversationAttributeOption
) => Effect.Effect<ConversationAttribute, IntercomError, IntercomHttp> = Endpoint.make(
  "ConversationAttributes.addOption",
  ConversationAttribute,
  (attributeId, option) =>
    Endpoint.post("/conversations/attributes/{id}/options", {
      since: "2.16",
      path: { id: attributeId },
      body: Endpoint.json(NewConversationAttributeOption, option)
    })
)

/**
 * Renames an option of a list, and returns the attribute.
 *
 * `PUT /conversations/attributes/{id}/options/{option_id}`. From API 2.16.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const renameOption: (
  attributeId: string,
  option: ConversationAttributeOptionChanges
) => Effect.Effect<ConversationAttribute, IntercomError, IntercomHttp> = Endpoint.make(
  "ConversationAttributes.renameOption",
  ConversationAttribute,
  (attributeId, { option_id, ...option }) =>
    Endpoint.put("/conversations/attributes/{id}/options/{option_id}", {
      since: "2.16",
      path: { id: attributeId, option_id },
      body: Endpoint.json(NewConversationAttributeOption, option)
    })
)

/**
 * Archives an option of a list, and returns the attribute, which still has the option.
 *
 * `DELETE /conversations/attributes/{id}/options/{option_id}`. From API 2.16. Fails with `InvalidRequest`
 * (`parameter_invalid`) if fewer than two options would stay active.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const archiveOption: (
  attributeId: string,
  option: ConversationAttributeOptionId
) => Effect.Effect<ConversationAttribute, IntercomError, IntercomHttp> = Endpoint.make(
  "ConversationAttributes.archiveOption",
  ConversationAttribute,
  (attributeId, { option_id }) =>
    Endpoint.del("/conversations/attributes/{id}/options/{option_id}", {
      since: "2.16",
      path: { id: attributeId, option_id }
    })
)

/**
 * Options for listing conversation attributes.
 *
 * @since 1.0.0
 * @category models
 */
export interface ListConversationAttributesOptions {
  /** Whether to include archived attributes. Default: `false`. */
  readonly include_archived?: boolean | undefined
}
