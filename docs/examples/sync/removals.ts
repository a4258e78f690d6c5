/** Handles the notifications of what a search cannot show: records that were deleted, archived or merged. */
import type { SqlClient } from "@effect/sql/SqlClient"
import type { SqlError } from "@effect/sql/SqlError"
import * as Contacts from "effect-intercom/api/Contacts"
import type { IntercomError } from "effect-intercom/IntercomError"
import type { IntercomHttp } from "effect-intercom/IntercomHttp"
import * as Timestamp from "effect-intercom/Timestamp"
import type * as Webhook from "effect-intercom/Webhook"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Store from "./store.js"

/** The topics to subscribe to in the Developer Hub. */
export const topics: ReadonlyArray<Webhook.Notification["topic"]> = [
  "contact.archived",
  "contact.deleted",
  "contact.merged",
  "contact.unarchive",
  "conversation.deleted"
]

export const onNotification = (
  notification: Webhook.Notification
): Effect.Effect<void, IntercomError | SqlError, IntercomHttp | SqlClient> => {
  const at = Option.getOrElse(Timestamp.toSeconds(notification.created_at), () => 0)
  switch (notification.topic) {
    case "contact.archived":
    case "contact.deleted":
      return Store.setRemoved("contacts", { id: notification.data.item.id ?? "", at, isRemoved: true })
    case "contact.merged": {
      const { id, merged_from } = notification.data.item
      return Effect.zipRight(
        Store.setRemoved("contacts", { id: merged_from?.id ?? "", at, isRemoved: true }),
        refresh(id ?? "")
      )
    }
    case "contact.unarchive": {
      const { id } = notification.data.item
      return Effect.zipRight(Store.setRemoved("contacts", { id: id ?? "", at, isRemoved: false }), refresh(id ?? ""))
    }
    case "conversation.deleted":
      return Store.setRemoved("conversations", {
        id: notification.data.item.conversation_id ?? "",
        at,
        isRemoved: true
      })
    default:
      return Effect.void
  }
}

/** Reads a contact again: nobody promises that its `updated_at` changes when it comes back. */
const refresh = (id: string) =>
  Contacts.find(id).pipe(
    Effect.flatMap((contact) => Store.save("contacts", [contact])),
    Effect.catchTag("IntercomNotFound", () => Effect.void)
  )
