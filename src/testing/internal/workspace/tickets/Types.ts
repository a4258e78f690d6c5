/** Ticket types and their attributes. */
import * as Either from "effect/Either"
import { NewTicketType, TicketTypeChanges } from "../../../../models/TicketType.js"
import { NewTicketTypeAttribute, TicketTypeAttributeChanges } from "../../../../models/TicketTypeAttribute.js"
import type { TicketTypeSeed } from "../../../ConversationSeed.js"
import type { JsonObject } from "../kernel/Json.js"
import { invalid, json, notFound, type Result } from "../kernel/Result.js"
import { type Call, get, type Operation, post, put } from "../Operation.js"
import type { ListItem, TicketTypeAttributeRow, TicketTypeRow } from "../rows/TicketType.js"
import type { Tables } from "../Tables.js"
import * as TicketStates from "./States.js"

/** The type as tickets show it, without its states. */
export const present = (tables: Pick<Tables, "workspaceId">, row: TicketTypeRow): JsonObject => {
  const { attributes: _, ...fields } = row
  return {
    type: "ticket_type",
    ...fields,
    workspace_id: tables.workspaceId,
    ticket_type_attributes: {
      type: "list",
      data: active(row).map((attribute) => presentAttribute(tables, row, attribute))
    }
  }
}

const presentWithStates = (tables: Pick<Tables, "ticketStates" | "workspaceId">, row: TicketTypeRow): JsonObject => ({
  ...present(tables, row),
  ticket_states: { type: "list", data: TicketStates.ofType(tables, row).map(TicketStates.present) }
})

const presentAttribute = (
  tables: Pick<Tables, "workspaceId">,
  type: TicketTypeRow,
  row: TicketTypeAttributeRow
): JsonObject => {
  const { allow_multiple_values: _, items: _items, multiline: _multiline, ...fields } = row
  return {
    type: "ticket_type_attribute",
    ...fields,
    workspace_id: tables.workspaceId,
    input_options: inputOptions(row),
    order: type.attributes.indexOf(row),
    ticket_type_id: Number(type.id)
  }
}

const inputOptions = (
  { allow_multiple_values, data_type, items, multiline }: TicketTypeAttributeRow
): JsonObject | undefined =>
  data_type === "string" ?
    { multiline } :
    data_type === "list" ?
    { list_items: items } :
    data_type === "files" ?
    { allow_multiple_values } :
    undefined

/** The attributes that are not archived. */
export const active = ({ attributes }: TicketTypeRow): ReadonlyArray<TicketTypeAttributeRow> =>
  attributes.filter(({ archived }) => !archived)

const byPath = ({ path, tables }: Call<"ticket_type_id">): Result<TicketTypeRow> =>
  tables.ticketTypes.find(path("ticket_type_id"))

/** Adds a ticket type. `now` is Unix time in seconds. */
export const insertSeed = (
  tables: Pick<Tables, "nextId" | "ticketTypes">,
  seed: TicketTypeSeed,
  now: number
): Result<TicketTypeRow> =>
  Either.gen(function*() {
    const created = seed.created_at ?? now
    const category = yield* categoryOf(seed.category)
    const own = yield* Either.all((seed.attributes ?? []).map((attribute) => makeAttribute(tables, attribute, created)))
    const title = yield* makeAttribute(tables, { name: "_default_title_", ...text, multiline: false }, created)
    const description = yield* makeAttribute(
      tables,
      { name: "_default_description_", ...text, multiline: true },
      created
    )
    return tables.ticketTypes.set({
      id: yield* tables.ticketTypes.reserveId(seed.id),
      name: seed.name,
      description: seed.description ?? "",
      category,
      icon: seed.icon ?? "🎟️",
      is_internal: seed.is_internal ?? false,
      archived: seed.archived ?? false,
      attributes: [{ ...title, default: true }, { ...description, default: true }, ...own],
      created_at: created,
      updated_at: created
    })
  })

const text: Pick<NewTicketTypeAttribute, "description" | "data_type"> = { description: "", data_type: "string" }

const categories = ["Customer", "Back-office", "Tracker"]

const categoryOf = (category = "Customer"): Result<string> =>
  categories.includes(category) ? Either.right(category) : invalid(`category is not one of ${categories.join(", ")}`)

const dataTypes = ["string", "list", "integer", "decimal", "boolean", "datetime", "files"]

const makeAttribute = (
  tables: Pick<Tables, "nextId">,
  attribute: NewTicketTypeAttribute,
  now: number
): Result<TicketTypeAttributeRow> =>
  Either.gen(function*() {
    const { data_type, list_items } = attribute
    if (!dataTypes.includes(data_type)) {
      return yield* invalid(`data_type is not one of ${dataTypes.join(", ")}`, "data_type")
    }
    if (data_type === "list" && list_items === undefined) return yield* invalid("A list needs items", "list_items")
    return {
      id: tables.nextId(),
      name: attribute.name,
      description: attribute.description,
      data_type,
      multiline: attribute.multiline ?? false,
      allow_multiple_values: attribute.allow_multiple_values ?? false,
      items: itemsOf(tables, list_items ?? "", []),
      required_to_create: attribute.required_to_create ?? false,
      required_to_create_for_contacts: attribute.required_to_create_for_contacts ?? false,
      visible_on_create: attribute.visible_on_create ?? true,
      visible_to_contacts: attribute.visible_to_contacts ?? true,
      default: false,
      archived: false,
      created_at: now,
      updated_at: now
    }
  })

