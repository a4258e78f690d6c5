/** Collections, which are nested or at the top level of a help center. */
import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import { nullishId, nullishString } from "../../../../internal/fields.js"
import { NewCollectionContent } from "../../../../models/Collection.js"
import type { CollectionSeed } from "../../../Seed.js"
import type { JsonObject } from "../kernel/Json.js"
import { byNumber, listAnswer, newestFirst } from "../kernel/Pages.js"
import { invalid, json, type Result } from "../kernel/Result.js"
import * as Translations from "../kernel/Translations.js"
import { type Call, del, get, type Operation, post, put } from "../Operation.js"
import type { CollectionRow } from "../rows/Collection.js"
import type { Tables } from "../Tables.js"
import * as HelpCenters from "./HelpCenters.js"

export const present = (
  tables: Pick<Tables, "collections" | "helpCenters" | "workspaceId">,
  row: CollectionRow
): JsonObject => {
  const { created_at, description, help_center_id, icon, id, name, parent_id, updated_at } = row
  const helpCenterId = helpCenterIdOf(tables, id)
  return {
    id,
    workspace_id: tables.workspaceId,
    name,
    description,
    url: HelpCenters.pageUrl(tables, { helpCenterId, id, kind: "collections", title: name }),
    icon,
    order: childrenOf(tables, parent_id).findIndex((one) => one.id === id),
    parent_id,
    help_center_id: help_center_id === null ? null : Number(help_center_id),
    ...translated(row),
    created_at,
    updated_at
  }
}

const translated = ({ description, name, translations }: CollectionRow): JsonObject => {
  if (Object.keys(translations).length === 0) return {}
  const { defaultLocale, mapContents } = Translations
  const contents = { [defaultLocale]: { name, description: description ?? "" }, ...translations }
  return {
    default_locale: defaultLocale,
    translated_content: {
      type: "group_translated_content",
      ...mapContents(contents, (content) => ({ type: "group_content", ...content }))
    }
  }
}

const childrenOf = ({ collections }: Pick<Tables, "collections">, id: string | null): ReadonlyArray<CollectionRow> =>
  collections.rows().filter(({ parent_id }) => parent_id === id)

/** A collection and its ancestors, from the inside out. */
const pathOf = (tables: Pick<Tables, "collections">, id: string | null): ReadonlyArray<CollectionRow> => {
  const row = tables.collections.get(id ?? "")
  return row === undefined ? [] : [row, ...pathOf(tables, row.parent_id)]
}

/** The help center of a collection: that of its outermost ancestor. */
export const helpCenterIdOf = (tables: Pick<Tables, "collections">, id: string | null): string | null =>
  pathOf(tables, id).at(-1)?.help_center_id ?? null

/** Adds a collection. `now` is Unix time in seconds. */
export const insertSeed = (
  tables: Pick<Tables, "collections" | "helpCenters">,
  seed: CollectionSeed,
  now: number
): Result<CollectionRow> =>
  Either.gen(function*() {
    const { created_at = now, description, help_center, icon, id, name, parent, translated_content } = seed
    const parent_id = parent === undefined ? null : (yield* tables.collections.findByName(parent)).id
    const help_center_id = help_center === undefined ? null : (yield* tables.helpCenters.findByName(help_center)).id
    const row = yield* add(tables, { name, description, translated_content, parent_id, help_center_id }, created_at, id)
    return tables.collections.set({ ...row, icon: icon ?? row.icon, updated_at: seed.updated_at ?? created_at })
  })

const fields = () => ({
  description: nullishString,
  translated_content: Translations.field(NewCollectionContent),
  parent_id: nullishId
})

const CollectionBody = Schema.suspend(() => Schema.Struct({ ...fields(), name: nullishString }))

type CollectionBody = typeof CollectionBody.Type

const NewCollectionBody = Schema.suspend(() =>
  Schema.Struct({ ...fields(), name: Schema.String, help_center_id: nullishId })
)

type NewCollectionBody = typeof NewCollectionBody.Type

