import { afterEach, assert, describe, it } from "@effect/vitest"
import * as Duration from "effect/Duration"
import { parseRateLimit, parseRetryAfter } from "../../src/internal/failure.js"

const now = Date.UTC(2025, 5, 15, 12, 0, 0)

const millis = (wait: Duration.Duration | undefined): number | undefined =>
  wait === undefined ? undefined : Duration.toMillis(wait)

const wait = (retryAfter: string): number | undefined => millis(parseRetryAfter({ "retry-after": retryAfter }, now))

describe("parseRateLimit", () => {
  it("reads the window and the wait", () => {
    const { retryAfter, ...window } = parseRateLimit({
      "x-ratelimit-limit": "167",
      "x-ratelimit-remaining": "0",
      "x-ratelimit-reset": `${now / 1000 + 7}`
    }, now)
    assert.deepEqual(window, { limit: 167, remaining: 0, resetAtSeconds: now / 1000 + 7 })
    assert.strictEqual(millis(retryAfter), 7000)
  })

  it("believes Retry-After before the reset", () => {
    const headers = { "retry-after": "3", "x-ratelimit-reset": `${now / 1000 + 7}` }
    assert.strictEqual(millis(parseRateLimit(headers, now).retryAfter), 3000)
    assert.strictEqual(millis(parseRateLimit({ ...headers, "retry-after": "0" }, now).retryAfter), 0)
    assert.strictEqual(millis(parseRateLimit({ ...headers, "retry-after": "soon" }, now).retryAfter), 7000)
  })

  it("does not wait for a reset that has passed", () => {
    const headers = { "x-ratelimit-reset": `${now / 1000 - 7}` }
    assert.strictEqual(millis(parseRateLimit(headers, now).retryAfter), 0)
  })

  it("takes absent headers for absent", () => {
    const nothing = { retryAfter: undefined, limit: undefined, remaining: undefined, resetAtSeconds: undefined }
    assert.deepEqual(parseRateLimit({}, now), nothing)
  })

  const malformed = [
    "",
    " ",
    "-1",
    "+1",
    "1.5",
    "1e3",
    "0x10",
    "many",
    "1, 2",
    "1;2",
    "NaN",
    "Infinity",
    "1".repeat(16)
  ]
  for (const value of malformed) {
    it(`takes ${JSON.stringify(value)} for absent`, () => {
      const headers = {
        "retry-after": value,
        "x-ratelimit-limit": value,
        "x-ratelimit-remaining": value,
        "x-ratelimit-reset": value
      }
      const nothing = { retryAfter: undefined, limit: undefined, remaining: undefined, resetAtSeconds: undefined }
      assert.deepEqual(parseRateLimit(headers, now), nothing)
    })
  }
})

describe("parseRetryAfter", () => {
  const timezone = process.env.TZ

  afterEach(() => {
    if (timezone === undefined) delete process.env.TZ
    else process.env.TZ = timezone
  })

  const forms: Readonly<Record<string, readonly [inOneMinute: string, oneMinuteAgo: string]>> = {
    "the date of today's servers": ["Sun, 15 Jun 2025 12:01:00 GMT", "Sun, 15 Jun 2025 11:59:00 GMT"],
    "the date of RFC 850": ["Sunday, 15-Jun-25 12:01:00 GMT", "Sunday, 15-Jun-25 11:59:00 GMT"]
  }
  for (const [name, [inOneMinute, oneMinuteAgo]] of Object.entries(forms)) {
    it(`reads ${name}, and does not wait for one that has passed`, () => {
      process.env.TZ = "UTC"
      assert.strictEqual(wait(inOneMinute), 60_000)
      assert.strictEqual(wait(oneMinuteAgo), 0)
    })

    it(`reads ${name} as universal time, wherever the program runs`, () => {
      process.env.TZ = "America/New_York"
      assert.strictEqual(new Date(now).getTimezoneOffset(), 240)
      assert.strictEqual(wait(inOneMinute), 60_000)
      process.env.TZ = "Asia/Tokyo"
      assert.strictEqual(wait(inOneMinute), 60_000)
    })
  }

  it("reads seconds, spaces around them too", () => {
    assert.strictEqual(wait("120"), 120_000)
    assert.strictEqual(wait(" 5 "), 5000)
    assert.strictEqual(wait("0"), 0)
  })

  it("takes a text that only looks like a date for absent", () => {
    const texts = ["Sun, 99 Foo 2025 12:01:00 GMT", "2025-06-15", "15 Jun 2025", "Sunday", "12:00:00"]
    for (const text of texts) assert.strictEqual(wait(text), undefined)
  })
})
