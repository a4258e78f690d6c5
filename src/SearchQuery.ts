/**
 * Queries for the search endpoints.
 *
 * A query is plain data in Intercom's own shape. Build it with these functions, or write it by hand.
 *
 * @example
 * ```ts
 * import { Contacts, SearchQuery } from "effect-intercom"
 *
 * export const customers = Contacts.searchStream({
 *   query: SearchQuery.and(
 *     SearchQuery.equals("role", "user"),
 *     SearchQuery.or(
 *       SearchQuery.endsWith("email", "@example.com"),
 *       SearchQuery.greaterThan("last_seen_at", 1_700_000_000)
 *     )
 *   )
 * })
 * ```
 *
 * @since 1.0.0
 */
import type { NonEmptyReadonlyArray } from "effect/Array"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import type { Body } from "./Endpoint.js"
import type { IntercomError, Issue } from "./IntercomError.js"
import type { IntercomHttp } from "./IntercomHttp.js"
import { describe } from "./internal/cursor.js"
import { invalidInput } from "./internal/errors.js"
import { jsonBody } from "./internal/json.js"
import { isSeconds, mustBeSeconds } from "./internal/seconds.js"
import { isText, mustBeText } from "./internal/text.js"
import type { List, ListOptions } from "./Pagination.js"

/**
 * The operators that Intercom supports. The type of the field decides which of them it accepts. Dates of contacts
 * accept `=`, `<` and `>` only, and are compared by whole days.
 *
 * @since 1.0.0
 * @category models
 */
export type Operator = Filter["operator"]

/**
 * A single value to compare a field with. Times are Unix seconds.
 *
 * @since 1.0.0
 * @category models
 */
export type Value = string | number | boolean | null

/**
 * One comparison. The operator decides which values it accepts.
 *
 * @since 1.0.0
 * @category models
 */
export type Filter<Field extends string = string> =
  | EqualityFilter<Field>
  | ListFilter<Field>
  | OrderFilter<Field>
  | TextFilter<Field>

/**
 * Compares a field with one value.
 *
 * @since 1.0.0
 * @category models
 */
export interface EqualityFilter<Field extends string = string> {
  readonly field: Field
  readonly operator: "=" | "!="
  readonly value: Value
}

/**
 * Compares a field with a list of values.
 *
 * @since 1.0.0
 * @category models
 */
export interface ListFilter<Field extends string = string> {
  readonly field: Field
  readonly operator: "IN" | "NIN"
  readonly value: ReadonlyArray<string | number>
}

/**
 * Compares a number or a date. Dates are Unix seconds. Intercom also accepts the digits as text.
 *
 * @since 1.0.0
 * @category models
 */
export interface OrderFilter<Field extends string = string> {
  readonly field: Field
  readonly operator: "<" | "<=" | ">" | ">="
  readonly value: number | `${number}`
}

/**
 * Compares a field with a part of its value.
 *
 * @since 1.0.0
 * @category models
 */
export interface TextFilter<Field extends string = string> {
  readonly field: Field
  readonly operator: "~" | "!~" | "^" | "$"
  readonly value: string
}

/**
 * A group of filters and inner groups. Intercom accepts 1 to 15 of them, and two levels of groups.
 *
 * @since 1.0.0
 * @category models
 */
export interface Group<Field extends string = string> {
  readonly operator: "AND" | "OR"
  readonly value: NonEmptyReadonlyArray<Filter<Field> | InnerGroup<Field>>
}

/**
 * A group of filters only, which another group can contain. Intercom accepts 1 to 15 filters.
 *
 * @since 1.0.0
 * @category models
 */
export interface InnerGroup<Field extends string = string> {
  readonly operator: "AND" | "OR"
  readonly value: NonEmptyReadonlyArray<Filter<Field>>
}

/**
 * The condition of a search: one filter, or a group.
 *
 * @since 1.0.0
 * @category models
 */
export type SearchQuery<Field extends string = string> = Filter<Field> | Group<Field>

/**
 * A function that makes a filter from a field and a value.
 *
 * @since 1.0.0
 * @category models
 */
export interface Comparison<A extends Filter["value"]> {
  <Field extends string>(field: Field, value: A): Filter<Field>
}

/**
 * A function that combines filters and groups into a group. An inner group contains only filters.
 *
 * @since 1.0.0
 * @category models
 */
export interface Combination {
  <Field extends string>(...filters: NonEmptyReadonlyArray<Filter<Field>>): InnerGroup<Field>
  <Field extends string>(...queries: NonEmptyReadonlyArray<Filter<Field> | InnerGroup<Field>>): Group<Field>
}

