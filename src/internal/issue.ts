/**
 * Converts Schema's parse errors to issues, without the value, which may be personal data.
 */
import type * as ParseResult from "effect/ParseResult"
import type * as AST from "effect/SchemaAST"
import type { Issue } from "../IntercomError.js"
import { formatPath } from "./formatPath.js"

/** The problem of a body as text: `data[0].id is missing`. */
export const problemOf = ({ path, reason }: Issue): string =>
  `${path.length === 0 ? "the body" : formatPath(path)} ${reason}`

/** Returns the first cause of a `ParseIssue`, from the branch with the longest path. */
export const fromParseIssue = (issue: ParseResult.ParseIssue): Issue => {
  switch (issue._tag) {
    case "Pointer": {
      const { path, reason } = fromParseIssue(issue.issue)
      return { path: [...[issue.path].flat().map(fromKey), ...path], reason }
    }
    case "Composite": {
      const issues = [issue.issues].flat().map(fromParseIssue)
      const furthest = issues.reduce((best, other) => other.path.length > best.path.length ? other : best)
      if (issue.ast._tag !== "Union") return withOthers(furthest, issues)
      return furthest.path.length === 0 ? mismatch(issue) : furthest
    }
    case "Refinement":
      return fromParseIssue(issue.issue)
    case "Transformation":
      // The message of a transformation often quotes the value.
      return issue.kind === "Transformation" ? mismatch(issue) : fromParseIssue(issue.issue)
    case "Missing":
      return at("is missing")
    case "Unexpected":
      return at(unknown)
    case "Type":
      return issue.message === undefined ? mismatch(issue) : at(issue.message)
    case "Forbidden":
      return at("cannot be decoded")
  }
}

const unknown = "is not a known field"

// All unknown fields are named at once, so that the caller does not find them one after the other.
const withOthers = (issue: Issue, all: ReadonlyArray<Issue>): Issue => {
  const others = all.flatMap((other) => other !== issue && other.reason === unknown ? formatPath(other.path) : [])
  return issue.reason === unknown && others.length > 0 ?
    { ...issue, reason: `${unknown} (also not: ${others.join(", ")})` } :
    issue
}

/** An issue of the value itself. */
export const at = (reason: string): Issue => ({ path: [], reason })

// An object is shortened to the word `object`, because its list of fields can be a page long.
const mismatch = ({ actual, ast }: { readonly actual: unknown; readonly ast: AST.AST }): Issue =>
  at(`expected ${`${ast}`.replace(/\{.*\}/s, "object")}, got ${kindOf(actual)}`)

const fromKey = (key: PropertyKey): string | number => typeof key === "symbol" ? String(key) : key

const kindOf = (value: unknown): string =>
  typeof value === "number" && Math.abs(value) > Number.MAX_SAFE_INTEGER ?
    "a number too large to be read exactly" :
    value === null
    ? "null"
    : value === ""
    ? "\"\""
    : Array.isArray(value)
    ? "array"
    : typeof value
