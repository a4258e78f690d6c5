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
import type { NonEmptyReadonlyArray } from "effect/Array"
import * as Either from "effect/Either"
import type { Body } from "./Endpoint.js"
import type { Issue } from "./IntercomError.js"
import { jsonBody } from "./internal/json.js"
import type { ListOptions } from "./Pagination.js"

/**
 * The comparisons Intercom knows. Which of them a field takes depends on its type: dates of contacts take `=`, `<` and
 * `>` only, and compare whole days.
 *
 * @since 1.0.0
 * @category models
 */
export type Operator = Filter["operator"]

/**
 * A single value that a field is compared with. Times are Unix seconds.
 *
 * @since 1.0.0
 * @category models
 */
export type Value = string | number | boolean | null

/**
 * One comparison. The operator decides which values it takes.
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
 * Compares a number or a date. Dates are Unix seconds. Intercom takes the digits as text, too.
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
 * Compares a field with a part of its text.
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
 * A group of filters and of inner groups. Intercom takes 1 to 15 of them, and two levels of groups.
 *
 * @since 1.0.0
 * @category models
 */
export interface Group<Field extends string = string> {
  readonly operator: "AND" | "OR"
  readonly value: NonEmptyReadonlyArray<Filter<Field> | InnerGroup<Field>>
}

/**
 * A group of filters only, so that it may be inside another group. Intercom takes 1 to 15 filters.
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
 * Compares a field with a value.
 *
 * @since 1.0.0
 * @category models
 */
export interface Comparison<A extends Filter["value"]> {
  <Field extends string>(field: Field, value: A): Filter<Field>
}

/**
 * Combines filters into a group. A group of filters only may be inside another group.
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
 * `=`: equals the value. For a date: is on this day.
 *
 * @since 1.0.0
 * @category comparisons
 */
export const equals: Comparison<Value> = comparison("=")

/**
 * `!=`: does not equal the value.
 *
 * @since 1.0.0
 * @category comparisons
 */
export const notEquals: Comparison<Value> = comparison("!=")

/**
 * `IN`: equals one of the values.
 *
 * @since 1.0.0
 * @category comparisons
 */
export const oneOf: Comparison<ReadonlyArray<string | number>> = comparison("IN")

/**
 * `NIN`: equals none of the values.
 *
 * @since 1.0.0
 * @category comparisons
 */
export const noneOf: Comparison<ReadonlyArray<string | number>> = comparison("NIN")

/**
 * `<`: is less. For a date of a contact: is on an earlier day. For conversations and tickets, Intercom may include equal
 * values. Dates are Unix seconds.
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
 * `>`: is greater. For a date of a contact: is on a later day. For conversations and tickets, Intercom may include equal
 * values. Dates are Unix seconds.
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
 * `~`: contains the text.
 *
 * @since 1.0.0
 * @category comparisons
 */
export const contains: Comparison<string> = comparison("~")

/**
 * `!~`: does not contain the text.
 *
 * @since 1.0.0
 * @category comparisons
 */
export const notContains: Comparison<string> = comparison("!~")

/**
 * `^`: starts with the text.
 *
 * @since 1.0.0
 * @category comparisons
 */
export const startsWith: Comparison<string> = comparison("^")

/**
 * `$`: ends with the text.
 *
 * @since 1.0.0
 * @category comparisons
 */
export const endsWith: Comparison<string> = comparison("$")

/**
 * All of the queries match. Takes 1 to 15 queries.
 *
 * A list that is built at run time may be empty: check it with `Array.isNonEmptyReadonlyArray`, then spread it.
 *
 * @since 1.0.0
 * @category groups
 */
export const and: Combination = combination("AND")

/**
 * At least one of the queries matches. Takes 1 to 15 queries.
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
  /** Default: Intercom's own. For contacts: the latest `last_request_at` first. */
  readonly sort?: Sort<Field> | undefined
}

/**
 * The body of a search, for an endpoint. It is checked against Intercom's limits before it is sent.
 *
 * @since 1.0.0
 * @category constructors
 */
export const body = ({ cursor, perPage, query, sort }: Search & ListOptions): Body => ({
  encode: () => {
    const issue = issueOf(query)
    return issue === undefined ?
      jsonBody({ query, sort, pagination: { per_page: perPage, starting_after: cursor } }) :
      Either.left(issue)
  }
})

const maxDepth = 2
const maxFilters = 15

// The compiler refuses most of this; callers without it, and queries that come from elsewhere, meet it here.
interface Unchecked {
  readonly field?: unknown
  readonly operator: unknown
  readonly value: unknown
}

// What Intercom would refuse, or answer with a 500, whatever the field.
const issueOf = (query: Unchecked, depth = 1, path: Issue["path"] = ["query"]): Issue | undefined => {
  if (typeof query !== "object" || query === null) return { path, reason: "must be a filter or a group" }
  if (!("field" in query)) return issueOfGroup(query, depth, path)
  const reason = refusal(query)
  return reason === undefined ? undefined : { path, reason }
}

const refusal = ({ field, operator, value }: Unchecked): string | undefined => {
  if (typeof field !== "string" || field === "") return "must name a field"
  if (typeof operator !== "string" || operator === "") return "must have an operator"
  if (operator === "AND" || operator === "OR") return "must not have a field in a group"
  if (value === undefined) return "must have a value"
  const takesList = operator === "IN" || operator === "NIN"
  if (Array.isArray(value) === takesList) return undefined
  return takesList ? `must have a list for ${operator}` : "must have one value, not a list"
}

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
