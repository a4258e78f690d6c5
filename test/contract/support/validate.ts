/** What the description says against a request body, or an answer. */
import { Ajv } from "ajv"
import formats, { type FormatName } from "ajv-formats"
import * as Predicate from "effect/Predicate"
import { componentsOf, resolve, versions } from "../description.js"
import { type Json, listOf, mapValues } from "./json.js"
import { alternatives, isOpen, type Schemas, under } from "./schema.js"

/** Where something is wrong, and what: `/owner_id must be integer`. */
export type Complaint = string

const kept = new Set([
  ..."type enum required minLength maxLength pattern minimum maximum minItems maxItems uniqueItems".split(" "),
  ..."properties items additionalProperties allOf".split(" ")
])

// Others stand where they are not meant: `date-time` at integers, `uuid` at ids that are none.
const enforced: ReadonlyArray<FormatName> = ["date-time", "email", "uri"]

/** A schema of OpenAPI 3.0 as JSON Schema has it. */
export const toJsonSchema = (node: unknown): unknown => {
  if (!Predicate.isRecord(node)) return node
  if (typeof node.$ref === "string") return { $ref: node.$ref }
  const schema = mapValues(
    Object.fromEntries(Object.entries(node).filter(([key]) => kept.has(key))),
    (value, key) =>
      Array.isArray(value) && key === "allOf" ?
        value.map(toJsonSchema) :
        key === "properties" && Predicate.isRecord(value) ?
        mapValues(value, toJsonSchema) :
        key === "items" || key === "additionalProperties" ?
        toJsonSchema(value) :
        value
  )
  const { format, type } = node
  const isEnforced = type === "string" && enforced.some((name) => name === format)
  // Variants overlap: exactly one of them rarely matches.
  const variants = [...listOf(node.oneOf), ...listOf(node.anyOf)].map(toJsonSchema)
  const converted = {
    ...schema,
    ...(isEnforced ? { format } : {}),
    ...(variants.length === 0 ? {} : { anyOf: variants })
  }
  return node.nullable === true ? { anyOf: [{ type: "null" }, converted] } : converted
}

const validator = (validateFormats: boolean): Ajv => {
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false, validateFormats })
  if (validateFormats) formats.default(ajv, [...enforced])
  for (const version of versions) {
    ajv.addSchema({ $id: version, components: { schemas: mapValues(componentsOf(version), toJsonSchema) } })
  }
  return ajv
}

const ofRequests = validator(true)
// In answers, a `uri` is a path as often as not.
const ofAnswers = validator(false)

const invalid = (ajv: Ajv, schema: Json, value: unknown): ReadonlyArray<Complaint> => {
  const validate = ajv.compile<unknown>(Object(toJsonSchema(schema)))
  if (validate(value)) return []
  const complaints = (validate.errors ?? []).map(({ instancePath, message }) =>
    `${instancePath || "/"} ${message ?? ""}`
  )
  return Array.from(new Set(complaints)).sort()
}

const undeclared = (schemas: Schemas, value: unknown, path = ""): ReadonlyArray<Complaint> => {
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) => undeclared(under(schemas, index), item, `${path}/${index}`))
  }
  if (!Predicate.isRecord(value)) return []
  return Object.entries(value).flatMap(([key, field]) => {
    const declared = under(schemas, key)
    return declared.length === 0 && !isOpen(schemas) ?
      [`${path}/${key} is not declared`] :
      undeclared(declared, field, `${path}/${key}`)
  })
}

/** All that is wrong with an answer. Keys that are not declared are not: Intercom sends many. */
export const answerComplaintsOf = (schema: Json, value: unknown): ReadonlyArray<Complaint> =>
  invalid(ofAnswers, schema, value)

/** All that is wrong with a request body; of variants, what is wrong with the one that fits best. */
export const complaintsOf = (schema: Json, value: unknown): ReadonlyArray<Complaint> => {
  const { anyOf, nullable: _, oneOf, ...common } = resolve(schema)
  const variants = [...listOf(oneOf), ...listOf(anyOf)]
  const [closest = []] = (variants.length === 0 ? [{}] : variants)
    .map((variant) => [
      ...invalid(ofRequests, { allOf: [common, variant] }, value),
      ...undeclared(alternatives({ allOf: [common, variant] }), value)
    ])
    .sort((one, other) => one.length - other.length)
  return closest
}
