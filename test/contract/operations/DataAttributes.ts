import * as DataAttributes from "effect-intercom/api/DataAttributes"
import type { Operation } from "../Operation.js"

export const dataAttributes: ReadonlyArray<Operation> = [
  {
    name: "DataAttributes.list",
    method: "get",
    path: "/data_attributes",
    call: DataAttributes.list({ model: "company", include_archived: false })
  },
  {
    name: "DataAttributes.create",
    method: "post",
    path: "/data_attributes",
    call: DataAttributes.create({ name: "Mithril Shirt", model: "company", data_type: "string" })
  },
  {
    name: "DataAttributes.update",
    method: "put",
    path: "/data_attributes/{data_attribute_id}",
    call: DataAttributes.update("44", {
      description: "Just a plain old ring",
      options: [{ value: "1-10" }, { value: "11-20" }],
      archived: false
    })
  }
]
