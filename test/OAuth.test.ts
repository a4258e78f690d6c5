import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientError from "@effect/platform/HttpClientError"
import type * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import { assert, describe, it, vi } from "@effect/vitest"
import type { IntercomError } from "effect-intercom/IntercomError"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as OAuth from "effect-intercom/OAuth"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as FC from "effect/FastCheck"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as Redacted from "effect/Redacted"
import * as TestClock from "effect/TestClock"
import * as Tracer from "effect/Tracer"
import { inspect } from "node:util"
import { serveNode } from "./loopback.js"
import { type Answer, bodyOf, errorList, lineOf, scripted } from "./scripted.js"

const clientId = "client-1"
const oddSecret = "s3cret/of\"the<app>"
const oddCode = "c0de+of/once="
const [code, secret] = [oddCode, oddSecret]
const token = "dG9rOmFmNjQ="

const granted = () => Response.json({ token_type: "Bearer", token, access_token: token })

/** A client that answers in turn, the last answer for all that follow, and keeps what it was sent. */
const client = (...answers: ReadonlyArray<() => Answer>) => {
  const sent: Array<HttpClientRequest.HttpClientRequest> = []
  const layer = Layer.succeed(
    HttpClient.HttpClient,
    HttpClient.make((request) => {
      const answer = (answers[sent.length] ?? answers[answers.length - 1] ?? granted)()
      sent.push(request)
      return Effect.flatMap(
        Effect.isEffect(answer) ? answer : Effect.succeed(answer),
        (response) =>
          response.type === "error" ?
            Effect.fail(
              new HttpClientError.RequestError({ request, reason: "Transport", cause: { code: "ECONNREFUSED" } })
            ) :
            Effect.succeed(HttpClientResponse.fromWeb(request, response))
      )
    })
  )
  return { layer, sent }
}

const exchange = (options: Partial<OAuth.ExchangeOptions> = {}) =>
  OAuth.exchangeCode({ clientId, clientSecret: Redacted.make(secret), code: Redacted.make(code), ...options })

/** What it fails with, however long that takes. */
const failing = (answer: () => Answer): Effect.Effect<IntercomError> => {
  const { layer } = client(answer)
  return Effect.gen(function*() {
    const fiber = yield* Effect.fork(Effect.flip(Effect.provide(exchange(), layer)))
    yield* TestClock.adjust("1 hour")
    return yield* Fiber.join(fiber)
  }).pipe(Effect.orDieWith(() => new Error("it succeeded")))
}

