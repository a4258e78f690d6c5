/**
 * What is wrong with an input that its schema has nothing against: a union could say which fields belong together, and
 * its errors would say nothing.
 */
import type { Issue } from "../IntercomError.js"

/** An empty text, where it would ask for something else, or an empty list. */
export const nonEmpty = (field: string, value: { readonly length: number } | undefined): Issue | undefined =>
  value?.length === 0 ? { path: [field], reason: "must not be empty" } : undefined

/** A list with fewer or more items than are taken. */
export const countWithin = (
  field: string,
  list: ReadonlyArray<unknown> | undefined,
  least: number,
  most: number
): Issue | undefined => {
  const count = list?.length ?? least
  return count >= least && count <= most ?
    undefined :
    { path: [field], reason: `must be ${least} to ${most}, not ${count}` }
}

/** More attachments than Intercom takes with one message. */
export const tooManyAttachments = (message: {
  readonly attachment_urls?: ReadonlyArray<string> | undefined
  readonly attachment_files?: ReadonlyArray<unknown> | undefined
}): Issue | undefined =>
  countWithin("attachment_urls", message.attachment_urls, 0, 10) ??
    countWithin("attachment_files", message.attachment_files, 0, 10)

/** A number of seconds that is no whole one. */
export const wholeSeconds = (field: string, value: number | undefined): Issue | undefined =>
  value === undefined || Number.isInteger(value) ? undefined : { path: [field], reason: "must be a whole number" }

/** None of these fields. */
export const atLeastOne = <A extends object>(
  input: A,
  fields: ReadonlyArray<keyof A & string>,
  path: Issue["path"] = []
): Issue | undefined =>
  countPresent(input, fields) > 0 ? undefined : { path, reason: `must have one of ${fields.join(", ")}` }

/** None of these fields, or several. */
export const exactlyOne = <A extends object>(
  input: A,
  fields: ReadonlyArray<keyof A & string>,
  path: Issue["path"] = []
): Issue | undefined =>
  countPresent(input, fields) === 1 ? undefined : { path, reason: `must have exactly one of ${fields.join(", ")}` }

const countPresent = <A extends object>(input: A, fields: ReadonlyArray<keyof A>): number =>
  fields.filter((field) => input[field] !== undefined && input[field] !== null && input[field] !== "").length
