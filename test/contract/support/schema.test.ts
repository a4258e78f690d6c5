import { assert, describe, it } from "@effect/vitest"
import { alternatives, exampleOf, isOpen, under } from "./schema.js"

const text = { type: "string" }
const named = { properties: { name: text } }

describe("the schemas of a value", () => {
  it("are all it is composed of, and all its variants", () => {
    const schema = { allOf: [named], oneOf: [{ anyOf: [text] }] }
    assert.deepEqual(alternatives(schema), [schema, named, { anyOf: [text] }, text])
  })

  it("lead to those of what is inside", () => {
    const schemas = alternatives({ oneOf: [{ properties: { items: { items: named } } }], additionalProperties: text })
    assert.deepEqual(under(under(under(schemas, "items"), 0), "name"), [text])
    assert.deepEqual(under(schemas, "other"), [text])
    assert.deepEqual(under([named], "toString"), [])
    assert.deepEqual(under([{ additionalProperties: true }], "other"), [])
  })

  it("tell whether other keys may be there", () => {
    assert.isFalse(isOpen([named]))
    assert.isFalse(isOpen([named, { type: "object" }]))
    assert.isFalse(isOpen([{ ...named, additionalProperties: false }]))
    assert.isTrue(isOpen([{ type: "object" }]))
    assert.isTrue(isOpen([named, { additionalProperties: true }]))
    assert.isTrue(isOpen([{ ...named, additionalProperties: text }]))
  })
})

describe("an example made of a schema", () => {
  it("has the examples of its fields, and something of their type where there is none", () => {
    const schema = {
      allOf: [{ properties: { id: { type: "integer", example: 7 } } }],
      properties: {
        state: { ...text, enum: ["open", "closed"] },
        parts: { type: "array", items: { type: "object", properties: { body: { ...text, example: null } } } },
        either: { oneOf: [{ ...text, example: "one" }, { type: "integer" }] },
        count: { type: "integer" },
        order: { type: "integer", example: "1" },
        owner_id: { ...text, example: 123 },
        open: { type: "boolean" },
        bag: { type: "object" },
        title: text
      }
    }
    assert.deepEqual(exampleOf(schema), {
      id: 7,
      state: "open",
      parts: [{ body: null }],
      either: "one",
      count: 1,
      order: 1,
      owner_id: "123",
      open: true,
      bag: {},
      title: "text"
    })
    assert.deepEqual(exampleOf({ ...schema, example: "whole" }), "whole")
  })
})
