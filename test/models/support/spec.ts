/**
 * Examples from Intercom's own API description, which lies beside a developer's checkout and is not part of this one.
 */
import * as Predicate from "effect/Predicate"
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { readYaml } from "./yaml.js"

export interface Example {
  /** `GET /contacts/{contact_id}, contact found` */
  readonly name: string
  readonly value: unknown
}

type Json = Readonly<Record<string, unknown>>

const file = join(import.meta.dirname, "..", "..", "..", "..", "shared", "spec", "intercom-2.15.yaml")

export const hasSpec: boolean = existsSync(file)

/** What the name of a test that needs the description ends with. */
export const spec: string = hasSpec ? "" : " (skipped: ../shared/spec/intercom-2.15.yaml is not beside this checkout)"

const document: unknown = hasSpec ? readYaml(readFileSync(file, "utf8")) : {}

const at = (value: unknown, ...path: ReadonlyArray<string>): Json => {
  const found = path.reduce<unknown>((value, key) => Predicate.isRecord(value) ? value[key] : undefined, value)
  return Predicate.isRecord(found) ? found : {}
}

/** All examples of successful answers. */
export const responseExamples = (): ReadonlyArray<Example> =>
  Object.entries(at(document, "paths")).flatMap(([path, operations]) =>
    Object.keys(at(operations)).flatMap((method) =>
      Object.entries(at(operations, method, "responses", "200", "content", "application/json", "examples"))
        .map(([name, example]): Example => ({
          name: `${method.toUpperCase()} ${path}, ${name}`,
          value: at(example).value
        }))
    )
  )

/** An object made of the examples of its schema's properties. */
export const schemaExample = (name: string): unknown => exampleOf(at(document, "components", "schemas", name))

export const schemaProperties = (name: string): ReadonlyArray<string> =>
  Object.keys(at(document, "components", "schemas", name, "properties"))

const exampleOf = (schema: Json): unknown => {
  if (typeof schema.$ref === "string") return schemaExample(schema.$ref.slice("#/components/schemas/".length))
  if ("example" in schema) return schema.example
  if (schema.type === "array") return [exampleOf(at(schema.items))]
  const inherited: ReadonlyArray<unknown> = Array.isArray(schema.allOf) ? schema.allOf : []
  return Object.fromEntries([
    ...inherited.flatMap((schema) => Object.entries(Object(exampleOf(at(schema))))),
    ...Object.entries(at(schema.properties)).map(([key, property]) => [key, exampleOf(at(property))])
  ])
}
