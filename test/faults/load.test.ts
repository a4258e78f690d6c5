/**
 * The rate limit under load: `npm run faults` prints the figures.
 */
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { loads, nameOf, runLoad } from "./load.js"

describe("Calls beyond the rate limit all succeed, draw few 429s and use the allowed rate", () => {
  for (const load of loads) {
    it.live(nameOf(load), () =>
      Effect.map(runLoad(load), ({ failed, limited, used }) => {
        assert.strictEqual(failed, 0)
        assert.isBelow(limited, 0.01)
        assert.isAtLeast(used, 0.95)
      }), 240_000)
  }
})
