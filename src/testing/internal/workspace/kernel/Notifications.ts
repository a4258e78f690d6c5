/** Notifications, in the format of Intercom's webhooks. */
import * as Predicate from "effect/Predicate"
import type { Notification } from "../../../Delivery.js"
import type { JsonObject } from "./Json.js"

/** Makes the notification of an item, before its delivery. `now` is Unix time in seconds. */
export const make = (
  { app_id, item, now, number, topic }: {
    readonly app_id: string
    readonly topic: string
    readonly item: unknown
    /** The sequence number of the notification. */
    readonly number: number
    readonly now: number
  }
): Notification => ({
  type: "notification_event",
  app_id,
  data: { type: "notification_event_data", item },
  links: {},
  id: `notif_6762f0d0-0000-4000-8000-${number.toString(16).padStart(12, "0")}`,
  self: null,
  topic,
  delivery_status: "pending",
  delivery_attempts: 1,
  delivered_at: 0,
  first_sent_at: now,
  created_at: now
})

/** Converts the times of a contact or a company to ISO 8601, as webhooks show them. */
export const withIsoTimes = (item: JsonObject): JsonObject => {
  const dated: Record<string, unknown> = { ...item }
  for (const [key, value] of Object.entries(item)) {
    if (key.endsWith("_at") && Predicate.isNumber(value)) dated[key] = toIso(value)
  }
  return dated
}

const toIso = (seconds: number): string => new Date(seconds * 1000).toISOString().replace("Z", "+00:00")