const add = (
  tables: Pick<Tables, "collections" | "helpCenters">,
  body: NewCollectionBody,
  now: number,
  id?: string
): Result<CollectionRow> =>
  Either.gen(function*() {
    const helpCenterId = body.help_center_id ?? HelpCenters.defaultOf(tables)?.id ?? null
    if (helpCenterId !== null && tables.helpCenters.get(helpCenterId) === undefined) {
      return yield* invalid("There is no help center of this id", "help_center_id")
    }
    const blank: CollectionRow = {
      id: yield* tables.collections.reserveId(id),
      name: body.name,
      description: "",
      icon: "book-bookmark",
      parent_id: null,
      help_center_id: helpCenterId,
      translations: {},
      created_at: now,
      updated_at: now
    }
    return tables.collections.set(yield* change(tables, blank, body, now))
  })

const change = (
  tables: Pick<Tables, "collections">,
  row: CollectionRow,
  body: CollectionBody,
  now: number
): Result<CollectionRow> =>
  Either.gen(function*() {
    const [own, others] = yield* Translations.split(body.translated_content)
    const name = body.name ?? own?.name ?? row.name
    if (name.trim() === "") return yield* invalid("Name is empty", "name")
    return {
      ...row,
      ...(yield* placeOf(tables, row, body.parent_id)),
      name,
      description: body.description === undefined ? own?.description ?? row.description : body.description,
      translations: Translations.merge(row.translations, others),
      updated_at: now
    }
  })

type Place = Pick<CollectionRow, "parent_id" | "help_center_id">

const placeOf = (
  tables: Pick<Tables, "collections">,
  row: CollectionRow,
  parentId: string | null | undefined
): Result<Place> => {
  if (parentId === undefined) return Either.right(row)
  if (parentId === null) return Either.right(atTop(tables, row))
  const path = pathOf(tables, parentId)
  if (path.length === 0) return invalid("There is no collection of this id", "parent_id")
  return path.some(({ id }) => id === row.id) ?
    invalid("A collection cannot be inside itself", "parent_id") :
    Either.right({ parent_id: parentId, help_center_id: null })
}

const atTop = (tables: Pick<Tables, "collections">, { help_center_id, id }: CollectionRow): Place => ({
  parent_id: null,
  help_center_id: help_center_id ?? helpCenterIdOf(tables, id)
})

const byPath = ({ path, tables }: Call<"collection_id">): Result<CollectionRow> =>
  tables.collections.find(path("collection_id"))

const limits = { perPage: 20, maxPerPage: 150 }

const list = (call: Call): Result =>
  Either.map(
    byNumber(newestFirst(call.tables.collections.rows(), ({ updated_at }) => updated_at), limits, call),
    listAnswer((row) => present(call.tables, row))
  )

const find = (call: Call<"collection_id">): Result => Either.map(byPath(call), (row) => json(present(call.tables, row)))

const create = ({ body, now, tables }: Call<never, NewCollectionBody>): Result =>
  Either.map(add(tables, body, now), (row) => json(present(tables, row)))

const update = (call: Call<"collection_id", CollectionBody>): Result =>
  Either.gen(function*() {
    const { body, now, tables } = call
    const row = tables.collections.set(yield* change(tables, yield* byPath(call), body, now))
    return json(present(tables, row))
  })

/** Child collections move to the top level of the help center, articles to no collection. */
const remove = (call: Call<"collection_id">): Result =>
  Either.map(byPath(call), ({ id }) => {
    const { articles, collections } = call.tables
    for (const child of childrenOf(call.tables, id)) collections.set({ ...child, ...atTop(call.tables, child) })
    for (const article of articles.rows().filter(({ parent_id }) => parent_id === id)) {
      articles.set({ ...article, parent_id: null, parent_type: null })
    }
    collections.remove(id)
    return json({ id, object: "collection", deleted: true })
  })

export const operations: ReadonlyArray<Operation> = [
  get("/help_center/collections", list),
  post("/help_center/collections", NewCollectionBody, create),
  get("/help_center/collections/{collection_id}", find),
  put("/help_center/collections/{collection_id}", CollectionBody, update),
  del("/help_center/collections/{collection_id}", remove)
]
