/** Collections in the in-memory workspace: each in another one, or at the top of a help center. */
import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import { nullishId, nullishString } from "../../internal/fields.js"
import { NewCollectionContent } from "../../models/Collection.js"
import * as HelpCenters from "./HelpCenters.js"
import { newestFirst } from "./Newest.js"
import { type Call, del, get, json, type Operation, post, put, type Result } from "./Operation.js"
import { byNumber } from "./Pages.js"
import { invalid, notFound, type Refusal } from "./Refusal.js"
import * as Rows from "./Rows.js"
import type { CollectionRow } from "./rows/Collection.js"
import type { State } from "./State.js"
import * as Translations from "./Translations.js"

/** The collection as an answer has it. */
export const present = (state: State, row: CollectionRow): Readonly<Record<string, unknown>> => {
  const { created_at, description, help_center_id, icon, id, name, parent_id, updated_at } = row
  const helpCenterId = helpCenterIdOf(state, id)
  return {
    id,
    workspace_id: state.workspaceId,
    name,
    description,
    url: HelpCenters.pageUrl(state, { helpCenterId, id, kind: "collections", title: name }),
    icon,
    order: childrenOf(state, parent_id).findIndex((one) => one.id === id),
    parent_id,
    help_center_id: help_center_id === null ? null : Number(help_center_id),
    ...translated(row),
    created_at,
    updated_at
  }
}

