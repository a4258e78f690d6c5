/**
 * Calls: what was spoken on the phone.
 *
 * @since 1.0.0
 */
import type { NonEmptyReadonlyArray } from "effect/Array"
import * as Schema from "effect/Schema"
import { AnyRecord, Id, IdInput, nullish, nullishId, nullishString, struct } from "../internal/fields.js"

/**
 * A call. Unknown keys are kept. Times are Unix times in seconds or ISO 8601.
 *
 * @since 1.0.0
 * @category models
 */
export interface Call {
  readonly type?: string | null | undefined
  readonly id: string
  readonly conversation_id?: string | null | undefined
  readonly admin_id?: string | null | undefined
  readonly contact_id?: string | null | undefined
  readonly state?: string | null | undefined
  readonly initiated_at?: string | number | null | undefined
  readonly answered_at?: string | number | null | undefined
  readonly ended_at?: string | number | null | undefined
  readonly created_at?: string | number | null | undefined
  readonly updated_at?: string | number | null | undefined
  /** Where the API has the recording: see `recordingUrl`. */
  readonly recording_url?: string | null | undefined
  /** Where the API has the transcript: see `transcript`. */
  readonly transcription_url?: string | null | undefined
  /** `phone`. */
  readonly call_type?: string | null | undefined
  readonly direction?: "inbound" | "outbound" | (string & {}) | null | undefined
  readonly ended_reason?: string | null | undefined
  /** In E.164: `+15551234567`. */
  readonly phone?: string | null | undefined
  /** Where the API has the recording of what Fin spoke. */
  readonly fin_recording_url?: string | null | undefined
  /** Where the API has the transcript of what Fin spoke. */
  readonly fin_transcription_url?: string | null | undefined
  /** Found by `search` only; empty where there is none. */
  readonly transcript?: ReadonlyArray<Readonly<Record<string, unknown>>> | null | undefined
  /** Found by `search` only. */
  readonly transcript_status?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const Call: Schema.Schema<Call> = struct("Call")(() => {
  const time = nullish(Schema.Union(Schema.Number, Schema.String))
  return {
    type: nullishString,
    id: Id,
    conversation_id: nullishId,
    admin_id: nullishId,
    contact_id: nullishId,
    state: nullishString,
    initiated_at: time,
    answered_at: time,
    ended_at: time,
    created_at: time,
    updated_at: time,
    recording_url: nullishString,
    transcription_url: nullishString,
    call_type: nullishString,
    direction: nullishString,
    ended_reason: nullishString,
    phone: nullishString,
    fin_recording_url: nullishString,
    fin_transcription_url: nullishString,
    transcript: nullish(Schema.Array(AnyRecord)),
    transcript_status: nullishString
  }
})

/**
 * Input for searching calls by their conversations.
 *
 * @since 1.0.0
 * @category models
 */
export interface CallSearch {
  /** 1 to 20 ids. */
  readonly conversation_ids: NonEmptyReadonlyArray<string>
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const CallSearch: Schema.Schema<CallSearch> = struct("CallSearch")(() => ({
  conversation_ids: Schema.NonEmptyArray(IdInput)
}))
