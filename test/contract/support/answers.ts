/** What Intercom answers, as the description shows it. */
import { gzipSync } from "node:zlib"
import {
  type Described,
  described,
  type DescribedResponse,
  descriptionOf,
  type Example,
  type Key,
  keyOf
} from "../description.js"
import { alternatives, exampleOf, type Schemas } from "./schema.js"

/** What a success brings. */
export type Kind = "json" | "text" | "nothing" | "file" | "redirect"

export interface Answer extends Example {
  readonly kind: Kind
  readonly status: number
  readonly schemas: Schemas
}

/** Where a redirect leads. */
export const location = "https://recordings.example.com/1?signature=abc"

export const respond = ({ kind, status, value }: Pick<Answer, "kind" | "status" | "value">): Response => {
  switch (kind) {
    case "json":
      return Response.json(value, { status })
    case "text":
      return new Response(String(value), { status, headers: { "content-type": "text/plain" } })
    case "file":
      return new Response(gzipSync("id,name\n1,Joe\n"), { status })
    case "redirect":
      return new Response(null, { status, headers: { location } })
    case "nothing":
      return new Response(null, { status })
  }
}

const kindOf = ({ path }: Described, { contentType, status }: DescribedResponse): Kind =>
  contentType === "text/plain" ?
    "text" :
    contentType !== undefined ?
    "json" :
    status.startsWith("3") ?
    "redirect" :
    path.startsWith("/download/") ?
    "file" :
    "nothing"

/**
 * Every success of an operation, with each of its examples and one more made of its schema, which has the fields that
 * were absent or null when Intercom captured the others.
 */
export const successesOf = (operation: Key): ReadonlyArray<Answer> => {
  const description = describedSuccess(descriptionOf(operation))
  return description.responses.filter(isSuccess).flatMap((response) => {
    const { examples, schema, status } = response
    const kind = kindOf(description, response)
    const made = { name: "made of the schema", value: kind === "json" ? exampleOf(schema) : undefined }
    return [...examples, ...(kind === "text" ? [] : [made])].map((example) => ({
      ...example,
      kind,
      status: Number(status),
      schemas: alternatives(schema)
    }))
  })
}

const isSuccess = ({ status }: DescribedResponse): boolean => /^[23]/.test(status)

// The description has only failures for this one; it answers as the same search by another key does.
const describedSuccess = (description: Described): Described =>
  description.path === "/fin_voice/phone_number/{phone_number}" ?
    descriptionOf({ ...description, path: "/fin_voice/external_id/{external_id}" }) :
    description

export interface Failure extends Example {
  readonly status: number
}

const errorList: Example = {
  name: "an error list",
  value: {
    type: "error.list",
    request_id: "b68959ea-6328-4f70-83cb-e7913dba1542",
    errors: [{ code: "parameter_invalid", message: "not so", field: "email" }, { code: "conflict", message: null }]
  }
}

const everywhere = [400, 401, 402, 403, 404, 405, 406, 408, 409, 410, 413, 415, 418, 422, 429, 500, 502, 503, 504]

/** Every failure of an operation with each of its examples, and each status that any operation may answer with. */
export const failuresOf = (operation: Key): ReadonlyArray<Failure> => [
  ...descriptionOf(operation).responses.filter((response) => !isSuccess(response)).flatMap(({ examples, status }) =>
    (examples.length === 0 ? [errorList] : examples).map((example) => ({
      ...example,
      status: status === "default" ? 418 : Number(status)
    }))
  ),
  ...everywhere.map((status) => ({ ...errorList, status }))
]

/** The examples of all JSON successes: `get /contacts/{contact_id}, contact found`. */
export const jsonExamples = (): ReadonlyArray<Example> =>
  described.flatMap((operation) =>
    operation.responses.filter((response) => isSuccess(response) && kindOf(operation, response) === "json")
      .flatMap(({ examples }) => examples)
      .map(({ name, value }) => ({ name: `${operation.version} ${keyOf(operation)}, ${name}`, value }))
  )
