/**
 * Reads a list page by page.
 */
import * as Effect from "effect/Effect"
import { InvalidResponse } from "../IntercomError.js"
import type { Operation } from "./operation.js"

/** The part of a list that is needed to read its pages. */
interface Source<P, E, R> {
  readonly operation: string
  readonly request: () => { readonly method: string; readonly template: string }
  readonly page: (paging: Paging<number>) => Effect.Effect<P, E, R>
}

interface Paging<Size> {
  readonly cursor: string | undefined
  readonly perPage?: Size | undefined
}

/** How far a list was read by its cursors. */
export interface Progress {
  readonly cursor: string | undefined
  /** The problem with the cursor, if there is one. */
  readonly fault: string | undefined
  /** An earlier cursor. The next `left` cursors are compared with it, then a newer one replaces it. */
  readonly landmark: string | undefined
  readonly span: number
  readonly left: number
}

/** The progress before the page at a cursor. */
export const begin = (cursor: string | undefined): Progress => ({
  cursor,
  fault: undefined,
  landmark: cursor,
  span: 1,
  left: 1
})

/** Brent's algorithm, because it finds a cycle of any length with only two cursors in memory. */
export const advance = ({ cursor, landmark, left, span }: Progress): (next: string) => Progress => (next) => {
  const fault = next === "" ? "is empty" : next === cursor || next === landmark ? "repeats" : undefined
  return left === 1 ?
    { cursor: next, fault, landmark: next, span: span * 2, left: span * 2 } :
    { cursor: next, fault, landmark, span, left: left - 1 }
}

/** The operation of a list, as errors name it. */
export const describe = (
  { operation, request }: Pick<Source<unknown, unknown, unknown>, "operation" | "request">
): Operation => {
  const { method, template } = request()
  return { operation, method, path: template }
}

/** Reads the page at the cursor, unless there is a problem with the cursor. */
export const readPage = <P, E, R>(
  list: Source<P, E, R>,
  { cursor, fault, perPage }: Progress & Paging<number | "default">
): Effect.Effect<P, E | InvalidResponse, R> =>
  fault === undefined ?
    list.page({ perPage: perPage === "default" ? undefined : perPage, cursor }) :
    Effect.fail(
      new InvalidResponse({ ...describe(list), status: 200, errors: [], at: ["pages", "next"], reason: fault })
    )
