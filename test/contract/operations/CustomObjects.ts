import * as CustomObjects from "effect-intercom/api/CustomObjects"
import type { Operation } from "../Operation.js"

export const customObjects: ReadonlyArray<Operation> = [
  {
    name: "CustomObjects.upsert",
    method: "post",
    path: "/custom_object_instances/{custom_object_type_identifier}",
    call: CustomObjects.upsert("Order", {
      external_id: "123",
      external_created_at: 1392036272,
      external_updated_at: 1392036272,
      custom_attributes: { order_number: "ORDER-12345", total_amount: "99.99" }
    })
  },
  {
    name: "CustomObjects.find",
    method: "get",
    path: "/custom_object_instances/{custom_object_type_identifier}/{custom_object_instance_id}",
    call: CustomObjects.find("Order", { custom_object_instance_id: "25" })
  },
  {
    name: "CustomObjects.findByExternalId",
    method: "get",
    path: "/custom_object_instances/{custom_object_type_identifier}",
    // The only example of 2.16 is that of a list.
    until: "2.15",
    call: CustomObjects.findByExternalId("Order", { external_id: "123" })
  },
  {
    name: "CustomObjects.list",
    method: "get",
    path: "/custom_object_instances/{custom_object_type_identifier}",
    since: "2.16",
    call: CustomObjects.list("Order", { perPage: 20, cursor: "2" })
  },
  {
    name: "CustomObjects.delete",
    method: "delete",
    path: "/custom_object_instances/{custom_object_type_identifier}/{custom_object_instance_id}",
    call: CustomObjects.delete("Order", { custom_object_instance_id: "26" })
  },
  {
    name: "CustomObjects.deleteByExternalId",
    method: "delete",
    path: "/custom_object_instances/{custom_object_type_identifier}",
    call: CustomObjects.deleteByExternalId("Order", { external_id: "123" })
  }
]

/** Further functions on operations listed above. */
export const customObjectVariants: ReadonlyArray<Operation> = [
  {
    name: "CustomObjects.listByContact",
    method: "get",
    path: "/custom_object_instances/{custom_object_type_identifier}",
    since: "2.16",
    call: CustomObjects.listByContact("Order", { references_contact_id: "63a07ddf05a32042dffac965", perPage: 20 })
  },
  {
    name: "CustomObjects.listByConversation",
    method: "get",
    path: "/custom_object_instances/{custom_object_type_identifier}",
    since: "2.16",
    call: CustomObjects.listByConversation("Order", { references_conversation_id: "123", cursor: "2" })
  }
]
