/** Data attributes: built-in and custom. */
import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import { DataAttributeOption } from "../../../../models/DataAttribute.js"
import type { DataAttributeSeed } from "../../../Seed.js"
import type { JsonObject } from "../kernel/Json.js"
import { invalid, json, refuse, type Result } from "../kernel/Result.js"
import { type FieldKind, wordsOf } from "../kernel/Search.js"
import { type Call, get, type Operation, post, put } from "../Operation.js"
import type { DataAttributeRow } from "../rows/DataAttribute.js"
import type { Tables } from "../Tables.js"

export const present = (row: DataAttributeRow): JsonObject => ({
  type: "data_attribute",
  ...row,
  id: Number(row.id),
  full_name: `custom_attributes.${row.name}`,
  label: row.name,
  api_writable: true,
  ui_writable: false,
  custom: true
})

/** The fields of a new attribute, before the checks. */
const Definition = Schema.suspend(() =>
  Schema.Struct({ name: Schema.String, model: Schema.String, data_type: Schema.String, ...changeable() })
)

type Definition = typeof Definition.Type

/** The changes of an attribute, before the checks. */
const Changes = Schema.suspend(() => Schema.Struct({ archived: Schema.optional(Schema.Boolean), ...changeable() }))

type Changes = typeof Changes.Type

const changeable = () => ({
  description: Schema.optional(Schema.String),
  messenger_writable: Schema.optional(Schema.Boolean),
  options: Schema.optional(Schema.Array(DataAttributeOption))
})

/** Adds a custom attribute. Unlike the API, a seed may add one of conversations. `now` is Unix time in seconds. */
export const insertSeed = (
  tables: Pick<Tables, "admins" | "dataAttributes">,
  { archived = false, created_at, data_type = "string", id, model, options, ...seed }: DataAttributeSeed,
  now: number
): Result<DataAttributeRow> =>
  Either.gen(function*() {
    if (!models.includes(model)) return yield* invalid("is not the model of an attribute", "model")
    const values = options?.map((value) => ({ value }))
    const row = yield* make(tables, { ...seed, model, data_type, options: values }, created_at ?? now, id)
    return tables.dataAttributes.set({ ...row, archived })
  })

/** How a search treats a custom attribute. An undefined attribute may hold any value. */
export const kindOf = ({ dataAttributes }: Pick<Tables, "dataAttributes">, model: string, name: string): FieldKind =>
  kinds[dataAttributes.rows().find((row) => row.model === model && row.name === name)?.data_type ?? ""] ?? "any"

const kinds: Readonly<Record<string, FieldKind>> = {
  string: "text",
  integer: "number",
  float: "number",
  boolean: "boolean",
  date: "day"
}

const models = ["contact", "company", "conversation"]

const make = (
  tables: Pick<Tables, "admins" | "dataAttributes">,
  { data_type, description, messenger_writable = false, model, name, options }: Definition,
  now: number,
  requestedId?: string
): Result<DataAttributeRow> =>
  Either.gen(function*() {
    yield* requireName(tables, name)
    const type = dataTypes.get(data_type)
    if (type === undefined) return yield* invalid("Data Type isn't an option", "data_type")
    yield* requireCapacity(tables)
    const id = yield* tables.dataAttributes.reserveId(requestedId)
    return {
      id,
      model,
      name,
      description,
      data_type: type,
      options: data_type === "options" ? yield* valuesOf(options ?? []) : undefined,
      messenger_writable,
      archived: false,
      admin_id: tables.admins.rows()[0]?.id,
      created_at: now,
      updated_at: now
    }
  })

/** The `data_type` of an attribute, by the `data_type` it is created with. */
const dataTypes: ReadonlyMap<string, string> = new Map([
  ["string", "string"],
  ["integer", "integer"],
  ["float", "float"],
  ["boolean", "boolean"],
  ["date", "date"],
  ["datetime", "date"],
  ["options", "string"]
])

const requireName = ({ dataAttributes }: Pick<Tables, "dataAttributes">, name: string): Result<void> => {
  if (!/^[\p{L}\p{N}\p{Sc}_ -]+$/u.test(name)) {
    return invalid("A name is made of letters, digits, currency symbols and hyphens", "name")
  }
  const duplicate = dataAttributes.rows().find((row) => row.name === name)
  return duplicate === undefined ?
    Either.right(undefined) :
    invalid(`The ${duplicate.model} data of the workspace has an attribute of this name`, "name")
}

