import { assert, describe, it } from "@effect/vitest"
import * as Contacts from "effect-intercom/api/Contacts"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as Retry from "effect-intercom/Retry"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Schedule from "effect/Schedule"
import { contact, errorList, scripted } from "./scripted.js"

const accessToken = Redacted.make("secret-token")
const find = Contacts.find("1")

/** The field and the reason of an input that is refused, and how many requests were sent. */
const refused = (call: typeof find) =>
  Effect.gen(function*() {
    const { layer, sent } = scripted([() => contact("1")])
    const error = yield* Effect.flip(Effect.provide(call, layer))
    return error._tag === "IntercomInvalidInput" ? [error.field, error.reason, sent.length] : [error._tag]
  })

describe("An option that cannot work", () => {
  const options: ReadonlyArray<readonly [Partial<IntercomHttp.Options>, string]> = [
    [{ timeout: Number.NaN }, "timeout must be positive"],
    [{ timeout: -1 }, "timeout must be positive"],
    [{ timeout: 0 }, "timeout must be positive"],
    [{ maxBodySize: 0 }, "maxBodySize must be positive"],
    [{ maxBodySize: Number.NaN }, "maxBodySize must be positive"],
    [{ retryBudget: -1 }, "retryBudget must not be negative"],
    [{ version: "2.15\n" }, "version must be visible ASCII"],
    [{ version: "" }, "version must not be empty"],
    // As a variable that is set, but empty.
    [{ accessToken: Redacted.make("") }, "accessToken must not be empty"],
    [{ retry: Retry.make({ times: Number.NaN }) }, "retry.times must be an integer, 0 or more"],
    [{ retry: Retry.make({ times: -1 }) }, "retry.times must be an integer, 0 or more"],
    [{ retry: Retry.make({ times: 1.5 }) }, "retry.times must be an integer, 0 or more"],
    [{ retry: Retry.make({ base: -1 }) }, "retry.base must be a duration, not negative"],
    [{ retry: Retry.make({ maxDelay: "-1 seconds" }) }, "retry.maxDelay must be a duration, not negative"],
    [{ retry: Retry.make({ maxElapsed: Number.NaN }) }, "retry.maxElapsed must be a duration, not negative"]
  ]
  for (const [option, reason] of options) {
    it.effect(`is a ConfigError: ${reason} (${Object.values(option)})`, () =>
      Effect.gen(function*() {
        const error = yield* Effect.flip(
          Effect.provide(Effect.void, IntercomHttp.layerFetch({ accessToken, ...option }))
        )
        assert.include(String(error), reason)
      }))
  }
})

describe("An override that cannot work is refused before anything is sent:", () => {
  const line = "must be one line, without spaces at its ends"
  const overrides: ReadonlyArray<readonly [string, typeof find, ReadonlyArray<unknown>]> = [
    ["a timeout of zero", IntercomHttp.withTimeout(find, 0), ["timeout", "must be positive", 0]],
    ["a timeout of NaN", IntercomHttp.withTimeout(find, Number.NaN), ["timeout", "must be positive", 0]],
    ["a version with a line break", IntercomHttp.withVersion(find, "2.16\n"), ["intercom-version", line, 0]],
    ["a policy that cannot work", IntercomHttp.withRetry(find, Retry.make({ times: Number.NaN })), [
      "retry.times",
      "must be an integer, 0 or more",
      0
    ]],
    ["an empty version", IntercomHttp.withVersion(find, ""), ["intercom-version", line, 0]],
    ["a header of two lines", IntercomHttp.withHeaders(find, { "x-a": "1\r\nx-b: 2" }), ["x-a", line, 0]],
    ["no name of a header", IntercomHttp.withHeaders(find, { "x a": "1" }), [
      "headers",
      "must have names of headers",
      0
    ]],
    ["the token", IntercomHttp.withHeaders(find, { Authorization: "x" }), ["authorization", "is set by the layer", 0]],
    ["a length", IntercomHttp.withHeaders(find, { "Content-Length": "1" }), [
      "content-length",
      "is set by the layer",
      0
    ]],
    ["the transfer encoding", IntercomHttp.withHeaders(find, { "transfer-encoding": "chunked" }), [
      "transfer-encoding",
      "is set by the layer",
      0
    ]]
  ]
  for (const [name, call, expected] of overrides) {
    it.effect(name, () => Effect.map(refused(call), (actual) => assert.deepStrictEqual(actual, expected)))
  }

  it.effect("also inside of others that work", () =>
    Effect.gen(function*() {
      const call = find.pipe(
        IntercomHttp.withTimeout(-1),
        IntercomHttp.withTimeout("1 second"),
        IntercomHttp.withVersion("2.16")
      )
      assert.deepStrictEqual(yield* refused(call), ["timeout", "must be positive", 0])
    }))
})

describe("withRetry", () => {
  it.effect("changes when the calls of an effect are retried", () =>
    Effect.gen(function*() {
      const { layer, sent } = scripted([() => errorList(500, "server_error")], { retry: Retry.none })
      yield* Effect.flip(find).pipe(IntercomHttp.withRetry(Schedule.recurs(2)), Effect.provide(layer))
      assert.lengthOf(sent, 3)
      yield* Effect.flip(find).pipe(Effect.provide(layer))
      assert.lengthOf(sent, 4)
    }))

  it.effect("does not change which calls are retried", () =>
    Effect.gen(function*() {
      const { layer, sent } = scripted([() => errorList(500, "server_error")])
      yield* Effect.flip(Contacts.create({ role: "lead" })).pipe(
        IntercomHttp.withRetry(Schedule.recurs(2)),
        Effect.provide(layer)
      )
      assert.lengthOf(sent, 1)
    }))
})

describe("The retries of a layer", () => {
  const broken = () => errorList(500, "server_error")

  it.effect("end when its calls have used them up together", () =>
    Effect.gen(function*() {
      const { layer, sent } = scripted([broken], { retry: Schedule.recurs(5), retryBudget: 7 })
      yield* Effect.forEach(Array.from({ length: 10 }), () => Effect.flip(find)).pipe(Effect.provide(layer))
      assert.lengthOf(sent, 17)
    }))

  it.effect("come back with successes: one for five", () =>
    Effect.gen(function*() {
      const answers = [broken, broken, ...Array.from({ length: 5 }, () => () => contact("1")), broken, broken] as const
      const { layer, sent } = scripted(answers, { retry: Schedule.recurs(1), retryBudget: 1 })
      yield* Effect.gen(function*() {
        yield* Effect.flip(find)
        yield* Effect.repeatN(find, 4)
        yield* Effect.flip(find)
      }).pipe(Effect.provide(layer))
      assert.lengthOf(sent, 9)
    }))

  it.effect("after a 429 take none", () =>
    Effect.gen(function*() {
      const limited = () => errorList(429, "rate_limit_exceeded")
      const { layer, sent } = scripted([limited], { retry: Schedule.recurs(5), retryBudget: 0 })
      yield* Effect.flip(find).pipe(Effect.provide(layer))
      assert.lengthOf(sent, 6)
    }))

  for (const status of [501, 505]) {
    it.effect(`are none after a ${status}, which cannot change`, () =>
      Effect.gen(function*() {
        const { layer, sent } = scripted([() => errorList(status, "x")], { retry: Schedule.recurs(5) })
        yield* Effect.flip(find).pipe(Effect.provide(layer))
        assert.lengthOf(sent, 1)
      }))
  }
})
