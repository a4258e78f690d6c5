import * as Collections from "effect-intercom/api/Collections"
import type { Operation } from "../Operation.js"

export const collections: ReadonlyArray<Operation> = [
  {
    name: "Collections.list",
    method: "get",
    path: "/help_center/collections",
    call: Collections.list({ perPage: 20, cursor: "2" })
  },
  {
    name: "Collections.find",
    method: "get",
    path: "/help_center/collections/{collection_id}",
    call: Collections.find("170")
  },
  {
    name: "Collections.create",
    method: "post",
    path: "/help_center/collections",
    call: Collections.create({
      name: "Thanks for everything",
      description: "English description",
      translated_content: { fr: { name: "Merci pour tout", description: "Description" } },
      parent_id: "6871118",
      help_center_id: "123"
    })
  },
  {
    name: "Collections.update",
    method: "put",
    path: "/help_center/collections/{collection_id}",
    call: Collections.update("176", { name: "Update collection name", parent_id: null })
  },
  {
    name: "Collections.delete",
    method: "delete",
    path: "/help_center/collections/{collection_id}",
    call: Collections.delete("182")
  }
]
