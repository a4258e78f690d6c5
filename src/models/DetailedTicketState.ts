/**
 * Ticket states with the types of tickets they belong to.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import { Id, nullish, nullishBoolean, nullishString } from "../internal/fields.js"
import type { TicketState } from "./TicketState.js"
import { TicketType } from "./TicketType.js"

/**
 * A state as the workspace has defined it. Keys Intercom sends beyond these stay on the value.
 *
 * @since 1.0.0
 * @category models
 */
export interface DetailedTicketState extends TicketState {
  readonly archived?: boolean | null | undefined
  /** The types whose tickets can have it. */
  readonly ticket_types?: TicketTypeList | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const DetailedTicketState: Schema.Schema<DetailedTicketState> = Schema.suspend(() =>
  Schema.Struct({
    type: nullishString,
    id: Id,
    category: nullishString,
    internal_label: nullishString,
    external_label: nullishString,
    archived: nullishBoolean,
    ticket_types: nullish(TicketTypeList)
  })
).annotations({ identifier: "effect-intercom/DetailedTicketState" })

/**
 * The types inside a state, without their attributes and states.
 *
 * @since 1.0.0
 * @category models
 */
export interface TicketTypeList {
  readonly type?: string | null | undefined
  readonly data?: ReadonlyArray<TicketType> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const TicketTypeList: Schema.Schema<TicketTypeList> = Schema.suspend(() =>
  Schema.Struct({ type: nullishString, data: nullish(Schema.Array(TicketType)) })
).annotations({ identifier: "effect-intercom/TicketTypeList" })