/**
 * The order of results.
 *
 * @since 1.0.0
 * @category models
 */
export interface Sort<Field extends string = string> {
  readonly field: Field
  readonly order: "ascending" | "descending"
}

const comparison = <A extends Operator>(operator: A) => <Field, B>(field: Field, value: B) => ({
  field,
  operator,
  value
})

const combination = (operator: Group["operator"]) => <Query>(...value: NonEmptyReadonlyArray<Query>) => ({
  operator,
  value
})

/**
 * `=`: the field equals the value. A date of a contact is on this day.
 *
 * @since 1.0.0
 * @category comparisons
 */
export const equals: Comparison<Value> = comparison("=")

/**
 * `!=`: the field does not equal the value.
 *
 * @since 1.0.0
 * @category comparisons
 */
export const notEquals: Comparison<Value> = comparison("!=")

/**
 * `IN`: the field equals one of the values.
 *
 * @since 1.0.0
 * @category comparisons
 */
export const oneOf: Comparison<ReadonlyArray<string | number>> = comparison("IN")

/**
 * `NIN`: the field equals none of the values.
 *
 * @since 1.0.0
 * @category comparisons
 */
export const noneOf: Comparison<ReadonlyArray<string | number>> = comparison("NIN")

/**
 * `<`: the field is less than the value, a date of a contact on an earlier day. Dates are Unix seconds. For
 * conversations and tickets, Intercom may include equal values.
 *
 * @since 1.0.0
 * @category comparisons
 */
export const lessThan: Comparison<number> = comparison("<")

/**
 * `<=`: the field is less than or equal to the value. Not for dates of contacts.
 *
 * @since 1.0.0
 * @category comparisons
 */
export const lessThanOrEqualTo: Comparison<number> = comparison("<=")

/**
 * `>`: the field is greater than the value, a date of a contact on a later day. Dates are Unix seconds. For
 * conversations and tickets, Intercom may include equal values.
 *
 * @since 1.0.0
 * @category comparisons
 */
export const greaterThan: Comparison<number> = comparison(">")

/**
 * `>=`: the field is greater than or equal to the value. Not for dates of contacts.
 *
 * @since 1.0.0
 * @category comparisons
 */
export const greaterThanOrEqualTo: Comparison<number> = comparison(">=")

/**
 * `~`: the field contains the text.
 *
 * @since 1.0.0
 * @category comparisons
 */
export const contains: Comparison<string> = comparison("~")

/**
 * `!~`: the field does not contain the text.
 *
 * @since 1.0.0
 * @category comparisons
 */
export const notContains: Comparison<string> = comparison("!~")

/**
 * `^`: the field starts with the text.
 *
 * @since 1.0.0
 * @category comparisons
 */
export const startsWith: Comparison<string> = comparison("^")

/**
 * `$`: the field ends with the text.
 *
 * @since 1.0.0
 * @category comparisons
 */
export const endsWith: Comparison<string> = comparison("$")

/**
 * Combines 1 to 15 queries that must all match (`AND`).
 *
 * Check a list from run time with `Array.isNonEmptyReadonlyArray`, then spread it.
 *
 * @since 1.0.0
 * @category groups
 */
export const and: Combination = combination("AND")

/**
 * Combines 1 to 15 queries of which at least one must match (`OR`).
 *
 * @since 1.0.0
 * @category groups
 */
export const or: Combination = combination("OR")

/**
 * The input of a search.
 *
 * @since 1.0.0
 * @category models
 */
export interface Search<Field extends string = string> {
  readonly query: SearchQuery<Field>
  /** Default: Intercom's own order, for contacts the latest `last_request_at` first. */
  readonly sort?: Sort<Field> | undefined
}

/**
 * Makes the body of a search request. It is checked against Intercom's limits before it is sent.
 *
 * @since 1.0.0
 * @category constructors
 */
export const body = ({ cursor, perPage, query, sort }: Search & ListOptions): Body => ({
  encode: () => {
    const issue = issueOf(query) ?? issueOfSort(sort)
    return issue === undefined ?
      jsonBody({ query, sort, pagination: { per_page: perPage, starting_after: cursor } }) :
      Either.left(issue)
  }
})

/**
 * The objects that a search by ids has found.
 *
 * @since 1.0.0
 * @category models
 */
export interface Found<A> {
  /** The objects in the order of the ids, each of them once. */
  readonly data: ReadonlyArray<A>
  /** The ids that the search has not found, each of them once. */
  readonly missing: ReadonlyArray<string>
}

