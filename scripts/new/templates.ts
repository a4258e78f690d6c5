/**
 * The files of a new API module. They compile and pass their tests as they are: one list and one operation that
 * retrieves an object, at a path made of the name.
 */

/** The names of a module, made of its own. */
export interface Names {
  /** The module: `NewsItems`. */
  readonly module: string
  /** The model: `NewsItem`. */
  readonly model: string
  /** A variable: `newsItem`. */
  readonly variable: string
  /** In a path: `news_items`. */
  readonly path: string
  /** In a sentence: `news items`. */
  readonly words: string
  /** In a sentence: `news item`. */
  readonly word: string
}

export const model = ({ model, word, words }: Names): string =>
  `/**
 * ${capitalized(words)}.
 *
 * @since 1.0.0
 */
import type * as Schema from "effect/Schema"
import { Id, nullishSeconds, nullishString, struct } from "../internal/fields.js"
import type { Timestamps } from "./Timestamps.js"

/**
 * ${withArticle(word)}.
 *
 * @since 1.0.0
 * @category models
 */
export interface ${model} extends Timestamps {
  readonly type?: string | null | undefined
  readonly id: string
  readonly name?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ${model}: Schema.Schema<${model}> = struct("${model}")(() => ({
  type: nullishString,
  id: Id,
  name: nullishString,
  created_at: nullishSeconds,
  updated_at: nullishSeconds
}))
`

export const api = ({ model, module, path, variable, word, words }: Names): string =>
  `/**
 * ${capitalized(words)}.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { ${model} } from "../models/${model}.js"
import * as Pagination from "../Pagination.js"

/**
 * @since 1.0.0
 */
export * from "../models/${model}.js"

/**
 * Lists all ${words}.
 *
 * \`GET /${path}\`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const list: () => Pagination.List<${model}> = Pagination.make(
  "${module}.list",
  { item: ${model} },
  (paging) => Endpoint.get("/${path}", { query: Pagination.pageNumbers(paging) })
)

/**
 * Retrieves ${withArticle(word).toLowerCase()}.
 *
 * \`GET /${path}/{id}\`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const find: (${variable}Id: string) => Effect.Effect<${model}, IntercomError, IntercomHttp> = Endpoint.make(
  "${module}.find",
  ${model},
  (${variable}Id) => Endpoint.get("/${path}/{id}", { path: { id: ${variable}Id } })
)
`

export const test = ({ module, path }: Names): string =>
  `import { assert, describe, it } from "@effect/vitest"
import * as ${module} from "effect-intercom/api/${module}"
import * as Effect from "effect/Effect"
import { lineOf, scripted } from "../scripted.js"

describe("${module}.list", () => {
  it.effect("lists all, with their ids as text", () =>
    Effect.gen(function*() {
      const { layer, sent } = scripted([() => Response.json({ type: "list", data: [{ id: 1, name: "First" }] })])
      const { data } = yield* Effect.provide(${module}.list(), layer)
      assert.deepStrictEqual(data, [{ id: "1", name: "First" }])
      assert.deepStrictEqual(sent.map(lineOf), ["GET /${path}"])
    }))
})

describe("${module}.find", () => {
  it.effect("retrieves one by its id", () =>
    Effect.gen(function*() {
      const { layer, sent } = scripted([() => Response.json({ id: "1", name: "First" })])
      assert.deepStrictEqual(yield* Effect.provide(${module}.find("1"), layer), { id: "1", name: "First" })
      assert.deepStrictEqual(sent.map(lineOf), ["GET /${path}/1"])
    }))
})
`

export const contract = ({ module, path }: Names): string =>
  `import * as ${module} from "effect-intercom/api/${module}"
import type { Operation } from "../Operation.js"

export const ${module.charAt(0).toLowerCase()}${module.slice(1)}: ReadonlyArray<Operation> = [
  { name: "${module}.list", method: "get", path: "/${path}", call: ${module}.list() },
  { name: "${module}.find", method: "get", path: "/${path}/{id}", call: ${module}.find("1") }
]
`

/** What an editor shows over the functions. */
export const hovers = ({ model, module, variable }: Names): ReadonlyArray<readonly [name: string, hover: string]> => [
  [`${module}.list`, `() => List<${model}>`],
  [`${module}.find`, `(${variable}Id: string) => Effect<${model}, IntercomError, IntercomHttp>`]
]

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const withArticle = (word: string): string => `${/^[aeiou]/.test(word) ? "An" : "A"} ${word}`
