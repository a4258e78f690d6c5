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
