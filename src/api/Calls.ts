/**
 * Calls: phone calls with their recordings and transcripts.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { countWithin } from "../internal/checks.js"
import { Call, CallSearch } from "../models/Call.js"
import * as Pagination from "../Pagination.js"

/**
 * @since 1.0.0
 */
export * from "../models/Call.js"

/**
 * Lists calls, in pages of 25 by default and 25 at most.
 *
 * `GET /calls`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const list: (
  options?: Pagination.ListOptions
) => Pagination.List<Call> = Pagination.make(
  "Calls.list",
  { item: Call, maxPerPage: 25 },
  (paging) => Endpoint.get("/calls", { query: Pagination.pageNumbers(paging) })
)

/**
 * Streams the pages of all calls.
 *
 * `GET /calls`, in pages of 25 by default.
 *
 * @since 1.0.0
 * @category streams
 */
export const pages: (
  options?: Pagination.StreamOptions
) => Stream.Stream<Pagination.Page<Call>, IntercomError, IntercomHttp> = (options) =>
  Pagination.pages(list(options), options)

/**
 * Streams all calls.
 *
 * `GET /calls`, in pages of 25 by default.
 *
 * @since 1.0.0
 * @category streams
 */
export const stream: (
  options?: Pagination.StreamOptions
) => Stream.Stream<Call, IntercomError, IntercomHttp> = (options) => Pagination.stream(list(options), options)

/**
 * Retrieves a call.
 *
 * `GET /calls/{call_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const find: (callId: string) => Effect.Effect<Call, IntercomError, IntercomHttp> = Endpoint.make(
  "Calls.find",
  Call,
  (callId) => Endpoint.get("/calls/{call_id}", { path: { call_id: callId } })
)

/**
 * Retrieves the URL of the recording of a call.
 *
 * `GET /calls/{call_id}/recording`. The URL is signed, expires, and is on another host: fetch it with a client that
 * does not send the access token. Fails with `NotFound` if the call has no recording.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const findRecordingUrl: (callId: string) => Effect.Effect<string, IntercomError, IntercomHttp> = Endpoint
  .location(
    "Calls.findRecordingUrl",
    (callId) => Endpoint.get("/calls/{call_id}/recording", { path: { call_id: callId } })
  )

/**
 * Retrieves the transcript of a call as plain text, with one line each time a person speaks.
 *
 * `GET /calls/{call_id}/transcript`. Fails with `NotFound` if the call has no transcript.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const findTranscript: (callId: string) => Effect.Effect<string, IntercomError, IntercomHttp> = Endpoint.text(
  "Calls.findTranscript",
  (callId) => Endpoint.get("/calls/{call_id}/transcript", { path: { call_id: callId } })
)

/**
 * Lists the calls of 1 to 20 conversations, with their transcripts.
 *
 * `POST /calls/search`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const search: (search: CallSearch) => Pagination.List<Call> = Pagination.make(
  "Calls.search",
  { item: Call },
  (search) =>
    Endpoint.post("/calls/search", {
      body: Endpoint.json(CallSearch, search),
      issue: countWithin("conversation_ids", search.conversation_ids, 1, 20),
      repeatable: true
    })
)
