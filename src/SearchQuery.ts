/**
 * Queries for the search endpoints.
 *
 * A query is plain data in Intercom's own shape: build it with the functions here, or write it down yourself.
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
import * as Either from "effect/Either"
import type { Body } from "./Endpoint.js"
import type { Issue } from "./IntercomError.js"
import { toJson } from "./internal/json.js"
import type { ListOptions } from "./Pagination.js"

/**
 * The comparisons Intercom knows. Which of them a field takes depends on its type: dates of contacts take `=`, `<` and
 * `>` only, and compare whole days.
 *
 * @since 1.0.0
 * @category models
 */
export type Operator = "=" | "!=" | "IN" | "NIN" | "<" | "<=" | ">" | ">=" | "~" | "!~" | "^" | "$" | (string & {})

/**
 * What a field is compared with. Times are Unix seconds.
 *
 * @since 1.0.0
 * @category models
 */
export type Value = string | number | boolean | null

/**
 * One comparison.
 *
 * @since 1.0.0
 * @category models
 */
export interface Filter<Field extends string = string> {
  readonly field: Field
  readonly operator: Operator
  readonly value: Value | ReadonlyArray<string | number>
}

/**
 * Up to 15 filters or groups; groups nest two deep at most.
 *
 * @since 1.0.0
 * @category models
 */
export interface Group<Field extends string = string> {
  readonly operator: "AND" | "OR"
  readonly value: ReadonlyArray<Filter<Field> | Group<Field>>
}

/**
 * What a search looks for: one comparison, or a group of them.
 *
 * @since 1.0.0
 * @category models
 */
export type SearchQuery<Field extends string = string> = Filter<Field> | Group<Field>

/**
 * Compares a field with a value.
 *
 * @since 1.0.0
 * @category models
 */
export interface Comparison<A extends Filter["value"]> {
  <Field extends string>(field: Field, value: A): Filter<Field>
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

const comparison = <A extends Filter["value"]>(operator: Operator): Comparison<A> => (field, value) => ({
  field,
  operator,
  value
})

/**
 * `=`: is exactly this; for a date, falls on this day.
 *
 * @since 1.0.0
 * @category comparisons
 */
export const equals: Comparison<Value> = comparison("=")

/**
 * `!=`: is anything but this.
 *
 * @since 1.0.0
 * @category comparisons
 */
export const notEquals: Comparison<Value> = comparison("!=")

/**
 * `IN`: is one of these.
 *
 * @since 1.0.0
 * @category comparisons
 */
export const oneOf: Comparison<ReadonlyArray<string | number>> = comparison("IN")

/**
 * `NIN`: is none of these.
 *
 * @since 1.0.0
 * @category comparisons
 */
export const noneOf: Comparison<ReadonlyArray<string | number>> = comparison("NIN")

/**
 * `<`: is less; for a date of a contact, on an earlier day. Of conversations and tickets Intercom may count what is equal
 * as well. Dates are Unix seconds.
 *
 * @since 1.0.0
 * @category comparisons
 */
export const lessThan: Comparison<number> = comparison("<")

/**
 * `<=`: is less or equal. Not for dates of contacts.
 *
 * @since 1.0.0
 * @category comparisons
 */
export const lessThanOrEqualTo: Comparison<number> = comparison("<=")

/**
 * `>`: is greater; for a date of a contact, on a later day. Of conversations and tickets Intercom may count what is equal
 * as well. Dates are Unix seconds.
 *
 * @since 1.0.0
 * @category comparisons
 */
export const greaterThan: Comparison<number> = comparison(">")

/**
 * `>=`: is greater or equal. Not for dates of contacts.
 *
 * @since 1.0.0
 * @category comparisons
 */
export const greaterThanOrEqualTo: Comparison<number> = comparison(">=")

/**
 * `~`: has this text in it.
 *
 * @since 1.0.0
 * @category comparisons
 */
export const contains: Comparison<string> = comparison("~")

/**
 * `!~`: does not have this text in it.
 *
 * @since 1.0.0
 * @category comparisons
 */
export const notContains: Comparison<string> = comparison("!~")

/**
 * `^`: begins with this text.
 *
 * @since 1.0.0
 * @category comparisons
 */
export const startsWith: Comparison<string> = comparison("^")

/**
 * `$`: ends with this text.
 *
 * @since 1.0.0
 * @category comparisons
 */
export const endsWith: Comparison<string> = comparison("$")

/**
 * All of these, 15 at most.
 *
 * @since 1.0.0
 * @category groups
 */
export const and = <Field extends string>(...queries: ReadonlyArray<SearchQuery<Field>>): Group<Field> => ({
  operator: "AND",
  value: queries
})

/**
 * Any of these, 15 at most.
 *
 * @since 1.0.0
 * @category groups
 */
export const or = <Field extends string>(...queries: ReadonlyArray<SearchQuery<Field>>): Group<Field> => ({
  operator: "OR",
  value: queries
})

/**
 * What a search takes.
 *
 * @since 1.0.0
 * @category models
 */
export interface Search<Field extends string = string> {
  readonly query: SearchQuery<Field>
  /** Default: Intercom's own; of contacts, the last request first. */
  readonly sort?: Sort<Field> | undefined
}

/**
 * The body of a search, for an endpoint: checked against Intercom's limits before it is sent.
 *
 * @since 1.0.0
 * @category constructors
 */
export const body = ({ cursor, perPage, query, sort }: Search & ListOptions): Body => ({
  encode: () => {
    const issue = issueOf(query)
    return issue === undefined ?
      toJson({ query, sort, pagination: { per_page: perPage, starting_after: cursor } }) :
      Either.left(issue)
  }
})

const maxDepth = 2
const maxFilters = 15

// What Intercom would refuse, or answer with a 500, whatever the field.
const issueOf = (query: SearchQuery, depth = 1, path: Issue["path"] = ["query"]): Issue | undefined => {
  if (typeof query !== "object" || query === null) return { path, reason: "must be a filter or a group" }
  if (!("field" in query)) return issueOfGroup(query, depth, path)
  const reason = refusal(query)
  return reason === undefined ? undefined : { path, reason }
}

const refusal = ({ field, operator, value }: Filter): string | undefined => {
  if (typeof field !== "string" || field === "") return "must name a field"
  if (typeof operator !== "string" || operator === "") return "must have an operator"
  if (operator === "AND" || operator === "OR") return "must not have a field in a group"
  if (value === undefined) return "must have a value"
  const takesList = operator === "IN" || operator === "NIN"
  if (Array.isArray(value) === takesList) return undefined
  return takesList ? `must have a list for ${operator}` : "must have one value, not a list"
}

const issueOfGroup = ({ operator, value }: Group, depth: number, path: Issue["path"]): Issue | undefined => {
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
