import { assert, describe, it } from "@effect/vitest"
import * as Timestamp from "effect-intercom/Timestamp"
import * as DateTime from "effect/DateTime"
import * as FastCheck from "effect/FastCheck"
import * as Option from "effect/Option"

const seconds = (time: number | string | null | undefined): number | undefined =>
  Option.getOrUndefined(Timestamp.toSeconds(time))

describe("A time of Intercom's", () => {
  const second = 1_768_018_294

  it("is read from Unix seconds", () => {
    assert.strictEqual(seconds(1_768_018_294), second)
  })

  it("is read from ISO 8601 text, without what is left of the second", () => {
    assert.strictEqual(seconds("2026-01-10T04:11:34.999Z"), second)
    assert.strictEqual(seconds("2026-01-10T05:11:34.013+01:00"), second)
    assert.strictEqual(
      DateTime.formatIso(Option.getOrThrow(Timestamp.toDateTime("2026-01-10T04:11:34.013+00:00"))),
      "2026-01-10T04:11:34.013Z"
    )
  })

  it("is UTC where the text names no zone", () => {
    assert.strictEqual(seconds("2026-01-10T04:11:34"), second)
    assert.strictEqual(seconds("2026-01-10"), 1_768_003_200)
  })

  it("is read from Unix seconds as text", () => {
    assert.strictEqual(seconds("1768018294"), second)
    assert.strictEqual(seconds("1"), 1)
  })

  it("is read from milliseconds, from 10^11 on", () => {
    assert.strictEqual(seconds(1_768_018_294_999), second)
    assert.strictEqual(seconds("1768018294000"), second)
    assert.strictEqual(seconds(99_999_999_999), 99_999_999_999)
  })

  it("may lie before 1970", () => {
    assert.strictEqual(seconds(-1), -1)
    assert.strictEqual(seconds("1969-12-31T23:59:58.500Z"), -2)
  })

  it("is none where there is none", () => {
    for (const none of [null, undefined, 0, "0", "", "soon", Number.NaN, Infinity, 1e300]) {
      assert.isUndefined(seconds(none), String(none))
      assert.isTrue(Option.isNone(Timestamp.toDateTime(none)), String(none))
    }
  })

  it("is not made of text that is none, though a number is in it", () => {
    for (const none of ["abc 5", "5 abc", "May 5", "-5", "1.5", " 5", "1e3", "9".repeat(30), "2026-01-10abc"]) {
      assert.isUndefined(seconds(none), none)
    }
  })

  it.prop(
    "is the same after it was read and written",
    [FastCheck.integer({ min: -62_135_596_800, max: 99_999_999_999 }).filter((time) => time !== 0)],
    ([time]) => {
      const read = Option.getOrThrow(Timestamp.toDateTime(time))
      assert.strictEqual(Timestamp.fromDateTime(read), time)
      assert.strictEqual(seconds(DateTime.formatIso(read)), time)
    }
  )
})
