import { assert, describe, it } from "@effect/vitest"
import * as Either from "effect/Either"
import * as FC from "effect/FastCheck"
import { fillPath, issueOfQuery } from "../../src/internal/path.js"

type PathParams = Parameters<typeof fillPath>[1]

const origin = "https://api.intercom.io"

const template = "/contacts/{contact_id}"

const fill = (id: string): Either.Either<string, unknown> => fillPath(template, { contact_id: id })

/** What a caller without the compiler may pass. */
const untyped = (params: object): PathParams => {
  const none: PathParams = {}
  return Object.assign(none, params)
}

const isRefusable = (id: string): boolean =>
  // eslint-disable-next-line no-control-regex -- they are what is refused
  id === "" || id === "." || id === ".." || /[\u0000-\u001f\u007f-\u009f]/.test(id) || !encodes(id)

const encodes = (id: string): boolean => Either.isRight(Either.try(() => encodeURIComponent(id)))

/** Ids that would lead elsewhere if they were put into the path as they are. */
const hostile: ReadonlyArray<string> = [
  "%2e%2e",
  "%2E",
  ".%2e",
  "%",
  "%2f",
  "a/b",
  "../a",
  "a/../b",
  "/",
  "//evil.example",
  "https://evil.example/",
  "?x",
  "a?per_page=1",
  "#y",
  "\\",
  "\\\\evil.example",
  "..\\a",
  "...",
  ". .",
  ";x=y",
  "@evil.example",
  ":80",
  "a:b@c",
  " ",
  " a ",
  "+",
  "&=",
  "$&",
  "$1",
  "{contact_id}",
  "é",
  "İstanbul",
  "日本語",
  "👩‍👩‍👧",
  "\u2028",
  "\ufeff",
  "\u00a0",
  "joe@example.com",
  "a|b",
  "'\"<>`"
]

const id: FC.Arbitrary<string> = FC.oneof(
  FC.fullUnicodeString(),
  FC.string16bits(),
  FC.constantFrom(...hostile),
  FC.array(FC.constantFrom(".", "/", "\\", "%", "2e", "?", "#", "@", ":", " ", "a", "\n", "\u0000"), { maxLength: 6 })
    .map((parts) => parts.join(""))
)

