/**
 * Ticket types in the in-memory workspace, and the attributes their tickets are filled in with.
 *
 * @since 1.0.0
 */
import * as Either from "effect/Either"
import { NewTicketType, TicketTypeChanges } from "../../models/TicketType.js"
import { NewTicketTypeAttribute, TicketTypeAttributeChanges } from "../../models/TicketTypeAttribute.js"
import { type Call, get, json, type Operation, post, put, type Result } from "./Operation.js"
import { invalid, notFound, type Refusal } from "./Refusal.js"
import * as Rows from "./Rows.js"
import type { State } from "./State.js"
import * as TicketStates from "./TicketStates.js"

/**
 * @since 1.0.0
 * @category models
 */
export interface TicketTypeRow {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly category: string
  readonly icon: string
  readonly is_internal: boolean
  readonly archived: boolean
  readonly attributes: ReadonlyArray<TicketTypeAttributeRow>
  readonly created_at: number
  readonly updated_at: number
}

/**
 * A field of the tickets of a type.
 *
 * @since 1.0.0
 * @category models
 */
export interface TicketTypeAttributeRow {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly data_type: string
  readonly multiline: boolean
  readonly allow_multiple_values: boolean
  readonly items: ReadonlyArray<ListItem>
  readonly required_to_create: boolean
  readonly required_to_create_for_contacts: boolean
  readonly visible_on_create: boolean
  readonly visible_to_contacts: boolean
  readonly default: boolean
  readonly archived: boolean
  readonly created_at: number
  readonly updated_at: number
}

/**
 * What can be chosen of an attribute that is a list.
 *
 * @since 1.0.0
 * @category models
 */
export interface ListItem {
  readonly id: string
  readonly name: string
}

/**
 * The type as an answer has it, without the states its tickets can have.
 *
 * @since 1.0.0
 * @category combinators
 */
export const present = (state: State, row: TicketTypeRow): Readonly<Record<string, unknown>> => {
  const { attributes: _, ...fields } = row
  return {
    type: "ticket_type",
    ...fields,
    workspace_id: state.workspaceId,
    ticket_type_attributes: {
      type: "list",
      data: active(row).map((attribute) => presentAttribute(state, row, attribute))
    }
  }
}

const whole = (state: State, row: TicketTypeRow): Readonly<Record<string, unknown>> => ({
  ...present(state, row),
  ticket_states: { type: "list", data: TicketStates.ofType(state, row).map(TicketStates.present) }
})

const presentAttribute = (
  state: State,
  type: TicketTypeRow,
  row: TicketTypeAttributeRow
): Readonly<Record<string, unknown>> => {
  const { allow_multiple_values: _, items: _items, multiline: _multiline, ...fields } = row
  return {
    type: "ticket_type_attribute",
    ...fields,
    workspace_id: state.workspaceId,
    input_options: inputOptions(row),
    order: type.attributes.indexOf(row),
    ticket_type_id: Number(type.id)
  }
}

const inputOptions = (
  { allow_multiple_values, data_type, items, multiline }: TicketTypeAttributeRow
): Readonly<Record<string, unknown>> | undefined =>
  data_type === "string" ?
    { multiline } :
    data_type === "list" ?
    { list_items: items } :
    data_type === "files" ?
    { allow_multiple_values } :
    undefined

/**
 * The attributes of a type's form.
 *
 * @since 1.0.0
 * @category combinators
 */
export const active = ({ attributes }: TicketTypeRow): ReadonlyArray<TicketTypeAttributeRow> =>
  attributes.filter(({ archived }) => !archived)

/**
 * The type of an id.
 *
 * @since 1.0.0
 * @category combinators
 */
export const byId = ({ ticketTypes }: State, id: string): Either.Either<TicketTypeRow, Refusal> => {
  const row = ticketTypes.get(id)
  return row === undefined ? notFound("Resource") : Either.right(row)
}

const named = ({ path, state }: Call<"ticket_type_id">): Either.Either<TicketTypeRow, Refusal> =>
  byId(state, path("ticket_type_id"))

/**
 * A ticket type to start with.
 *
 * @since 1.0.0
 * @category models
 */
export interface TicketTypeSeed extends NewTicketType {
  /** Digits. Default: the next one. */
  readonly id?: string | undefined
  /** Unix time in seconds. Default: now. */
  readonly created_at?: number | undefined
  readonly archived?: boolean | undefined
  /** What tickets are filled in with beside a title and a description. */
  readonly attributes?: ReadonlyArray<NewTicketTypeAttribute> | undefined
}

/**
 * Adds a type. `now` is Unix time in seconds.
 *
 * @since 1.0.0
 * @category combinators
 */
