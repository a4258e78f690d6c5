import { assert, describe, it } from "@effect/vitest"
import * as Contacts from "effect-intercom/api/Contacts"
import * as HttpLog from "effect-intercom/HttpLog"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as Metrics from "effect-intercom/Metrics"
import * as RateLimit from "effect-intercom/RateLimit"
import * as Retry from "effect-intercom/Retry"
import * as Cause from "effect/Cause"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as HashMap from "effect/HashMap"
import * as Logger from "effect/Logger"
import * as LogLevel from "effect/LogLevel"
import * as Metric from "effect/Metric"
import * as Redacted from "effect/Redacted"
import * as VirtualClock from "./faults/virtualClock.js"
import { contact, errorList, scripted } from "./scripted.js"

interface Line {
  readonly level: string
  readonly message: unknown
  readonly annotations: Readonly<Record<string, unknown>>
  readonly cause?: string
}

/** Runs an effect on a clock that moves by itself, and collects what it logs. */
const logged = <A, E>(
  effect: Effect.Effect<A, E>,
  level = LogLevel.Debug
): Effect.Effect<ReadonlyArray<Line>, E> =>
  Effect.gen(function*() {
    const lines: Array<Line> = []
    const logger = Logger.make(({ annotations, cause, logLevel, message }) => {
      lines.push({
        ...(Cause.isEmpty(cause) ? {} : { cause: Cause.pretty(cause, { renderErrorCause: true }) }),
        level: logLevel.label,
        message: Array.isArray(message) && message.length === 1 ? message[0] : message,
        annotations: Object.fromEntries(HashMap.toEntries(annotations))
      })
    })
    yield* effect.pipe(
      Effect.provide(Logger.replace(Logger.defaultLogger, logger)),
      Logger.withMinimumLogLevel(level),
      VirtualClock.run
    )
    return lines
  })

const find = {
  operation: "Contacts.find",
  "http.request.method": "GET",
  "url.template": "/contacts/{contact_id}"
}

