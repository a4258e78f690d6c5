/**
 * Visitors: people on your site who are not contacts yet.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError, Issue } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { atLeastOne } from "../internal/checks.js"
import { Contact } from "../models/Contact.js"
import type { PersonIdentity } from "../models/ContactHandle.js"
import { Visitor, VisitorChanges, VisitorConversion, type VisitorHandle } from "../models/Visitor.js"

/**
 * @since 1.0.0
 */
export * from "../models/ContactHandle.js"

/**
 * @since 1.0.0
 */
export * from "../models/Visitor.js"

/**
 * Retrieves a visitor by the `user_id` that the Messenger gave it.
 *
 * `GET /visitors`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const find: (userId: string) => Effect.Effect<Visitor, IntercomError, IntercomHttp> = Endpoint.make(
  "Visitors.find",
  Visitor,
  (userId) => Endpoint.get("/visitors", { requiredQuery: { user_id: userId } })
)

/**
 * Updates a visitor.
 *
 * `PUT /visitors`. Fields that you leave out stay unchanged.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const update: (
  visitor: VisitorHandle,
  changes: VisitorChanges
) => Effect.Effect<Visitor, IntercomError, IntercomHttp> = Endpoint.make(
  "Visitors.update",
  Visitor,
  (visitor, changes) =>
    Endpoint.put("/visitors", {
      body: Endpoint.json(VisitorChanges, { ...changes, ...visitor }),
      issue: atLeastOne(visitor, ["id", "user_id"])
    })
)

/**
 * Converts a visitor to a contact.
 *
 * `POST /visitors/convert`. If the contact exists, the visitor is merged into it. The visitor is removed.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const convert: (conversion: VisitorConversion) => Effect.Effect<Contact, IntercomError, IntercomHttp> = Endpoint
  .make(
    "Visitors.convert",
    Contact,
    (conversion) =>
      Endpoint.post("/visitors/convert", {
        body: Endpoint.json(VisitorConversion, conversion),
        issue: unrecognisable(conversion.visitor, "visitor") ?? unrecognisable(conversion.user, "user")
      })
  )

const unrecognisable = (identity: PersonIdentity, field: string): Issue | undefined =>
  atLeastOne(identity, ["id", "user_id", "email"], [field])
