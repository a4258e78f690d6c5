import * as Emails from "effect-intercom/api/Emails"
import type { Operation } from "../Operation.js"

export const emails: ReadonlyArray<Operation> = [
  { name: "Emails.list", method: "get", path: "/emails", call: Emails.list() },
  { name: "Emails.find", method: "get", path: "/emails/{id}", call: Emails.find("10") }
]
