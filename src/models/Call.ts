/**
 * Calls: phone calls with contacts.
 *
 * @since 1.0.0
 */
import type { NonEmptyReadonlyArray } from "effect/Array"
import * as Schema from "effect/Schema"
import { AnyRecord, Id, IdInput, nullish, nullishId, nullishString, struct } from "../internal/fields.js"

/**
 * A call. Unknown keys are kept. Times are Unix times in seconds or ISO 8601 strings.
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
  /** URL of the recording in the API. Use `findRecordingUrl` to get a link to the file. */
  readonly recording_url?: string | null | undefined
  /** URL of the transcript in the API. Use `findTranscript` to read it. */
  readonly transcription_url?: string | null | undefined
  /** `phone`. */
  readonly call_type?: string | null | undefined
  readonly direction?: "inbound" | "outbound" | (string & {}) | null | undefined
  readonly ended_reason?: string | null | undefined
  /** In E.164: `+15551234567`. */
  readonly phone?: string | null | undefined
  /** URL of the recording of Fin's part in the API. */
  readonly fin_recording_url?: string | null | undefined
  /** URL of the transcript of Fin's part in the API. */
  readonly fin_transcription_url?: string | null | undefined
  /** Only in the response of `search`. Empty if there is no transcript. */
  readonly transcript?: ReadonlyArray<Readonly<Record<string, unknown>>> | null | undefined
  /** Only in the response of `search`. */
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