// An item that stays keeps its id, because tickets refer to it.
const itemsOf = (
  tables: Pick<Tables, "nextId">,
  names: string,
  items: ReadonlyArray<ListItem>
): ReadonlyArray<ListItem> =>
  names.split(",").map((name) => name.trim()).filter((name) => name !== "").map((name) =>
    items.find((item) => item.name === name) ?? { id: tables.nextId(), name }
  )

const list = ({ tables }: Call): Result =>
  Either.right(json({ type: "list", data: tables.ticketTypes.rows().map((row) => presentWithStates(tables, row)) }))

const find = (call: Call<"ticket_type_id">): Result =>
  Either.map(byPath(call), (row) => json(presentWithStates(call.tables, row)))

const create = ({ body, now, tables }: Call<never, NewTicketType>): Result =>
  Either.map(insertSeed(tables, body, now), (row) => json(presentWithStates(tables, row)))

const update = (call: Call<"ticket_type_id", TicketTypeChanges>): Result =>
  Either.gen(function*() {
    const { body, now, tables } = call
    const row = yield* byPath(call)
    const category = yield* categoryOf(body.category ?? row.category)
    return json(presentWithStates(
      tables,
      tables.ticketTypes.set({
        ...row,
        category,
        name: body.name ?? row.name,
        description: body.description ?? row.description,
        icon: body.icon ?? row.icon,
        is_internal: body.is_internal ?? row.is_internal,
        archived: body.archived ?? row.archived,
        updated_at: now
      })
    ))
  })

const createAttribute = (call: Call<"ticket_type_id", NewTicketTypeAttribute>): Result =>
  Either.gen(function*() {
    const { body, now, tables } = call
    const type = yield* byPath(call)
    yield* requireNewName(type, body.name)
    const attribute = yield* makeAttribute(tables, body, now)
    return saveAttributes(call, type, [...type.attributes, attribute], attribute)
  })

const updateAttribute = (
  call: Call<"ticket_type_id" | "attribute_id", Omit<TicketTypeAttributeChanges, "attribute_id">>
): Result =>
  Either.gen(function*() {
    const { body, now, path, tables } = call
    const { list_items, name } = body
    const type = yield* byPath(call)
    const row = type.attributes.find(({ id }) => id === path("attribute_id"))
    if (row === undefined) return yield* notFound("Resource")
    if (name !== undefined && name !== row.name) yield* requireNewName(type, name)
    const attribute = {
      ...row,
      name: name ?? row.name,
      description: body.description ?? row.description,
      multiline: body.multiline ?? row.multiline,
      allow_multiple_values: body.allow_multiple_values ?? row.allow_multiple_values,
      items: list_items === undefined ? row.items : itemsOf(tables, list_items, row.items),
      required_to_create: body.required_to_create ?? row.required_to_create,
      required_to_create_for_contacts: body.required_to_create_for_contacts ?? row.required_to_create_for_contacts,
      visible_on_create: body.visible_on_create ?? row.visible_on_create,
      visible_to_contacts: body.visible_to_contacts ?? row.visible_to_contacts,
      archived: body.archived ?? row.archived,
      updated_at: now
    }
    return saveAttributes(call, type, type.attributes.map((one) => one === row ? attribute : one), attribute)
  })

const requireNewName = ({ attributes }: TicketTypeRow, name: string): Result<void> =>
  attributes.some((one) => one.name === name) ?
    invalid("The ticket type has an attribute of this name", "name") :
    Either.right(undefined)

const saveAttributes = (
  { now, tables }: Pick<Call, "now" | "tables">,
  type: TicketTypeRow,
  attributes: ReadonlyArray<TicketTypeAttributeRow>,
  attribute: TicketTypeAttributeRow
) => json(presentAttribute(tables, tables.ticketTypes.set({ ...type, attributes, updated_at: now }), attribute))

export const operations: ReadonlyArray<Operation> = [
  get("/ticket_types", list),
  post("/ticket_types", NewTicketType, create),
  get("/ticket_types/{ticket_type_id}", find),
  put("/ticket_types/{ticket_type_id}", TicketTypeChanges, update),
  post("/ticket_types/{ticket_type_id}/attributes", NewTicketTypeAttribute, createAttribute),
  put("/ticket_types/{ticket_type_id}/attributes/{attribute_id}", TicketTypeAttributeChanges, updateAttribute)
]
