import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import { Contacts, IntercomHttp, Retry } from "effect-intercom"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"

/** A time limit of its own, one more header, another version, and fewer retries. */
export const patient = Contacts.find("63a07ddf05a32042dffac965").pipe(
  IntercomHttp.withTimeout("2 minutes"),
  IntercomHttp.withHeaders({ "x-request-reason": "nightly sync" }),
  IntercomHttp.withVersion("2.16"),
  IntercomHttp.withRetry(Retry.make({ times: 1 }))
)

/** The token of another workspace: its layer for this call. Build a layer once, and use it for many calls. */
export const elsewhere = <E>(other: Layer.Layer<IntercomHttp.IntercomHttp, E>) =>
  Effect.provide(Contacts.find("63a07ddf05a32042dffac965"), other)

/** One more query parameter in the requests of an effect. */
export const withQuery = (query: Readonly<Record<string, string>>) => <A, E, R>(self: Effect.Effect<A, E, R>) =>
  Effect.updateService(self, IntercomHttp.IntercomHttp, (http) => ({
    ...http,
    execute: (request) => http.execute(HttpClientRequest.appendUrlParams(request, query))
  }))

export const beta = Contacts.find("63a07ddf05a32042dffac965").pipe(withQuery({ beta: "true" }))
