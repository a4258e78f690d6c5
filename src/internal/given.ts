/**
 * What is wrong with an input that its schema has nothing against: a union could say which fields belong together, and
 * its errors would say nothing.
 */
import type { Issue } from "./issue.js"

/** An empty text, where it would ask for something else. */
export const nonEmpty = (field: string, text: string | undefined): Issue | undefined =>
  text === "" ? { path: [field], reason: "must not be empty" } : undefined

/** None of these fields. */
export const atLeastOne = <A extends object>(
  input: A,
  fields: ReadonlyArray<keyof A & string>,
  path: Issue["path"] = []
): Issue | undefined =>
  givenOf(input, fields) > 0 ? undefined : { path, reason: `must have one of ${fields.join(", ")}` }

/** None of these fields, or several. */
export const exactlyOne = <A extends object>(
  input: A,
  fields: ReadonlyArray<keyof A & string>,
  path: Issue["path"] = []
): Issue | undefined =>
  givenOf(input, fields) === 1 ? undefined : { path, reason: `must have exactly one of ${fields.join(", ")}` }

const givenOf = <A extends object>(input: A, fields: ReadonlyArray<keyof A>): number =>
  fields.filter((field) => input[field] !== undefined && input[field] !== null && input[field] !== "").length
