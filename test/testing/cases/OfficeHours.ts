import { assert } from "@effect/vitest"
import * as OfficeHours from "effect-intercom/api/OfficeHours"
import * as Effect from "effect/Effect"
import { refusal } from "../calls.js"
import type { Case } from "../ways.js"

const weekdays = { name: "Weekdays", time_zone_name: "Europe/Dublin" }

const seed: Case["seed"] = {
  officeHoursSchedules: [
    {
      ...weekdays,
      id: "1",
      time_intervals: [{ start_minute: 540, end_minute: 1020 }, { start_minute: 1980, end_minute: 2460 }],
      exceptions: [{ exception_date: "2026-12-25", exception_type: "closed", name: "Christmas" }]
    },
    { ...weekdays, id: "2", name: "Always", time_intervals: [{ start_minute: 0, end_minute: 10_080 }] }
  ]
}

const invalid = "IntercomInvalidRequest 422 data_invalid"

const missing = "IntercomNotFound 404 not_found"

export const cases: ReadonlyArray<Case> = [
  {
    name: "derives the days of a schedule, and whether it is always open",
    seed,
    test: Effect.gen(function*() {
      const { data: [schedule, always] } = yield* OfficeHours.list()
      assert.deepInclude(schedule, {
        type: "office_hours_schedule",
        id: "1",
        time_intervals: [
          { start_minute: 540, end_minute: 1020, day_of_week: 0 },
          { start_minute: 1980, end_minute: 2460, day_of_week: 1 }
        ],
        twenty_four_seven: false
      })
      assert.isTrue(always?.twenty_four_seven)
      assert.deepStrictEqual(yield* OfficeHours.find("1"), schedule)
    })
  },
  {
    name: "creates, changes and deletes a schedule",
    test: Effect.gen(function*() {
      const created = yield* OfficeHours.create({
        ...weekdays,
        time_intervals: [{ start_minute: 0, end_minute: 720 }, { start_minute: 720, end_minute: 10_080 }]
      })
      assert.isTrue(created.twenty_four_seven)
      const changed = yield* OfficeHours.update(created.id, { name: "All days" })
      assert.deepInclude(changed, { name: "All days", time_zone_name: "Europe/Dublin", twenty_four_seven: true })
      assert.deepInclude(yield* OfficeHours.delete(created.id), {
        id: created.id,
        object: "office_hours_schedule",
        deleted: true
      })
      assert.strictEqual(yield* refusal(OfficeHours.find(created.id)), missing)
      assert.strictEqual(yield* refusal(OfficeHours.update(created.id, {})), missing)
    })
  },
  {
    name: "creates, changes and deletes an exception of a schedule",
    seed,
    test: Effect.gen(function*() {
      const eve = yield* OfficeHours.createException("1", {
        exception_date: "2026-12-24",
        exception_type: "custom_hours",
        time_intervals: [{ start_minute: 541, end_minute: 780 }],
        recurring_annually: true
      })
      assert.deepInclude(eve, {
        type: "office_hours_exception",
        office_hours_schedule_id: "1",
        name: null,
        // A Thursday.
        time_intervals: [{ start_minute: 541, end_minute: 780, day_of_week: 3 }],
        recurring_annually: true
      })
      const { data } = yield* OfficeHours.listExceptions("1")
      assert.deepStrictEqual(data.map(({ exception_date }) => exception_date), ["2026-12-25", "2026-12-24"])
      assert.deepInclude(data[0], { time_intervals: null, recurring_annually: false })
      const id = { exception_id: eve.id }
      const closed = yield* OfficeHours.updateException("1", { ...id, exception_type: "closed", name: "Eve" })
      assert.deepInclude(closed, { time_intervals: null, name: "Eve", recurring_annually: true })
      assert.deepStrictEqual(yield* OfficeHours.findException("1", id), closed)
      assert.strictEqual(yield* refusal(OfficeHours.findException("2", id)), missing)
      assert.deepInclude(yield* OfficeHours.deleteException("1", id), { object: "office_hours_exception" })
      assert.strictEqual(yield* refusal(OfficeHours.findException("1", id)), missing)
    })
  },
  {
    name: "refuses hours that are none",
    seed,
    test: Effect.gen(function*() {
      const update = (time_intervals: ReadonlyArray<OfficeHours.NewTimeInterval>) =>
        refusal(OfficeHours.update("1", { time_intervals }))
      assert.strictEqual(yield* update([{ start_minute: 540, end_minute: 540 }]), invalid)
      assert.strictEqual(yield* refusal(OfficeHours.update("1", { time_zone_name: "Europe/Nowhere" })), invalid)
      assert.strictEqual(yield* refusal(OfficeHours.update("1", { name: " " })), invalid)
      const exception = { exception_date: "2026-13-01", exception_type: "closed" } as const
      assert.strictEqual(yield* refusal(OfficeHours.createException("1", exception)), invalid)
      assert.strictEqual(yield* refusal(OfficeHours.createException("3", exception)), missing)
    })
  }
]