/** The maximum of custom attributes that are not archived. */
const limit = 250

const requireCapacity = ({ dataAttributes }: Pick<Tables, "dataAttributes">): Result<void> =>
  dataAttributes.rows().filter(({ archived }) => !archived).length < limit ?
    Either.right(undefined) :
    refuse(400, "custom_data_limit_reached", `A workspace has ${limit} custom attributes at most`)

const valuesOf = (options: ReadonlyArray<DataAttributeOption>): Result<ReadonlyArray<string>> =>
  options.length < 2 ?
    invalid("A list needs two options at least", "options") :
    Either.right(options.map(({ value }) => value))

const list = ({ query: { include_archived, model }, tables, version }: Call): Result => {
  // From 2.16, attributes of conversations have operations of their own.
  const isListed = (name: unknown) => version === "2.15" || name !== "conversation"
  if (model !== undefined && !models.includes(model)) return invalid("is not the model of an attribute", "model")
  if (!isListed(model)) {
    return refuse(422, "parameter_invalid", "conversation is not the model of a data attribute", "model")
  }
  const custom = tables.dataAttributes.rows().filter(({ archived }) => !archived || include_archived === "true")
  const all = [...builtIn(), ...custom.map(present)].filter((one) => isListed(one.model))
  return Either.right(json({ type: "list", data: all.filter((one) => model === undefined || one.model === model) }))
}

const create = ({ body, now, tables }: Call<never, Definition>): Result =>
  Either.gen(function*() {
    if (body.model !== "contact" && body.model !== "company") {
      return yield* invalid("The model is either contact or company", "model")
    }
    return json(present(tables.dataAttributes.set(yield* make(tables, body, now))))
  })

const update = (call: Call<"data_attribute_id", Changes>): Result =>
  Either.gen(function*() {
    const { body, now, path, tables } = call
    const row = tables.dataAttributes.get(path("data_attribute_id"))
    if (row === undefined) return yield* refuse(404, "field_not_found", "There is no such data attribute to update")
    const options = body.options === undefined ? row.options : yield* valuesOf(body.options)
    const archived = body.archived ?? row.archived
    if (row.archived && !archived) yield* requireCapacity(tables)
    return json(present(
      tables.dataAttributes.set({
        ...row,
        options,
        archived,
        description: body.description ?? row.description,
        messenger_writable: body.messenger_writable ?? row.messenger_writable,
        updated_at: now
      })
    ))
  })

/** Built-in attributes have no id. */
const builtIn = (): ReadonlyArray<JsonObject> =>
  Object.entries(names).flatMap(([model, byType]) =>
    Object.entries(byType).flatMap(([data_type, names]) =>
      wordsOf(names).map((full_name) => ({
        type: "data_attribute",
        model,
        name: full_name.slice(full_name.indexOf(".") + 1),
        full_name,
        label: full_name.replace(/[._]/g, " "),
        description: "",
        data_type,
        api_writable: wordsOf(writable).includes(full_name),
        ui_writable: false,
        messenger_writable: true,
        custom: false,
        archived: false
      }))
    )
  )

/** Built-in attributes by model and type. */
const names: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  company: {
    string: "name company_id plan.name plan.id industry website id app_id",
    integer: "user_count session_count size",
    float: "monthly_spend",
    date: "last_request_at remote_created_at created_at updated_at"
  },
  contact: {
    string: `
      id external_id role name avatar email phone language_override browser browser_version browser_language os
      location.country location.region location.city
    `,
    integer: "owner_id",
    boolean: "has_hard_bounced marked_email_as_spam unsubscribed_from_emails",
    date: `
      created_at signed_up_at updated_at last_seen_at last_contacted_at last_replied_at last_email_opened_at
      last_email_clicked_at
    `
  }
}

/** The built-in attributes that the API can write, of companies and of contacts. */
const writable = `
  name plan.name remote_created_at monthly_spend size industry website external_id role avatar email phone
  language_override owner_id signed_up_at last_seen_at
`

export const operations: ReadonlyArray<Operation> = [
  get("/data_attributes", list),
  post("/data_attributes", Definition, create),
  put("/data_attributes/{data_attribute_id}", Changes, update)
]
