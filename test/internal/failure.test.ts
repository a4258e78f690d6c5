import { assert, describe, it } from "@effect/vitest"
import * as Duration from "effect/Duration"
import * as FC from "effect/FastCheck"
import type { ErrorItem } from "../../src/IntercomError.js"
import {
  type Envelope,
  parseCanonicalId,
  parseConflict,
  parseEnvelope,
  parseRateLimit
} from "../../src/internal/failure.js"
import { json } from "./support/json.js"

const item = (code: string, message?: string, field?: string): ErrorItem => ({ code, message, field })

type Headers = Readonly<Record<string, string>>

/** A response with this text, to a request with this token. */
const envelope = (text: string, headers: Headers = {}, token = "dG9rOjE="): Envelope =>
  parseEnvelope({ headers, request: { headers: { authorization: `Bearer ${token}` } } }, text)

const envelopeOf = (body: unknown, headers?: Headers): Envelope => envelope(JSON.stringify(body), headers)

const errorsOf = (body: unknown): ReadonlyArray<ErrorItem> =>
  envelopeOf(body).errors.map(({ code, field, message }) => ({ code, message, field }))

describe("parseEnvelope", () => {
  it("reads Intercom's own list, all of it", () => {
    const body = {
      type: "error.list",
      request_id: "0003pno49p6cud9jh7fg",
      errors: [
        { code: "parameter_invalid", message: "is not an email", field: "email" },
        { code: "parameter_not_found", message: null, field: null },
        { code: "rate_limit_exceeded" }
      ]
    }
    assert.strictEqual(envelopeOf(body).requestId, "0003pno49p6cud9jh7fg")
    assert.deepEqual(errorsOf(body), [
      item("parameter_invalid", "is not an email", "email"),
      item("parameter_not_found"),
      item("rate_limit_exceeded")
    ])
  })

  it("takes the type of an error for its code, as old bodies have it", () => {
    assert.deepEqual(errorsOf({ errors: [{ type: "not_found", message: "No such user" }] }), [
      item("not_found", "No such user")
    ])
    assert.deepEqual(errorsOf({ errors: [{ type: "a", code: "b" }] }), [item("b")])
    assert.deepEqual(errorsOf({ errors: [{ type: "a", code: null }] }), [item("a")])
  })

  it("reads a map of messages by field", () => {
    assert.deepEqual(errorsOf({ errors: { base: "Conversation is closed", rating: "is not from 1 to 5" } }), [
      item("unknown", "Conversation is closed", "base"),
      item("unknown", "is not from 1 to 5", "rating")
    ])
    assert.deepEqual(errorsOf({ errors: { rating: null } }), [item("unknown", undefined, "rating")])
    assert.deepEqual(errorsOf({ errors: {} }), [])
  })

  it("reads a flat error", () => {
    const body = { type: "error", request_id: "r", message: "Ruleset not found" }
    assert.deepEqual(errorsOf(body), [item("unknown", "Ruleset not found")])
    assert.strictEqual(envelopeOf(body).requestId, "r")
    assert.deepEqual(errorsOf({ type: "error", code: "server_error", message: "Oops" }), [item("server_error", "Oops")])
    assert.deepEqual(errorsOf({ status: 404, error: "Not Found" }), [item("unknown", "Not Found")])
    assert.deepEqual(errorsOf({ errors: null, message: "Oops" }), [item("unknown", "Oops")])
  })

  it("reads entries that are not objects as far as they have a text", () => {
    assert.deepEqual(errorsOf({ errors: ["Oops", 5, null, [], { message: 7, code: 8 }] }), [
      item("unknown", "Oops"),
      item("unknown", "5"),
      item("unknown"),
      item("unknown"),
      item("8", "7")
    ])
  })

  const foreign: Readonly<Record<string, string>> = {
    "an HTML page": "<html><head><title>502 Bad Gateway</title></head></html>",
    "an empty body": "",
    "half of a body": `{"type":"error.list","errors":[{"code":"not_fo`,
    "null": "null",
    "a JSON list": `[{"code":"not_found"}]`,
    "a number": "500",
    "true": "true",
    "an object without errors": `{"type":"error.list","request_id":null}`,
    "an empty list of errors": `{"errors":[]}`,
    "an object of another kind": `{"type":"contact","id":"1"}`,
    "messages that are no text": `{"message":{"text":"Oops"},"error":[]}`
  }
  for (const [name, text] of Object.entries(foreign)) {
    it(`finds no errors in ${name}`, () => {
      assert.deepEqual(envelope(text), { requestId: undefined, errors: [] })
      assert.deepEqual(envelope(text, { "x-request-id": "h" }), { requestId: "h", errors: [] })
    })
  }

  it("has the request id of the body, else of the header", () => {
    const header = { "x-request-id": "from-header" }
    const idOf = (requestId: unknown) => envelopeOf({ request_id: requestId, errors: [] }, header).requestId
    assert.strictEqual(idOf("from-body"), "from-body")
    assert.strictEqual(idOf(7), "7")
    assert.strictEqual(idOf(null), "from-header")
    assert.strictEqual(idOf(undefined), "from-header")
    assert.strictEqual(idOf({}), "from-header")
    assert.strictEqual(envelopeOf({ errors: [] }).requestId, undefined)
    assert.strictEqual(envelopeOf({ errors: [] }, { "x-request-id": "" }).requestId, undefined)
  })

  it("does not take an empty text for a request id or a code", () => {
    const { errors, requestId } = envelopeOf({ request_id: "", errors: [{ code: "" }] }, { "x-request-id": "h" })
    assert.strictEqual(requestId, "h")
    assert.deepEqual(errors.map(({ code }) => code), ["unknown"])
  })

  describe("does not tell the token", () => {
    const token = "dG9rOmE/b+c/ZGVmZ2hpamtsbW5v"
    const echo = {
      request_id: token,
      errors: [{ code: token, message: `Bad token ${token}, ${token}`, field: token }]
    }

    it("that a server echoes in a body or a header", () => {
      const told = [
        envelope(JSON.stringify(echo), {}, token),
        envelope(JSON.stringify({ errors: { [token]: token } }), { "x-request-id": token }, token)
      ]
      assert.notInclude(JSON.stringify(told), token)
      assert.include(JSON.stringify(told), "Bad token <redacted>, <redacted>")
    })

    it("that a server echoes with the escapes that JSON allows", () => {
      const escaped = [
        JSON.stringify(echo).replaceAll("/", "\\/"),
        JSON.stringify(echo).replaceAll("=", "\\u003d"),
        JSON.stringify(echo).replaceAll("d", "\\u0064")
      ]
      for (const text of escaped) assert.notInclude(JSON.stringify(envelope(text, {}, token)), token)
    })

    it("and reads the body all the same where the token is empty, or a word of the body", () => {
      for (const token of ["", "errors", "code", "e", "\""]) {
        const { errors } = envelope(JSON.stringify({ errors: [{ code: "not_found" }] }), {}, token)
        assert.deepEqual(errors.map(({ code }) => code), ["not_found"], token)
      }
    })
  })
})