const translated = ({ description, name, translations }: CollectionRow): Readonly<Record<string, unknown>> => {
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

const childrenOf = ({ collections }: State, id: string | null): ReadonlyArray<CollectionRow> =>
  collections.rows().filter(({ parent_id }) => parent_id === id)

/** A collection, and all it is in. */
const pathOf = (state: State, id: string | null): ReadonlyArray<CollectionRow> => {
  const row = state.collections.get(id ?? "")
  return row === undefined ? [] : [row, ...pathOf(state, row.parent_id)]
}

/** The help center a collection is in at last. */
export const helpCenterIdOf = (state: State, id: string | null): string | null =>
  pathOf(state, id).at(-1)?.help_center_id ?? null

/** A collection to start with. */
export interface CollectionSeed {
  /** Default: the next one. */
  readonly id?: string | undefined
  readonly name: string
  readonly description?: string | undefined
  readonly icon?: string | undefined
  /** The collection it is in, by id or name: one before it. */
  readonly parent?: string | undefined
  /** The help center it is in, by id or `identifier`. Default: the first. */
  readonly help_center?: string | undefined
  readonly translated_content?: Translations.Contents<NewCollectionContent> | undefined
  /** Unix time in seconds. Default: now. */
  readonly created_at?: number | undefined
  /** Unix time in seconds. Default: that of `created_at`. */
  readonly updated_at?: number | undefined
}

/** The collection a seed names, by id or name. */
export const named = ({ collections }: State, name: string): Either.Either<CollectionRow, Refusal> =>
  Rows.named(collections, "collection", name, (row) => row.name)

/** Adds a collection. `now` is Unix time in seconds. */
export const plant = (state: State, seed: CollectionSeed, now: number): Either.Either<CollectionRow, Refusal> =>
  Either.gen(function*() {
    const { created_at = now, description, help_center, icon, id, name, parent, translated_content } = seed
    const parent_id = parent === undefined ? null : (yield* named(state, parent)).id
    const help_center_id = help_center === undefined ? null : (yield* HelpCenters.named(state, help_center)).id
    const row = yield* add(state, { name, description, translated_content, parent_id, help_center_id }, created_at, id)
    return state.collections.set({ ...row, icon: icon ?? row.icon, updated_at: seed.updated_at ?? created_at })
  })

interface CollectionBody {
  readonly name?: string | null | undefined
  readonly description?: string | null | undefined
  readonly translated_content?: Translations.SentContents<NewCollectionContent> | null | undefined
  readonly parent_id?: string | null | undefined
}

interface NewCollectionBody extends CollectionBody {
  readonly name: string
  readonly help_center_id?: string | null | undefined
}

const CollectionBody: Schema.Schema<CollectionBody> = Schema.suspend(() =>
  Schema.Struct({
    name: nullishString,
    description: nullishString,
    translated_content: Translations.field(NewCollectionContent),
    parent_id: nullishId
  })
)

const NewCollectionBody: Schema.Schema<NewCollectionBody> = Schema.suspend(() =>
  Schema.Struct({
    name: Schema.String,
    description: nullishString,
    translated_content: Translations.field(NewCollectionContent),
    parent_id: nullishId,
    help_center_id: nullishId
  })
)

const add = (
  state: State,
  body: NewCollectionBody,
  now: number,
  id?: string
): Either.Either<CollectionRow, Refusal> =>
  Either.gen(function*() {
    const helpCenterId = body.help_center_id ?? HelpCenters.defaultOf(state)?.id ?? null
    if (helpCenterId !== null && state.helpCenters.get(helpCenterId) === undefined) {
      return yield* invalid("There is no help center of this id", "help_center_id")
    }
    const blank: CollectionRow = {
      id: yield* Rows.claim(state.collections, id),
      name: body.name,
      description: "",
      icon: "book-bookmark",
      parent_id: null,
      help_center_id: helpCenterId,
      translations: {},
      created_at: now,
      updated_at: now
    }
    return state.collections.set(yield* change(state, blank, body, now))
  })

const change = (
  state: State,
  row: CollectionRow,
  body: CollectionBody,
  now: number
): Either.Either<CollectionRow, Refusal> =>
  Either.gen(function*() {
    const [own, others] = yield* Translations.split(body.translated_content)
    const name = body.name ?? own?.name ?? row.name
    if (name.trim() === "") return yield* invalid("Name is empty", "name")
    return {
      ...row,
      ...(yield* placeOf(state, row, body.parent_id)),
      name,
      description: body.description === undefined ? own?.description ?? row.description : body.description,
      translations: Translations.merge(row.translations, others),
      updated_at: now
    }
  })

type Place = Pick<CollectionRow, "parent_id" | "help_center_id">

const placeOf = (
  state: State,
  row: CollectionRow,
  parentId: string | null | undefined
): Either.Either<Place, Refusal> => {
  if (parentId === undefined) return Either.right(row)
  if (parentId === null) return Either.right(atTheTop(state, row))
  const path = pathOf(state, parentId)
  if (path.length === 0) return invalid("There is no collection of this id", "parent_id")
  return path.some(({ id }) => id === row.id) ?
    invalid("A collection cannot be inside itself", "parent_id") :
    Either.right({ parent_id: parentId, help_center_id: null })
}

const atTheTop = (state: State, { help_center_id, id }: CollectionRow): Place => ({
  parent_id: null,
  help_center_id: help_center_id ?? helpCenterIdOf(state, id)
})

const byPath = ({ path, state }: Call<"collection_id">): Either.Either<CollectionRow, Refusal> => {
  const row = state.collections.get(path("collection_id"))
  return row === undefined ? notFound("Resource") : Either.right(row)
}

const limits = { perPage: 20, maxPerPage: 150 }

const list = ({ query: { page, per_page }, state, url }: Call): Result =>
  Either.map(
    byNumber(newestFirst(state.collections.rows(), ({ updated_at }) => updated_at), limits, { page, per_page, url }),
    ({ pages, rows, total_count }) =>
      json({ type: "list", data: rows.map((row) => present(state, row)), total_count, pages })
  )

const find = (call: Call<"collection_id">): Result => Either.map(byPath(call), (row) => json(present(call.state, row)))

const create = ({ body, now, state }: Call<never, NewCollectionBody>): Result =>
  Either.map(add(state, body, now), (row) => json(present(state, row)))

const update = (call: Call<"collection_id", CollectionBody>): Result =>
  Either.gen(function*() {
    const { body, now, state } = call
    const row = state.collections.set(yield* change(state, yield* byPath(call), body, now))
    return json(present(state, row))
  })

/** What was in it stays: collections at the top of its help center, articles in no collection. */
const remove = (call: Call<"collection_id">): Result =>
  Either.map(byPath(call), ({ id }) => {
    const { articles, collections } = call.state
    for (const child of childrenOf(call.state, id)) collections.set({ ...child, ...atTheTop(call.state, child) })
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
