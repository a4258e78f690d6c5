import { assert, describe, it } from "@effect/vitest"
import { mutantsOf } from "./mutants.js"
import { alternatives } from "./schema.js"

const names = (example: unknown, schema: object = {}): ReadonlyArray<string> =>
  mutantsOf(example, alternatives(schema)).map(({ name }) => name).sort()

const valueOf = (example: unknown, name: string, schema: object = {}): unknown =>
  mutantsOf(example, alternatives(schema)).find((mutant) => mutant.name === name)?.value

const extras = { a_new_word: "new", a_new_object: { type: "new", id: null } }

describe("the mutants of an example", () => {
  it("change one thing each, and leave the example alone", () => {
    const example = { id: "1", tags: { data: [{ id: "5", name: "vip" }] } }
    const before = structuredClone(example)
    const mutants = mutantsOf(example, [])
    assert.deepEqual(example, before)
    assert.strictEqual(new Set(mutants.map(({ value }) => JSON.stringify(value))).size, mutants.length)
  })

  it("lack a key, or have null under it, at every depth", () => {
    const example = { id: "1", tags: { data: [{ id: "5", name: "vip" }] } }
    assert.deepEqual(valueOf(example, "tags is missing"), { id: "1" })
    assert.deepEqual(valueOf(example, "tags is null"), { id: "1", tags: null })
    assert.deepEqual(valueOf(example, "tags.data.0.name is missing"), { id: "1", tags: { data: [{ id: "5" }] } })
    assert.deepEqual(valueOf(example, "tags.data.0.name is null"), {
      id: "1",
      tags: { data: [{ id: "5", name: null }] }
    })
  })

  it("have new keys in every object", () => {
    const example = { id: "1", tags: { data: [{ id: "5" }] } }
    assert.deepEqual(valueOf(example, "the body has keys that are new"), { ...example, ...extras })
    assert.deepEqual(valueOf(example, "tags.data.0 has keys that are new"), {
      id: "1",
      tags: { data: [{ id: "5", ...extras }] }
    })
  })

  it("have an id of the other type", () => {
    const example = {
      id: 7,
      owner_id: "12",
      team_ids: ["1", 2],
      external_id: "abc",
      parent_id: null,
      idea: "3",
      paid: 4
    }
    const flips = mutantsOf(example, []).filter(({ name }) => name.endsWith("of the other type"))
    assert.deepEqual(flips.map(({ value }) => value), [
      { ...example, id: "7" },
      { ...example, owner_id: 12 },
      { ...example, team_ids: [1, "2"] },
      { ...example, external_id: 4711 }
    ])
  })

  it("have a new word where the schema lists them, wherever it does", () => {
    const word = { type: "string", enum: ["Open", "Closed"] }
    const schema = {
      allOf: [{ properties: { state: word } }],
      properties: { parts: { items: { oneOf: [{ properties: { kind: word } }, {}] } }, title: { type: "string" } },
      additionalProperties: word
    }
    const example = { state: "Open", title: "Open", parts: [{ kind: "Open" }], other: "Open" }
    const words = names(example, schema).filter((name) => name.endsWith("a word that is new"))
    assert.deepEqual(words, [
      "other is a word that is new",
      "parts.0.kind is a word that is new",
      "state is a word that is new"
    ])
    assert.deepEqual(valueOf(example, "parts.0.kind is a word that is new", schema), {
      ...example,
      parts: [{ kind: "unheard_of" }]
    })
  })

  it("have a new word where one seems to be one of a few, but not in place of a text", () => {
    const example = {
      role: "user",
      part_type: "ticket_state_updated",
      body: "<p>hi</p>",
      name: "Joe",
      at: "2024-12-18"
    }
    const words = names(example).filter((name) => name.endsWith("a word that is new"))
    assert.deepEqual(words, ["part_type is a word that is new", "role is a word that is new"])
  })

  it("have pages of every shape, if the body has any", () => {
    const shapes = (example: unknown) => mutantsOf(example, []).filter(({ name }) => /^pages (has|is empty)/.test(name))
    assert.lengthOf(shapes({ data: [], pages: null }), 8)
    assert.lengthOf(shapes({ data: [] }), 0)
    assert.lengthOf(shapes({ pages: null, id: "1", list: { pages: {} } }), 8)
  })

  it("never lack what identifies", () => {
    const left = (example: unknown) => names(example).filter((name) => /is (missing|null)$/.test(name))
    assert.deepEqual(left({ id: "1" }), [])
    assert.deepEqual(left({ id: null, conversation_id: "1" }), ["id is missing"])
    assert.deepEqual(left({ id: "1", conversation_id: null }), ["conversation_id is missing"])
    assert.deepEqual(left({ job_identifier: "1", status: null }), ["status is missing"])
    assert.deepEqual(left({ customers: [{ id: "1" }] }), [])
    assert.deepEqual(left({ a: { customers: [] }, id: 1 }), [
      "a is missing",
      "a is null",
      "a.customers is missing",
      "a.customers is null"
    ])
  })
})
