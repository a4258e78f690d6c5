/** Custom attributes of conversations, and the options of lists. */
import * as Either from "effect/Either"
import * as Predicate from "effect/Predicate"
import * as Schema from "effect/Schema"
import { Id } from "../../../../internal/fields.js"
import {
  type ConversationAttributeDataType,
  NewConversationAttributeOption,
  NewConversationAttributeReference
} from "../../../../models/ConversationAttribute.js"
import type { ConversationAttributeSeed } from "../../../ConversationSeed.js"
import type { JsonObject } from "../kernel/Json.js"
import { json, refuse, type Refused, type Result } from "../kernel/Result.js"
import { AnyBody, type Call, del, get, later, type Operation, post, put } from "../Operation.js"
import type { AttributeOption, ConversationAttributeRow } from "../rows/ConversationAttribute.js"
import type { Tables } from "../Tables.js"
import * as Admins from "../teammates/Admins.js"

export const present = (row: ConversationAttributeRow): JsonObject => ({
  type: "conversation_attribute",
  ...row,
  id: Number(row.id)
})

const changeable = () => ({
  description: Schema.optional(Schema.String),
  required: Schema.optional(Schema.Boolean),
  visible_to_team_ids: Schema.optional(Schema.Array(Id)),
  multiline: Schema.optional(Schema.Boolean),
  reference: Schema.optional(NewConversationAttributeReference)
})

// Not the union of the model: the error for an unknown `data_type` has a status of its own.
const Definition = Schema.suspend(() =>
  Schema.Struct({
    name: Schema.String,
    data_type: Schema.String,
    options: Schema.optional(Schema.Array(NewConversationAttributeOption)),
    ...changeable()
  })
)

type Definition = typeof Definition.Type

const Changes = Schema.suspend(() => Schema.Struct({ name: Schema.optional(Schema.String), ...changeable() }))

type Changes = typeof Changes.Type

const invalid = (reason: string): Refused => refuse(422, "parameter_invalid", reason)

const dataTypes: ReadonlyArray<ConversationAttributeDataType> = [
  "string",
  "integer",
  "list",
  "decimal",
  "boolean",
  "datetime",
  "relationship",
  "files"
]

const optionOf = ({ nextId }: Pick<Tables, "nextId">, label: string): AttributeOption => ({
  id: `6762f0c0-0000-4000-8000-${nextId().padStart(12, "0")}`,
  label,
  archived: false
})

const add = (
  tables: Pick<Tables, "admins" | "conversationAttributes" | "nextId">,
  { data_type, description = "", multiline = false, name, options = [], reference, ...body }: Definition,
  now: number,
  id?: string
): Result<ConversationAttributeRow> =>
  Either.gen(function*() {
    const type = dataTypes.find((type) => type === data_type)
    if (type === undefined) {
      return yield* invalid(`data_type '${data_type}' is not valid. Allowed types: ${dataTypes.join(", ")}`)
    }
    if (name.trim() === "") return yield* invalid("name is required")
    return tables.conversationAttributes.set({
      id: yield* tables.conversationAttributes.reserveId(id),
      name,
      description,
      data_type: type,
      required: body.required ?? false,
      visible_to_team_ids: body.visible_to_team_ids ?? [],
      archived: false,
      admin_id: (yield* Admins.ofToken(tables)).id,
      multiline: type === "string" ? multiline : undefined,
      options: type === "list" ? options.map(({ label }) => optionOf(tables, label)) : undefined,
      reference: type === "relationship" ? reference : undefined,
      created_at: now,
      updated_at: now
    })
  })

/** Adds an attribute. `now` is Unix time in seconds. */
export const insertSeed = (
  tables: Pick<Tables, "admins" | "conversationAttributes" | "nextId" | "teams">,
  { archived = false, created_at, data_type = "string", id, options, teams = [], ...seed }: ConversationAttributeSeed,
  now: number
): Result<ConversationAttributeRow> =>
  Either.gen(function*() {
    const visibleTo = yield* Either.all(teams.map((name) => tables.teams.findByName(name)))
    const definition = {
      ...seed,
      data_type,
      options: options?.map((label) => ({ label })),
      visible_to_team_ids: visibleTo.map(({ id }) => id)
    }
    return tables.conversationAttributes.set({ ...yield* add(tables, definition, created_at ?? now, id), archived })
  })