describe("parseConflict", () => {
  it("finds the id of the contact that exists", () => {
    const message = "A contact matching those details already exists with id=5ba682d23d7cf92bef87bfd4"
    assert.deepEqual(parseConflict([item("conflict", message)]), {
      existingId: "5ba682d23d7cf92bef87bfd4",
      archived: false
    })
    assert.strictEqual(parseConflict([item("conflict", `${message}.`)]).existingId, "5ba682d23d7cf92bef87bfd4")
  })

  it("tells that the contact in the way is archived", () => {
    const message = "An archived contact matching those details already exists with id=6762f0cd1bb69f9f2193bb7c"
    assert.deepEqual(parseConflict([item("conflict", message)]), {
      existingId: "6762f0cd1bb69f9f2193bb7c",
      archived: true
    })
    assert.isTrue(parseConflict([item("conflict", "Archived contact exists")]).archived)
    assert.isFalse(parseConflict([item("conflict", "The contact was unarchived")]).archived)
  })

  it("knows of nothing where the message names nothing", () => {
    const nothing = { existingId: undefined, archived: false }
    assert.deepEqual(parseConflict([]), nothing)
    assert.deepEqual(parseConflict([item("conflict")]), nothing)
    assert.deepEqual(parseConflict([item("unique_user_constraint", "Several users match this email")]), nothing)
  })

  it("takes no other id for the contact's", () => {
    assert.strictEqual(parseConflict([item("conflict", "external_id=70 is taken")]).existingId, undefined)
  })

  it("finds the id in any of several errors", () => {
    const errors = [item("conflict"), item("conflict", "taken"), item("conflict", "already exists with id=a-1_b")]
    assert.strictEqual(parseConflict(errors).existingId, "a-1_b")
  })
})

