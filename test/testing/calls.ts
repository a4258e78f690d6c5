import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import type { IntercomError } from "effect-intercom/IntercomError"
import { type Answer, IntercomHttp } from "effect-intercom/IntercomHttp"
import * as Effect from "effect/Effect"

/** How a call is refused: `IntercomNotFound 404 admin_not_found`. */
export const refusal = <A, R>(call: Effect.Effect<A, IntercomError, R>): Effect.Effect<string, A, R> =>
  Effect.map(Effect.flip(call), (error) =>
    "errors" in error ?
      `${error._tag} ${error.status} ${error.errors.map(({ code }) => code).join(", ")}` :
      error._tag)

/** What ours asks for by an endpoint, asked for in another way. */
export const get = (path: string): Effect.Effect<Answer, IntercomError, IntercomHttp> =>
  Effect.flatMap(IntercomHttp, (http) => http.execute(HttpClientRequest.get(path)))

/** What other clients send, and ours does not. */
export const post = (path: string, body: unknown): Effect.Effect<Answer, IntercomError, IntercomHttp> =>
  Effect.flatMap(
    IntercomHttp,
    (http) => http.execute(HttpClientRequest.bodyUnsafeJson(HttpClientRequest.post(path), body))
  )

/** The same with `PUT`. */
export const put = (path: string, body: unknown): Effect.Effect<Answer, IntercomError, IntercomHttp> =>
  Effect.flatMap(
    IntercomHttp,
    (http) => http.execute(HttpClientRequest.bodyUnsafeJson(HttpClientRequest.put(path), body))
  )

/** The class of the error a call fails with: `IntercomNotFound`. */
export const tagOf = <A, R>(call: Effect.Effect<A, { readonly _tag: string }, R>): Effect.Effect<string, A, R> =>
  Effect.map(Effect.flip(call), ({ _tag }) => _tag)
