/**
 * Malformed responses for every endpoint. They begin as the examples of Intercom's description, if that is beside the
 * checkout, and as bodies of no endpoint in particular.
 */
import type { PCGRandom } from "effect/Utils"
import { hasDescription } from "../../contract/description.js"
import type { Operation } from "../../contract/Operation.js"
import * as endpoints from "../../contract/operations.js"
import { successesOf } from "../../contract/support/answers.js"
import errors from "../../fixtures/errors.json" with { type: "json" }
import { mutate, oddValue, pick, textOf } from "./mutate.js"

const contact = {
  type: "contact",
  id: "1",
  created_at: 1700000000,
  email: "ada@example.com",
  custom_attributes: { a: 1 }
}

const general: ReadonlyArray<unknown> = [
  contact,
  { type: "list", data: [contact, contact], total_count: 2, pages: { type: "pages", next: { starting_after: "a" } } },
  { type: "conversation", id: "1", conversation_parts: { conversation_parts: [{ id: "2", body: "<p>a</p>" }] } },
  { job_identifier: "1", status: "completed", download_url: "https://api.intercom.io/download/content/data/1" },
  ...Object.values(errors)
]

export interface Subject {
  readonly operation: Operation
  readonly bodies: ReadonlyArray<unknown>
}

export const subjects: ReadonlyArray<Subject> = [...endpoints.operations, ...endpoints.variants].map((operation) => ({
  operation,
  bodies: hasDescription ? successesOf({ version: "2.16", ...operation }).map(({ value }) => value) : general
}))

const statuses = [200, 200, 200, 200, 200, 200, 200, 201, 202, 302, 400, 401, 404, 409, 422, 429, 500, 503]
const types = ["application/json", "application/json", "application/json", "text/html", "text/plain", "x/y; z"]
const headers = ["retry-after", "x-ratelimit-reset", "x-ratelimit-limit", "x-request-id", "link", "location", "date"]
const values = [
  "",
  "0",
  "-1",
  "NaN",
  "1e9",
  "999999999999999",
  "Thu, 01 Jan 1970 00:00:00 GMT",
  "Foo, 99 Bar 0000 99:99:99 GMT",
  "</contacts/a>; rel=\"canonical\"",
  "<".repeat(2000),
  "https://evil.example/",
  "javascript:alert(1)"
]

/** A response whose body has one to four things wrong. */
export const malformed = ({ bodies }: Subject, random: PCGRandom): Response => {
  const source = random.number() < 0.9 ? bodies : general
  let value = pick(random, source, contact)
  for (let left = 1 + random.integer(4); left > 0; left--) value = mutate(value, random)
  if (random.number() < 0.02) value = oddValue(random)
  const text = textOf(value, random)
  const bytes = Buffer.from(text, random.number() < 0.98 ? "utf8" : "utf16le")
  return new Response(bytes, {
    status: pick(random, statuses, 200),
    headers: {
      "content-type": pick(random, types, "x/y"),
      ...(random.number() < 0.3 ? { [pick(random, headers, "link")]: pick(random, values, "") } : {})
    }
  })
}
