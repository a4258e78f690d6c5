import { assert, describe, it } from "@effect/vitest"
import * as PhoneCallRedirects from "effect-intercom/api/PhoneCallRedirects"
import * as Effect from "effect/Effect"
import { attemptsOf } from "./sending.js"

describe("PhoneCallRedirects.create", () => {
  it.effect("sends no second SMS", () =>
    Effect.gen(function*() {
      assert.lengthOf(yield* attemptsOf(PhoneCallRedirects.create({ phone: "+353832345678" })), 1)
    }))
})
