/**
 * Custom objects: objects of your own types, such as orders.
 *
 * Each object has an Intercom id and your own id.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { CustomObjectInstance, CustomObjectInstanceUpsert } from "../models/CustomObjectInstance.js"
import { DeletedObject } from "../models/DeletedObject.js"
import * as Pagination from "../Pagination.js"

/**
 * @since 1.0.0
 */
export * from "../models/CustomObjectInstance.js"

/**
 * @since 1.0.0
 */
export * from "../models/DeletedObject.js"

/**
 * Creates a custom object, or updates the one of this type with this `external_id`.
 *
 * `POST /custom_object_instances/{custom_object_type_identifier}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const upsert: (
  type: string,
  instance: CustomObjectInstanceUpsert
) => Effect.Effect<CustomObjectInstance, IntercomError, IntercomHttp> = Endpoint.make(
  "CustomObjects.upsert",
  CustomObjectInstance,
  (type, instance) =>
    Endpoint.post("/custom_object_instances/{custom_object_type_identifier}", {
      path: { custom_object_type_identifier: type },
      body: Endpoint.json(CustomObjectInstanceUpsert, instance),
      repeatable: true
    })
)

/**
 * Retrieves a custom object by its Intercom id.
 *
 * `GET /custom_object_instances/{custom_object_type_identifier}/{custom_object_instance_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const find: (
  type: string,
  instance: CustomObjectInstanceId
) => Effect.Effect<CustomObjectInstance, IntercomError, IntercomHttp> = Endpoint.make(
  "CustomObjects.find",
  CustomObjectInstance,
  (type, { custom_object_instance_id }) =>
    Endpoint.get("/custom_object_instances/{custom_object_type_identifier}/{custom_object_instance_id}", {
      path: { custom_object_type_identifier: type, custom_object_instance_id }
    })
)

/**
 * Retrieves a custom object by your own id.
 *
 * `GET /custom_object_instances/{custom_object_type_identifier}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const findByExternalId: (
  type: string,
  instance: CustomObjectInstanceExternalId
) => Effect.Effect<CustomObjectInstance, IntercomError, IntercomHttp> = Endpoint.make(
  "CustomObjects.findByExternalId",
  CustomObjectInstance,
  (type, instance) =>
    Endpoint.get("/custom_object_instances/{custom_object_type_identifier}", byExternalId(type, instance))
)

/**
 * Lists the custom objects of a type, in pages of 20 by default and 150 at most.
 *
 * `GET /custom_object_instances/{custom_object_type_identifier}`. From API 2.16.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const list: (
  type: string,
  options?: Pagination.ListOptions
) => Pagination.List<CustomObjectInstance> = Pagination.makeNested(
  "CustomObjects.list",
  { item: CustomObjectInstance, maxPerPage: 150, next: Pagination.nextNumber },
  (type, paging) => listing(type, paging)
)

/**
 * Streams the pages of all custom objects of a type.
 *
 * `GET /custom_object_instances/{custom_object_type_identifier}`, in pages of 150 by default. From API 2.16.
 *
 * @since 1.0.0
 * @category streams
 */
export const pages: (
  type: string,
  options?: Pagination.StreamOptions
) => Stream.Stream<Pagination.Page<CustomObjectInstance>, IntercomError, IntercomHttp> = (type, options) =>
  Pagination.pages(list(type, options), options)

/**
 * Streams all custom objects of a type.
 *
 * `GET /custom_object_instances/{custom_object_type_identifier}`, in pages of 150 by default. From API 2.16.
 *
 * @since 1.0.0
 * @category streams
 */
export const stream: (
  type: string,
  options?: Pagination.StreamOptions
) => Stream.Stream<CustomObjectInstance, IntercomError, IntercomHttp> = (type, options) =>
  Pagination.stream(list(type, options), options)

