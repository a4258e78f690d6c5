/**
 * Events: actions of contacts in your product.
 *
 * @since 1.0.0
 */
import * as Predicate from "effect/Predicate"
import * as Schema from "effect/Schema"
import {
  IdInput,
  nullish,
  nullishId,
  nullishNumber,
  nullishRecord,
  nullishSeconds,
  nullishString,
  SecondsInput,
  struct
} from "../internal/fields.js"
import type { PersonIdentity, PersonIdentityFields } from "./ContactHandle.js"

/**
 * An action of a contact. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface Event {
  readonly type?: string | null | undefined
  readonly id?: string | null | undefined
  readonly event_name?: string | null | undefined
  /** Time of the event. Unix time in seconds. */
  readonly created_at?: number | null | undefined
  /** Intercom's id of the contact. */
  readonly intercom_user_id?: string | null | undefined
  /** Your own id of the contact. */
  readonly user_id?: string | null | undefined
  readonly email?: string | null | undefined
  readonly metadata?: Readonly<Record<string, unknown>> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const Event: Schema.Schema<Event> = struct("Event")(() => ({
  type: nullishString,
  id: nullishId,
  event_name: nullishString,
  created_at: nullishSeconds,
  intercom_user_id: nullishId,
  user_id: nullishId,
  email: nullishString,
  metadata: nullishRecord
}))

/**
 * Input for submitting an event. It needs at least one of `id`, `user_id` and `email`. A lead needs its `id`.
 *
 * @since 1.0.0
 * @category models
 */
export type NewEvent = NewEventFields & PersonIdentity

/**
 * The fields of a new event.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewEventFields extends PersonIdentityFields {
  /** A verb in the past tense and its object: `placed-order`. */
  readonly event_name: string
  /** Time of the event. Unix time in seconds. Default: now. */
  readonly created_at?: number | undefined
  readonly metadata?: EventMetadata | undefined
}

/**
 * Details of an event, 10 keys at most. Amounts are in cents, numbers under a key `…_date` are Unix seconds.
 *
 * @since 1.0.0
 * @category models
 */
export interface EventMetadata {
  readonly [key: string]:
    | string
    | number
    | boolean
    | { readonly url: string; readonly value: string | number }
    | { readonly amount: number; readonly currency: string }
    | null
    | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const NewEventFields: Schema.Schema<NewEventFields> = struct("NewEventFields")(() => ({
  event_name: IdInput,
  created_at: Schema.optional(SecondsInput),
  id: Schema.optional(IdInput),
  user_id: Schema.optional(IdInput),
  email: Schema.optional(IdInput),
  metadata: Schema.optional(Metadata)
}))

// Only a record, because `Events.create` says better what is wrong with a value.
const Metadata: Schema.Schema<EventMetadata> = Schema.declare(
  (input): input is EventMetadata => Predicate.isRecord(input),
  { title: "object", jsonSchema: { type: "object" } }
)

/**
 * The events of a contact, with the number of occurrences.
 *
 * @since 1.0.0
 * @category models
 */
export interface EventSummary {
  readonly type?: string | null | undefined
  readonly intercom_user_id?: string | null | undefined
  readonly user_id?: string | null | undefined
  readonly email?: string | null | undefined
  readonly events?: ReadonlyArray<EventCount> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const EventSummary: Schema.Schema<EventSummary> = struct("EventSummary")(() => ({
  type: nullishString,
  intercom_user_id: nullishId,
  user_id: nullishId,
  email: nullishString,
  events: nullish(Schema.Array(EventCount))
}))

/**
 * The number of occurrences of an event of a contact.
 *
 * @since 1.0.0
 * @category models
 */
export interface EventCount {
  readonly name?: string | null | undefined
  readonly description?: string | null | undefined
  readonly count?: number | null | undefined
  /** Time of the first occurrence. ISO 8601. */
  readonly first?: string | null | undefined
  /** Time of the last occurrence. ISO 8601. */
  readonly last?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const EventCount: Schema.Schema<EventCount> = struct("EventCount")(() => ({
  name: nullishString,
  description: nullishString,
  count: nullishNumber,
  first: nullishString,
  last: nullishString
}))

/**
 * Input for submitting the number of occurrences of an event before you started to send events.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewEventSummary {
  /** Your own id of the user. */
  readonly user_id: string
  /** One summary, although the name is plural. */
  readonly event_summaries: NewEventCount
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const NewEventSummary: Schema.Schema<NewEventSummary> = struct("NewEventSummary")(() => ({
  user_id: IdInput,
  event_summaries: NewEventCount
}))

/**
 * Input: the number of occurrences of an event.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewEventCount {
  readonly event_name: string
  readonly count?: number | undefined
  /** Time of the first occurrence. Unix time in seconds. */
  readonly first?: number | undefined
  /** Time of the last occurrence. Unix time in seconds. */
  readonly last?: number | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const NewEventCount: Schema.Schema<NewEventCount> = struct("NewEventCount")(() => ({
  event_name: IdInput,
  count: Schema.optional(Schema.Number),
  first: Schema.optional(SecondsInput),
  last: Schema.optional(SecondsInput)
}))
