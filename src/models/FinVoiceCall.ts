/**
 * Fin Voice calls: phone calls of another provider that Fin answers.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import { AnyRecord, Id, IdInput, nullish, nullishId, nullishRecord, nullishString, struct } from "../internal/fields.js"

/**
 * A registered call. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface FinVoiceCall {
  /** Id of the registration. */
  readonly id: string
  /** Id of the workspace. */
  readonly app_id?: string | null | undefined
  /** In E.164 format. */
  readonly user_phone_number?: string | null | undefined
  /** `registered`, `in-progress` or the resolution. */
  readonly status?: string | null | undefined
  /** Set when Intercom matches a call with the registration. */
  readonly intercom_call_id?: string | null | undefined
  /** Id of the call at the provider. */
  readonly external_call_id?: string | null | undefined
  /** Set when the conversation exists. */
  readonly intercom_conversation_id?: string | null | undefined
  readonly call_transcript?: ReadonlyArray<Readonly<Record<string, unknown>>> | null | undefined
  /** The first 256 characters. Empty if there is no summary. */
  readonly call_summary?: string | null | undefined
  /** Topics of the call. */
  readonly intent?: ReadonlyArray<Readonly<Record<string, unknown>>> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const FinVoiceCall: Schema.Schema<FinVoiceCall> = struct("FinVoiceCall")(() => {
  const records = nullish(Schema.Array(AnyRecord))
  return {
    id: Id,
    app_id: nullishId,
    user_phone_number: nullishString,
    status: nullishString,
    intercom_call_id: nullishId,
    external_call_id: nullishId,
    intercom_conversation_id: nullishId,
    call_transcript: records,
    call_summary: nullishString,
    intent: records
  }
})

/**
 * Input for registering a call.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewFinVoiceCall {
  /** In E.164 format. */
  readonly phone_number: string
  /** Id of the call at the provider. */
  readonly call_id: string
  /** The provider of the call. Default: `aws_connect`. */
  readonly source?: "aws_connect" | "five9" | "zoom_phone" | undefined
  /** Further data to store with the call. */
  readonly data?: Readonly<Record<string, unknown>> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const NewFinVoiceCall: Schema.Schema<NewFinVoiceCall> = struct("NewFinVoiceCall")(() => ({
  phone_number: IdInput,
  call_id: IdInput,
  source: Schema.optional(Schema.Literal("aws_connect", "five9", "zoom_phone")),
  data: nullishRecord
}))
