/**
 * Everything that reads text from outside takes linear time: twice the text takes twice as long.
 */
import { assert, describe, it } from "@effect/vitest"
import * as Contacts from "effect-intercom/api/Contacts"
import { listBody, nextCursor } from "effect-intercom/Pagination"
import * as Timestamp from "effect-intercom/Timestamp"
import * as Either from "effect/Either"
import * as FC from "effect/FastCheck"
import { decodeBy } from "../../src/Endpoint.js"
import { parseCanonicalId, parseConflict, parseEnvelope, parseRateLimit } from "../../src/internal/failure.js"
import { parseJson } from "../../src/internal/json.js"
import { parse, schemes } from "../../src/internal/signature.js"
import * as Redaction from "../../src/testing/internal/recording/Redaction.js"
import * as Html from "../../src/testing/internal/workspace/kernel/Html.js"

interface Subject {
  readonly name: string
  /** Texts that are repeated, alone or after one another. */
  readonly parts: ReadonlyArray<string>
  /** Makes the text of the repeated part. Default: as it is. */
  readonly text?: (repeated: string) => string
  readonly read: (text: string) => unknown
  /** The size of the smaller text. Default: 2,048 characters. */
  readonly least?: number
}

const decodeList = decodeBy(listBody(Contacts.Contact, "data"))

const envelope = (body: string, headers: Readonly<Record<string, string>> = {}) =>
  parseEnvelope({ headers, request: { headers: { authorization: "Bearer dG9rOjE=" } } }, body)

const words = ["a", " ", "-", "@", ".", ",", "=", "&", "?", "/", "%", "%40", "%2540", "+", ";", "1", "é", "😀", "\n"]
const markup = ["<", ">", "</", "</p", "<br", "<br ", "<br/>", "<p>", "&", "&amp;", "&lt;", "\"", ...words]
const items = [
  "{\"id\":\"1\"},",
  "{\"id\":1,\"custom_attributes\":{\"a\":[1]}},",
  "{\"name\":null},",
  "null,",
  "{\"tags\":{\"data\":[{}]}},"
]
const list = (repeated: string): string => `{"type":"list","data":[${repeated}{"id":"2"}]}`

const subjects: ReadonlyArray<Subject> = [
  {
    name: "the header Link",
    parts: ["<", "</", "</a", "</a>", ">;", "rel=", ";rel=\"canonical", ...words],
    read: (link) => parseCanonicalId({ link })
  },
  {
    name: "the headers of a rate limit",
    parts: ["GMT", "Sun, ", " GMT", ":", ...words],
    read: (text) => parseRateLimit({ "retry-after": text, "x-ratelimit-reset": text, "x-ratelimit-limit": text }, 0)
  },
  { name: "the request id", parts: ["dG9rOjE=", ...words], read: (text) => envelope("", { "x-request-id": text }) },
  {
    name: "a signature",
    parts: ["sha1=", "0", "f", ...words],
    read: (text) => parse(text, schemes["X-Hub-Signature"])
  },
  { name: "an error body", parts: markup, read: envelope },
  {
    name: "the message of an error",
    parts: ["id=", "id=a", "dG9rOjE=", "archived", ...words],
    text: (message) => JSON.stringify({ errors: [{ code: "conflict", message }] }),
    read: (text) => parseConflict(envelope(text).errors)
  },
  {
    name: "a list of errors",
    parts: ["{\"code\":\"a\",\"message\":\"b\"},", "null,", "1,"],
    text: (repeated) => `{"errors":[${repeated}{}]}`,
    read: envelope
  },
  { name: "a page", parts: items, text: list, read: (text) => Either.flatMap(parseJson(text), decodeList) },
  {
    name: "a cursor",
    parts: ["starting_after=", "page=", ...words],
    read: (next) => nextCursor({ pages: { next } })
  },
  { name: "a time", parts: ["2026-01-01T00:00:00", "Z", ":", ...words], read: Timestamp.toSeconds },
  { name: "HTML in the workspace", parts: markup, read: (html) => [Html.toText(html), Html.fromTextOrHtml(html)] },
  { name: "text in the workspace", parts: markup, read: Html.fromText },
  {
    name: "text in a recording",
    parts: ["a@", "a@b.", "a@b.c", "a", " ", "-", "@", ".", ",", "1", "é", "😀", "\n", "<p>", "\""],
    read: (text) => Redaction.make().text(text)
  },
  {
    name: "JSON in a recording",
    parts: ["a@b.c", "token", "a", " ", "-", "@", "."],
    read: (text) => Redaction.make().json({ [text]: text, client_secret: text.slice(0, 100), data: [text] })
  },
  {
    name: "pseudonyms in a recording",
    parts: ["email-", "email-1", "@redacted.example", "%25", "%2540redacted.example", ...words],
    read: (text) => Redaction.replacePseudonyms(text, () => "")
  },
  { name: "a URL in a recording", parts: ["1"], read: (text) => Redaction.make().url(text), least: 256 },
  { name: "encoded text in a recording", parts: ["%2540"], read: (text) => Redaction.make().text(text), least: 256 },
  { name: "encoded JSON in a recording", parts: ["%40"], read: (text) => Redaction.make().json([text]), least: 256 }
]

const timeout = 60_000

/** The shortest of some runs, because other work makes a run longer, never shorter. */
const shortest = (read: () => unknown): number =>
  Math.min(...Array.from({ length: 3 }, () => {
    const start = performance.now()
    read()
    return performance.now() - start
  }))

/** How many times as long the reading takes if the text is 64 times as long: doubled six times. */
const growthOf = ({ least = 2 ** 11, read, text = (repeated) => repeated }: Subject, part: string): number => {
  const timeOf = (size: number): number => {
    const whole = text(part.repeat(Math.ceil(size / part.length)))
    return shortest(() => read(whole))
  }
  const [small, large] = [timeOf(least), timeOf(64 * least)]
  return large / Math.max(small, 0.5)
}

/** Quadratic time grows by 4096. A busy machine disturbs some measures, so one of them is enough. */
const isLinear = (subject: Subject, part: string, measures: number): boolean =>
  Array.from({ length: measures }).some(() => growthOf(subject, part) < 512)

const check = (subject: Subject, measures: number): void =>
  FC.assert(
    FC.property(
      FC.array(FC.constantFrom(...subject.parts), { minLength: 1, maxLength: 3 }),
      (parts) => assert.isTrue(isLinear(subject, parts.join(""), measures), JSON.stringify(parts.join("")))
    ),
    { numRuns: 15, endOnFailure: true }
  )

describe("The time grows with the text, not with its square:", () => {
  for (const subject of subjects) it(subject.name, () => check(subject, 6), timeout)
})
