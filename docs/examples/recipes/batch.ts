import { Contacts, type IntercomError, IntercomHttp } from "effect-intercom"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Request from "effect/Request"
import * as RequestResolver from "effect/RequestResolver"

class FindContact extends Request.TaggedClass("FindContact")<
  Option.Option<Contacts.Contact>,
  IntercomError.IntercomError,
  { readonly id: string }
> {}

const resolver = RequestResolver.makeBatched((requests: ReadonlyArray<FindContact>) =>
  Contacts.findMany(requests.map(({ id }) => id)).pipe(
    Effect.map(({ data }) => new Map(data.map((contact) => [contact.id, contact]))),
    Effect.matchCauseEffect({
      onFailure: (cause) => Effect.forEach(requests, Request.failCause(cause), { discard: true }),
      onSuccess: (found) =>
        Effect.forEach(requests, (request) => Request.succeed(request, Option.fromNullable(found.get(request.id))), {
          discard: true
        })
    })
  )
).pipe(RequestResolver.contextFromServices(IntercomHttp.IntercomHttp))

/** Finds a contact. Finds that a program makes at the same time share one request. */
export const find = (
  id: string
): Effect.Effect<Option.Option<Contacts.Contact>, IntercomError.IntercomError, IntercomHttp.IntercomHttp> =>
  Effect.request(new FindContact({ id }), resolver)

/** 60 finds, one request. */
export const program = Effect.forEach(Array.from({ length: 60 }, (_, n) => `${n}`), find, { batching: true })
