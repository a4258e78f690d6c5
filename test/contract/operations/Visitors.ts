import * as Visitors from "effect-intercom/api/Visitors"
import type { Operation } from "../Operation.js"

const userId = "3ecf64d0-9ed1-4e9f-88e1-da7d6e6782f3"

export const visitors: ReadonlyArray<Operation> = [
  { name: "Visitors.find", method: "get", path: "/visitors", call: Visitors.find(userId) },
  {
    name: "Visitors.update",
    method: "put",
    path: "/visitors",
    call: Visitors.update({ id: "6762f30c1bb69f9f2193bc5e" }, { name: "Gareth Bale" })
  },
  {
    name: "Visitors.convert",
    method: "post",
    path: "/visitors/convert",
    call: Visitors.convert({
      type: "user",
      visitor: { user_id: userId },
      user: { user_id: "8a88a590-e1c3-41e2-a502-e0649dbf721c", email: "foo@bar.com" }
    })
  }
]
