import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import { assert, describe, it, vi } from "@effect/vitest"
import * as Calls from "effect-intercom/api/Calls"
import * as Contacts from "effect-intercom/api/Contacts"
import * as DataExport from "effect-intercom/api/DataExport"
import * as Tags from "effect-intercom/api/Tags"
import * as IntercomError from "effect-intercom/IntercomError"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as Cause from "effect/Cause"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/TestClock"
import * as Tracer from "effect/Tracer"
import { inspect } from "node:util"
import { errorList, scripted } from "./scripted.js"

const token = "dG9rOjEyMzQ1Njc4OTA="

const failure = (
  answer: () => Response,
  call: Effect.Effect<unknown, IntercomError.IntercomError, IntercomHttp.IntercomHttp> = Contacts.find("1")
) => call.pipe(Effect.provide(scripted([answer], { accessToken: Redacted.make(token) }).layer), Effect.flip)

const json = (status: number, body: unknown, headers: Record<string, string> = {}) => (): Response =>
  Response.json(body, { status, headers })

const echoOf = (token: string) => ({
  type: "error.list",
  request_id: token,
  errors: [{ code: token, message: `no Bearer ${token}`, field: token }]
})

const echo = echoOf(token)

const removed: Effect.Effect<unknown, IntercomError.IntercomError, IntercomHttp.IntercomHttp> = Tags.delete("1")

/** A tracer that keeps the spans that have ended. */
const recorder = () => {
  const ended: Array<Tracer.Span> = []
  const tracer = Tracer.make({
    context: (run) => run(),
    span: (name, parent, context, links, startTime, kind) => {
      const attributes = new Map<string, unknown>()
      const span: Tracer.Span = {
        _tag: "Span",
        name,
        spanId: "span",
        traceId: "trace",
        parent,
        context,
        links,
        kind,
        sampled: true,
        attributes,
        status: { _tag: "Started", startTime },
        attribute: (key, value) => void attributes.set(key, value),
        addLinks: () => {},
        event: () => {},
        end: () => void ended.push(span)
      }
      return span
    }
  })
  return { ended, tracer }
}
const answers: ReadonlyArray<() => Response> = [
  ...[400, 401, 403, 404, 409, 429, 500, 302].map((status) => json(status, echo)),
  json(400, { errors: { base: `Bearer ${token}` } }),
  json(400, { message: `Bearer ${token}` }),
  json(200, echo),
  json(200, [token]),
  () => new Response(`<html>${token}</html>`, { status: 200 }),
  () =>
    Response.json(echo, {
      status: 400,
      headers: { "x-request-id": token, "link": `</contacts/${token}>; rel="canonical"` }
    }),
  () => Response.error()
]