describe("fillPath", () => {
  it("fills in the ids Intercom gives", () => {
    assert.deepEqual(fill("5ba682d23d7cf92bef87bfd4"), Either.right("/contacts/5ba682d23d7cf92bef87bfd4"))
    assert.deepEqual(fillPath("/contacts", {}), Either.right("/contacts"))
  })

  it.prop("gives a path to exactly this id on the same host, or refuses", [id], ([id]) => {
    const path = fill(id)
    assert.strictEqual(Either.isLeft(path), isRefusable(id))
    if (Either.isLeft(path)) return
    const url = new URL(path.right, origin)
    const segments = url.pathname.split("/")
    assert.strictEqual(url.origin, origin)
    assert.strictEqual(`${url.search}${url.hash}${url.username}${url.password}`, "")
    assert.strictEqual(segments.length, template.split("/").length)
    assert.strictEqual(segments[1], "contacts")
    assert.strictEqual(decodeURIComponent(segments[2] ?? ""), id)
    // Nothing is left for a URL parser to tidy up.
    assert.strictEqual(url.pathname, path.right)
  }, { fastCheck: { numRuns: 2000 } })

  for (const id of hostile) {
    it(`takes ${JSON.stringify(id)} for an id, not for directions`, () => {
      const { host, pathname } = new URL(Either.getOrThrow(fill(id)), origin)
      assert.strictEqual(host, "api.intercom.io")
      assert.strictEqual(decodeURIComponent(pathname.slice("/contacts/".length)), id)
      assert.notInclude(pathname.slice("/contacts/".length), "/")
    })
  }

  const refused: ReadonlyArray<readonly [id: string, reason: RegExp]> = [
    ["", /empty/],
    [".", /valid in a path/],
    ["..", /valid in a path/],
    ["a\nb", /valid in a path/],
    ["a\tb", /valid in a path/],
    ["\r", /valid in a path/],
    ["a\u0000", /valid in a path/],
    ["\u007f", /valid in a path/],
    ["\u0085", /valid in a path/],
    ["\ud800", /text/],
    ["a\udc00b", /text/],
    ["\udc00\ud800", /text/]
  ]
  for (const [id, reason] of refused) {
    it(`refuses ${JSON.stringify(id)} and says why, naming the parameter`, () => {
      const issue = Either.getOrThrow(Either.flip(fillPath(template, { contact_id: id })))
      assert.deepEqual(issue.path, ["contact_id"])
      assert.match(issue.reason, reason)
    })
  }

  const untypedIds: ReadonlyArray<unknown> = [null, 5, Number.NaN, true, {}, ["a"], { toString: () => "a" }, 1n]
  it("refuses what is not a string, also where the compiler was not asked", () => {
    for (const id of untypedIds) {
      const issue = Either.getOrThrow(Either.flip(fillPath(template, untyped({ contact_id: id }))))
      assert.deepEqual(issue, {
        path: ["contact_id"],
        reason: "must be non-empty text, valid in a path"
      })
    }
  })

  it("does not take what every object inherits for a parameter", () => {
    for (const name of ["toString", "constructor", "__proto__"]) {
      assert.deepEqual(Either.mapLeft(fillPath(`/x/{${name}}`, {}), ({ path }) => path), Either.left([name]))
    }
  })

  it("refuses a parameter that was not given", () => {
    for (const params of [{}, untyped({ contact_id: undefined })]) {
      assert.deepEqual(
        fillPath(template, params),
        Either.left({ path: ["contact_id"], reason: "must be non-empty text, valid in a path" })
      )
    }
  })

  it.prop("fills in two parameters, each in its place", [id, id], ([contact_id, tag_id]) => {
    const path = fillPath("/contacts/{contact_id}/tags/{tag_id}", { contact_id, tag_id })
    assert.strictEqual(Either.isLeft(path), isRefusable(contact_id) || isRefusable(tag_id))
    if (Either.isLeft(path)) return
    const segments = new URL(path.right, origin).pathname.split("/").map(decodeURIComponent)
    assert.deepEqual(segments, ["", "contacts", contact_id, "tags", tag_id])
  })

  it("names the first of two parameters that are wrong", () => {
    const path = fillPath("/contacts/{contact_id}/tags/{tag_id}", { contact_id: "..", tag_id: "" })
    assert.deepEqual(Either.mapLeft(path, (issue) => issue.path), Either.left(["contact_id"]))
  })

  it("never tells the id", () => {
    const issue = Either.getOrThrow(Either.flip(fill("joe@example.com\n")))
    assert.notInclude(JSON.stringify(issue), "joe")
  })
})

describe("issueOfQuery", () => {
  const wrong: ReadonlyArray<unknown> = [null, "", {}, { a: 1 }, [], ["a"], Number.NaN, Infinity, 1n, "\ud800", () => 1]

  it("refuses a value that would be left out, split or rewritten", () => {
    for (const value of wrong) {
      const issue = { path: ["name"], reason: "must be text, not empty" }
      assert.deepEqual(issueOfQuery({ a: "b", name: value }), issue)
      assert.deepEqual(issueOfQuery({ a: "b" }, { name: value }), issue)
    }
  })

  it("takes undefined for a parameter that is left out, unless it is required", () => {
    assert.isUndefined(issueOfQuery({ name: undefined }))
    assert.deepEqual(issueOfQuery({}, { name: undefined })?.path, ["name"])
  })

  it("accepts text, numbers and booleans", () => {
    for (const value of ["a\nb", " ", "..", 0, -1.5, false, true]) assert.isUndefined(issueOfQuery({ name: value }))
  })
})