export const plant = (state: State, seed: TicketTypeSeed, now: number): Either.Either<TicketTypeRow, Refusal> =>
  Either.gen(function*() {
    const created = seed.created_at ?? now
    const category = yield* categoryOf(seed.category)
    const own = yield* Either.all((seed.attributes ?? []).map((attribute) => makeAttribute(state, attribute, created)))
    const title = yield* makeAttribute(state, { name: "_default_title_", ...text, multiline: false }, created)
    const description = yield* makeAttribute(
      state,
      { name: "_default_description_", ...text, multiline: true },
      created
    )
    return state.ticketTypes.set({
      id: yield* Rows.claim(state.ticketTypes, seed.id),
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

const categoryOf = (category = "Customer"): Either.Either<string, Refusal> =>
  categories.includes(category) ? Either.right(category) : invalid(`category is none of ${categories.join(", ")}`)

const dataTypes = ["string", "list", "integer", "decimal", "boolean", "datetime", "files"]

const makeAttribute = (
  state: State,
  attribute: NewTicketTypeAttribute,
  now: number
): Either.Either<TicketTypeAttributeRow, Refusal> =>
  Either.gen(function*() {
    const { data_type, list_items } = attribute
    if (!dataTypes.includes(data_type)) {
      return yield* invalid(`data_type is none of ${dataTypes.join(", ")}`, "data_type")
    }
    if (data_type === "list" && list_items === undefined) return yield* invalid("A list needs items", "list_items")
    return {
      id: state.nextId(),
      name: attribute.name,
      description: attribute.description,
      data_type,
      multiline: attribute.multiline ?? false,
      allow_multiple_values: attribute.allow_multiple_values ?? false,
      items: itemsOf(state, list_items ?? "", []),
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

// An item that stays keeps its id: tickets refer to it.
const itemsOf = (state: State, names: string, items: ReadonlyArray<ListItem>): ReadonlyArray<ListItem> =>
  names.split(",").map((name) => name.trim()).filter((name) => name !== "").map((name) =>
    items.find((item) => item.name === name) ?? { id: state.nextId(), name }
  )

const list = ({ state }: Call): Result =>
  Either.right(json({ type: "list", data: state.ticketTypes.rows().map((row) => whole(state, row)) }))

const find = (call: Call<"ticket_type_id">): Result => Either.map(named(call), (row) => json(whole(call.state, row)))

const create = ({ body, now, state }: Call<never, NewTicketType>): Result =>
  Either.map(plant(state, body, now), (row) => json(whole(state, row)))

const update = (call: Call<"ticket_type_id", TicketTypeChanges>): Result =>
  Either.gen(function*() {
    const { body, now, state } = call
    const row = yield* named(call)
    const category = yield* categoryOf(body.category ?? row.category)
    return json(whole(
      state,
      state.ticketTypes.set({
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
    const { body, now, state } = call
    const type = yield* named(call)
    yield* requireNewName(type, body.name)
    const attribute = yield* makeAttribute(state, body, now)
    return saveAttributes(call, type, [...type.attributes, attribute], attribute)
  })

const updateAttribute = (
  call: Call<"ticket_type_id" | "attribute_id", Omit<TicketTypeAttributeChanges, "attribute_id">>
): Result =>
  Either.gen(function*() {
    const { body, now, path, state } = call
    const { list_items, name } = body
    const type = yield* named(call)
    const row = type.attributes.find(({ id }) => id === path("attribute_id"))
    if (row === undefined) return yield* notFound("Resource")
    if (name !== undefined && name !== row.name) yield* requireNewName(type, name)
    const attribute = {
      ...row,
      name: name ?? row.name,
      description: body.description ?? row.description,
      multiline: body.multiline ?? row.multiline,
      allow_multiple_values: body.allow_multiple_values ?? row.allow_multiple_values,
      items: list_items === undefined ? row.items : itemsOf(state, list_items, row.items),
      required_to_create: body.required_to_create ?? row.required_to_create,
      required_to_create_for_contacts: body.required_to_create_for_contacts ?? row.required_to_create_for_contacts,
      visible_on_create: body.visible_on_create ?? row.visible_on_create,
      visible_to_contacts: body.visible_to_contacts ?? row.visible_to_contacts,
      archived: body.archived ?? row.archived,
      updated_at: now
    }
    return saveAttributes(call, type, type.attributes.map((one) => one === row ? attribute : one), attribute)
  })

const requireNewName = ({ attributes }: TicketTypeRow, name: string): Either.Either<void, Refusal> =>
  attributes.some((one) => one.name === name) ?
    invalid("The ticket type has an attribute of this name", "name") :
    Either.right(undefined)

const saveAttributes = (
  { now, state }: Pick<Call, "now" | "state">,
  type: TicketTypeRow,
  attributes: ReadonlyArray<TicketTypeAttributeRow>,
  attribute: TicketTypeAttributeRow
) => json(presentAttribute(state, state.ticketTypes.set({ ...type, attributes, updated_at: now }), attribute))

/**
 * @since 1.0.0
 * @category constructors
 */
export const operations: ReadonlyArray<Operation> = [
  get("/ticket_types", list),
  post("/ticket_types", NewTicketType, create),
  get("/ticket_types/{ticket_type_id}", find),
  put("/ticket_types/{ticket_type_id}", TicketTypeChanges, update),
  post("/ticket_types/{ticket_type_id}/attributes", NewTicketTypeAttribute, createAttribute),
  put("/ticket_types/{ticket_type_id}/attributes/{attribute_id}", TicketTypeAttributeChanges, updateAttribute)
]
