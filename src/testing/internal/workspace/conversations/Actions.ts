/** Opens, closes, snoozes and assigns conversations. */
import * as Either from "effect/Either"
import * as Predicate from "effect/Predicate"
import * as Schema from "effect/Schema"
import { Id, nullish, nullishId, nullishNumber, nullishString } from "../../../../internal/fields.js"
import type { Author } from "../../../../models/Author.js"
import type { Reference } from "../../../../models/Reference.js"
import { fromTextOrHtml } from "../kernel/Html.js"
import { json, notFound, refuse, type Result } from "../kernel/Result.js"
import { type Call, type Operation, post } from "../Operation.js"
import { adminAuthor } from "../parts/Authors.js"
import type { ConversationRow, ConversationState } from "../rows/Conversation.js"
import type { Tables } from "../Tables.js"
import * as Conversations from "./Conversations.js"
import type * as Parts from "./Parts.js"
import { present } from "./View.js"

// Not a union: an incomplete action must not be read as another one.
const Action = Schema.suspend(() =>
  Schema.Struct({
    message_type: Schema.Literal("open", "close", "snoozed", "assignment"),
    admin_id: Id,
    type: nullish(Schema.Literal("admin", "team")),
    assignee_id: nullishId,
    /** Unix time in seconds. */
    snoozed_until: nullishNumber,
    body: nullishString
  })
)

type Action = typeof Action.Type

type Step = readonly [part: Parts.NewPart, consequence: Conversations.ConversationChanges]

const manage = (call: Call<"conversation_id", Action>): Result =>
  Either.gen(function*() {
    const { body: action, tables } = call
    const row = yield* Conversations.byPath(call)
    const author = yield* adminAuthor(tables, action.admin_id)
    const [part, consequence] = yield* stepOf(tables, row, author, action)
    return json(present(tables, Conversations.addPart(call, row, part, consequence)))
  })

const stepOf = (
  tables: Pick<Tables, "admins" | "teams">,
  row: ConversationRow,
  author: Author,
  action: Action
): Result<Step> => {
  const body = Predicate.isNullable(action.body) || action.body === "" ? null : fromTextOrHtml(action.body)
  switch (action.message_type) {
    case "open": {
      const topic = row.state === "snoozed" ? "conversation.admin.unsnoozed" : "conversation.admin.opened"
      return Either.right([{ part_type: "open", author }, { state: "open", snoozed_until: null, topic }])
    }
    case "close":
      return Either.map(requireValue("type", action.type), () => [
        { part_type: "close", author, body },
        { state: "closed", snoozed_until: null, topic: "conversation.admin.closed" }
      ])
    case "snoozed":
      return Either.map(requireValue("snoozed_until", action.snoozed_until), (snoozed_until) => [
        { part_type: "snoozed", author },
        { state: "snoozed", snoozed_until, topic: "conversation.admin.snoozed" }
      ])
    case "assignment":
      return assignment(tables, row, { author, body }, action)
  }
}

/** Opens a closed or snoozed conversation. Assigning an admin keeps the team, and the other way round. */
const assignment = (
  tables: Pick<Tables, "admins" | "teams">,
  row: ConversationRow,
  part: Pick<Parts.NewPart, "author" | "body">,
  action: Action
): Result<Step> =>
  Either.gen(function*() {
    const type = yield* requireValue("type", action.type)
    const assignee = yield* assigneeOf(tables, type, yield* requireValue("assignee_id", action.assignee_id))
    const id = assignee.id ?? null
    const isOpen = row.state === "open"
    return [
      { ...part, part_type: partTypes[row.state], assigned_to: assignee },
      {
        ...(type === "admin" ? { adminId: id } : { teamId: id }),
        state: "open",
        snoozed_until: null,
        topic: isOpen ? "conversation.admin.assigned" : "conversation.admin.open.assigned"
      }
    ]
  })

const partTypes: Readonly<Record<ConversationState, string>> = {
  open: "assignment",
  closed: "assign_and_reopen",
  snoozed: "assign_and_unsnooze"
}

const nobody = "0"

const assigneeOf = (
  tables: Pick<Tables, "admins" | "teams">,
  type: "admin" | "team",
  id: string
): Result<Reference> => {
  if (id === nobody) return Either.right({ type: `nobody_${type}`, id: null })
  const row = type === "admin" ? tables.admins.get(id) : tables.teams.get(id)
  return row === undefined ? notFound("Assignee", "assignee_not_found") : Either.right({ type, id })
}

const requireValue = <A>(field: string, value: A | null | undefined): Result<A> =>
  Predicate.isNullable(value) ?
    refuse(400, "parameter_not_found", `${field} is required`, field) :
    Either.right(value)

export const operations: ReadonlyArray<Operation> = [post("/conversations/{conversation_id}/parts", Action, manage)]