/**
 * Lists the custom objects of a type that are linked to a contact, in pages of 20 by default and 150 at most.
 *
 * `GET /custom_object_instances/{custom_object_type_identifier}`. From API 2.16.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const listByContact: (
  type: string,
  options: CustomObjectsOfContact & Pagination.ListOptions
) => Pagination.List<CustomObjectInstance> = Pagination.makeNested(
  "CustomObjects.listByContact",
  { item: CustomObjectInstance, maxPerPage: 150, next: Pagination.nextNumber },
  (type, { references_contact_id, ...paging }) => listing(type, paging, { references_contact_id })
)

/**
 * Lists the custom objects of a type that are linked to a conversation, in pages of 20 by default and 150 at most.
 *
 * `GET /custom_object_instances/{custom_object_type_identifier}`. From API 2.16.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const listByConversation: (
  type: string,
  options: CustomObjectsOfConversation & Pagination.ListOptions
) => Pagination.List<CustomObjectInstance> = Pagination.makeNested(
  "CustomObjects.listByConversation",
  { item: CustomObjectInstance, maxPerPage: 150, next: Pagination.nextNumber },
  (type, { references_conversation_id, ...paging }) => listing(type, paging, { references_conversation_id })
)

const delete_: (
  type: string,
  instance: CustomObjectInstanceId
) => Effect.Effect<DeletedObject, IntercomError, IntercomHttp> = Endpoint.make(
  "CustomObjects.delete",
  DeletedObject,
  (type, { custom_object_instance_id }) =>
    Endpoint.del("/custom_object_instances/{custom_object_type_identifier}/{custom_object_instance_id}", {
      path: { custom_object_type_identifier: type, custom_object_instance_id }
    })
)

export {
  /**
   * Deletes a custom object by its Intercom id.
   *
   * `DELETE /custom_object_instances/{custom_object_type_identifier}/{custom_object_instance_id}`
   *
   * @since 1.0.0
   * @category endpoints
   */
  delete_ as delete
}

/**
 * Deletes a custom object by your own id.
 *
 * `DELETE /custom_object_instances/{custom_object_type_identifier}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const deleteByExternalId: (
  type: string,
  instance: CustomObjectInstanceExternalId
) => Effect.Effect<DeletedObject, IntercomError, IntercomHttp> = Endpoint.make(
  "CustomObjects.deleteByExternalId",
  DeletedObject,
  (type, instance) =>
    Endpoint.del("/custom_object_instances/{custom_object_type_identifier}", byExternalId(type, instance))
)

/**
 * Identifies a custom object by its Intercom id.
 *
 * @since 1.0.0
 * @category models
 */
export interface CustomObjectInstanceId {
  readonly custom_object_instance_id: string
}

/**
 * Identifies a custom object by your own id.
 *
 * @since 1.0.0
 * @category models
 */
export interface CustomObjectInstanceExternalId {
  readonly external_id: string
}

/**
 * Selects the custom objects that are linked to a contact.
 *
 * @since 1.0.0
 * @category models
 */
export interface CustomObjectsOfContact {
  /** Intercom's id of the contact. */
  readonly references_contact_id: string
}

/**
 * Selects the custom objects that are linked to a conversation.
 *
 * @since 1.0.0
 * @category models
 */
export interface CustomObjectsOfConversation {
  readonly references_conversation_id: string
}

function listing(
  type: string,
  paging: Pagination.ListOptions,
  requiredQuery?: Endpoint.Parts["requiredQuery"]
): Endpoint.Request {
  return Endpoint.get("/custom_object_instances/{custom_object_type_identifier}", {
    since: "2.16",
    path: { custom_object_type_identifier: type },
    query: Pagination.pageNumbers(paging),
    requiredQuery
  })
}

const byExternalId = (type: string, { external_id }: CustomObjectInstanceExternalId): Endpoint.Parts => ({
  path: { custom_object_type_identifier: type },
  requiredQuery: { external_id }
})
