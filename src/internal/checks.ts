/**
 * Checks of inputs beyond their schemas. A union schema could also say which fields belong together, but its error
 * messages would not tell the caller what to change.
 */
import * as Predicate from "effect/Predicate"
import type { Issue } from "../IntercomError.js"
import { isSeconds, mustBeSeconds } from "./seconds.js"
import { isText, mustBeText } from "./text.js"

/** Refuses a value that is not text, or is empty, because the request would mean something else. */
export const notText = (field: string, value: unknown): Issue | undefined =>
  isText(value) ? undefined : { path: [field], reason: mustBeText }

/** Refuses an empty list, because the request would mean something else. */
export const nonEmpty = (field: string, list: ReadonlyArray<unknown>): Issue | undefined =>
  list.length === 0 ? { path: [field], reason: "must not be empty" } : undefined

/** Refuses a list with too few or too many items. */
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

/** Refuses text that is longer than Intercom accepts. */
export const tooLong = (field: string, text: string | undefined, most: number): Issue | undefined => {
  // Not text means a list or an object here, which another check refuses.
  const count = typeof text === "string" ? Array.from(text).length : 0
  return count > most ? { path: [field], reason: `must have at most ${most} characters, not ${count}` } : undefined
}

/** Refuses more attachments than Intercom accepts with one message. */
export const tooManyAttachments = (message: {
  readonly attachment_urls?: ReadonlyArray<string> | undefined
  readonly attachment_files?: ReadonlyArray<unknown> | undefined
}): Issue | undefined =>
  countWithin("attachment_urls", message.attachment_urls, 0, 10) ??
    countWithin("attachment_files", message.attachment_files, 0, 10)

/** Refuses a time that is not in Unix seconds. */
export const notSeconds = (field: string, value: number | undefined): Issue | undefined =>
  value === undefined || isSeconds(value) ? undefined : { path: [field], reason: mustBeSeconds }

/** Refuses an input that has none of these fields. */
export const atLeastOne = <A extends object>(
  input: A,
  fields: ReadonlyArray<keyof A & string>,
  path: Issue["path"] = []
): Issue | undefined =>
  countPresent(input, fields) > 0 ? undefined : { path, reason: `must have one of ${fields.join(", ")}` }

/** Refuses an input that has none of these fields, or several of them. */
export const exactlyOne = <A extends object>(
  input: A,
  fields: ReadonlyArray<keyof A & string>,
  path: Issue["path"] = []
): Issue | undefined =>
  countPresent(input, fields) === 1 ? undefined : { path, reason: `must have exactly one of ${fields.join(", ")}` }

/** Refuses an input that has several of these fields. */
export const atMostOne = <A extends object>(
  input: A,
  fields: ReadonlyArray<keyof A & string>,
  path: Issue["path"] = []
): Issue | undefined =>
  fields.filter((field) => Predicate.isNotNullable(input[field])).length > 1 ?
    { path, reason: `must have at most one of ${fields.join(", ")}` } :
    undefined

const countPresent = <A extends object>(input: A, fields: ReadonlyArray<keyof A>): number =>
  fields.filter((field) => (input[field] ?? "") !== "").length
