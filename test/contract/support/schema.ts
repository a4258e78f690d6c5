/** Questions to the schemas of the description. */
import { componentsOf, resolve, type Version } from "../description.js"
import { at, type Json, listOf } from "./json.js"

/** All that may describe one place in a value: a schema, what it is composed of, and its variants. */
export type Schemas = ReadonlyArray<Json>

export const alternatives = (node: unknown): Schemas => {
  const schema = resolve(node)
  return [schema, ...[schema.allOf, schema.oneOf, schema.anyOf].flatMap(listOf).flatMap(alternatives)]
}

/** The schemas of what is under a key, or at an index. */
export const under = (schemas: Schemas, key: string | number): Schemas =>
  schemas.flatMap((schema) => {
    if (typeof key === "number") return schema.items === undefined ? [] : alternatives(schema.items)
    const properties = at(schema.properties)
    if (Object.hasOwn(properties, key)) return alternatives(properties[key])
    const { additionalProperties } = schema
    return typeof additionalProperties === "object" ? alternatives(additionalProperties) : []
  })

/** Whether an object may have keys that are not declared. */
export const isOpen = (schemas: Schemas): boolean =>
  schemas.every(({ properties }) => properties === undefined) ||
  schemas.some(({ additionalProperties }) => additionalProperties !== undefined && additionalProperties !== false)

/** A value made of the examples of its schema. */
export const exampleOf = (node: unknown): unknown => {
  const schema = resolve(node)
  if ("example" in schema) return ofType(schema.type, schema.example)
  const [variant] = [schema.oneOf, schema.anyOf, schema.enum].flatMap(listOf)
  if (variant !== undefined) return schema.enum === undefined ? exampleOf(variant) : variant
  if (schema.type === "array") return [exampleOf(schema.items)]
  if (schema.properties === undefined && schema.allOf === undefined) return samples[String(schema.type)] ?? {}
  return Object.fromEntries([
    ...listOf(schema.allOf).flatMap((part) => Object.entries(at(exampleOf(part)))),
    ...Object.entries(at(schema.properties)).map(([key, property]) => [key, exampleOf(property)])
  ])
}

// Some examples are not of the type that is declared beside them: `"1"` for an integer.
const ofType = (type: unknown, example: unknown): unknown =>
  type === "integer" && typeof example === "string" && /^\d+$/.test(example) ?
    Number(example) :
    type === "string" && typeof example === "number" ?
    String(example) :
    example

const samples: Json = { string: "text", integer: 1, number: 1.5, boolean: true }

/** An object made of the examples of a named schema's properties. */
export const schemaExample = (name: string, version: Version): unknown => exampleOf(componentsOf(version)[name])

export const schemaProperties = (name: string, version: Version): ReadonlyArray<string> =>
  Object.keys(at(componentsOf(version), name, "properties"))
