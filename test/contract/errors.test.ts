import { assert, describe, it } from "@effect/vitest"
import * as Cause from "effect/Cause"
import * as Exit from "effect/Exit"
import * as Option from "effect/Option"
import { hasDescription, keyOf, note } from "./description.js"
import type { Operation } from "./Operation.js"
import { inEachVersion, operations, variants } from "./operations.js"
import { failuresOf } from "./support/answers.js"
import { exchange } from "./support/exchange.js"
import { at, type Json, listOf } from "./support/json.js"

const tags: Readonly<Record<number, string>> = {
  400: "InvalidRequest",
  401: "Unauthorized",
  402: "Forbidden",
  403: "Forbidden",
  404: "NotFound",
  405: "InvalidRequest",
  406: "InvalidRequest",
  409: "Conflict",
  410: "NotFound",
  413: "InvalidRequest",
  415: "InvalidRequest",
  422: "InvalidRequest",
  429: "RateLimited"
}

const tagOf = (status: number): string =>
  `Intercom${tags[status] ?? (status >= 500 ? "ServerError" : "UnexpectedStatus")}`

/** The codes a body names, and what it says of them: in a list, by field, or flat. */
const errorsIn = ({ error_key: code, errors, message }: Json): ReadonlyArray<Json> =>
  Array.isArray(errors) ?
    listOf(errors).map((item) => ({ code: at(item).code, message: at(item).message ?? undefined })) :
    errors === undefined ?
    [{ code: code ?? "unknown", message }] :
    Object.values(at(errors)).map((message) => ({ code: "unknown", message }))

const entries = inEachVersion([...operations, ...variants])

/** Of functions that use the same operation, one may speak for the other. */
const namesOf = (operation: Pick<Operation, "method" | "path">): ReadonlyArray<string> =>
  entries.filter((other) => keyOf(other) === keyOf(operation)).map(({ name }) => name)

describe.skipIf(!hasDescription)(`the failures become the error of their status${note}:`, () => {
  for (const { call, method, name, path, version } of entries) {
    it(`${version} ${name}`, async () => {
      for (const { name: example, status, value } of failuresOf({ method, path, version })) {
        const headers = { "x-request-id": "of-the-header" }
        const { exit } = await exchange(call, () => Response.json(value, { status, headers }))
        const error = at(Option.getOrThrow(Exit.isFailure(exit) ? Cause.failureOption(exit.cause) : Option.none()))
        const { request_id: requestId = null } = at(value)
        const expected = { _tag: tagOf(status), method: method.toUpperCase(), path, status }
        const actual = Object.fromEntries(Object.keys(expected).map((key) => [key, error[key]]))
        assert.deepEqual(actual, expected, `${status} ${example}`)
        assert.include(namesOf({ method, path }), error.operation)
        assert.strictEqual(error.requestId, requestId ?? "of-the-header", `${status} ${example}`)
        const errors = listOf(error.errors).map((item) => ({ code: at(item).code, message: at(item).message }))
        assert.deepEqual(errors, errorsIn(at(value)), `${status} ${example}`)
      }
    })
  }
})
