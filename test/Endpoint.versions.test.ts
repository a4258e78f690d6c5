import { assert, describe, it } from "@effect/vitest"
import * as Endpoint from "effect-intercom/Endpoint"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import { scripted } from "./scripted.js"

const object = Schema.Struct({ id: Schema.String })

const older = Endpoint.make("Things.find", object, () => Endpoint.get("/things"))
const newer = Endpoint.make("Macros.find", object, () => Endpoint.get("/macros", { since: "2.16" }))
const preview = Endpoint.make("Folders.find", object, () => Endpoint.get("/folders", { since: "Preview" }))
const update = Endpoint.make(
  "Things.update",
  object,
  (color?: string) => Endpoint.patch("/things", { later: Endpoint.needs("2.16", { color }) })
)

/** What a call came to, and the versions of the requests that were sent. */
const run = <A, E>(call: Effect.Effect<A, E, IntercomHttp.IntercomHttp>, version?: IntercomHttp.Version) =>
  Effect.gen(function*() {
    const { layer, sent } = scripted([() => Response.json({ id: "1" })], { version })
    const result = yield* Effect.either(Effect.provide(call, layer))
    return { result, versions: sent.map(({ headers }) => headers["intercom-version"]), sent }
  })

const versionOf = <A, E>(call: Effect.Effect<A, E, IntercomHttp.IntercomHttp>, version?: IntercomHttp.Version) =>
  Effect.map(run(call, version), ({ versions }) => versions[0])

describe("An operation that came with a later version", () => {
  it.effect("is sent with that version, or a later one that is asked for", () =>
    Effect.gen(function*() {
      const expected = {
        "2.9": "2.16",
        "2.15": "2.16",
        "2.16": "2.16",
        "2.17": "2.17",
        "3.0": "3.0",
        Preview: "Preview"
      }
      for (const [asked, sent] of Object.entries(expected)) {
        assert.strictEqual(yield* versionOf(newer(), asked), sent)
        assert.strictEqual(yield* versionOf(IntercomHttp.withVersion(newer(), asked)), sent)
      }
      assert.strictEqual(yield* versionOf(newer()), "2.16")
    }))

  it.effect("under Preview or Unstable, which come after all numbers", () =>
    Effect.gen(function*() {
      assert.strictEqual(yield* versionOf(preview()), "Preview")
      assert.strictEqual(yield* versionOf(preview(), "2.99"), "Preview")
      assert.strictEqual(yield* versionOf(preview(), "Unstable"), "Unstable")
    }))

  it.effect("leaves other operations as they are", () =>
    Effect.gen(function*() {
      const { versions } = yield* run(Effect.zipRight(newer(), older()))
      assert.deepStrictEqual(versions, ["2.16", "2.15"])
      assert.strictEqual(yield* versionOf(IntercomHttp.withVersion(older(), "2.9")), "2.9")
    }))

  it.effect("leaves the version to the layer if a service around it does not tell it", () =>
    Effect.gen(function*() {
      const { layer, sent } = scripted([() => Response.json({ id: "1" })], { version: "2.16" })
      const wrapped = Effect.map(IntercomHttp.IntercomHttp, ({ execute }) => ({ execute }))
      yield* older().pipe(Effect.provideServiceEffect(IntercomHttp.IntercomHttp, wrapped), Effect.provide(layer))
      assert.deepStrictEqual(sent.map(({ headers }) => headers["intercom-version"]), ["2.16"])
    }))
})

describe("Input that came with a later version", () => {
  it.effect("is refused under an earlier one, and nothing is sent", () =>
    Effect.gen(function*() {
      for (const call of [update("red"), IntercomHttp.withVersion(update("red"), "2.9")]) {
        const { result, sent } = yield* run(call)
        assert.deepInclude(Either.getOrThrow(Either.flip(result)), {
          _tag: "IntercomInvalidInput",
          field: "color",
          reason: "needs API version 2.16: use IntercomHttp.withVersion"
        })
        assert.lengthOf(sent, 0)
      }
    }))

  it.effect("is sent under that version and later ones", () =>
    Effect.gen(function*() {
      for (const version of ["2.16", "2.17", "Preview"]) {
        assert.strictEqual(yield* versionOf(IntercomHttp.withVersion(update("red"), version)), version)
        assert.strictEqual(yield* versionOf(update("red"), version), version)
      }
    }))

  it.effect("changes nothing if it is left out", () =>
    Effect.gen(function*() {
      const { sent } = yield* run(update())
      assert.deepStrictEqual(sent.map(({ headers, method }) => [method, headers["intercom-version"]]), [[
        "PATCH",
        "2.15"
      ]])
    }))
})