describe("IntercomError", () => {
  describe("is one class for each thing a caller handles differently", () => {
    const tags = {
      Unauthorized: [401],
      Forbidden: [402, 403],
      NotFound: [404, 410],
      Conflict: [409],
      InvalidRequest: [400, 405, 406, 413, 415, 422],
      RateLimited: [429],
      ServerError: [500, 501, 502, 503, 504, 599],
      UnexpectedStatus: [300, 301, 302, 304, 408, 418, 423, 451]
    }
    for (const [name, statuses] of Object.entries(tags)) {
      it.effect(`${name} for ${statuses.join(", ")}`, () =>
        Effect.gen(function*() {
          for (const status of statuses) {
            const body = status === 304 ? null : JSON.stringify({ type: "error.list", errors: [{ code: "why" }] })
            const error = yield* failure(() => new Response(body, { status, headers: { "x-request-id": "req-9" } }))
            assert.strictEqual(error._tag, `Intercom${name}`)
            assert.deepInclude(error, {
              operation: "Contacts.find",
              method: "GET",
              path: "/contacts/{contact_id}",
              status,
              requestId: "req-9"
            })
          }
        }))
    }

    it.effect("NetworkError with the system's code when nobody answers", () =>
      Effect.gen(function*() {
        const refused = Object.assign(new TypeError("fetch failed"), {
          cause: new AggregateError([Object.assign(new Error("connect"), { code: "ECONNREFUSED" })])
        })
        const layer = IntercomHttp.layer({ accessToken: Redacted.make(token) }).pipe(
          Layer.provide(FetchHttpClient.layer),
          Layer.provide(Layer.succeed(FetchHttpClient.Fetch, () => Promise.reject(refused)))
        )
        const error = yield* Effect.flip(Effect.provide(Contacts.create({ email: "a@b.c" }), layer)).pipe(
          Effect.race(Effect.forever(TestClock.adjust("1 minute")))
        )
        assert.deepInclude(error, { _tag: "IntercomNetworkError", code: "ECONNREFUSED", path: "/contacts" })
      }))
  })

  describe("carries what Intercom said", () => {
    it.effect("all the errors with code, message and field, and Intercom's request id", () =>
      Effect.gen(function*() {
        const error = yield* failure(json(422, {
          type: "error.list",
          request_id: "0003pno49p6cud9jh7fg",
          errors: [{ code: "parameter_invalid", message: "is bad", field: "email" }, { code: "type_mismatch" }]
        }))
        assert.deepInclude(error, {
          requestId: "0003pno49p6cud9jh7fg",
          errors: [
            { code: "parameter_invalid", message: "is bad", field: "email" },
            { code: "type_mismatch", message: undefined, field: undefined }
          ]
        })
        assert.isTrue(IntercomError.hasCode(error, "type_mismatch"))
        assert.isFalse(IntercomError.hasCode(error, "not_found"))
      }))

    it.effect("the id of the contact that is in the way, and whether it is archived", () =>
      Effect.gen(function*() {
        const active = yield* failure(() =>
          errorList(
            409,
            "conflict",
            {},
            "A contact matching those details already exists with id=5ba682d23d7cf92bef87bfd4"
          )
        )
        assert.deepInclude(active, { existingId: "5ba682d23d7cf92bef87bfd4", archived: false })
        const archived = yield* failure(() =>
          errorList(409, "conflict", {}, "An archived contact matching those details already exists with id=5ba6")
        )
        assert.deepInclude(archived, { existingId: "5ba6", archived: true })
      }))

    it.effect("the contact that a merged one became", () =>
      Effect.gen(function*() {
        const error = yield* failure(() =>
          errorList(410, "contact_merged", { link: "</contacts/5ba682d23d7cf92bef87bfd4>; rel=\"canonical\"" })
        )
        assert.deepInclude(error, { _tag: "IntercomNotFound", canonicalId: "5ba682d23d7cf92bef87bfd4" })
      }))

    it.effect("the wait and the window of a rate limit", () =>
      Effect.gen(function*() {
        yield* TestClock.setTime(1_700_000_000_000)
        const window = { "x-ratelimit-limit": "167", "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1700000007" }
        const fromReset = yield* failure(() => errorList(429, "rate_limit_exceeded", window))
        assert(fromReset._tag === "IntercomRateLimited" && fromReset.retryAfter !== undefined)
        assert.deepInclude(fromReset, { limit: 167, remaining: 0, resetAtSeconds: 1_700_000_007 })
        assert.strictEqual(Duration.toSeconds(fromReset.retryAfter), 7)
        const named = yield* failure(() => errorList(429, "rate_limit_exceeded", { ...window, "retry-after": "3" }))
        assert(named._tag === "IntercomRateLimited" && named.retryAfter !== undefined)
        assert.strictEqual(Duration.toSeconds(named.retryAfter), 3)
        const bare = yield* failure(() => errorList(429, "rate_limit_exceeded"))
        assert.deepInclude(bare, {
          retryAfter: undefined,
          limit: undefined,
          remaining: undefined,
          resetAtSeconds: undefined
        })
      }))

    it.effect("nothing where a proxy answers with HTML", () =>
      Effect.gen(function*() {
        const error = yield* failure(() => new Response("<html>502 Bad Gateway</html>", { status: 502 }))
        assert.deepInclude(error, { _tag: "IntercomServerError", status: 502, errors: [], requestId: undefined })
      }))
  })

  describe("InvalidResponse tells what is wrong with a success, with the request id", () => {
    const headers = { "x-request-id": "req-7" }
    const cases: ReadonlyArray<readonly [string, () => Response, ReadonlyArray<string | number>, RegExp]> = [
      [
        "HTML",
        () => new Response("<html></html>", { headers: { ...headers, "content-type": "text/html" } }),
        [],
        /text\/html/
      ],
      ["an empty body", () => new Response("", { headers }), [], /is empty/],
      ["half a body", () => new Response("{\"data\": [", { headers }), [], /not JSON/],
      ["no list", json(200, { message: "ok" }, headers), [], /is not a list/],
      ["a list of errors", json(200, { type: "error.list", errors: [] }, headers), [], /is not a list/],
      ["a missing id", json(200, { data: [{ id: "1" }, { email: "x" }] }, headers), ["data", 1, "id"], /missing/],
      [
        "a wrong type",
        json(200, { data: [{ id: "1", email: 5 }] }, headers),
        ["data", 0, "email"],
        /expected string.*got number/
      ],
      ["null", json(200, null, headers), [], /got null/]
    ]
    for (const [name, answer, at, reason] of cases) {
      it.effect(name, () =>
        Effect.gen(function*() {
          const error = yield* failure(answer, Contacts.list())
          assert(error._tag === "IntercomInvalidResponse")
          assert.deepInclude(error, { requestId: "req-7", status: 200, operation: "Contacts.list", at })
          assert.match(error.reason, reason)
        }))
    }

    it.effect("nothing of an error list with a success status, which is the error that it names", () =>
      Effect.gen(function*() {
        const error = yield* failure(() => errorList(200, "server_error"))
        assert(error._tag === "IntercomServerError")
        assert.isTrue(IntercomError.hasCode(error, "server_error"))
      }))
  })

  describe("never shows", () => {
    const personal = "ada@example.com"

    const printed = (error: unknown): Effect.Effect<string> =>
      Effect.gen(function*() {
        const lines: Array<string> = []
        const sink = (logger: Logger.Logger<unknown, string>) => Logger.map(logger, (line) => void lines.push(line))
        yield* Effect.forEach([Logger.stringLogger, Logger.logfmtLogger, Logger.jsonLogger], (logger) =>
          Effect.logError("failed", error, Cause.fail(error)).pipe(
            Effect.provide(Logger.replace(Logger.defaultLogger, sink(logger))),
            Effect.provide(Logger.add(sink(logger)))
          ))
        const { message, stack } = error instanceof Error ? error : new Error()
        return [
          ...lines,
          String(error),
          JSON.stringify(error),
          inspect(error, { depth: 20, showHidden: true }),
          message,
          stack
        ]
          .join("\n")
      })

    it.effect("the token, however it is printed, not even where the server echoes it", () =>
      Effect.gen(function*() {
        for (const answer of answers) {
          const text = yield* printed(yield* failure(answer))
          assert.include(text, "Contacts.find")
          assert.notInclude(text, token)
        }
      }))

    it.effect("the token in other places: headers of a success, a link, an id, a cursor, a type", () =>
      Effect.gen(function*() {
        // Without `=`, so that it passes for an id.
        const secret = "dG9rOjEyMzQ1Njc4OTAxMjM0"
        const echoes = { "x-request-id": secret, "link": `</contacts/${secret}>; rel="canonical"` }
        const list = { type: "list", data: [{ id: [] }], pages: { next: { starting_after: secret } } }
        const calls: ReadonlyArray<readonly [call: typeof removed, answer: () => Response]> = [
          [Contacts.find("1"), json(200, { id: "1" }, echoes)],
          [Contacts.find("1"), json(404, {}, echoes)],
          [Contacts.find("1"), json(200, { id: secret, email: 5 }, echoes)],
          [Contacts.list(), json(200, list, echoes)],
          [Contacts.find("1"), () => new Response("x", { headers: { ...echoes, "content-type": `${secret}/x` } })],
          [removed, () => new Response("<html>", { headers: { ...echoes, "content-type": "text/html" } })],
          [Calls.findRecordingUrl("1"), () => new Response(null, { status: 200, headers: echoes })],
          [Stream.runDrain(DataExport.downloadRaw("1")), () => new Response(null, { status: 302, headers: echoes })]
        ]
        for (const [call, answer] of calls) {
          const { ended, tracer } = recorder()
          const exit = yield* call.pipe(
            Effect.withTracer(tracer),
            Effect.provide(scripted([answer], { accessToken: Redacted.make(secret) }).layer),
            Effect.exit
          )
          const text = JSON.stringify([exit, ...ended.map(({ attributes }) => Array.from(attributes))])
          assert.include(text, "http.response.status_code")
          assert.notInclude(text, secret)
        }
      }))

    it.effect("fewer words because a token is as short as one", () =>
      Effect.gen(function*() {
        const error = yield* Contacts.find("1").pipe(
          Effect.provide(scripted([json(404, echoOf("t"))], { accessToken: Redacted.make("t") }).layer),
          Effect.flip
        )
        assert.deepInclude(error, { requestId: "t", errors: [{ code: "t", message: "no Bearer t", field: "t" }] })
      }))

    it.effect("personal data in its message", () =>
      Effect.gen(function*() {
        const body = { type: "error.list", request_id: personal, errors: [{ code: personal, message: personal }] }
        for (const answer of [json(400, body), json(409, body), json(200, { id: { email: personal } })]) {
          const error = yield* failure(answer, Contacts.find(personal))
          assert.notInclude(error.message, "ada")
          assert.notInclude(error.message, "\n")
        }
      }))

    it.effect("the input it refused", () =>
      Effect.gen(function*() {
        const { layer } = scripted([json(200, {})])
        const calls: ReadonlyArray<
          Effect.Effect<unknown, IntercomError.IntercomError, IntercomHttp.IntercomHttp>
        > = [
          Contacts.find(`${personal}\u0000`),
          Contacts.create({ email: personal, custom_attributes: { [Symbol.iterator.toString()]: 1n } }),
          Contacts.list({ perPage: 1.5 })
        ]
        for (const call of calls) {
          const error = yield* Effect.flip(Effect.provide(call, layer))
          assert.strictEqual(error._tag, "IntercomInvalidInput")
          assert.notInclude(yield* printed(error), "ada")
        }
      }))
  })

  it.effect("reads as one line: operation, status, code, request", () =>
    Effect.gen(function*() {
      const error = yield* failure(() => errorList(404, "not_found"))
      assert.strictEqual(
        error.message,
        "Contacts.find: 404 not_found (GET /contacts/{contact_id}, request req-1)"
      )
    }))

  it.effect("names the field that is wrong, if it is one word", () =>
    Effect.gen(function*() {
      const messageOf = (...errors: ReadonlyArray<object>) =>
        Effect.map(
          failure(json(422, { type: "error.list", errors }), Contacts.create({ role: "lead" })),
          ({ message }) => message
        )
      const field = "signed_up_at"
      const code = "parameter_invalid"
      assert.strictEqual(
        yield* messageOf({ code, field, message: "is no time" }),
        "Contacts.create: 422 parameter_invalid signed_up_at (POST /contacts)"
      )
      assert.strictEqual(
        yield* messageOf({ code: "a b", field: "other" }, { code, field: "ada@example.com" }),
        "Contacts.create: 422 parameter_invalid (POST /contacts)"
      )
      assert.strictEqual(yield* messageOf({ code: "a b", field }), "Contacts.create: 422 (POST /contacts)")
    }))

  it.effect("is explained with every error that Intercom listed, each on its line", () =>
    Effect.gen(function*() {
      const error = yield* failure(json(422, {
        type: "error.list",
        errors: [
          { code: "parameter_invalid", field: "email", message: "ada@example\n- is\u0000 no address" },
          { code: "type_mismatch" },
          { message: "Ada is busy" }
        ]
      }))
      assert.strictEqual(
        IntercomError.explain(error),
        [
          "Contacts.find: 422 parameter_invalid email (GET /contacts/{contact_id})",
          "- parameter_invalid email: ada@example - is no address",
          "- type_mismatch",
          "- unknown: Ada is busy"
        ].join("\n")
      )
    }))

  it.effect("is explained by its message if it lists no errors", () =>
    Effect.gen(function*() {
      const errors = [
        yield* failure(json(200, { id: [] })),
        yield* failure(() => Response.error()),
        yield* failure(json(200, {}), Contacts.find("")),
        new IntercomError.Timeout({ operation: "o", method: "GET", path: "/", timeout: Duration.seconds(1) })
      ]
      for (const error of errors) assert.strictEqual(IntercomError.explain(error), error.message)
      assert.include(errors.map(({ message }) => message).join("\n"), "contact_id must be non-empty text")
    }))

  it.effect("can be caught by name, and what is caught leaves the error channel", () =>
    Effect.gen(function*() {
      const { layer } = scripted([() => errorList(404, "not_found")])
      const found = yield* Contacts.find("1").pipe(
        Effect.catchTag("IntercomNotFound", (error) => Effect.succeed(error.status)),
        Effect.provide(layer)
      )
      assert.strictEqual(found, 404)
    }))

  it.effect("survives a wire: encoded, stored, decoded, it is the same error", () =>
    Effect.gen(function*() {
      for (const answer of answers) {
        const error = yield* failure(answer)
        const stored = JSON.parse(JSON.stringify(yield* Schema.encode(IntercomError.IntercomError)(error)))
        const restored = yield* Schema.decodeUnknown(IntercomError.IntercomError)(stored)
        assert.strictEqual(restored.message, error.message)
        assert.isTrue(IntercomError.isIntercomError(restored))
      }
    }))

  for (
    const [form, isMissing] of [
      ["data-last", IntercomError.hasCode("not_found")],
      ["data-first", (error: IntercomError.IntercomError) => IntercomError.hasCode(error, "not_found")]
    ] as const
  ) {
    it.effect(`can be caught by a code, ${form}`, () =>
      Effect.gen(function*() {
        const call = (code: string) =>
          Contacts.find("1").pipe(
            Effect.catchIf(isMissing, () => Effect.succeed("caught")),
            Effect.provide(scripted([() => errorList(404, code)]).layer),
            Effect.either
          )
        assert.deepStrictEqual(yield* call("not_found"), Either.right("caught"))
        assert.isTrue(Either.isLeft(yield* call("other_code")))
      }))
  }

  it.effect("is an error of the library for another copy of the package, too", () =>
    Effect.gen(function*() {
      vi.resetModules()
      const copy = yield* Effect.promise(() => import("effect-intercom/IntercomError"))
      const error = yield* failure(() => errorList(404, "not_found"))
      // It is another copy.
      assert.notStrictEqual(copy.NotFound, IntercomError.NotFound)
      assert.notInstanceOf(error, copy.NotFound)
      assert.isTrue(copy.isIntercomError(error))
      assert.isTrue(IntercomError.isIntercomError(
        new copy.NotFound({ operation: "Contacts.find", method: "GET", path: "/", status: 404, errors: [] })
      ))
    }))

  it("tells its own errors from others", () => {
    assert.isFalse(IntercomError.isIntercomError(new Error("no")))
    assert.isFalse(IntercomError.isIntercomError({ _tag: "IntercomNotFound" }))
  })
})
