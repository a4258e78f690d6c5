import { assert, describe, it } from "@effect/vitest"
import * as Admins from "effect-intercom/api/Admins"
import * as Pagination from "effect-intercom/Pagination"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { bodyOf, lineOf, scripted } from "../scripted.js"
import { attemptsOf, refusalOf } from "./sending.js"

describe("Admins", () => {
  it.effect("reads an avatar as the URL and as the object that Intercom sends", () =>
    Effect.gen(function*() {
      const image = "https://static.example.com/128.png"
      const avatars = [image, { type: "avatar", image_url: image }, null]
      const { layer } = scripted([
        () => Response.json({ type: "admin.list", admins: avatars.map((avatar, id) => ({ id, avatar })) })
      ])
      const admins = yield* Effect.provide(Admins.list({ display_avatar: true }), layer)
      assert.deepStrictEqual(admins.data.map(({ avatar }) => avatar), avatars)
    }))

  it.effect("sends the reason to be away as the integer that 2.15 documents", () =>
    Effect.gen(function*() {
      const { layer, sent } = scripted([() => Response.json({ id: "1", away_status_reason_id: "12345" })])
      const mode = { away_mode_enabled: true, away_mode_reassign: false, away_status_reason_id: "12345" }
      const admin = yield* Effect.provide(Admins.setAway("1", mode), layer)
      assert.deepStrictEqual(sent.map(lineOf), ["PUT /admins/1/away"])
      assert.deepStrictEqual(bodyOf(sent[0]), { ...mode, away_status_reason_id: 12345 })
      assert.strictEqual(admin.away_status_reason_id, "12345")
    }))

  it.effect("refuses activity logs of no time there is, before anything is sent", () =>
    Effect.gen(function*() {
      for (
        const [field, period] of [
          ["created_at_after", { created_at_after: NaN }],
          ["created_at_before", { created_at_after: 1, created_at_before: 1.5 }]
        ] as const
      ) {
        const refused = yield* refusalOf(Admins.listActivityLogs(period))
        assert.deepStrictEqual(refused, [
          "Admins.listActivityLogs",
          field,
          "must be whole Unix seconds, not milliseconds"
        ])
      }
    }))

  it.effect("streams activity logs of the same time by whatever the next page is named", () =>
    Effect.gen(function*() {
      const page = (id: string, next: string | null) => () =>
        Response.json({ type: "activity_log.list", activity_logs: [{ id }], pages: { next } })
      const { layer, sent } = scripted([
        page("a", "https://api.intercom.io/admins/activity_logs?created_at_after=1&page=2"),
        page("b", "WzE2NzcyNTMw"),
        page("c", null)
      ])
      const logs = yield* Pagination.stream(Admins.listActivityLogs({ created_at_after: 1, created_at_before: 9 }))
        .pipe(
          Stream.runCollect,
          Effect.provide(layer)
        )
      assert.deepStrictEqual(Chunk.toReadonlyArray(logs).map(({ id }) => id), ["a", "b", "c"])
      const period = "created_at_after=1&created_at_before=9&per_page=100"
      assert.deepStrictEqual(sent.map(lineOf), [
        `GET /admins/activity_logs?${period}`,
        `GET /admins/activity_logs?${period}&page=2`,
        `GET /admins/activity_logs?${period}&starting_after=WzE2NzcyNTMw`
      ])
    }))

  it.effect("searches activity logs with the number of the page in the body", () =>
    Effect.gen(function*() {
      const page = (page: number) => () =>
        Response.json({
          type: "activity_log.list",
          activity_logs: [{ id: `log-${page}` }],
          pages: { type: "pages", next: null, page, per_page: 250, total_pages: 2 }
        })
      const { layer, sent } = scripted([page(1), page(2)])
      const period = { created_at_after: 1, created_at_before: 9, event_types: ["app_name_change"] }
      const logs = yield* Pagination.stream(Admins.searchActivityLogs(period)).pipe(
        Stream.runCollect,
        Effect.provide(layer)
      )
      assert.deepStrictEqual(Chunk.toReadonlyArray(logs).map(({ id }) => id), ["log-1", "log-2"])
      assert.deepStrictEqual(new Set(sent.map(lineOf)), new Set(["POST /admins/activity_logs/search"]))
      assert.deepStrictEqual(sent.map(bodyOf), [{ ...period, per_page: 250 }, { ...period, page: 2, per_page: 250 }])
    }))

  it.effect("refuses a search for activity logs that Intercom would not understand, before anything is sent", () =>
    Effect.gen(function*() {
      for (
        const [search, field, reason] of [
          [{ created_at_after: 1, cursor: "WzE2" }, "cursor", "must be the number of a page"],
          [{ created_at_after: 1, perPage: 251 }, "perPage", "must be an integer from 1 to 250"],
          [{ created_at_after: 1.5 }, "created_at_after", "expected Unix seconds, not milliseconds, got number"]
        ] as const
      ) {
        const refused = yield* refusalOf(Admins.searchActivityLogs(search))
        assert.deepStrictEqual(refused, ["Admins.searchActivityLogs", field, reason])
      }
    }))

  it.effect("repeats a search for activity logs, which changes nothing", () =>
    Effect.gen(function*() {
      assert.isAbove((yield* attemptsOf(Admins.searchActivityLogs({ created_at_after: 1 }))).length, 1)
    }))

  it.effect("lists the types of activities as text", () =>
    Effect.gen(function*() {
      const event_types = ["admin_login_success", "admin_logout"]
      const { layer } = scripted([() => Response.json({ type: "activity_log_event_type.list", event_types })])
      const { data } = yield* Effect.provide(Admins.listActivityLogEventTypes(), layer)
      assert.deepStrictEqual(data, event_types)
    }))

  it.effect("reads the role of an admin, or none", () =>
    Effect.gen(function*() {
      const admins = [{ id: "1", role: { type: "role", id: 7, name: "Support" } }, { id: "2" }, { id: "3", role: null }]
      const { layer } = scripted([() => Response.json({ type: "admin.list", admins })])
      const { data } = yield* Effect.provide(Admins.list(), layer)
      assert.deepStrictEqual<unknown>(data.map(({ role }) => role), [
        { type: "role", id: "7", name: "Support" },
        undefined,
        null
      ])
    }))

  const nobodies = [
    null,
    undefined,
    {},
    { type: "nobody_admin" },
    { type: "nobody_admin", id: "814860" },
    { type: "admin", id: null },
    { id: 0 },
    { id: "0" }
  ]
  it.each(nobodies)("nobody is %j", (admin) => {
    assert.isTrue(Admins.isNobody(admin))
  })

  const somebodies = [{ type: "admin", id: "814860" }, { id: 814860 }, { type: "team", id: "10" }]
  it.each(somebodies)("somebody is %j", (admin) => {
    assert.isFalse(Admins.isNobody(admin))
  })

  it("have an address to send messages from", () => {
    assert.deepStrictEqual(Admins.messageAddress({ id: "814860" }), { type: "admin", id: "814860" })
  })
})
