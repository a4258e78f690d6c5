/**
 * Fin Voice calls: phone calls that Fin took, held by another provider.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import { AnyRecord, Id, IdInput, nullish, nullishId, nullishRecord, nullishString, struct } from "../internal/fields.js"

/**
 * A call that was registered. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface FinVoiceCall {
  /** Of the registration. */
  readonly id: string
  /** Of the workspace. */
  readonly app_id?: string | null | undefined
  /** In E.164. */
  readonly user_phone_number?: string | null | undefined
  /** `registered`, `in-progress` or how it was resolved. */
  readonly status?: string | null | undefined
  /** Once a call was matched with it. */
  readonly intercom_call_id?: string | null | undefined
  /** What the provider knows it by. */
  readonly external_call_id?: string | null | undefined
  /** Once there is a conversation. */
  readonly intercom_conversation_id?: string | null | undefined
  readonly call_transcript?: ReadonlyArray<Readonly<Record<string, unknown>>> | null | undefined
  /** The first 256 characters; empty where there is none. */
  readonly call_summary?: string | null | undefined
  /** What it was about. */
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
 * A call to be registered.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewFinVoiceCall {
  /** In E.164. */
  readonly phone_number: string
  /** What the provider knows it by. */
  readonly call_id: string
  /** The provider. Default: `aws_connect`. */
  readonly source?: "aws_connect" | "five9" | "zoom_phone" | undefined
  /** Whatever else is to be kept of it. */
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
