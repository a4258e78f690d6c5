import * as Events from "effect-intercom/api/Events"
import type { Operation } from "../Operation.js"

export const events: ReadonlyArray<Operation> = [
  {
    name: "Events.create",
    method: "post",
    path: "/events",
    call: Events.create({
      event_name: "invited-friend",
      created_at: 1671028894,
      user_id: "314159",
      metadata: { invite_code: "ADDAFRIEND" }
    })
  },
  {
    name: "Events.list",
    method: "get",
    path: "/events",
    call: Events.list({ intercom_user_id: "6762f22b1bb69f9f2193bc12", perPage: 5, cursor: "1389913941064" })
  },
  {
    name: "Events.createSummary",
    method: "post",
    path: "/events/summaries",
    call: Events.createSummary({
      user_id: "314159",
      event_summaries: { event_name: "invited-friend", count: 1, first: 1671028894, last: 1671028894 }
    })
  }
]

/** Further functions on operations listed above. */
export const eventVariants: ReadonlyArray<Operation> = [
  { name: "Events.summarize", method: "get", path: "/events", call: Events.summarize({ email: "user26@email.com" }) }
]
