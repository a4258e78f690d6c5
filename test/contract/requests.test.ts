import type * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import { assert, describe, it } from "@effect/vitest"
import * as Cause from "effect/Cause"
import * as Exit from "effect/Exit"
import { bodyOf } from "../scripted.js"
import { type Described, described, descriptionOf, hasDescription, keyOf, note } from "./description.js"
import { deviations, undeclared } from "./deviations.js"
import { inEachVersion, operations, variants, type Versioned } from "./operations.js"
import { exchange } from "./support/exchange.js"
import { complaintsOf } from "./support/validate.js"

const entries = inEachVersion([...operations, ...variants])

/** The one request a call sends. */
const requestOf = async ({ call }: Versioned): Promise<HttpClientRequest.HttpClientRequest> => {
  const { exit, sent: [request, ...others] } = await exchange(call, () => Response.json({}))
  assert.lengthOf(others, 0)
  if (request === undefined) throw new Error(Exit.isFailure(exit) ? Cause.pretty(exit.cause) : "nothing was sent")
  return request
}

/** What a URL's path asks for: of two templates that match, the one with fewer parameters. */
const templateOf = ({ method, version }: Versioned, pathname: string): string | undefined => {
  const matches = (other: Described): boolean =>
    other.method === method && other.version === version &&
    new RegExp(`^${other.path.replace(/\{\w+\}/g, "[^/]+")}$`).test(pathname)
  const [closest] = described.filter(matches).map(({ path }) => path).sort((one, other) =>
    one.split("{").length - other.split("{").length
  )
  return closest
}

describe.skipIf(!hasDescription)(`what is sent is what the description asks for${note}:`, () => {
  for (const operation of entries) {
    it(`${operation.version} ${operation.name}`, async () => {
      const { parameters, request: schema } = descriptionOf(operation)
      const request = await requestOf(operation)
      const { pathname, searchParams } = urlOf(request)

      assert.strictEqual(request.method.toLowerCase(), operation.method)
      assert.strictEqual(templateOf(operation, pathname), operation.path)

      const query = parameters.filter((parameter) => parameter.in === "query")
      const known = [...query.map(({ name }) => name), ...(undeclared[keyOf(operation)] ?? [])]
      assert.includeMembers(known, Array.from(searchParams.keys()))
      const required = query.filter(({ required }) => required).map(({ name }) => name)
      assert.includeMembers(Array.from(searchParams.keys()), required)

      const body = bodyOf(request)
      const complaints = schema !== undefined ?
        complaintsOf(schema, body) :
        body === undefined
        ? []
        : ["has a body where none is described"]
      assert.deepEqual(complaints, deviations[operation.name]?.complaints ?? [])
    })
  }
})

const urlOf = ({ url, urlParams }: HttpClientRequest.HttpClientRequest): URL => {
  const whole = new URL(url)
  for (const [name, value] of urlParams) whole.searchParams.append(name, value)
  return whole
}

describe.skipIf(!hasDescription)(`the known deviations from the description${note}`, () => {
  it("are of parameters that it still lacks", () => {
    const declared = Object.entries(undeclared).flatMap(([key, names]) => {
      const operations = described.filter((operation) => keyOf(operation) === key)
      const parameters = operations.flatMap(({ parameters }) => parameters)
      if (operations.length === 0) return [`${key} is no operation`]
      return parameters.filter(({ name }) => names.includes(name)).map(({ name }) => `${key} has ${name}`)
    })
    assert.deepEqual(declared, [])
  })

  it("are of entries that exist", () => {
    const names = entries.map(({ name }) => name)
    assert.deepEqual(Object.keys(deviations).filter((name) => !names.includes(name)), [])
  })
})
