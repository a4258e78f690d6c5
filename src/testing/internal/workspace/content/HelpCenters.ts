import * as Either from "effect/Either"
import type { HelpCenterSeed } from "../../../Seed.js"
import type { JsonObject } from "../kernel/Json.js"
import { json, type Result } from "../kernel/Result.js"
import { defaultLocale } from "../kernel/Translations.js"
import { type Call, get, type Operation } from "../Operation.js"
import type { HelpCenterRow } from "../rows/HelpCenter.js"
import type { Tables } from "../Tables.js"

const urlOf = ({ custom_domain, identifier }: HelpCenterRow): string =>
  custom_domain === null ? `https://intercom.help/${identifier}` : `https://${custom_domain}`

export const present = ({ workspaceId }: Pick<Tables, "workspaceId">, row: HelpCenterRow): JsonObject => ({
  ...row,
  workspace_id: workspaceId,
  url: urlOf(row)
})

/** The default help center: the oldest one. */
export const defaultOf = ({ helpCenters }: Pick<Tables, "helpCenters">): HelpCenterRow | undefined =>
  helpCenters.rows()[0]

/** The URL of an article or a collection: `https://intercom.help/acme/en/articles/101-how-to-pay`. */
export const pageUrl = (
  { helpCenters }: Pick<Tables, "helpCenters">,
  { helpCenterId, id, kind, locale = defaultLocale, title }: {
    readonly helpCenterId: string | null
    readonly kind: "articles" | "collections"
    readonly id: string
    readonly title: string
    readonly locale?: string | undefined
  }
): string | null => {
  const helpCenter = helpCenters.get(helpCenterId ?? "")
  const slug = title.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "").join("-")
  return helpCenter === undefined ? null : `${urlOf(helpCenter)}/${locale}/${kind}/${id}-${slug}`
}

/** Adds a help center. `now` is Unix time in seconds. */
export const insertSeed = (
  { helpCenters }: Pick<Tables, "helpCenters">,
  seed: HelpCenterSeed,
  now: number
): Result<HelpCenterRow> =>
  Either.map(helpCenters.reserveId(seed.id), (id) =>
    helpCenters.set({
      id,
      identifier: seed.identifier,
      display_name: seed.display_name ?? seed.identifier,
      website_turned_on: seed.website_turned_on ?? true,
      custom_domain: seed.custom_domain ?? null,
      created_at: seed.created_at ?? now,
      updated_at: seed.created_at ?? now
    }))

/** Adds the default help center. `now` is Unix time in seconds. */
export const insertDefaults = (tables: Pick<Tables, "helpCenters" | "workspaceId">, now: number): void => {
  insertSeed(tables, { identifier: tables.workspaceId, display_name: "Help Center" }, now)
}

const list = ({ tables }: Call): Result =>
  Either.right(json({ type: "list", data: tables.helpCenters.rows().map((row) => present(tables, row)) }))

const find = ({ path, tables }: Call<"help_center_id">): Result =>
  Either.map(tables.helpCenters.find(path("help_center_id")), (row) => json(present(tables, row)))

export const operations: ReadonlyArray<Operation> = [
  get("/help_center/help_centers", list),
  get("/help_center/help_centers/{help_center_id}", find)
]