describe("authorizationUrl", () => {
  for (
    const [region, url] of [
      ["us", "https://app.intercom.com/oauth"],
      ["eu", "https://app.eu.intercom.com/oauth"],
      ["au", "https://app.au.intercom.com/oauth"]
    ] as const
  ) {
    it.effect(`leads to ${url} for ${region}`, () =>
      Effect.gen(function*() {
        assert.strictEqual(
          yield* OAuth.authorizationUrl({ clientId, state: "xyz", region }),
          `${url}?client_id=client-1&state=xyz`
        )
      }))
  }

  it.effect("leads to the US where no region is named", () =>
    Effect.gen(function*() {
      assert.match(yield* OAuth.authorizationUrl({ clientId, state: "xyz" }), /^https:\/\/app\.intercom\.com\//)
    }))

  it.effect.prop("carries what it was given, whatever is in it", [
    FC.string({ minLength: 1, unit: "grapheme" }),
    FC.string({ minLength: 1, unit: "grapheme" }),
    FC.webUrl({ withQueryParameters: true })
  ], ([clientId, state, redirectUri]) =>
    Effect.gen(function*() {
      const { searchParams } = new URL(yield* OAuth.authorizationUrl({ clientId, state, redirectUri }))
      assert.deepStrictEqual(Array.from(searchParams), [
        ["client_id", clientId],
        ["state", state],
        ["redirect_uri", redirectUri]
      ])
    }))

  const region: IntercomHttp.Region = JSON.parse(`"mars"`)
  for (
    const [field, options] of [
      ["clientId", { clientId: "", state: "xyz" }],
      ["state", { clientId, state: "" }],
      ["region", { clientId, state: "xyz", region }],
      ["redirectUri", { clientId, state: "xyz", redirectUri: "/callback" }],
      ["redirectUri", { clientId, state: "xyz", redirectUri: "javascript:alert(1)" }],
      ["redirectUri", { clientId, state: "xyz", redirectUri: "" }],
      // Half of a surrogate pair: what comes back is another state.
      ["state", { clientId, state: "xyz\ud800" }],
      ["clientId", { clientId: "xyz\udfff", state: "xyz" }]
    ] as const
  ) {
    it.effect(`is not made with a wrong ${field}: ${JSON.stringify(options)}`, () =>
      Effect.gen(function*() {
        const error = yield* Effect.flip(OAuth.authorizationUrl(options))
        assert.strictEqual(error._tag, "IntercomInvalidInput")
        assert.strictEqual(error.field, field)
        assert.notInclude(error.message, "xyz")
      }))
  }
})

describe("makeState", () => {
  it.effect("makes 43 characters that URLs and cookies take, never the same", () =>
    Effect.gen(function*() {
      const states = yield* Effect.all(Array.from({ length: 2000 }, () => OAuth.makeState))
      assert.strictEqual(new Set(states).size, 2000)
      for (const state of states) assert.match(state, /^[\w-]{43}$/)
      // 2000 × 256 bits: about half of them are set, anything else is no accident.
      const bits = states.flatMap((state) => Array.from(Buffer.from(state, "base64url")))
        .reduce((sum, byte) => sum + byte.toString(2).replaceAll("0", "").length, 0)
      assert.closeTo(bits / (2000 * 256), 0.5, 0.01)
    }))

  it.effect("takes 32 bytes from Web Crypto, and nothing that a seed could tell", () =>
    Effect.gen(function*() {
      const random = vi.spyOn(crypto, "getRandomValues")
      yield* Effect.addFinalizer(() => Effect.sync(() => random.mockRestore()))
      random.mockImplementationOnce((array) => {
        if (array instanceof Uint8Array) array.set(Array.from(array.keys()))
        return array
      })
      const bytes = Buffer.from(yield* OAuth.makeState, "base64url")
      assert.deepStrictEqual(Array.from(bytes), Array.from({ length: 32 }, (_, i) => i))
      assert.strictEqual(random.mock.calls.length, 1)
    }).pipe(Effect.scoped))
})

describe("checkState", () => {
  it.effect.prop(
    "succeeds for the same state only",
    [FC.string(), FC.string({ minLength: 1 })],
    ([given, expected]) =>
      Effect.gen(function*() {
        yield* OAuth.checkState(expected, expected)
        if (given !== expected) {
          const error = yield* Effect.flip(OAuth.checkState(given, expected))
          assert.instanceOf(error, OAuth.StateMismatch)
        }
      })
  )

  for (const given of ["", "xy", "xyzz", "xyZ", "Xyz", "x\u0000z", "xyz\u0000"]) {
    it.effect(`refuses ${JSON.stringify(given)} for "xyz"`, () => Effect.flip(OAuth.checkState(given, "xyz")))
  }

  it.effect("refuses everything where no state is expected", () =>
    Effect.gen(function*() {
      yield* Effect.flip(OAuth.checkState("", ""))
      yield* Effect.flip(OAuth.checkState("xyz", ""))
    }))

  it("looks at all of it, wherever the first difference is", () => {
    const charCodeAt = vi.spyOn(String.prototype, "charCodeAt")
    const looks = (given: string): number => {
      charCodeAt.mockClear()
      Effect.runSync(Effect.exit(OAuth.checkState(given, "abcdefgh")))
      return charCodeAt.mock.calls.length
    }
    const [right, atTheStart, atTheEnd] = ["abcdefgh", "Xbcdefgh", "abcdefgX"].map(looks)
    charCodeAt.mockRestore()
    assert.isAtLeast(right ?? 0, 16)
    assert.deepStrictEqual([atTheStart, atTheEnd], [right, right])
  })
})

describe("readCallback", () => {
  const query = `code=${encodeURIComponent(code)}&state=xyz`

  for (
    const [what, request] of [
      ["a URL", `https://app.example/callback?${query}`],
      ["a path", `/callback?${query}`],
      ["a URL with a fragment", `https://app.example/callback?${query}#?code=other`],
      ["a URL object", new URL(`https://app.example/callback?${query}`)],
      ["parameters", new URLSearchParams(query)],
      ["a code whose `=` is not encoded", "/callback?code=c0de%2Bof/once=&state=xyz"],
      ["further parameters", `/callback?a=1&${query}&b=2`]
    ] as const
  ) {
    it.effect(`reads the code of ${what}`, () =>
      Effect.gen(function*() {
        assert.strictEqual(Redacted.value(yield* OAuth.readCallback(request, "xyz")), code)
      }))
  }

  const fails = (request: string, state = "xyz") => Effect.flip(OAuth.readCallback(request, state))

  for (
    const [request, state] of [
      [`/callback?${query}`, "other"],
      [`/callback?${query}`, ""],
      ["/callback?code=1", "xyz"],
      ["/callback?code=1&state=", ""],
      ["/callback?code=1&state=xyz&state=other", "xyz"],
      ["/callback?state=other", "xyz"],
      ["/callback", "xyz"],
      ["/callback#?code=1&state=xyz", "xyz"],
      ["", "xyz"]
    ] as const
  ) {
    it.effect(`fails with StateMismatch: "${request}" where "${state}" is expected`, () =>
      Effect.gen(function*() {
        const error = yield* fails(request, state)
        assert.strictEqual(error._tag, "IntercomStateMismatch")
        assert.strictEqual(error.message, "OAuth: the state does not match")
      }))
  }

  for (const request of ["/callback?state=xyz", "/callback?state=xyz&code=", "/callback?state=xyz&code=1&code=2"]) {
    it.effect(`fails with CodeMissing: "${request}"`, () =>
      Effect.gen(function*() {
        const error = yield* fails(request)
        assert.strictEqual(error._tag, "IntercomCodeMissing")
        assert.strictEqual(error.message, "OAuth: the callback has no code, or several")
      }))
  }

  it.effect("fails with AccessDenied where the admin said no, whether or not the state came along", () =>
    Effect.gen(function*() {
      for (const request of ["/callback?error=access_denied&state=xyz", `/callback?${query}&error=access_denied`]) {
        const error = yield* fails(request)
        assert.strictEqual(error._tag, "IntercomAccessDenied")
        assert.strictEqual(error.message, "OAuth: access was denied, access_denied")
      }
      assert.strictEqual((yield* fails("/callback?error=server_error"))._tag, "IntercomAccessDenied")
    }))

  it.effect("quotes nothing of a refusal but a word", () =>
    Effect.gen(function*() {
      for (const given of ["", "<script>", "a%0Ab", "x".repeat(65)]) {
        const error = yield* fails(`/callback?error=${given}&state=xyz`)
        assert.strictEqual(error.message, "OAuth: access was denied, unknown")
      }
    }))

  it.effect("fails with StateMismatch after the session was lost", () =>
    Effect.gen(function*() {
      const lost: Partial<Record<string, string>> = {}
      for (const request of [`/callback?${query}`, "/callback?code=c0de", "/callback?code=c0de&state=undefined"]) {
        // @ts-expect-error the types keep this out too
        const error = yield* Effect.flip(OAuth.readCallback(request, lost.state))
        assert.strictEqual(error._tag, "IntercomStateMismatch")
      }
      // @ts-expect-error the types keep this out too
      assert.strictEqual((yield* Effect.flip(OAuth.checkState(lost.state, "xyz")))._tag, "IntercomStateMismatch")
    }))

  it.effect("shows neither code nor state", () =>
    Effect.gen(function*() {
      assert.strictEqual(String(yield* OAuth.readCallback(`/callback?${query}`, "xyz")), "<redacted>")
      const error = yield* fails("/callback?code=c0de&state=stolen", "s7ate")
      for (const hidden of ["c0de", "stolen", "s7ate"]) {
        assert.notInclude(JSON.stringify(error) + String(error) + Cause.pretty(Cause.fail(error)), hidden)
      }
    }))
})

describe("exchangeCode", () => {
  it.effect("gives the token, redacted", () =>
    Effect.gen(function*() {
      const { layer } = client(granted)
      const given = yield* Effect.provide(exchange(), layer)
      assert.strictEqual(Redacted.value(given), token)
      assert.strictEqual(`${given}${JSON.stringify(given)}`, "<redacted>\"<redacted>\"")
    }))

  for (
    const [what, body] of [
      ["token alone", { token }],
      ["access_token alone", { access_token: token }],
      ["token beside null", { token, access_token: null }],
      ["access_token beside an empty text", { token: "", access_token: token }],
      ["more than that", { token, access_token: token, token_type: "Bearer", app: { id_code: "abc" } }]
    ] as const
  ) {
    it.effect(`takes ${what}`, () =>
      Effect.gen(function*() {
        const given = yield* Effect.provide(exchange(), client(() => Response.json(body)).layer)
        assert.strictEqual(Redacted.value(given), token)
      }))
  }

  it.effect("leaves the token alone, also where it looks like the code", () =>
    Effect.gen(function*() {
      const given = yield* Effect.provide(exchange({ code: Redacted.make("G9r") }), client(granted).layer)
      assert.strictEqual(Redacted.value(given), token)
    }))

  it.effect("sends code, id and secret as JSON, every character of them, and no token or version", () =>
    Effect.gen(function*() {
      const { layer, sent } = client(granted)
      yield* Effect.provide(exchange(), layer)
      const [request] = sent
      assert.strictEqual(sent.length, 1)
      assert.strictEqual(request?.method, "POST")
      assert.strictEqual(request?.url, "https://api.intercom.io/auth/eagle/token")
      assert.deepStrictEqual(bodyOf(request), { code, client_id: clientId, client_secret: secret })
      assert.match(request?.headers["user-agent"] ?? "", /^effect-intercom\//)
      assert.deepStrictEqual(Object.keys(request?.headers ?? {}).sort(), ["accept", "content-type", "user-agent"])
    }))

  for (
    const [options, url] of [
      [{ region: "eu" }, "https://api.eu.intercom.io/auth/eagle/token"],
      [{ region: "au" }, "https://api.au.intercom.io/auth/eagle/token"],
      [{ region: "eu", baseUrl: "https://api.eu.intercom.com" }, "https://api.eu.intercom.com/auth/eagle/token"],
      [{ baseUrl: "http://127.0.0.1:8080/fake/" }, "http://127.0.0.1:8080/fake/auth/eagle/token"]
    ] as const
  ) {
    it.effect(`asks ${url} where it is told ${JSON.stringify(options)}`, () =>
      Effect.gen(function*() {
        const { layer, sent } = client(granted)
        yield* Effect.provide(exchange(options), layer)
        assert.strictEqual(sent[0]?.url, url)
      }))
  }

  const region: IntercomHttp.Region = JSON.parse(`"mars"`)
  for (
    const [field, options] of [
      ["clientId", { clientId: "" }],
      ["clientSecret", { clientSecret: Redacted.make("") }],
      ["code", { code: Redacted.make("") }],
      ["baseUrl", { baseUrl: "http://api.intercom.io" }],
      ["baseUrl", { baseUrl: "intercom" }],
      ["region", { region }]
    ] as const
  ) {
    it.effect(`sends nothing with a wrong ${field}: ${Object.values(options)}`, () =>
      Effect.gen(function*() {
        const { layer, sent } = client(granted)
        const error = yield* Effect.flip(Effect.provide(exchange(options), layer))
        assert.strictEqual(error._tag, "IntercomInvalidInput")
        assert.match(
          error.message,
          new RegExp(`^OAuth.exchangeCode: nothing was sent, ${field} must .* \\(POST /auth/eagle/token\\)$`)
        )
        assert.strictEqual(sent.length, 0)
      }))
  }

  it.effect("fails with Unauthorized for a code that was used before, and asks no second time", () =>
    Effect.gen(function*() {
      const { layer, sent } = client(() => errorList(401, "unauthorized", {}, "Unauthorized Code"))
      const error = yield* Effect.flip(Effect.provide(exchange(), layer))
      assert.strictEqual(error._tag, "IntercomUnauthorized")
      assert.deepStrictEqual("errors" in error && error.errors, [
        { code: "unauthorized", message: undefined, field: undefined }
      ])
      assert.strictEqual(sent.length, 1)
    }))

  for (
    const [tag, answer] of [
      ["IntercomInvalidRequest", () => errorList(400, "bad_request")],
      ["IntercomNotFound", () => errorList(404, "not_found")],
      ["IntercomRateLimited", () => errorList(429, "rate_limit_exceeded")],
      ["IntercomServerError", () => new Response("<html>", { status: 502 })],
      [
        "IntercomUnexpectedStatus",
        () => new Response(null, { status: 302, headers: { location: "https://x.example" } })
      ],
      ["IntercomNetworkError", () => Response.error()],
      ["IntercomTimeout", () => Effect.never],
      ["IntercomInvalidResponse", () => Response.json({ token_type: "Bearer" })],
      ["IntercomInvalidResponse", () => Response.json({ access_token: "" })],
      ["IntercomInvalidResponse", () => Response.json({ access_token: 7 })],
      ["IntercomInvalidResponse", () => Response.json([])],
      ["IntercomInvalidResponse", () => new Response("")],
      ["IntercomInvalidResponse", () => new Response("<html>ok</html>")]
    ] as const
  ) {
    it.effect(`fails with ${tag}, as every call does`, () =>
      Effect.gen(function*() {
        const error = yield* failing(answer)
        assert.strictEqual(error._tag, tag)
        assert.strictEqual(error.operation, "OAuth.exchangeCode")
        assert.strictEqual(error.path, "/auth/eagle/token")
      }))
  }

  it.effect("is not repeated where the code may be used up, and is where it cannot be", () =>
    Effect.gen(function*() {
      const attempts = (answer: () => Answer) =>
        Effect.gen(function*() {
          const { layer, sent } = client(answer, granted)
          const fiber = yield* Effect.fork(Effect.exit(Effect.provide(exchange(), layer)))
          yield* TestClock.adjust("10 minutes")
          yield* Fiber.join(fiber)
          return sent.length
        })
      assert.strictEqual(yield* attempts(() => new Response(null, { status: 500 })), 1)
      assert.strictEqual(yield* attempts(() => Effect.never), 1)
      assert.strictEqual(yield* attempts(() => Response.error()), 2)
      assert.strictEqual(yield* attempts(() => errorList(429, "rate_limit_exceeded")), 2)
    }))

  it.effect("takes its time limit from IntercomHttp.withTimeout", () =>
    Effect.gen(function*() {
      const { layer } = client(() => Effect.never)
      const fiber = yield* exchange().pipe(
        IntercomHttp.withTimeout("3 seconds"),
        Effect.flip,
        Effect.provide(layer),
        Effect.fork
      )
      yield* TestClock.adjust("3 seconds")
      assert.strictEqual((yield* Fiber.join(fiber))._tag, "IntercomTimeout")
    }))

  /** Answers that quote what was sent, wherever something can be quoted. */
  const quoting = (code: string, secret: string) => {
    const echo = { code, client_secret: secret, both: `${secret} and ${code}, ${code}` }
    const headers = {
      "content-type": `text/${encodeURIComponent(secret)}`,
      "link": `</contacts/${encodeURIComponent(code)}>; rel="canonical"`,
      "x-request-id": secret
    }
    return [
      ["granted", () => Response.json({ token, access_token: token, ...echo }, { headers })],
      ["refused", () => errorList(401, code, { "x-request-id": "req-1" }, `code ${code} of ${secret}`)],
      ["refused by a map", () => Response.json({ errors: { code: [echo.both], token: echo.both } }, { status: 422 })],
      ["refused by a map of it", () => Response.json({ errors: { [code]: ["?"], [secret]: ["?"] } }, { status: 400 })],
      ["refused with it encoded", () => errorList(400, "bad", {}, encodeURIComponent(echo.both))],
      ["refused by the field", () => Response.json({ errors: [{ code: "bad", field: secret }] }, { status: 400 })],
      ["refused with its id", () => Response.json({ request_id: secret }, { status: 400 })],
      ["refused by headers", () => new Response(null, { status: 404, headers })],
      ["refused as what exists", () => errorList(409, "conflict", {}, `it exists, id=${secret}`)],
      ["refused by a page", () => new Response(`<p>${code}${secret}</p>`, { status: 500 })],
      ["refused with a 200", () => Response.json({ error: echo.both, request_id: code, ...echo })],
      ["refused beside a token", () => Response.json({ token: "abc", error: echo.both }, { status: 403 })],
      ["answered with a page", () => new Response(`${code}${secret}`, { headers })],
      ["answered with a token of another kind", () => Response.json({ access_token: [token], message: echo.both })],
      ["not answered", () => Response.error()],
      ["not answered in time", () => Effect.never]
    ] as const
  }

  for (const [code, secret] of [[oddCode, oddSecret], ["c0de-of-once", "s3cret_of_the_app"]] as const) {
    for (const [what, answer] of quoting(code, secret)) {
      it.effect(`shows no secret, code or token when it is ${what}: not in errors, spans or logs (${code})`, () =>
        Effect.gen(function*() {
          const spans: Array<Tracer.Span> = []
          const logs: Array<unknown> = []
          const native = yield* Effect.tracer
          const tracer = Tracer.make({
            ...native,
            span: (...args) => {
              const span = native.span(...args)
              spans.push(span)
              return span
            }
          })
          const fiber = yield* exchange({ code: Redacted.make(code), clientSecret: Redacted.make(secret) }).pipe(
            Effect.tapErrorCause(Effect.logError),
            Effect.sandbox,
            Effect.either,
            Effect.provide(client(answer).layer),
            Effect.provide(
              Logger.replace(Logger.defaultLogger, Logger.map(Logger.jsonLogger, (line) => logs.push(line)))
            ),
            Effect.withTracer(tracer),
            Effect.fork
          )
          yield* TestClock.adjust("1 hour")
          const result = yield* Fiber.join(fiber)
          assert.deepStrictEqual(spans.map(({ name }) => name), ["Intercom.OAuth.exchangeCode"])
          assert.strictEqual(spans[0]?.attributes.get("url.template"), "/auth/eagle/token")
          const seen = [result, logs, spans.map(({ attributes, status }) => [[...attributes], status])]
          const shown = [
            JSON.stringify(seen, (_, value: unknown) => typeof value === "bigint" ? `${value}` : value),
            inspect(seen, { depth: Infinity }),
            result._tag === "Left" ? Cause.pretty(result.left, { renderErrorCause: true }) : ""
          ].join("\n")
          assert.include(shown, result._tag === "Left" ? "OAuth.exchangeCode: " : "<redacted>")
          for (const hidden of [code, secret, token]) {
            assert.notInclude(shown, hidden)
            assert.notInclude(shown, JSON.stringify(hidden).slice(1, -1))
            assert.notInclude(shown, encodeURIComponent(hidden))
          }
        }))
    }
  }

  it.effect("shows none of them either where your client has made errors of statuses", () =>
    Effect.gen(function*() {
      const { layer } = client(() => errorList(401, "unauthorized", {}, `${secret} and ${code}`))
      const error = yield* exchange().pipe(
        Effect.updateService(HttpClient.HttpClient, HttpClient.filterStatusOk),
        Effect.flip,
        Effect.provide(layer)
      )
      assert.strictEqual(error._tag, "IntercomUnauthorized")
      assert.notInclude(JSON.stringify(error), secret)
      assert.notInclude(JSON.stringify(error), code)
    }))

  it.effect("keeps the status, the codes and the id of the request, and none of what Intercom says", () =>
    Effect.gen(function*() {
      const error = yield* failing(() =>
        Response.json({ request_id: "req-1", errors: [{ code: "bad_code", message: "expired", field: "code" }] }, {
          status: 400
        })
      )
      assert.deepStrictEqual("errors" in error && [error.status, error.requestId, ...error.errors], [
        400,
        "req-1",
        { code: "bad_code", message: undefined, field: undefined }
      ])
    }))

  it.effect("keeps what a rate limit says of the time to come again", () =>
    Effect.gen(function*() {
      const { layer, sent } = client(() => errorList(429, "rate_limit_exceeded", { "retry-after": "7" }), granted)
      const fiber = yield* Effect.fork(Effect.provide(exchange(), layer))
      yield* TestClock.adjust("6900 millis")
      assert.strictEqual(sent.length, 1)
      yield* TestClock.adjust("3 seconds")
      yield* Fiber.join(fiber)
      assert.strictEqual(sent.length, 2)
    }))
})

describe("redirects over fetch", () => {
  const calls = {
    exchangeCode: (baseUrl: string) => exchange({ baseUrl }),
    check: (baseUrl: string) =>
      Effect.provide(OAuth.check(), IntercomHttp.layer({ accessToken: Redacted.make(token), baseUrl })),
    uninstall: (baseUrl: string) =>
      Effect.provide(OAuth.uninstall(), IntercomHttp.layer({ accessToken: Redacted.make(token), baseUrl }))
  }
  for (const [name, call] of Object.entries(calls)) {
    it.scoped(`are not followed by ${name}, whatever the status`, () =>
      Effect.gen(function*() {
        let strangers = 0
        const stranger = yield* serveNode((_, response) => {
          strangers++
          response.writeHead(200, { "content-type": "application/json" })
          response.end(JSON.stringify({ token, access_token: token, type: "admin", id: "1" }))
        })
        for (const status of [301, 302, 303, 307, 308]) {
          const host = yield* serveNode((_, response) => {
            response.writeHead(status, { location: `${stranger}/auth/eagle/token` })
            response.end()
          })
          const error = yield* Effect.flip(Effect.provide(call(host), FetchHttpClient.layer))
          assert(error._tag === "IntercomUnexpectedStatus")
          assert.strictEqual(error.status, status)
        }
        assert.strictEqual(strangers, 0)
      }))

    it.effect(`are not followed by ${name}, and the other settings of fetch stay`, () =>
      Effect.gen(function*() {
        const asked: Array<RequestInit | undefined> = []
        const fetch: typeof globalThis.fetch = (_, init) => {
          asked.push(init)
          return Promise.resolve(Response.json({ token, type: "admin", id: "1" }))
        }
        yield* call("http://127.0.0.1:8080").pipe(
          Effect.provide(FetchHttpClient.layer),
          Effect.provideService(FetchHttpClient.RequestInit, { redirect: "follow", keepalive: true }),
          Effect.provideService(FetchHttpClient.Fetch, fetch)
        )
        assert.deepStrictEqual(asked.map((init) => [init?.redirect, init?.keepalive]), [["manual", true]])
      }))
  }

  it.effect("that a browser hides are typed errors", () =>
    Effect.gen(function*() {
      const hidden = Object.defineProperty(new Response(null), "status", { value: 0 })
      const error = yield* failing(() => hidden)
      assert.strictEqual(error._tag, "IntercomUnexpectedStatus")
    }))
})

describe("check", () => {
  it.effect("gives the admin and the workspace of the token", () =>
    Effect.gen(function*() {
      const { layer, sent } = scripted([() =>
        Response.json({
          type: "admin",
          id: 7,
          email_verified: true,
          app: { type: "app", id_code: "abc", region: "EU" }
        })])
      const me = yield* Effect.provide(OAuth.check(), layer)
      assert.deepStrictEqual([me.id, me.email_verified, me.app?.id_code], ["7", true, "abc"])
      assert.deepStrictEqual(sent.map(lineOf), ["GET /me"])
      assert.strictEqual(sent[0]?.headers.authorization, "Bearer layerTest:MDAwMDAwMDA")
    }))

  it.effect("fails with Unauthorized for a token that was revoked", () =>
    Effect.gen(function*() {
      const { layer } = scripted([() => errorList(401, "token_revoked")])
      const error = yield* Effect.flip(Effect.provide(OAuth.check(), layer))
      assert.strictEqual(error._tag, "IntercomUnauthorized")
      assert.strictEqual(error.operation, "OAuth.check")
    }))
})

describe("uninstall", () => {
  for (const answer of [() => Response.json({}), () => new Response(null, { status: 204 })]) {
    it.effect("sends the token and an empty object, and takes whatever success comes", () =>
      Effect.gen(function*() {
        const { layer, sent } = scripted([answer])
        assert.isUndefined(yield* Effect.provide(OAuth.uninstall(), layer))
        assert.deepStrictEqual(sent.map(lineOf), ["POST /auth/uninstall"])
        assert.deepStrictEqual(bodyOf(sent[0]), {})
        assert.strictEqual(sent[0]?.headers.authorization, "Bearer layerTest:MDAwMDAwMDA")
      }))
  }

  it.effect("fails with Unauthorized where it happened before", () =>
    Effect.gen(function*() {
      const { layer } = scripted([() => errorList(401, "unauthorized")])
      const error = yield* Effect.flip(Effect.provide(OAuth.uninstall(), layer))
      assert.strictEqual(error._tag, "IntercomUnauthorized")
    }))
})

describe("decodeUninstall", () => {
  it.effect("reads the workspace from text or bytes, and keeps what else there is", () =>
    Effect.gen(function*() {
      const body = `{"app_id":"abc123","at":1}`
      for (const given of [body, new TextEncoder().encode(body)]) {
        assert.deepStrictEqual(yield* OAuth.decodeUninstall(given), JSON.parse(body))
      }
    }))

  for (
    const [body, message] of [
      ["", "OAuth: invalid uninstall notification, the body is not JSON"],
      ["<ada@example.com>", "OAuth: invalid uninstall notification, the body is not JSON"],
      [`{"id":"ada@example.com"}`, "OAuth: invalid uninstall notification, app_id is missing"],
      [`{"app_id":""}`, "OAuth: invalid uninstall notification, app_id must be text, not empty"],
      [`{"app_id":["ada@example.com"]}`, /^OAuth: invalid uninstall notification, app_id expected .*, got array$/],
      [`["ada@example.com"]`, /^OAuth: invalid uninstall notification, the body expected object, got array$/]
    ] as const
  ) {
    it.effect(`refuses ${body}, without a word of it`, () =>
      Effect.gen(function*() {
        const error = yield* Effect.flip(OAuth.decodeUninstall(body))
        assert.strictEqual(error._tag, "IntercomInvalidUninstall")
        if (typeof message === "string") assert.strictEqual(error.message, message)
        else assert.match(error.message, message)
        assert.notInclude(JSON.stringify(error), "ada@")
      }))
  }
})