const byPath = ({ path, tables }: Call<"id">): Result<ConversationAttributeRow> =>
  tables.conversationAttributes.find(path("id"))

const list = ({ query: { include_archived }, tables }: Call): Result => {
  const rows = tables.conversationAttributes.rows().filter(({ archived }) => !archived || include_archived === "true")
  return Either.right(json({ type: "list", data: rows.map(present) }))
}

const find = (call: Call<"id">): Result => Either.map(byPath(call), (row) => json(present(row)))

const create = ({ body, now, tables }: Call<never, Definition>): Result =>
  Either.map(add(tables, body, now), (row) => json(present(row)))

const set = ({ now, tables }: Call, row: ConversationAttributeRow): Result =>
  Either.right(json(present(tables.conversationAttributes.set({ ...row, updated_at: now }))))

const update = (call: Call<"id", Changes>): Result =>
  Either.flatMap(byPath(call), (row) => {
    const { body } = call
    return set(call, {
      ...row,
      name: body.name ?? row.name,
      description: body.description ?? row.description,
      required: body.required ?? row.required,
      visible_to_team_ids: body.visible_to_team_ids ?? row.visible_to_team_ids,
      multiline: row.data_type === "string" ? body.multiline ?? row.multiline : undefined,
      reference: row.data_type === "relationship" ? body.reference ?? row.reference : undefined
    })
  })

const archive = (call: Call<"id">): Result =>
  Either.flatMap(byPath(call), (row) => set(call, { ...row, archived: true }))

/** Changes the options of the list that the path names. */
const changeOptions = (
  call: Call<"id">,
  change: (options: ReadonlyArray<AttributeOption>) => Result<ReadonlyArray<AttributeOption>>
): Result =>
  Either.gen(function*() {
    const row = yield* byPath(call)
    if (row.options === undefined) return yield* invalid("Options can only be managed on list attributes")
    return yield* set(call, { ...row, options: yield* change(row.options) })
  })

const labelOf = (body: unknown): Result<string> => {
  if (!Predicate.isRecord(body) || !("label" in body)) return invalid("label is required")
  if (Object.keys(body).length > 1) return invalid("only 'label' is accepted")
  return typeof body.label === "string" ? Either.right(body.label) : invalid("label must be a string")
}

/** Replaces the option that the path names. */
const replaceOption = (
  { path }: Call<"option_id">,
  options: ReadonlyArray<AttributeOption>,
  change: (option: AttributeOption) => AttributeOption
): Result<ReadonlyArray<AttributeOption>> => {
  const id = path("option_id")
  return options.some((option) => option.id === id) ?
    Either.right(options.map((option) => option.id === id ? change(option) : option)) :
    refuse(404, "conversation_attribute_not_found", "List option not found")
}

const addOption = (call: Call<"id">): Result =>
  changeOptions(
    call,
    (options) => Either.map(labelOf(call.body), (label) => [...options, optionOf(call.tables, label)])
  )

const renameOption = (call: Call<"id" | "option_id">): Result =>
  changeOptions(call, (options) =>
    Either.flatMap(
      labelOf(call.body),
      (label) => replaceOption(call, options, (option) => ({ ...option, label }))
    ))

const archiveOption = (call: Call<"id" | "option_id">): Result =>
  changeOptions(call, (before) =>
    Either.flatMap(
      replaceOption(call, before, (option) => ({ ...option, archived: true })),
      (options) =>
        options.filter(({ archived }) => !archived).length < 2 ?
          invalid("A list attribute must have at least 2 active options") :
          Either.right(options)
    ))

export const operations: ReadonlyArray<Operation> = later([
  get("/conversations/attributes", list),
  post("/conversations/attributes", Definition, create),
  get("/conversations/attributes/{id}", find),
  put("/conversations/attributes/{id}", Changes, update),
  del("/conversations/attributes/{id}", archive),
  post("/conversations/attributes/{id}/options", AnyBody, addOption),
  put("/conversations/attributes/{id}/options/{option_id}", AnyBody, renameOption),
  del("/conversations/attributes/{id}/options/{option_id}", archiveOption)
])
