import { assert, describe, it } from "@effect/vitest"
import * as ContentImportSources from "effect-intercom/api/ContentImportSources"
import * as ExternalPages from "effect-intercom/api/ExternalPages"
import * as Retry from "effect-intercom/Retry"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as TestClock from "effect/TestClock"
import { bodyOf, errorList, scripted } from "../scripted.js"

const unavailable = (): Response => errorList(503, "service_unavailable")

describe("External pages and content import sources", () => {
  it.effect("saves an external page again after a failure, since that changes nothing more", () =>
    Effect.gen(function*() {
      const { layer, sent } = scripted([unavailable, () => Response.json({ id: "21" })], { retry: Retry.make() })
      const page: ExternalPages.ExternalPageUpsert = {
        title: "Test",
        html: "<h1>Test</h1>",
        locale: "en",
        source_id: "44",
        external_id: "abc1234"
      }
      const fiber = yield* Effect.fork(Effect.provide(ExternalPages.upsert(page), layer))
      yield* TestClock.adjust("1 minute")
      assert.strictEqual((yield* Fiber.join(fiber)).id, "21")
      assert.deepStrictEqual(sent.map(bodyOf), [{ ...page, source_id: 44 }, { ...page, source_id: 44 }])
    }))

  it.effect("does not create a second import source where the first may be there", () =>
    Effect.gen(function*() {
      const { layer, sent } = scripted([unavailable, () => Response.json({ id: 36 })], { retry: Retry.make() })
      const source: ContentImportSources.NewContentImportSource = {
        sync_behavior: "api",
        url: "https://www.example.com"
      }
      const fiber = yield* Effect.fork(Effect.flip(Effect.provide(ContentImportSources.create(source), layer)))
      yield* TestClock.adjust("1 minute")
      assert.strictEqual((yield* Fiber.join(fiber))._tag, "IntercomServerError")
      assert.lengthOf(sent, 1)
    }))
})