/**
 * Makes a function that finds many objects by their ids with a search. It sends one request for each 150 ids, one after
 * the other, and none without ids.
 *
 * @since 1.0.0
 * @category constructors
 */
export const findMany = <A extends { readonly id: string }>(
  search: (options: Search<"id"> & ListOptions) => List<A>
): (ids: ReadonlyArray<string>) => Effect.Effect<Found<A>, IntercomError, IntercomHttp> =>
(ids) =>
  Effect.gen(function*() {
    const listOf = (ids: ReadonlyArray<string>) => search({ query: oneOf("id", ids), perPage: ids.length })
    const refuse = (field: string, reason: string) => invalidInput(describe(listOf([])), field, reason)
    if (!Array.isArray(ids)) return yield* refuse("ids", "must be a list")
    const wrong = ids.findIndex((id) => !isText(id))
    if (wrong >= 0) return yield* refuse(`ids[${wrong}]`, mustBeText)
    const missing = new Set<string>(ids)
    const unique = [...missing]
    const found = new Map<string, A>()
    for (let start = 0; start < unique.length; start += maxIds) {
      const { data } = yield* listOf(unique.slice(start, start + maxIds))
      for (const item of data) if (missing.delete(item.id)) found.set(item.id, item)
    }
    return { data: unique.flatMap((id) => found.get(id) ?? []), missing: [...missing] }
  })

// One page holds what a request asks for.
const maxIds = 150

const maxDepth = 2
const maxFilters = 15

// The compiler refuses most of these mistakes. The checks are for JavaScript callers and for queries from outside.
interface Unchecked {
  readonly field?: unknown
  readonly operator: unknown
  readonly value: unknown
}

// Finds mistakes that Intercom would refuse, or answer with a 500, for every field.
const issueOf = (query: Unchecked, depth = 1, path: Issue["path"] = ["query"]): Issue | undefined => {
  if (typeof query !== "object" || query === null) return { path, reason: "must be a filter or a group" }
  if (!("field" in query)) return issueOfGroup(query, depth, path)
  const reason = refusal(query)
  return reason === undefined ? undefined : { path, reason }
}

const refusal = ({ field, operator, value }: Unchecked): string | undefined => {
  if (typeof field !== "string" || field === "") return "must name a field"
  if (typeof operator !== "string" || operator === "") return "must have an operator"
  if (operator === "AND" || operator === "OR") return "must not have a field with AND or OR"
  if (value === undefined) return "must have a value"
  const takesList = operator === "IN" || operator === "NIN"
  const values: ReadonlyArray<unknown> = Array.isArray(value) ? value : [value]
  if (Array.isArray(value) !== takesList) {
    return takesList ? `must have a list for ${operator}` : "must have one value, not a list"
  }
  // `null` asks for objects without the field.
  if (
    !values.every((value) => /string|number|boolean/.test(typeof value) || (value === null && operator.endsWith("=")))
  ) {
    return `must have text, a number or a boolean for ${operator}`
  }
  return isTime(field) && values.some(isNoTime) ? mustBeSeconds : undefined
}

// A custom attribute may have any name, so its name does not say that it is a time.
const isTime = (field: string): boolean => field.endsWith("_at") && !field.startsWith("custom_attributes.")

// Intercom accepts the digits as text.
const isNoTime = (value: unknown): boolean =>
  typeof value === "string"
    ? /^-?[\d.]+$/.test(value) && !isSeconds(Number(value))
    : typeof value === "number" && !isSeconds(value)

const issueOfSort = (sort: Search["sort"]): Issue | undefined =>
  sort === undefined || /^(a|de)scending$/.test(sort?.order) ?
    undefined :
    { path: ["sort", "order"], reason: "must be ascending or descending" }

const issueOfGroup = ({ operator, value }: Unchecked, depth: number, path: Issue["path"]): Issue | undefined => {
  if (operator !== "AND" && operator !== "OR") return { path, reason: "must be a filter, or a group with AND or OR" }
  if (!Array.isArray(value) || value.length === 0) return { path, reason: "must have at least one filter" }
  if (depth > maxDepth) return { path, reason: `must not nest groups more than ${maxDepth} deep` }
  if (value.length > maxFilters) return { path, reason: `must not have more than ${maxFilters} filters in a group` }
  for (const [index, query] of value.entries()) {
    const issue = issueOf(query, depth + 1, [...path, "value", index])
    if (issue !== undefined) return issue
  }
  return undefined
}
