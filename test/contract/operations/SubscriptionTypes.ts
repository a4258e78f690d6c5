import * as SubscriptionTypes from "effect-intercom/api/SubscriptionTypes"
import type { Operation } from "../Operation.js"

export const subscriptionTypes: ReadonlyArray<Operation> = [
  { name: "SubscriptionTypes.list", method: "get", path: "/subscription_types", call: SubscriptionTypes.list() }
]
