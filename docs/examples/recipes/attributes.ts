import type { ParseResult } from "effect"
import { Contacts, type IntercomError, type IntercomHttp } from "effect-intercom"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"

/** The custom attributes of our contacts. Intercom stores dates in Unix seconds. */
export const Attributes = Schema.Struct({
  plan: Schema.Literal("free", "team"),
  seats: Schema.optionalWith(Schema.Number, { nullable: true }),
  renewal_at: Schema.transform(Schema.Number, Schema.ValidDateFromSelf, {
    decode: (seconds) => new Date(seconds * 1000),
    encode: (date) => Math.floor(date.getTime() / 1000)
  })
})

/** Works for every contact: of `find`, of a stream, of a notification. */
export const attributesOf: (
  contact: Contacts.Contact
) => Effect.Effect<typeof Attributes.Type, ParseResult.ParseError> = ({ custom_attributes }) =>
  Schema.decodeUnknown(Attributes)(custom_attributes)

export const save = (
  contactId: string,
  attributes: typeof Attributes.Type
): Effect.Effect<Contacts.Contact, IntercomError.IntercomError | ParseResult.ParseError, IntercomHttp.IntercomHttp> =>
  Effect.flatMap(
    Schema.encode(Attributes)(attributes),
    (custom_attributes) => Contacts.update(contactId, { custom_attributes })
  )
