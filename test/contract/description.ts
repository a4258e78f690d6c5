/**
 * Intercom's own API description. It is not part of the repository: `npm run description` downloads it.
 */
import * as Predicate from "effect/Predicate"
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { parse } from "yaml"
import { at, type Json, listOf, mapValues } from "./support/json.js"

/** The versions of the API that are described. */
export const versions = ["2.15", "2.16"] as const

export type Version = (typeof versions)[number]

const root = join(import.meta.dirname, "..", "..")

const fileIn = (folder: string, version: Version): string => join(folder, `intercom-${version}.yaml`)

/** Where the files are: beside the checkout, or where `npm run description` writes them. */
const folder = [join(root, "..", "shared", "spec"), join(root, ".description")].find((folder) =>
  versions.every((version) => existsSync(fileIn(folder, version)))
)

export const hasDescription: boolean = folder !== undefined

/** The path of each file, by version. */
export const files: Readonly<Record<string, string>> = folder === undefined ?
  {} :
  Object.fromEntries(versions.map((version) => [version, fileIn(folder, version)]))

/** What the name of a test that needs the description ends with. */
export const note: string = hasDescription ?
  "" :
  " (skipped: run `npm run description` to download Intercom's API description)"

/** References with the version of their document, so that each finds its own. */
const withVersion = (node: unknown, version: Version): unknown =>
  Array.isArray(node) ?
    node.map((item) => withVersion(item, version)) :
    Predicate.isRecord(node) ?
    mapValues(node, (value, key) =>
      key === "$ref" && typeof value === "string" ? `${version}${value}` : withVersion(value, version)) :
    node

const read = (version: Version): unknown =>
  folder === undefined ? {} : withVersion(parse(readFileSync(fileIn(folder, version), "utf8")), version)

const documents = { "2.15": read("2.15"), "2.16": read("2.16") }

/** The schemas of the description, by their names. */
export const componentsOf = (version: Version): Json => at(documents[version], "components", "schemas")

export interface Described {
  readonly version: Version
  readonly method: string
  readonly path: string
  /** The description in words. */
  readonly text: string
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
  if (typeof $ref !== "string") return at(node)
  const [version, ...path] = $ref.split("/")
  return resolve(at(documents[version === "2.15#" ? "2.15" : "2.16"], ...path))
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

const describedAt = (version: Version, path: string, item: Json, method: string): Described => {
  const operation = at(item[method])
  const [body] = Object.values(at(resolve(operation.requestBody).content))
  return {
    version,
    method,
    path,
    text: String(operation.description),
    parameters: parametersOf(path, item.parameters, operation.parameters),
    request: body === undefined ? undefined : at(body, "schema"),
    requestExamples: examplesOf(at(body)),
    responses: Object.entries(at(operation.responses)).map(responseOf)
  }
}

/** Every operation of the descriptions, once for each version. */
export const described: ReadonlyArray<Described> = versions.flatMap((version) =>
  Object.entries(at(documents[version], "paths")).flatMap(([path, item]) =>
    methods.filter((method) => method in at(item)).map((method) => describedAt(version, path, at(item), method))
  )
)

/** An operation in one version. */
export type Key = Pick<Described, "method" | "path" | "version">

/** `get /contacts/{contact_id}` */
export const keyOf = ({ method, path }: Pick<Key, "method" | "path">): string => `${method} ${path}`

const byKey = new Map(described.map((operation) => [`${operation.version} ${keyOf(operation)}`, operation]))

/** The operation an entry of ours stands for. Names of parameters may differ by version. */
export const descriptionOf = (operation: Key): Described => {
  const found = byKey.get(`${operation.version} ${keyOf(operation)}`)
  if (found === undefined) throw new Error(`API ${operation.version} has no operation ${keyOf(operation)}`)
  return found
}
