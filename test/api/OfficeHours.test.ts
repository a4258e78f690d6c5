import { assert, describe, it } from "@effect/vitest"
import * as OfficeHours from "effect-intercom/api/OfficeHours"
import * as Effect from "effect/Effect"
import { bodyOf, scripted } from "../scripted.js"
import { attemptsOf, refusalOf } from "./sending.js"

const schedule = (start_minute: number, end_minute: number): OfficeHours.NewOfficeHoursSchedule => ({
  name: "Support",
  time_zone_name: "Europe/Dublin",
  time_intervals: [{ start_minute: 0, end_minute: 15 }, { start_minute, end_minute }]
})

const customHours = (start_minute: number, end_minute: number): OfficeHours.NewOfficeHoursException => ({
  exception_date: "2026-12-24",
  exception_type: "custom_hours",
  time_intervals: [{ start_minute, end_minute }]
})

describe("Office hours", () => {
  const refused: ReadonlyArray<readonly [what: string, call: Parameters<typeof refusalOf>[0], refusal: string]> = [
    [
      "that start between quarter hours",
      OfficeHours.create(schedule(541, 1020)),
      "time_intervals[1].start_minute expected a quarter hour from 0 to 10080 minutes, got number"
    ],
    [
      "that end after the week",
      OfficeHours.create(schedule(540, 10_095)),
      "time_intervals[1].end_minute expected a quarter hour from 0 to 10080 minutes, got number"
    ],
    [
      "that start before the week",
      OfficeHours.update("123", schedule(-15, 0)),
      "time_intervals[1].start_minute expected a quarter hour from 0 to 10080 minutes, got number"
    ],
    [
      "of an exception that end after the day",
      OfficeHours.createException("123", customHours(540, 1441)),
      "time_intervals[0].end_minute expected whole minutes from 0 to 1440, got number"
    ],
    [
      "of an exception in parts of a minute",
      OfficeHours.updateException("123", { exception_id: "456", ...customHours(540.5, 780) }),
      "time_intervals[0].start_minute expected whole minutes from 0 to 1440, got number"
    ],
    [
      "of a closed day",
      OfficeHours.createException("123", { ...customHours(540, 780), exception_type: "closed" }),
      "time_intervals must be left out if exception_type is closed"
    ],
    [
      "of a day that has custom ones and none",
      OfficeHours.updateException("123", { exception_id: "456", exception_type: "custom_hours" }),
      "time_intervals must not be empty if exception_type is custom_hours"
    ],
    [
      "of a day that is no date",
      OfficeHours.createException("123", { exception_date: "24.12.2026", exception_type: "closed" }),
      "exception_date expected a date as YYYY-MM-DD, got string"
    ],
    [
      "of an exception without an id",
      OfficeHours.findException("123", { exception_id: "" }),
      "id must be non-empty text, valid in a path"
    ]
  ]
  for (const [what, call, refusal] of refused) {
    it.effect(`${what} are not sent`, () =>
      Effect.gen(function*() {
        assert.strictEqual((yield* refusalOf(call)).slice(1).join(" "), refusal)
      }))
  }

  it.effect("are not sent with the day of the week, which Intercom derives", () =>
    Effect.gen(function*() {
      // A variable: TypeScript looks for unknown keys in object literals only.
      const time_intervals = [{ start_minute: 540, end_minute: 1020, day_of_week: 0 }]
      assert.strictEqual(
        (yield* refusalOf(OfficeHours.update("123", { time_intervals })))[1],
        "time_intervals[0].day_of_week"
      )
    }))

  it.effect("are sent to the end of the week, and to any minute of one day", () =>
    Effect.gen(function*() {
      const { layer, sent } = scripted([() => Response.json({ id: "1" }, { status: 201 })])
      yield* Effect.provide(OfficeHours.create(schedule(9540, 10_080)), layer)
      yield* Effect.provide(OfficeHours.createException("1", customHours(541, 1440)), layer)
      yield* Effect.provide(
        OfficeHours.updateException("1", { exception_id: "2", exception_type: "closed", time_intervals: null }),
        layer
      )
      assert.deepStrictEqual(sent.map(bodyOf), [
        schedule(9540, 10_080),
        customHours(541, 1440),
        { exception_type: "closed", time_intervals: null }
      ])
    }))

  it.effect("are created once, and changed again after a failure", () =>
    Effect.gen(function*() {
      assert.lengthOf(yield* attemptsOf(OfficeHours.create(schedule(540, 1020))), 1)
      assert.lengthOf(yield* attemptsOf(OfficeHours.createException("1", customHours(540, 780))), 1)
      assert.isAbove((yield* attemptsOf(OfficeHours.update("1", { name: "Support" }))).length, 1)
    }))
})