describe("parseCanonicalId", () => {
  const links: ReadonlyArray<readonly [link: string | undefined, id: string | undefined]> = [
    [`</contacts/b>; rel="canonical"`, "b"],
    [`</contacts/b>; rel=canonical`, "b"],
    [`</contacts/b>;rel="canonical"`, "b"],
    [`<https://api.intercom.io/contacts/5ba682d23d7cf92bef87bfd4>; rel="canonical"`, "5ba682d23d7cf92bef87bfd4"],
    [`</contacts/a>; rel="next", </contacts/b>; rel="canonical"`, "b"],
    [`</contacts/b>; rel="canonical", </contacts/a>; rel="next"`, "b"],
    [`</contacts/a>; rel="prev", </contacts/c>; rel="next"`, undefined],
    [`</contacts/b>; title="merged"; rel="canonical"`, "b"],
    [`</contacts/a>, </contacts/b>; rel="canonical"`, "b"],
    [`</contacts/b>; rel="noncanonical"`, undefined],
    [`</contacts/b>`, undefined],
    [`</contacts/>; rel="canonical"`, undefined],
    [`/contacts/b; rel="canonical"`, undefined],
    ["", undefined],
    [undefined, undefined]
  ]
  for (const [link, id] of links) {
    it(`finds ${id ?? "nothing"} in ${link ?? "no header"}`, () => {
      assert.strictEqual(parseCanonicalId({ link }), id)
    })
  }
})

describe("Headers of any size", () => {
  /** The shortest of some runs, because other work makes a run longer, never shorter. */
  const shortest = (read: () => unknown): number =>
    Math.min(...Array.from({ length: 20 }, () => {
      const start = performance.now()
      read()
      return performance.now() - start
    }))

  const repeated = ["<", "</", "</a", "</a>", "</a>;", "<,", " ", ", ", "a, ", " GMT", "rel=", "1", ";rel=\"canonical"]
  it.each(repeated)("are read in linear time: %j, many times", (part) => {
    const read = (size: number) => {
      const text = part.repeat(size / part.length)
      return shortest(() => [parseCanonicalId({ link: text }), parseRateLimit({ "retry-after": text }, 0)])
    }
    const [small, large] = [read(2 ** 11), read(2 ** 15)]
    // The text is 16 times as long. Quadratic time would take 256 times as long.
    assert.isBelow(large / Math.max(small, 0.1), 64)
  })
})

const headerText = FC.oneof(
  FC.fullUnicodeString(),
  FC.constantFrom("0", "-1", "1e9", "9".repeat(15), "Sun, 06 Nov 1994 08:49:37 GMT", "</a>; rel=canonical", "id=")
)

const headers = FC.oneof(
  FC.dictionary(FC.string(), headerText),
  FC.record({
    "retry-after": headerText,
    "x-ratelimit-limit": headerText,
    "x-ratelimit-remaining": headerText,
    "x-ratelimit-reset": headerText,
    "x-request-id": headerText,
    link: headerText
  }, { requiredKeys: [] })
)

const text = FC.oneof(
  FC.fullUnicodeString(),
  FC.record({ request_id: json, errors: json, message: json, error: json, code: json }, { requiredKeys: [] }).map((
    body
  ) => JSON.stringify(body)),
  json.map((body) => JSON.stringify(body))
)

describe("whatever a server sends", () => {
  it.prop("nothing throws, and what is said has the types it promises", [
    headers,
    text,
    FC.string(),
    FC.integer({ min: 0 })
  ], ([headers, text, token, now]) => {
    const { errors, requestId } = envelope(text, headers, token)
    assert.include(["string", "undefined"], typeof requestId)
    for (const { code, field, message } of errors) {
      assert.isString(code)
      assert.include(["string", "undefined"], typeof message)
      assert.include(["string", "undefined"], typeof field)
    }
    const { limit, remaining, resetAtSeconds, retryAfter } = parseRateLimit(headers, now)
    for (const count of [limit, remaining, resetAtSeconds, retryAfter && Duration.toMillis(retryAfter)]) {
      assert.isTrue(count === undefined || (Number.isFinite(count) && count >= 0))
    }
    assert.isBoolean(parseConflict(errors).archived)
    assert.notStrictEqual(parseConflict(errors).existingId, "")
    assert.notStrictEqual(parseCanonicalId(headers), "")
  }, { fastCheck: { numRuns: 1000 } })
})
