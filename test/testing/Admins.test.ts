import { assert, describe, it } from "@effect/vitest"
import * as Admins from "effect-intercom/api/Admins"
import * as Contacts from "effect-intercom/api/Contacts"
import * as IntercomWorkspace from "effect-intercom/testing/IntercomWorkspace"
import * as Effect from "effect/Effect"
import * as TestClock from "effect/TestClock"
import { notified } from "./notified.js"

const seed: IntercomWorkspace.Seed = {
  admins: [{ id: "7", email: "grace@example.com", name: "Grace" }],
  teams: [{ id: "91", name: "Sales", admins: ["7"] }]
}

describe("Admins of the workspace", () => {
  it.effect("tell by webhook that one went away, and what was written down of it", () =>
    Effect.gen(function*() {
      yield* TestClock.setTime(1_700_000_000_000)
      const away = { away_mode_enabled: true, away_mode_reassign: false }
      const told = yield* notified(seed, Effect.zipRight(Admins.setAway("7", away), Admins.setAway("7", away)))
      const [updated, logged, ...others] = told
      assert.deepStrictEqual(others, [])
      assert.strictEqual(updated?.topic, "admin.away_mode_updated")
      assert.deepInclude(updated?.data.item, { type: "admin", id: "7", away_mode_enabled: true, team_ids: [91] })
      assert.strictEqual(logged?.topic, "admin.activity_log_event.created")
      assert.deepInclude(logged?.data.item, {
        type: "admin_activity_log_event",
        activity_type: "admin_away_mode_change",
        created_at: 1_700_000_000
      })
    }))

  it.effect("have the emails they were seeded with, wherever they are shown", () =>
    Effect.gen(function*() {
      const workspace = yield* IntercomWorkspace.IntercomWorkspace
      yield* workspace.seed({
        admins: [{ id: "814860", email: "me@example.com" }],
        contacts: [{ id: "ada", external_id: "ada" }],
        notes: [{ contact: "ada", body: "Hello" }],
        activityLogs: [{ activity_type: "admin_login_success", performed_by: "me@example.com" }]
      })
      const email = "me@example.com"
      assert.deepInclude(yield* Admins.me(), { email, name: email })
      assert.deepInclude(yield* Admins.find("814860"), { email })
      assert.deepInclude((yield* Contacts.listNotes("ada")).data[0]?.author, { email })
      const { data: [activity] } = yield* Admins.listActivityLogs({ created_at_after: 0 })
      assert.deepInclude(activity?.performed_by, { email })
    }).pipe(Effect.provide(IntercomWorkspace.layer())))

  it.effect("have one each of an email and of an id", () =>
    Effect.gen(function*() {
      const workspace = yield* IntercomWorkspace.make()
      yield* workspace.seed(seed)
      const twin = { admins: [{ email: "grace@example.com" }] }
      assert.instanceOf(yield* Effect.flip(workspace.seed(twin)), IntercomWorkspace.InvalidSeed)
      const stranger = { teams: [{ name: "Support", admins: ["nobody@example.com"] }] }
      const { message } = yield* Effect.flip(workspace.seed(stranger))
      assert.notInclude(message, "nobody")
    }))
})
