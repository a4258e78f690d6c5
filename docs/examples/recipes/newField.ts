import { Contacts, Endpoint, type IntercomError, type IntercomHttp } from "effect-intercom"
import type * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"

const nickname = Schema.Struct({ nickname: Schema.optional(Schema.String) })

const Changes = Schema.extend(Contacts.ContactChanges, nickname)
const Contact = Schema.extend(Contacts.Contact, nickname)

/** `Contacts.update` with a field that the library does not know. */
export const update: (
  contactId: string,
  changes: typeof Changes.Type
) => Effect.Effect<typeof Contact.Type, IntercomError.IntercomError, IntercomHttp.IntercomHttp> = Endpoint.make(
  "Contacts.update",
  Contact,
  (contactId, changes) =>
    Endpoint.put("/contacts/{contact_id}", {
      path: { contact_id: contactId },
      body: Endpoint.json(Changes, changes)
    })
)
