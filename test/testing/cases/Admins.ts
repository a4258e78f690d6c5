import { assert } from "@effect/vitest"
import * as Admins from "effect-intercom/api/Admins"
import * as AwayStatusReasons from "effect-intercom/api/AwayStatusReasons"
import * as Teams from "effect-intercom/api/Teams"
import * as Pagination from "effect-intercom/Pagination"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { get, refusal } from "../calls.js"
import type { Case } from "../ways.js"

const grace = {
  id: "7",
  email: "grace@example.com",
  name: "Grace",
  job_title: "Support",
  avatar: "https://example.com/7"
}

const reasons = [{ id: "31", label: "Lunch", emoji: "🍲" }, { id: "32", label: "Gone", deleted: true }]

const activities = Array.from({ length: 45 }, (_, n) => ({
  id: `activity-${n}`,
  activity_type: "app_name_change",
  metadata: { before: "old", after: "new" },
  created_at: 1_700_000_000 + n
}))

export const cases: ReadonlyArray<Case> = [
  {
    name: "has an admin from the start, to whom every token belongs",
    test: Effect.gen(function*() {
      const me = yield* Admins.me()
      assert.deepInclude(me, { type: "admin", id: "814860", email_verified: true, has_inbox_seat: true })
      assert.deepInclude(me.app ?? {}, { type: "app", id_code: "embedded", region: "US" })
      assert.deepStrictEqual((yield* Admins.list()).data.map(({ id }) => id), ["814860"])
    })
  },
  {
    name: "tells by its app where the workspace is, and lets a seed rename the token's admin",
    options: { region: "eu" },
    seed: { admins: [{ id: "814860", email: "me@example.com", name: "Me", email_verified: false }] },
    test: Effect.gen(function*() {
      const me = yield* Admins.me()
      assert.deepInclude(me, { id: "814860", name: "Me", email_verified: false })
      assert.strictEqual(me.app?.region, "EU")
    })
  },
  {
    name: "lists and finds admins, with their avatars where they are asked for",
    seed: { admins: [grace] },
    test: Effect.gen(function*() {
      const { avatar, email: _, ...rest } = grace
      const found = yield* Admins.find("7")
      assert.deepInclude(found, { ...rest, away_mode_enabled: false, away_status_reason_id: null, team_ids: [] })
      assert.notProperty(found, "avatar")
      const [, plain] = (yield* Admins.list()).data
      assert.deepInclude(plain, rest)
      assert.notProperty(plain, "avatar")
      const [, pictured] = (yield* Admins.list({ display_avatar: true })).data
      assert.deepInclude(pictured, { id: "7", avatar })
      assert.strictEqual(yield* refusal(Admins.find("8")), "IntercomNotFound 404 admin_not_found")
    })
  },
  {
    name: "shows an admin's teams on the admin, and a team's admins on the team",
    seed: {
      admins: [grace],
      teams: [{ id: "91", name: "Sales", admins: ["grace@example.com", "814860"] }, { id: "92", name: "Support" }]
    },
    test: Effect.gen(function*() {
      assert.deepStrictEqual((yield* Admins.find("7")).team_ids, ["91"])
      assert.deepStrictEqual((yield* Teams.find("91")).admin_ids, ["7", "814860"])
    })
  },
  {
    name: "sets an admin away for a reason there is, and back",
    seed: { admins: [grace], awayStatusReasons: reasons },
    test: Effect.gen(function*() {
      assert.deepStrictEqual(
        (yield* AwayStatusReasons.list()).data.map((
          { deleted, emoji, id, label, order }
        ) => [id, label, emoji, order, deleted]),
        [["31", "Lunch", "🍲", 0, false], ["32", "Gone", "", 1, true]]
      )
      const away = { away_mode_enabled: true, away_mode_reassign: true }
      assert.deepInclude(yield* Admins.setAway("7", { ...away, away_status_reason_id: "31" }), {
        ...away,
        id: "7",
        away_status_reason_id: "31"
      })
      assert.deepInclude(yield* Admins.find("7"), { ...away, away_status_reason_id: "31" })
      for (const id of ["32", "33"]) {
        const refused = yield* refusal(Admins.setAway("7", { ...away, away_status_reason_id: id }))
        assert.strictEqual(refused, "IntercomInvalidRequest 400 parameter_invalid")
      }
      assert.deepInclude(yield* Admins.find("7"), { away_status_reason_id: "31" })
      const back = { away_mode_enabled: false, away_mode_reassign: false }
      assert.deepInclude(yield* Admins.setAway("7", back), { ...back, away_status_reason_id: null })
      assert.strictEqual(yield* refusal(Admins.setAway("8", away)), "IntercomNotFound 404 admin_not_found")
    })
  },
  {
    name: "writes down who was set away, by whom and why, and nothing where nothing changed",
    seed: { admins: [grace], awayStatusReasons: reasons },
    test: Effect.gen(function*() {
      const away = { away_mode_enabled: true, away_mode_reassign: false, away_status_reason_id: "31" }
      yield* Admins.setAway("7", away)
      yield* Admins.setAway("7", away)
      yield* Admins.setAway("7", { away_mode_enabled: false, away_mode_reassign: false })
      const [back, gone, ...others] = (yield* Admins.listActivityLogs({ created_at_after: 0 })).data
      assert.deepStrictEqual(others, [])
      assert.deepInclude(back?.metadata, { away_mode: false, away_status_reason: null })
      assert.deepInclude(gone, { activity_type: "admin_away_mode_change" })
      assert.deepInclude(gone?.performed_by, { type: "admin", id: "814860" })
      assert.deepInclude(gone?.metadata, { away_mode: true, away_status_reason: "Lunch", update_by: 814_860 })
    })
  },
  {
    name: "lists activities of a time, the latest first, by numbered pages whose next is a URL",
    seed: { admins: [grace], activityLogs: activities.map((one) => ({ ...one, performed_by: "grace@example.com" })) },
    test: Effect.gen(function*() {
      const all = activities.map(({ id }) => id).reverse()
      const first = yield* Admins.listActivityLogs({ created_at_after: 0 })
      assert.deepStrictEqual(first.data.map(({ id }) => id), all.slice(0, 20))
      assert.strictEqual(first.next, "2")
      const { searchParams } = new URL(String(Object(first.pages).next))
      assert.deepStrictEqual(Object.fromEntries(searchParams), { created_at_after: "0", page: "2", per_page: "20" })
      assert.deepInclude(first.data[0], {
        metadata: { before: "old", after: "new" },
        activity_description: "app name change"
      })
      assert.deepInclude(first.data[0]?.performed_by, { type: "admin", id: "7", ip: "127.0.0.1" })
      const period = { created_at_after: 1_700_000_010, created_at_before: 1_700_000_040 }
      const streamed = yield* Stream.runCollect(Pagination.stream(Admins.listActivityLogs({ ...period, perPage: 7 })))
      assert.deepStrictEqual(Chunk.toReadonlyArray(streamed).map(({ id }) => id), all.slice(4, 35))
      const refused = yield* refusal(get("/admins/activity_logs?created_at_after=yesterday"))
      assert.strictEqual(refused, "IntercomInvalidRequest 400 parameter_invalid")
    })
  }
]
