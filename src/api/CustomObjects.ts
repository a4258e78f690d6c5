/**
 * Custom objects: things of your own that Intercom knows, such as orders.
 *
 * Each is of a type that your workspace defines, and is known by Intercom's id and by your own.
 *
 * @since 1.0.0
 */
import * as Effect from "effect/Effect"
import type * as Schema from "effect/Schema"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { CustomObjectInstance, CustomObjectInstanceChanges } from "../models/CustomObjectInstance.js"
import { DeletedObject } from "../models/DeletedObject.js"

/**
 * @since 1.0.0
 */
export * from "../models/CustomObjectInstance.js"

/**
 * Creates an object, or updates the one of this type with this `external_id`.
 *
 * `POST /custom_object_instances/{custom_object_type_identifier}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const save: (
  type: string,
  instance: CustomObjectInstanceChanges
) => Effect.Effect<CustomObjectInstance, IntercomError, IntercomHttp> = Endpoint.make(
  "CustomObjects.save",
  CustomObjectInstance,
  (type, instance) =>
    Endpoint.post("/custom_object_instances/{custom_object_type_identifier}", {
      path: { custom_object_type_identifier: type },
      body: Endpoint.json(CustomObjectInstanceChanges, instance),
      repeatable: true
    })
)

/**
 * Retrieves one object by Intercom's id.
 *
 * `GET /custom_object_instances/{custom_object_type_identifier}/{custom_object_instance_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const find: (
  type: string,
  instance: CustomObjectId
) => Effect.Effect<CustomObjectInstance, IntercomError, IntercomHttp> = Endpoint.make(
  "CustomObjects.find",
  CustomObjectInstance,
  (type, { id }) =>
    Endpoint.get("/custom_object_instances/{custom_object_type_identifier}/{custom_object_instance_id}", {
      path: { custom_object_type_identifier: type, custom_object_instance_id: id }
    })
)

/**
 * Retrieves one object by your own id.
 *
 * `GET /custom_object_instances/{custom_object_type_identifier}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const findByExternalId: (
  type: string,
  instance: CustomObjectExternalId
) => Effect.Effect<CustomObjectInstance, IntercomError, IntercomHttp> = byExternalId(
  "CustomObjects.findByExternalId",
  "GET",
  CustomObjectInstance
)

const delete_: (
  type: string,
  instance: CustomObjectId
) => Effect.Effect<DeletedObject, IntercomError, IntercomHttp> = Endpoint.make(
  "CustomObjects.delete",
  DeletedObject,
  (type, { id }) =>
    Endpoint.del("/custom_object_instances/{custom_object_type_identifier}/{custom_object_instance_id}", {
      path: { custom_object_type_identifier: type, custom_object_instance_id: id }
    })
)

export {
  /**
   * Deletes one object by Intercom's id.
   *
   * `DELETE /custom_object_instances/{custom_object_type_identifier}/{custom_object_instance_id}`
   *
   * @since 1.0.0
   * @category endpoints
   */
  delete_ as delete
}

/**
 * Deletes one object by your own id.
 *
 * `DELETE /custom_object_instances/{custom_object_type_identifier}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const deleteByExternalId: (
  type: string,
  instance: CustomObjectExternalId
) => Effect.Effect<DeletedObject, IntercomError, IntercomHttp> = byExternalId(
  "CustomObjects.deleteByExternalId",
  "DELETE",
  DeletedObject
)

/**
 * An object, by Intercom's id.
 *
 * @since 1.0.0
 * @category models
 */
export interface CustomObjectId {
  readonly id: string
}

/**
 * An object, by your own id.
 *
 * @since 1.0.0
 * @category models
 */
export interface CustomObjectExternalId {
  readonly external_id: string
}

// A path refuses an empty id; a query would ask for another thing.
function byExternalId<A, I>(
  operation: string,
  method: "GET" | "DELETE",
  schema: Schema.Schema<A, I>
): (type: string, instance: CustomObjectExternalId) => Effect.Effect<A, IntercomError, IntercomHttp> {
  const template = "/custom_object_instances/{custom_object_type_identifier}"
  const send = Endpoint.make(operation, schema, (type: string, { external_id }: CustomObjectExternalId) => ({
    method,
    template,
    path: { custom_object_type_identifier: type },
    query: { external_id }
  }))
  return (type, instance) =>
    instance.external_id === "" ?
      Effect.fail(Endpoint.invalidInput({ operation, method, path: template }, "external_id", "must not be empty")) :
      send(type, instance)
}
