import * as Tags from "effect-intercom/api/Tags"
import type { Operation } from "../Operation.js"

export const tags: ReadonlyArray<Operation> = [
  { name: "Tags.list", method: "get", path: "/tags", call: Tags.list() },
  { name: "Tags.find", method: "get", path: "/tags/{tag_id}", call: Tags.find("113") },
  { name: "Tags.upsert", method: "post", path: "/tags", call: Tags.upsert({ name: "test", id: "105" }) },
  { name: "Tags.delete", method: "delete", path: "/tags/{tag_id}", call: Tags.delete("123") }
]

/** Further functions on operations listed above. */
export const tagVariants: ReadonlyArray<Operation> = [
  {
    name: "Tags.tagContacts",
    method: "post",
    path: "/tags",
    call: Tags.tagContacts({ name: "test", users: [{ id: "123" }] })
  },
  {
    name: "Tags.tagCompanies",
    method: "post",
    path: "/tags",
    call: Tags.tagCompanies({ name: "test", companies: [{ company_id: "123" }] })
  }
]
