import { Contacts, type IntercomError, type IntercomHttp } from "effect-intercom"
import * as Cache from "effect/Cache"
import type * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"

/** Reads each contact once in 5 minutes. A failure is not kept. */
export const makeCache: Effect.Effect<
  Cache.Cache<string, Contacts.Contact, IntercomError.IntercomError>,
  never,
  IntercomHttp.IntercomHttp
> = Cache.makeWith({
  capacity: 10_000,
  lookup: Contacts.find,
  timeToLive: (exit) => Exit.isSuccess(exit) ? "5 minutes" : 0
})
