import * as Audiences from "effect-intercom/api/Audiences"
import type { Operation } from "../Operation.js"

const predicates = [{ attribute: "company.name", type: "string", comparison: "contains", value: "Acme" }]

export const audiences: ReadonlyArray<Operation> = [
  {
    name: "Audiences.list",
    method: "get",
    path: "/audiences",
    since: "2.16",
    call: Audiences.list({ perPage: 50, cursor: "2" })
  },
  {
    name: "Audiences.find",
    method: "get",
    path: "/audiences/{id}",
    since: "2.16",
    call: Audiences.find("123")
  },
  {
    name: "Audiences.create",
    method: "post",
    path: "/audiences",
    since: "2.16",
    call: Audiences.create({
      name: "VIP Customers",
      predicates,
      role_predicates: [{ attribute: "role", type: "role", comparison: "eq", value: "user" }]
    })
  },
  {
    name: "Audiences.update",
    method: "put",
    path: "/audiences/{id}",
    since: "2.16",
    call: Audiences.update("123", { name: "Enterprise Accounts", predicates })
  },
  {
    name: "Audiences.delete",
    method: "delete",
    path: "/audiences/{id}",
    since: "2.16",
    call: Audiences.delete("123")
  }
]
