/**
 * A layer with the default options over a client that a function plays.
 */
import * as HttpClient from "@effect/platform/HttpClient"
import type * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { clientOf } from "../../src/internal/response.js"

export const scriptedLayer = (
  respond: (request: HttpClientRequest.HttpClientRequest) => Response | Effect.Effect<Response>
): Layer.Layer<IntercomHttp.IntercomHttp> =>
  Layer.orDie(
    Layer.provide(
      IntercomHttp.layer({ accessToken: Redacted.make("not-a-word-of-any-body") }),
      Layer.succeed(HttpClient.HttpClient, clientOf(respond, Context.empty()))
    )
  )
