import { assert, describe, it } from "@effect/vitest"
import * as IntercomWorkspace from "effect-intercom/testing/IntercomWorkspace"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { parse } from "../../src/bin/SeedFile.js"
import { generate } from "../../src/testing/internal/workspace/generate.js"

const reasonOf = (text: string): string => Either.match(parse(text), { onLeft: (reason) => reason, onRight: () => "" })

describe("A seed file", () => {
  it("may hold all that the workspace generates", () => {
    const seed = generate({ contacts: 20, companies: 3, conversations: 10, tickets: 5, articles: 5 })
    assert.deepStrictEqual(parse(JSON.stringify(seed)), Either.right(JSON.parse(JSON.stringify(seed))))
  })

  it("may be empty", () => {
    assert.deepStrictEqual(parse("{}"), Either.right({}))
  })

  it("may begin with a byte order mark", () => {
    assert.deepStrictEqual(parse("\ufeff{}"), Either.right({}))
  })

  it("may be the example of docs/workspace.md", () => {
    const page = readFileSync(join(import.meta.dirname, "..", "..", "docs", "workspace.md"), "utf8")
    const [, example = ""] = /^```json\n([^]*?)^```/m.exec(page) ?? []
    const seed = Either.getOrThrow(parse(example))
    return Effect.runPromise(Effect.flatMap(IntercomWorkspace.make(), (workspace) => workspace.seed(seed)))
  })

  const refused: ReadonlyArray<readonly [seed: unknown, reason: string]> = [
    [[], "expected object, got array"],
    [{ contacts: { email: "ada@example.com" } }, "contacts expected list | undefined, got object"],
    [{ people: [] }, "people is not a known field"],
    [{ tags: [{ name: 3 }] }, "tags[0].name expected string, got number"],
    [{ tags: [{}] }, "tags[0].name is missing"],
    [{ contacts: [{}, { rol: "user", nam: "Ada" }] }, "contacts[1].rol is not a known field (also not: nam)"],
    [{ contacts: [{ role: "usr" }] }, `contacts[0].role expected "user" | "lead" | undefined, got string`],
    [
      { contacts: [{ signed_up_at: 1_600_000_000_000 }] },
      "contacts[0].signed_up_at expected Unix seconds, not milliseconds | null | undefined, got number"
    ],
    [
      { contacts: [{ fields: { browser: 1 } }] },
      "contacts[0].fields.browser expected string | null | undefined, got number"
    ],
    [{ conversations: [{ contacts: [], body: "Hello" }] }, "conversations[0].contacts[0] is missing"]
  ]
  for (const [seed, reason] of refused) {
    it(`is refused: ${reason}`, () => {
      assert.strictEqual(reasonOf(JSON.stringify(seed)), reason)
    })
  }

  it("that is not JSON is refused with the line, if the runtime tells it, and without its text", () => {
    const reason = reasonOf(`{\n"contacts": [\n{ "email": "ada@example.com", }\n] }`)
    assert.match(reason, /^is not JSON(: line 3)?$/)
  })

  it("that is not JSON has the same line behind a byte order mark", () => {
    const text = `{\n"contacts": []\n"tags": [] }`
    assert.strictEqual(reasonOf(`\ufeff${text}`), reasonOf(text))
  })
})
