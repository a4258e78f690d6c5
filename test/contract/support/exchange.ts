/** Calls against answers. */
import type * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as Effect from "effect/Effect"
import type * as Exit from "effect/Exit"
import * as Redacted from "effect/Redacted"

type Call = Effect.Effect<unknown, unknown, IntercomHttp.IntercomHttp>

export interface Exchange {
  readonly exit: Exit.Exit<unknown, unknown>
  /** The requests that were sent, in order. */
  readonly sent: ReadonlyArray<HttpClientRequest.HttpClientRequest>
}

let answer: () => Response = Response.error
let sent: Array<HttpClientRequest.HttpClientRequest> = []

// One for all calls: to build a layer takes longer than a call.
const service = Effect.runSync(Effect.provide(
  IntercomHttp.IntercomHttp,
  IntercomHttp.layerTest((request) => {
    sent.push(request)
    return answer()
  }, { accessToken: Redacted.make("not-a-word-of-any-example") })
))

/** Runs a call against an answer: one after the other, never two at once. */
export const exchange = async (call: Call, respond: () => Response): Promise<Exchange> => {
  answer = respond
  sent = []
  const exit = await Effect.runPromiseExit(Effect.provideService(call, IntercomHttp.IntercomHttp, service))
  return { exit, sent }
}

/** Runs a call against a success, past time limits, retries and statuses: quick enough for thousands. */
export const decode = (call: Call, respond: () => Response): Promise<Exit.Exit<unknown, unknown>> =>
  Effect.runPromiseExit(Effect.provideService(call, IntercomHttp.IntercomHttp, {
    execute: (request) => {
      const response = HttpClientResponse.fromWeb(request, respond())
      return Effect.map(Effect.orDie(response.text), (text) => ({ response, text }))
    }
  }))
