/**
 * Ticket states: where a ticket is on its way.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import { Id, nullish, nullishString } from "../internal/fields.js"

/**
 * A state a ticket can have. Keys Intercom sends beyond these stay on the value.
 *
 * @since 1.0.0
 * @category models
 */
export interface TicketState {
  readonly type?: string | null | undefined
  readonly id: string
  /** What kind of state it is; a workspace may have several of one kind. */
  readonly category?:
    | "submitted"
    | "in_progress"
    | "waiting_on_customer"
    | "resolved"
    | (string & {})
    | null
    | undefined
  /** What teammates read. */
  readonly internal_label?: string | null | undefined
  /** What contacts read. */
  readonly external_label?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const TicketState: Schema.Schema<TicketState> = Schema.suspend(() =>
  Schema.Struct({
    type: nullishString,
    id: Id,
    category: nullishString,
    internal_label: nullishString,
    external_label: nullishString
  })
).annotations({ identifier: "effect-intercom/TicketState" })

/**
 * The states the tickets of a type can have.
 *
 * @since 1.0.0
 * @category models
 */
export interface TicketStateList {
  readonly type?: string | null | undefined
  readonly data?: ReadonlyArray<TicketState> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const TicketStateList: Schema.Schema<TicketStateList> = Schema.suspend(() =>
  Schema.Struct({ type: nullishString, data: nullish(Schema.Array(TicketState)) })
).annotations({ identifier: "effect-intercom/TicketStateList" })