describe("HttpLog", () => {
  it.effect("logs each attempt at Debug, with what spans have, the time, the size and the number", () =>
    Effect.gen(function*() {
      const { layer } = scripted([
        () => errorList(503, "service_unavailable"),
        () =>
          Effect.delay(
            Effect.succeed(Response.json({ id: "1", name: "é" }, { headers: { "x-request-id": "req-2" } })),
            "2 seconds"
          )
      ], { observer: HttpLog.observer, retry: Retry.make({ times: 1 }) })
      const lines = yield* logged(Contacts.find("1").pipe(Effect.provide(layer)))
      assert.deepStrictEqual(lines.filter(({ level }) => level === "DEBUG"), [{
        level: "DEBUG",
        message: "Contacts.find: 503 service_unavailable (GET /contacts/{contact_id}, request req-1)",
        annotations: {
          ...find,
          attempt: 1,
          milliseconds: 0,
          "http.response.status_code": 503,
          "error.type": "503",
          "http.response.body.size": 122
        }
      }, {
        level: "DEBUG",
        message: "Contacts.find: 200 (GET /contacts/{contact_id})",
        annotations: {
          ...find,
          attempt: 2,
          milliseconds: 2000,
          "http.response.status_code": 200,
          "intercom.request_id": "req-2",
          "http.response.body.size": 22
        }
      }])
    }))

  it.effect("logs attempts without a response, and those that are interrupted", () =>
    Effect.gen(function*() {
      const { layer } = scripted([() => Response.error(), () => Effect.never], { observer: HttpLog.observer })
      const calls = Effect.zipRight(
        Effect.ignore(Contacts.find("1")),
        Effect.timeoutOption(Contacts.find("1"), "3 seconds")
      )
      const lines = yield* logged(Effect.provide(calls, layer))
      assert.deepStrictEqual(lines.map(({ annotations, message }) => [message, annotations]), [
        [
          "Contacts.find: no response (GET /contacts/{contact_id})",
          { ...find, attempt: 1, milliseconds: 0, "error.type": "IntercomNetworkError" }
        ],
        [
          "Contacts.find: interrupted (GET /contacts/{contact_id})",
          { ...find, attempt: 1, milliseconds: 3000, "error.type": "interrupted" }
        ]
      ])
    }))

  it.effect("logs each retry at Warning when its wait begins, by the policy of the call too", () =>
    Effect.gen(function*() {
      const { layer } = scripted([
        () => errorList(429, "rate_limit_exceeded", { "retry-after": "30" }),
        () => contact("1")
      ], { observer: HttpLog.observer })
      const call = Effect.zipRight(
        Effect.fork(IntercomHttp.withRetry(Contacts.find("1"), Retry.make())),
        Effect.sleep("1 second")
      )
      assert.deepStrictEqual(yield* logged(Effect.provide(call, layer), LogLevel.Info), [{
        level: "WARN",
        message: "Contacts.find: 429 rate_limit_exceeded (GET /contacts/{contact_id}, request req-1): retry in 30s",
        annotations: { operation: "Contacts.find", "error.type": "429", milliseconds: 30_000 }
      }])
    }))

  it.effect("logs no retry of an error that is not repeated", () =>
    Effect.gen(function*() {
      const { layer } = scripted([
        () => errorList(429, "rate_limit_exceeded", { "retry-after": "1" }),
        () => errorList(500, "server_error")
      ], { observer: HttpLog.observer, retry: Retry.make() })
      const lines = yield* logged(
        Contacts.create({ role: "user" }).pipe(Effect.flip, Effect.provide(layer)),
        LogLevel.Info
      )
      assert.deepStrictEqual(lines.map(({ annotations }) => annotations["error.type"]), ["429"])
    }))

  it.effect("logs at Info how many attempts wait for the rate limit, and how long each has waited at Debug", () =>
    Effect.gen(function*() {
      const rateLimit = yield* RateLimit.fixed({ limit: 1, window: "12 seconds" })
      const { layer } = scripted([() => contact("1")], { observer: HttpLog.observer, rateLimit })
      const calls = Effect.forEach([1, 2, 3], () => Contacts.find("1"), { concurrency: "unbounded" })
      const lines = yield* logged(Effect.provide(calls, layer))
      assert.deepStrictEqual(lines.filter(({ level }) => level === "INFO").map(({ message }) => message), [
        "2 attempts wait for the rate limit",
        "2 attempts wait for the rate limit",
        "1 attempt waits for the rate limit"
      ])
      assert.deepStrictEqual(
        lines.filter(({ level }) => level === "DEBUG").map(({ annotations }) => annotations["rate_limit.milliseconds"]),
        [undefined, 12_000, 24_000]
      )
    }))

  it.effect("logs nothing of a call that nothing is wrong with unless Debug is on", () =>
    Effect.gen(function*() {
      const { layer } = scripted([() => contact("1")], { observer: HttpLog.observer })
      assert.deepStrictEqual(yield* logged(Effect.provide(Contacts.find("1"), layer), LogLevel.Info), [])
    }))

  it.effect("goes together with metrics", () =>
    Effect.gen(function*() {
      const observer = IntercomHttp.bothObservers(Metrics.observer, HttpLog.observer)
      const rateLimit = yield* RateLimit.fixed({ limit: 1, window: "5 seconds" })
      const { layer } = scripted(
        [() => errorList(503, "service_unavailable"), () => contact("1")],
        { observer, rateLimit, retry: Retry.make() }
      )
      const before = yield* Metric.value(Metrics.wait.pipe(Metric.tagged("cause", "rate_limit")))
      const lines = yield* logged(Effect.provide(Contacts.find("1"), layer))
      const after = yield* Metric.value(Metrics.wait.pipe(Metric.tagged("cause", "rate_limit")))
      assert.deepStrictEqual(lines.map(({ level }) => level), ["DEBUG", "WARN", "INFO", "DEBUG"])
      assert.strictEqual(after.count - before.count, 1)
    }))

  describe("never holds", () => {
    const token = "dG9rOjAx/MjM0+NTY3ODk=_secret"
    const email = "ada@example.com"
    const id = "63a07ddf05a32042dffac965"
    const calls = (observer: IntercomHttp.Observer, options: Partial<IntercomHttp.Options> = {}) => {
      const echoes = [
        token,
        `Bearer ${token}`,
        JSON.stringify(token).replaceAll("/", "\\/"),
        token.replaceAll("=", "\\u003D").replaceAll("+", "\\u002b"),
        encodeURIComponent(token),
        token.replaceAll("=", "&#61;").replaceAll("/", "&#x2F;"),
        Array.from(token, (c) => `%${c.charCodeAt(0).toString(16)}`).join("")
      ].join(" | ")
      const headers = { "x-request-id": token, "retry-after": "1" }
      const { layer } = scripted([
        () => errorList(429, token, headers, `${email} ${token}`),
        () =>
          new Response(`{"type":"error.list","errors":[{"code":"${token}","message":"${email}"}]}`, { status: 503 }),
        () => new Response(`<html>${echoes} of ${email}\n${id}</html>`, { status: 502, headers }),
        () => Response.error(),
        () => Response.json({ id, email, name: token }, { headers })
      ], { accessToken: Redacted.make(token), observer, retry: Retry.make(), ...options })
      return Effect.all([
        Contacts.findByExternalId(email),
        Contacts.find(id),
        Effect.either(Contacts.update(id, { name: token, email }))
      ]).pipe(Effect.provide(layer))
    }

    const textOf = (lines: ReadonlyArray<Line>): string => {
      assert.isAtLeast(lines.length, 8)
      return JSON.stringify(lines)
    }

    it.effect("the token, an id, a query or an email without `bodies`", () =>
      Effect.gen(function*() {
        const text = textOf(yield* logged(calls(HttpLog.observer)))
        for (const secret of [token, "secret", "dG9r", email, "ada", id, "63a07"]) assert.notInclude(text, secret)
      }))

    const changed: Partial<IntercomHttp.Options> = { transformClient: (client) => client }
    for (const [name, options] of [["", {}], [", and the client is changed", changed]] as const) {
      it.effect(`the token in any form if bodies are logged${name}`, () =>
        Effect.gen(function*() {
          const text = textOf(yield* logged(calls(HttpLog.make({ bodies: true }), options)))
          assert.include(text, email)
          assert.include(text, "<redacted>")
          for (const part of ["secret", "dG9r", "MjM0", "NTY3", "%64%47%39"]) assert.notInclude(text, part)
        }))
    }

    it.effect("the token where a long body is cut, or more of a body than is asked for", () =>
      Effect.gen(function*() {
        const body = { ...{ id: "1" }, name: `${token}${token}${token}`, more: "x".repeat(5000) }
        const { layer } = scripted([() => Response.json(body)], {
          accessToken: Redacted.make(token),
          observer: HttpLog.make({ bodies: true, maxBodyLength: 30 })
        })
        const [line] = yield* logged(Contacts.update("1", { name: "Ada\nLovelace" }).pipe(Effect.provide(layer)))
        assert.deepInclude(line?.annotations, {
          "request.body": "{\"name\":\"Ada\\nLovelace\"}",
          "response.body": "{\"id\":\"1\",\"name\":\"<redacted><r…"
        })
      }))
  })

  it.effect("shows nothing of a body if maxBodyLength is no length", () =>
    Effect.gen(function*() {
      for (const maxBodyLength of [0, -1, NaN]) {
        const { layer } = scripted([() => Response.json({ id: "1" })], {
          observer: HttpLog.make({ bodies: true, maxBodyLength })
        })
        const [line] = yield* logged(Contacts.update("1", { name: "Ada" }).pipe(Effect.provide(layer)))
        assert.deepInclude(line?.annotations, { "request.body": "…", "response.body": "…" })
      }
    }))

  it.effect("changes no result", () =>
    Effect.gen(function*() {
      const now = yield* Clock.currentTimeMillis
      const { layer } = scripted([() => errorList(404, "not_found")], { observer: HttpLog.make({ bodies: true }) })
      const error = yield* Effect.flip(Effect.provide(Contacts.find("1"), layer))
      assert.deepInclude(error, { _tag: "IntercomNotFound", status: 404, requestId: "req-1" })
      assert.strictEqual(yield* Clock.currentTimeMillis, now)
    }))
})
