/** Intercom's search over rows in memory. */
import * as Either from "effect/Either"
import * as Predicate from "effect/Predicate"
import * as Schema from "effect/Schema"
import { anything, nullish, nullishString } from "../../../../internal/fields.js"
import type { Value } from "../../../../SearchQuery.js"
import { type DayOf, utcDayOf } from "./Days.js"
import * as Pages from "./Pages.js"
import { invalid, refuse, type Result } from "./Result.js"
import type { Row, Table } from "./Table.js"

/** The body of a search. */
export interface SearchBody {
  readonly query: Query
  readonly sort?: Sort | null | undefined
  readonly pagination?:
    | { readonly per_page?: unknown; readonly starting_after?: string | null | undefined }
    | null
    | undefined
}

/** A query before its operators and its depth are checked. */
export type Query = Filter | Group

interface Filter {
  readonly field: string
  readonly operator: string
  readonly value: Value | ReadonlyArray<string | number>
}

interface Group {
  readonly operator: "AND" | "OR"
  readonly value: ReadonlyArray<Query>
}

/** The field to sort by, and the order: `ascending` or `descending` (default). */
export interface Sort {
  readonly field: string
  readonly order?: string | null | undefined
}

export const SearchBody: Schema.Schema<SearchBody> = Schema.suspend(() =>
  Schema.Struct({
    query: Query,
    sort: nullish(Schema.Struct({ field: Schema.String, order: nullishString })),
    pagination: nullish(
      Schema.Struct({
        per_page: anything,
        starting_after: nullishString
      })
    )
  })
)

const Query: Schema.Schema<Query> = Schema.suspend(() => Schema.Union(Filter, Group))

