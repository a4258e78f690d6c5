import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import { assert, describe, it, vi } from "@effect/vitest"
import * as Contacts from "effect-intercom/api/Contacts"
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
import * as TestClock from "effect/TestClock"
import { inspect } from "node:util"
import { errorList, scripted } from "./scripted.js"

const token = "dG9rOjEyMzQ1Njc4OTA="

const failure = (
  answer: () => Response,
  call: Effect.Effect<unknown, IntercomError.IntercomError, IntercomHttp.IntercomHttp> = Contacts.find("1")
) => call.pipe(Effect.provide(scripted([answer], { accessToken: Redacted.make(token) }).layer), Effect.flip)

const json = (status: number, body: unknown, headers: Record<string, string> = {}) => (): Response =>
  Response.json(body, { status, headers })

const echo = {
  type: "error.list",
  request_id: token,
  errors: [{ code: token, message: `no Bearer ${token}`, field: token }]
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
