/**
 * Intercom's own API description, which lies beside a developer's checkout and is not part of this one.
 */
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { parse } from "yaml"
import { at, type Json, listOf } from "./support/json.js"

const file = join(import.meta.dirname, "..", "..", "..", "shared", "spec", "intercom-2.15.yaml")

export const hasDescription: boolean = existsSync(file)

/** What the name of a test that needs the description ends with. */
export const note: string = hasDescription ?
  "" :
  " (skipped: ../shared/spec/intercom-2.15.yaml is not beside this checkout)"

const document: unknown = hasDescription ? parse(readFileSync(file, "utf8")) : {}

/** The schemas of the description, by their names. */
export const components: Json = at(document, "components", "schemas")

export interface Described {
  readonly method: string
  readonly path: string
  readonly parameters: ReadonlyArray<Parameter>
  /** The schema of the JSON body, where it takes one. */
  readonly request: Json | undefined
  readonly requestExamples: ReadonlyArray<Example>
  readonly responses: ReadonlyArray<DescribedResponse>
}

export interface Parameter {
  readonly name: string
  readonly in: string
  readonly required: boolean
}

export interface DescribedResponse {
  /** `200`, `default`. */
  readonly status: string
  /** Nothing where no body is described. */
  readonly contentType: string | undefined
  readonly schema: Json
  readonly examples: ReadonlyArray<Example>
}

export interface Example {
  readonly name: string
  readonly value: unknown
}

/** What a `$ref` stands for. */
export const resolve = (node: unknown): Json => {
  const { $ref } = at(node)
  return typeof $ref === "string" ? resolve(at(document, ...$ref.split("/").slice(1))) : at(node)
}

const methods = ["get", "post", "put", "patch", "delete"]

const parametersOf = (path: string, ...lists: ReadonlyArray<unknown>): ReadonlyArray<Parameter> =>
  lists.flatMap(listOf).map(resolve).flatMap((parameter) => {
    const name = String(parameter.name)
    // In a query, an object stands for its properties: one of them is sent, which depends.
    const schema = resolve(parameter.schema)
    const properties = [schema, ...listOf(schema.oneOf)].flatMap((variant) =>
      Object.keys(at(resolve(variant).properties))
    )
    if (properties.length > 0) return properties.map((name) => ({ name, in: "query", required: false }))
    // Two operations have the parameter of their path declared `in: query`.
    const place = path.includes(`{${name}}`) ? "path" : String(parameter.in)
    return [{ name, in: place, required: parameter.required === true }]
  })

const examplesOf = (media: Json): ReadonlyArray<Example> =>
  Object.entries(at(media.examples)).map(([name, example]) => ({ name, value: resolve(example).value }))

const responseOf = ([status, node]: readonly [string, unknown]): DescribedResponse => {
  const [[contentType, media] = []] = Object.entries(at(resolve(node).content))
  return { status, contentType, schema: at(media, "schema"), examples: examplesOf(at(media)) }
}

const describedAt = (path: string, item: Json, method: string): Described => {
  const operation = at(item[method])
  const [body] = Object.values(at(resolve(operation.requestBody).content))
  return {
    method,
    path,
    parameters: parametersOf(path, item.parameters, operation.parameters),
    request: body === undefined ? undefined : at(body, "schema"),
    requestExamples: examplesOf(at(body)),
    responses: Object.entries(at(operation.responses)).map(responseOf)
  }
}

/** Every operation of the description. */
export const described: ReadonlyArray<Described> = Object.entries(at(document, "paths")).flatMap(([path, item]) =>
  methods.filter((method) => method in at(item)).map((method) => describedAt(path, at(item), method))
)

/** `get /contacts/{contact_id}` */
export const keyOf = ({ method, path }: Pick<Described, "method" | "path">): string => `${method} ${path}`

const byKey = new Map(described.map((operation) => [keyOf(operation), operation]))

/** The operation an entry of ours stands for. */
export const descriptionOf = (operation: Pick<Described, "method" | "path">): Described => {
  const found = byKey.get(keyOf(operation))
  if (found === undefined) throw new Error(`the description has no operation ${keyOf(operation)}`)
  return found
}
