import * as Subscriptions from "effect-intercom/api/Subscriptions"
import type { Operation } from "../Operation.js"

export const subscriptions: ReadonlyArray<Operation> = [
  { name: "Subscriptions.list", method: "get", path: "/subscription_types", call: Subscriptions.list() }
]
