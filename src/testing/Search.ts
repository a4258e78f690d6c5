/**
 * Intercom's search, over rows in memory.
 *
 * @since 1.0.0
 */
import * as Effect from "effect/Effect"
import * as Predicate from "effect/Predicate"
import * as Schema from "effect/Schema"
import { nullish, nullishString } from "../internal/fields.js"
import type * as SearchQuery from "../SearchQuery.js"
import { invalid, Refusal } from "./Refusal.js"
import type { SortKey } from "./Table.js"

/**
 * The body of a search.
 *
 * @since 1.0.0
 * @category models
 */
export interface SearchBody {
  readonly query: SearchQuery.SearchQuery
  readonly sort?: SearchQuery.Sort | undefined
  readonly pagination?:
    | { readonly per_page?: number | undefined; readonly starting_after?: string | null | undefined }
    | null
    | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const SearchBody: Schema.Schema<SearchBody> = Schema.suspend(() =>
  Schema.Struct({
    query: Query,
    sort: Schema.optional(
      Schema.Struct({ field: Schema.String, order: Schema.Literal("ascending", "descending") })
    ),
    pagination: nullish(
      Schema.Struct({
        per_page: Schema.optional(Schema.Int.pipe(Schema.between(1, 150))),
        starting_after: nullishString
      })
    )
  })
)

const Query: Schema.Schema<SearchQuery.SearchQuery> = Schema.suspend(() => Schema.Union(Filter, Group))

const Filter: Schema.Schema<SearchQuery.Filter> = Schema.suspend(() =>
  Schema.Struct({
    field: Schema.String,
    operator: Schema.String,
    value: Schema.Union(
      Schema.String,
      Schema.Number,
      Schema.Boolean,
      Schema.Null,
      Schema.Array(Schema.Union(Schema.String, Schema.Number))
    )
  })
)

const Group: Schema.Schema<SearchQuery.Group> = Schema.suspend(() =>
  Schema.Struct({ operator: Schema.Literal("AND", "OR"), value: Schema.Array(Query) })
)

/**
 * How a kind of object is searched: which fields it has, and how to read one.
 *
 * @since 1.0.0
 * @category models
 */
export interface Searchable<A> {
  readonly isField: (field: string) => boolean
  /** Dates are compared by whole days (here: of UTC). */
  readonly isDate: (field: string) => boolean
  readonly read: (row: A, field: string) => unknown
}

/**
 * The rows a query finds, or the refusal Intercom has for it.
 *
 * @since 1.0.0
 * @category constructors
 */
export const search = <A>(
  rows: ReadonlyArray<A>,
  query: SearchQuery.SearchQuery,
  searchable: Searchable<A>
): Effect.Effect<ReadonlyArray<A>, Refusal> =>
  Effect.map(compile(query, searchable, 1), (matches) => rows.filter(matches))

/**
 * The value of a field as something rows can be sorted by.
 *
 * @since 1.0.0
 * @category constructors
 */
export const sortKey = <A>(searchable: Searchable<A>, field: string): (row: A) => SortKey => (row) => {
  const value = searchable.read(row, field)
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null
}

const compile = <A>(
  query: SearchQuery.SearchQuery,
  searchable: Searchable<A>,
  depth: number
): Effect.Effect<Predicate.Predicate<A>, Refusal> => {
  if ("field" in query) return compileFilter(query, searchable)
  const { operator, value } = query
  if (depth > 2) return Effect.fail(invalid("Queries nest two levels at most"))
  if (value.length === 0 || value.length > 15) return Effect.fail(invalid("A group has 1 to 15 filters"))
  return Effect.map(
    Effect.forEach(value, (member) => compile(member, searchable, depth + 1)),
    (members) => (row) =>
      operator === "AND" ? members.every((matches) => matches(row)) : members.some((matches) => matches(row))
  )
}

const compileFilter = <A>(
  { field, operator, value }: SearchQuery.Filter,
  { isDate, isField, read }: Searchable<A>
): Effect.Effect<Predicate.Predicate<A>, Refusal> => {
  if (!isField(field)) {
    return Effect.fail(new Refusal({ status: 400, code: "invalid_field", reason: `${field} is not searchable` }))
  }
  const compare = comparison(operator)
  if (compare === undefined || (isDate(field) && !["=", "<", ">"].includes(operator))) {
    return Effect.fail(invalid(`${operator} is not an operator for ${field}`))
  }
  const comparable = (read: unknown): unknown => isDate(field) && Predicate.isNotNullable(read) ? dayOf(read) : read
  const expected = comparable(value)
  return Effect.succeed((row) => {
    const actual = comparable(read(row, field))
    return Array.isArray(actual) ? actual.some((one) => compare(one, expected)) : compare(actual, expected)
  })
}

const dayOf = (seconds: unknown): number => Math.floor(Number(seconds) / 86_400)

type Comparison = (actual: unknown, expected: unknown) => boolean

const negate = (comparison: Comparison): Comparison => (actual, expected) => !comparison(actual, expected)

// Search takes "1306054154" for a number, and a number for the text of one.
const isSame: Comparison = (actual, expected) =>
  Predicate.isNullable(actual) || Predicate.isNullable(expected) ?
    Predicate.isNullable(actual) && Predicate.isNullable(expected) :
    String(actual).toLowerCase() === String(expected).toLowerCase()

const isIn: Comparison = (actual, expected) => Array.isArray(expected) && expected.some((one) => isSame(actual, one))

const numeric = (compare: (actual: number, expected: number) => boolean): Comparison => (actual, expected) =>
  Predicate.isNotNullable(actual) && compare(Number(actual), Number(expected))

const textual = (compare: (actual: string, expected: string) => boolean): Comparison => (actual, expected) =>
  typeof actual === "string" && compare(actual.toLowerCase(), String(expected).toLowerCase())

const hasText = textual((actual, expected) => actual.includes(expected))

const comparison = (operator: string): Comparison | undefined => {
  switch (operator) {
    case "=":
      return isSame
    case "!=":
      return negate(isSame)
    case "IN":
      return isIn
    case "NIN":
      return negate(isIn)
    case ">":
      return numeric((actual, expected) => actual > expected)
    case ">=":
      return numeric((actual, expected) => actual >= expected)
    case "<":
      return numeric((actual, expected) => actual < expected)
    case "<=":
      return numeric((actual, expected) => actual <= expected)
    case "~":
      return hasText
    case "!~":
      return negate(hasText)
    case "^":
      return textual((actual, expected) => actual.startsWith(expected))
    case "$":
      return textual((actual, expected) => actual.endsWith(expected))
    default:
      return undefined
  }
}
