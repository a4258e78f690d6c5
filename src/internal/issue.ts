/**
 * Tells where and why a value does not fit its schema, without the value: it may be personal data.
 */
import * as Array from "effect/Array"
import type * as ParseResult from "effect/ParseResult"

export interface Issue {
  readonly path: ReadonlyArray<string | number>
  readonly reason: string
}

/** The first cause of a `ParseIssue`, in the branch that came furthest. */
export const fromParseIssue = (issue: ParseResult.ParseIssue): Issue => {
  switch (issue._tag) {
    case "Pointer": {
      const { path, reason } = fromParseIssue(issue.issue)
      return { path: [...Array.ensure(issue.path).map(fromKey), ...path], reason }
    }
    case "Composite": {
      const [first, ...others] = Array.ensure(issue.issues).map(fromParseIssue)
      if (first === undefined) return at(`expected ${issue.ast}`)
      const furthest = others.reduce((best, other) => other.path.length > best.path.length ? other : best, first)
      const isUndecided = issue.ast._tag === "Union" && furthest.path.length === 0
      return isUndecided ? at(mismatch(issue.ast, issue.actual)) : furthest
    }
    case "Refinement":
    case "Transformation":
      return fromParseIssue(issue.issue)
    case "Missing":
      return at("is missing")
    case "Unexpected":
      return at("is not a known field")
    case "Forbidden":
      return at("cannot be decoded synchronously")
    case "Type":
      return at(issue.message ?? mismatch(issue.ast, issue.actual))
  }
}

/** `data[3].email` */
export const formatPath = (path: ReadonlyArray<string | number>): string =>
  path.reduce<string>(
    (text, key) => typeof key === "number" ? `${text}[${key}]` : text === "" ? key : `${text}.${key}`,
    ""
  )

const at = (reason: string): Issue => ({ path: [], reason })

const mismatch = (expected: { readonly toString: () => string }, actual: unknown): string =>
  `expected ${expected}, got ${kindOf(actual)}`

const fromKey = (key: PropertyKey): string | number => typeof key === "symbol" ? String(key) : key

const kindOf = (value: unknown): string => value === null ? "null" : Array.isArray(value) ? "array" : typeof value
