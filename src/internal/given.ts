/**
 * Demands on an input that its schema does not make: a union could say which fields belong together, and its errors
 * would say nothing.
 */
import * as Either from "effect/Either"
import type { Issue } from "./issue.js"

interface Body {
  readonly encode: () => Either.Either<string, Issue>
}

/** A body of which more is asked once its schema has nothing against it. */
export const demanding = (body: Body, complaint: () => Issue | undefined): Body => ({
  encode: () =>
    Either.flatMap(body.encode(), (text) => {
      const issue = complaint()
      return issue === undefined ? Either.right(text) : Either.left(issue)
    })
})

/** What is wrong with an input that gives none of these fields. */
export const atLeastOne = <A extends object>(
  input: A,
  fields: ReadonlyArray<keyof A & string>,
  path: Issue["path"] = []
): Issue | undefined =>
  givenOf(input, fields) > 0 ? undefined : { path, reason: `must have one of ${fields.join(", ")}` }

/** What is wrong with an input that gives none of these fields, or several. */
export const exactlyOne = <A extends object>(
  input: A,
  fields: ReadonlyArray<keyof A & string>
): Issue | undefined =>
  givenOf(input, fields) === 1 ? undefined : { path: [], reason: `must have exactly one of ${fields.join(", ")}` }

const givenOf = <A extends object>(input: A, fields: ReadonlyArray<keyof A>): number =>
  fields.filter((field) => input[field] !== undefined && input[field] !== null && input[field] !== "").length
