/**
 * What is wrong with an input that its schema has nothing against: a union could say which fields belong together, and
 * its errors would say nothing.
 */
import type { Issue } from "./issue.js"

/** An empty text, where it would ask for something else. */
export const nonEmpty = (field: string, text: string | undefined): Issue | undefined =>
  text === "" ? { path: [field], reason: "must not be empty" } : undefined

/** A list with fewer or more items than are taken. */
export const countWithin = (
  field: string,
  list: ReadonlyArray<unknown> | undefined,
  { least = 0, most = Infinity }: { readonly least?: number; readonly most?: number }
): Issue | undefined => {
  const length = list?.length ?? least
  if (length >= least && length <= most) return undefined
  const bounds = most === Infinity ? `at least ${least}` : least === 0 ? `at most ${most}` : `${least} to ${most}`
  return { path: [field], reason: `must be ${bounds}, not ${length}` }
}

/** More attachments than Intercom takes with one message. */
export const tooManyAttachments = (message: {
  readonly attachment_urls?: ReadonlyArray<string> | undefined
  readonly attachment_files?: ReadonlyArray<unknown> | undefined
}): Issue | undefined =>
  countWithin("attachment_urls", message.attachment_urls, { most: 10 }) ??
    countWithin("attachment_files", message.attachment_files, { most: 10 })

/** A number of seconds that is no whole one. */
export const wholeSeconds = (field: string, value: number | undefined): Issue | undefined =>
  value === undefined || Number.isInteger(value) ? undefined : { path: [field], reason: "must be a whole number" }

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
