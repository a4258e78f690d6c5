/**
 * A small program: it welcomes a new contact once.
 */
import * as Contacts from "effect-intercom/api/Contacts"
import * as Tags from "effect-intercom/api/Tags"
import type { IntercomError } from "effect-intercom/IntercomError"
import type { IntercomHttp } from "effect-intercom/IntercomHttp"
import * as Effect from "effect/Effect"

export const welcome = (externalId: string): Effect.Effect<void, IntercomError, IntercomHttp> =>
  Effect.gen(function*() {
    const { id } = yield* Contacts.findByExternalId(externalId)
    const tag = yield* Tags.upsert({ name: "welcomed" })
    const tags = (yield* Contacts.listTags(id)).data
    if (tags.some((other) => other.id === tag.id)) return
    yield* Contacts.createNote(id, { body: "Welcomed." })
    yield* Contacts.attachTag(id, { tag_id: tag.id })
  })