const Filter: Schema.Schema<Filter> = Schema.suspend(() =>
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

const Group: Schema.Schema<Group> = Schema.suspend(() =>
  Schema.Struct({ operator: Schema.Literal("AND", "OR"), value: Schema.Array(Query) })
)

/**
 * The kind of a field, which decides its operators. `day` is a time that is compared by whole days. `set` is a list of
 * values, one of which has to match. `tag` is a set with two operators only.
 */
export type FieldKind = "text" | "number" | "boolean" | "day" | "time" | "set" | "tag" | "any"

/** Kinds by field, from the fields of each kind, which are separated by white space. */
export const fieldKinds = (fields: { readonly [Kind in FieldKind]?: string }): ReadonlyMap<string, FieldKind> =>
  new Map(kinds.flatMap((kind) => wordsOf(fields[kind]).map((field): [string, FieldKind] => [field, kind])))

/** Splits a text into words. Lists of many words are written as texts. */
export const wordsOf = (text = ""): ReadonlyArray<string> => text.split(/\s+/).filter((word) => word !== "")

const kinds: ReadonlyArray<FieldKind> = ["text", "number", "boolean", "day", "time", "set", "tag", "any"]

/** The searchable fields of a kind of object, and how to read them. */
export interface Searchable<A> {
  readonly kindOf: (field: string) => FieldKind | undefined
  readonly read: (row: A, field: string) => unknown
  /** The time of the search, if what `read` returns depends on it. Unix time in seconds. */
  readonly now?: number | undefined
  /** The day of a time. Default: in UTC. */
  readonly dayOf?: DayOf | undefined
}

/** A page of the rows that match a query, sorted as requested. */
export const searchPage = <A extends Row>(
  table: Table<A>,
  rows: ReadonlyArray<A>,
  { pagination, query, sort }: SearchBody,
  searchable: Searchable<A>,
  limits: Pages.Limits
): Result<Pages.Page<A>> =>
  Either.gen(function*() {
    const matches = yield* compile(query, searchable, 1)
    const sorting = Predicate.isNullable(sort) ? {} : yield* sortingOf(sort, searchable)
    const found = table.view(
      JSON.stringify([query, sort, searchable.now]),
      () => Pages.sort(table, rows.filter(matches), sorting)
    )
    return yield* Pages.byCursor(table, found, limits, pagination ?? {}, sorting)
  })

const sortingOf = <A>(
  { field, order }: Sort,
  { kindOf, read }: Searchable<A>
): Result<Pages.Sorting<A>> => {
  const kind = kindOf(field)
  if (kind === undefined || kind === "set" || kind === "tag") {
    return refuse(400, "invalid_field", `${field} is not sortable`, field)
  }
  const direction = order ?? "descending"
  return direction === "ascending" || direction === "descending" ?
    Either.right({ sortBy: (row) => sortKeyOf(read(row, field)), descending: direction === "descending" }) :
    refuse(400, "invalid_sort_order", "The order is ascending or descending", "order")
}

/** The value at a path: `location.country`. Names of custom attributes may contain dots. */
export const property = (value: unknown, path: string): unknown => {
  if (!Predicate.isRecord(value)) return undefined
  if (Object.hasOwn(value, path)) return value[path]
  const dot = path.indexOf(".")
  return dot === -1 ? undefined : property(value[path.slice(0, dot)], path.slice(dot + 1))
}

const sortKeyOf = (value: unknown): Pages.SortKey =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null

const compile = <A>(query: Query, searchable: Searchable<A>, depth: number): Result<Predicate.Predicate<A>> => {
  if ("field" in query) return compileFilter(query, searchable)
  const { operator, value } = query
  if (depth > 2) return invalid("Queries nest two levels at most", "query")
  if (value.length === 0 || value.length > 15) return invalid("A group has 1 to 15 filters", "query")
  return Either.map(
    Either.all(value.map((member) => compile(member, searchable, depth + 1))),
    (members) => (row) =>
      operator === "AND" ? members.every((matches) => matches(row)) : members.some((matches) => matches(row))
  )
}

const compileFilter = <A>(
  { field, operator, value }: Filter,
  { dayOf = utcDayOf, kindOf, read }: Searchable<A>
): Result<Predicate.Predicate<A>> => {
  // Intercom answers 500 to this mistake.
  if (operator === "AND" || operator === "OR") return refuse(500, "server_error", "Server Error")
  const kind = kindOf(field)
  if (kind === undefined) return refuse(400, "invalid_field", `${field} is not searchable`, field)
  const compare = operators[kind].split(" ").includes(operator) ? comparisons[operator] : undefined
  if (compare === undefined) return invalid(`${operator} is not an operator for ${field}`, field)
  if (Array.isArray(value) !== /^N?IN$/.test(operator)) {
    return invalid(`${operator} takes ${Array.isArray(value) ? "one value" : "an array"}`, field)
  }
  if (![value].flat().every((one) => accepts(kind, operator, one))) {
    return invalid(`${operator} does not compare ${field} with such a value`, field)
  }
  const comparable = (read: unknown): unknown =>
    kind === "day" && Predicate.isNotNullable(read) ? dayOf(Number(read)) : read
  const expected = comparable(value)
  return Either.right((row) => {
    const actual = comparable(read(row, field))
    if (!Array.isArray(actual)) return compare(actual, expected)
    return isNegative(operator) ?
      actual.every((one) => compare(one, expected)) :
      actual.some((one) => compare(one, expected))
  })
}

const operators: Readonly<Record<FieldKind, string>> = {
  text: "= != IN NIN ~ !~ ^ $",
  number: "= != IN NIN < > <= >=",
  boolean: "= != IN NIN",
  day: "= < >",
  time: "= != IN NIN < > <= >=",
  set: "= != IN NIN",
  tag: "= !=",
  any: "= != IN NIN < > <= >= ~ !~ ^ $"
}

const accepts = (kind: FieldKind, operator: string, value: unknown): boolean => {
  if (value === null) return operator === "=" || operator === "!="
  if (kind === "number" || kind === "day" || kind === "time") return isNumeric(value)
  if (kind === "boolean") return /^(true|false)$/.test(String(value))
  return kind !== "any" || isNumeric(value) || !/^[<>]/.test(operator)
}

const isNumeric = (value: unknown): boolean => /^-?\d+(\.\d+)?$/.test(String(value))

const isNegative = (operator: string): boolean => ["!=", "NIN", "!~"].includes(operator)

type Comparison = (actual: unknown, expected: unknown) => boolean

const negate = (comparison: Comparison): Comparison => (actual, expected) => !comparison(actual, expected)

// A search compares the number 1306054154 and the text "1306054154" as equal.
const isSame: Comparison = (actual, expected) =>
  Predicate.isNullable(actual) || Predicate.isNullable(expected) ?
    Predicate.isNullable(actual) && Predicate.isNullable(expected) :
    String(actual).toLowerCase() === String(expected).toLowerCase()

const isIn: Comparison = (actual, expected) => Array.isArray(expected) && expected.some((one) => isSame(actual, one))

const numeric = (compare: (actual: number, expected: number) => boolean): Comparison => (actual, expected) =>
  Predicate.isNotNullable(actual) && compare(Number(actual), Number(expected))

const textual = (compare: (actual: string, expected: string) => boolean): Comparison => (actual, expected) =>
  typeof actual === "string" && compare(actual.toLowerCase(), String(expected).toLowerCase())

const contains = textual((actual, expected) => actual.includes(expected))

const comparisons: Readonly<Record<string, Comparison>> = {
  "=": isSame,
  "!=": negate(isSame),
  IN: isIn,
  NIN: negate(isIn),
  ">": numeric((actual, expected) => actual > expected),
  ">=": numeric((actual, expected) => actual >= expected),
  "<": numeric((actual, expected) => actual < expected),
  "<=": numeric((actual, expected) => actual <= expected),
  "~": contains,
  "!~": negate(contains),
  "^": textual((actual, expected) => actual.startsWith(expected)),
  $: textual((actual, expected) => actual.endsWith(expected))
}
