/**
 * The faults of the calls at random.
 */
import * as Faults from "effect-intercom/testing/Faults"
import * as Effect from "effect/Effect"
import { errorList } from "../../scripted.js"

const response = (name: string, make: () => Response): Faults.Fault => Faults.response(make, name)

const limited = (name: string, headers: Record<string, string>): Faults.Fault =>
  response(name, () => errorList(429, "rate_limit_exceeded", { ...headers }))

const refused = (status: number): Faults.Fault => response(`${status}`, () => errorList(status, "refused"))

/** The server has done what was asked, and answers as if it had not. */
const afterwards = (name: string, make: () => Response): Faults.Fault => ({
  name,
  apply: (answer, request) => Effect.zipRight(answer, response(name, make).apply(answer, request))
})

const named = (name: string, fault: Faults.Fault): Faults.Fault => ({ ...fault, name })

export const faults: ReadonlyArray<Faults.Fault> = [
  Faults.refused,
  Faults.reset,
  Faults.resetAfterwards,
  Faults.resetMidway(),
  Faults.truncated(),
  Faults.emptyBody,
  named("the body after 20 seconds", Faults.slow("20 seconds")),
  named("the body after 40 seconds", Faults.slow("40 seconds")),
  named("done, 29.9 seconds late", Faults.latency("29900 millis")),
  named("done, 40 seconds late", Faults.latency("40 seconds")),
  named("done, never answered", Faults.latency(Infinity)),
  Faults.stall,
  Faults.rateLimited(),
  named("rateLimited, Retry-After 5", Faults.rateLimited({ retryAfter: "5 seconds" })),
  limited("429 without headers", {}),
  limited("429 with odd headers", { "retry-after": "NaN", "x-ratelimit-reset": "-1" }),
  Faults.serverError(),
  response("503 with Retry-After", () => errorList(503, "service_unavailable", { "retry-after": "2" })),
  afterwards("done, then 500", () => errorList(500, "server_error")),
  Faults.htmlPage(),
  named("HTML with 200", Faults.htmlPage(200)),
  refused(408),
  refused(404),
  response("307 elsewhere", () => new Response(null, { status: 307, headers: { location: "https://evil.example/" } })),
  response("null", () => Response.json(null)),
  response("an error list with 200", () => errorList(200, "not_found"))
]
