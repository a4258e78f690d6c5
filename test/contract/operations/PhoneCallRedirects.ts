import * as PhoneCallRedirects from "effect-intercom/api/PhoneCallRedirects"
import type { Operation } from "../Operation.js"

export const phoneCallRedirects: ReadonlyArray<Operation> = [
  {
    name: "PhoneCallRedirects.create",
    method: "post",
    path: "/phone_call_redirects",
    call: PhoneCallRedirects.create({
      phone: "+353832345678",
      custom_attributes: { issue_type: "Billing", priority: "High" }
    })
  }
]
