/** Macros: saved replies. The API only reads them; seeds add them. */
import * as Either from "effect/Either"
import type { MacroSeed } from "../../../Seed.js"
import * as Html from "../kernel/Html.js"
import type { JsonObject } from "../kernel/Json.js"
import { byCursor, sort } from "../kernel/Pages.js"
import { found, invalid, json, notFound, type Result } from "../kernel/Result.js"
import { type Call, get, later, type Operation } from "../Operation.js"
import type { MacroRow } from "../rows/Macro.js"
import type { Tables } from "../Tables.js"
import * as Admins from "./Admins.js"

export const present = ({ available_on, body, created_at, id, name, teamIds, updated_at }: MacroRow): JsonObject => ({
  type: "macro",
  id,
  name,
  body: withElements(body),
  body_text: Html.toText(body),
  created_at: isoOf(created_at),
  updated_at: isoOf(updated_at),
  visible_to: teamIds === undefined ? "everyone" : "specific_teams",
  visible_to_team_ids: teamIds ?? [],
  available_on
})

const isoOf = (seconds: number): string => new Date(seconds * 1000).toISOString()

/** Placeholders as elements: `{{user.name|fallback:"there"}}` becomes `<attribute key="user.name" default="there"/>`. */
const withElements = (body: string): string =>
  body.replace(
    /\{\{\s*([\w.]+)\s*(?:\|\s*fallback\s*:\s*(["'])(.*?)\2\s*)?\}\}/g,
    (_, key: string, _quote: unknown, fallback: string | undefined) =>
      `<attribute key="${key}"${fallback === undefined ? "" : ` default="${fallback.replace(/"/g, "&quot;")}"`}/>`
  )

/** Adds a macro. `now` is Unix time in seconds. */
export const insertSeed = (
  { macros, teams }: Pick<Tables, "macros" | "teams">,
  seed: MacroSeed,
  now: number
): Result<MacroRow> =>
  Either.gen(function*() {
    const { created_at = now } = seed
    const members = seed.teams === undefined ?
      undefined :
      yield* Either.all(seed.teams.map((name) => teams.findByName(name)))
    return macros.set({
      id: yield* macros.reserveId(seed.id),
      name: seed.name,
      body: Html.fromTextOrHtml(seed.body),
      teamIds: members?.map(({ id }) => id),
      available_on: seed.available_on ?? ["inbox", "messenger"],
      created_at,
      updated_at: seed.updated_at ?? created_at
    })
  })

/** The macros that the admin of the access token can see. */
const visible = (tables: Pick<Tables, "admins" | "macros" | "teams">): Result<ReadonlyArray<MacroRow>> =>
  Either.map(
    Admins.ofToken(tables),
    ({ id: adminId }) =>
      tables.macros.rows().filter(({ teamIds }) =>
        teamIds === undefined || teamIds.some((id) => tables.teams.get(id)?.adminIds.includes(adminId))
      )
  )

const limits = { perPage: 50, maxPerPage: 150 }

const newestFirst = { sortBy: ({ updated_at }: MacroRow): number => updated_at, descending: true }

const list = ({ query, tables }: Call): Result =>
  Either.gen(function*() {
    const { updated_since } = query
    if (!/^\d+$/.test(updated_since ?? "0")) return yield* invalid("Invalid updated_since timestamp", "updated_since")
    const rows = (yield* visible(tables)).filter(({ updated_at }) =>
      updated_since === undefined || updated_at > Number(updated_since)
    )
    const sorted = sort(tables.macros, rows, newestFirst)
    const { pages: { next, per_page }, rows: data } = yield* byCursor(tables.macros, sorted, limits, query, newestFirst)
    return json({
      type: "list",
      data: data.map(present),
      pages: { type: "pages", per_page, next: next === undefined ? null : { starting_after: next.starting_after } }
    })
  })

const find = ({ path, tables }: Call<"id">): Result =>
  Either.gen(function*() {
    const rows = yield* visible(tables)
    return json(present(yield* found(rows.find(({ id }) => id === path("id")), () => notFound("Macro"))))
  })

export const operations: ReadonlyArray<Operation> = later([
  get("/macros", list),
  get("/macros/{id}", find)
])
