import { assert, describe, it } from "@effect/vitest"
import { complaintsOf } from "./validate.js"

const text = { type: "string" }

describe("a schema of the description", () => {
  it("complains of what is missing, of another type, unknown or too much", () => {
    const schema = {
      type: "object",
      required: ["name"],
      properties: {
        name: text,
        state: { ...text, enum: ["open"] },
        parts: { type: "array", items: { properties: { id: text } } }
      }
    }
    assert.deepEqual(complaintsOf(schema, { name: "a", state: "open", parts: [{ id: "1" }] }), [])
    assert.deepEqual(complaintsOf(schema, {}), ["/ must have required property 'name'"])
    assert.deepEqual(complaintsOf(schema, { name: 1 }), ["/name must be string"])
    assert.deepEqual(complaintsOf(schema, { name: "a", state: "shut" }), [
      "/state must be equal to one of the allowed values"
    ])
    assert.deepEqual(complaintsOf(schema, { name: "a", nmae: "b" }), ["/nmae is not declared"])
    assert.deepEqual(complaintsOf(schema, { name: "a", parts: [{ key: 1 }] }), ["/parts/0/key is not declared"])
    assert.deepEqual(complaintsOf(schema, undefined), ["/ must be object"])
  })

  it("takes null where it says nullable, a property of that name aside", () => {
    const schema = { type: "object", properties: { nullable: text, name: { ...text, nullable: true } } }
    assert.deepEqual(complaintsOf(schema, { name: null }), [])
    assert.deepEqual(complaintsOf(schema, { nullable: null }), ["/nullable must be string"])
  })

  it("takes any of its variants, with what all have in common, and complains of the closest", () => {
    const schema = {
      type: "object",
      nullable: true,
      properties: { name: text },
      oneOf: [
        { properties: { id: text }, required: ["id"] },
        { properties: { email: text, phone: text }, required: ["email", "phone"] }
      ]
    }
    assert.deepEqual(complaintsOf(schema, { name: "a", id: "1" }), [])
    assert.deepEqual(complaintsOf(schema, { email: "a", phone: "1" }), [])
    assert.deepEqual(complaintsOf(schema, { email: "a" }), ["/ must have required property 'phone'"])
    assert.deepEqual(complaintsOf(schema, { id: "1", email: "a" }), ["/email is not declared"])
  })

  it("takes formats for what they are", () => {
    const schema = {
      type: "object",
      properties: {
        at: { type: "integer", format: "date-time" },
        on: { type: "integer", format: "timestamp" },
        url: { ...text, format: "uri" },
        uuid: { ...text, format: "uuid" }
      }
    }
    assert.deepEqual(complaintsOf(schema, { at: 1, on: 2, url: "https://example.com", uuid: "123" }), [])
    assert.deepEqual(complaintsOf(schema, { url: "no url" }), ["/url must match format \"uri\""])
  })

  it("takes any key where it says so", () => {
    const open = { type: "object", properties: { name: text }, additionalProperties: text }
    assert.deepEqual(complaintsOf(open, { name: "a", colour: "red" }), [])
    assert.deepEqual(complaintsOf(open, { colour: 1 }), ["/colour must be string"])
    assert.deepEqual(complaintsOf({ type: "object" }, { colour: 1 }), [])
  })
})
