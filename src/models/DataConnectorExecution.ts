/**
 * Executions of data connectors.
 *
 * @since 1.0.0
 */
import type * as Schema from "effect/Schema"
import { Id, nullishBoolean, nullishId, nullishNumber, nullishString, struct } from "../internal/fields.js"

/**
 * One request of a data connector, and its result. Bodies may be personal data. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface DataConnectorExecution {
  readonly type?: string | null | undefined
  readonly id: string
  readonly data_connector_id?: string | null | undefined
  readonly success?: boolean | null | undefined
  /** `null` if no response arrived. */
  readonly http_status?: number | null | undefined
  readonly http_method?: "get" | "post" | "put" | "delete" | "patch" | (string & {}) | null | undefined
  readonly error_type?: DataConnectorErrorType | (string & {}) | null | undefined
  readonly error_message?: string | null | undefined
  /** In milliseconds. */
  readonly execution_time_ms?: number | null | undefined
  /** `workflow`, `inbox`, `fin` and others. */
  readonly source_type?: string | null | undefined
  readonly source_id?: string | null | undefined
  readonly conversation_id?: string | null | undefined
  /** ISO 8601. */
  readonly created_at?: string | null | undefined
  /** Without the query, the user name, the password and the fragment. */
  readonly request_url?: string | null | undefined
  /** In a list, only if you request bodies with `include_bodies`. */
  readonly request_body?: string | null | undefined
  /** In a list, only if you request bodies with `include_bodies`. */
  readonly response_body?: string | null | undefined
  /** The body before it was mapped. In a list, only if you request bodies with `include_bodies`. */
  readonly raw_response_body?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const DataConnectorExecution: Schema.Schema<DataConnectorExecution> = struct("DataConnectorExecution")(() => ({
  type: nullishString,
  id: Id,
  data_connector_id: nullishId,
  success: nullishBoolean,
  http_status: nullishNumber,
  http_method: nullishString,
  error_type: nullishString,
  error_message: nullishString,
  execution_time_ms: nullishNumber,
  source_type: nullishString,
  source_id: nullishId,
  conversation_id: nullishId,
  created_at: nullishString,
  request_url: nullishString,
  request_body: nullishString,
  response_body: nullishString,
  raw_response_body: nullishString
}))

/**
 * The kind of error that an execution ended with.
 *
 * @since 1.0.0
 * @category models
 */
export type DataConnectorErrorType =
  | "request_configuration_error"
  | "faraday_error"
  | "3rd_party_error"
  | "response_mapping_error"
  | "token_refresh_error"
  | "fin_action_response_formatting_error"
  | "fin_action_identity_verification_error"
  | "email_verification_error"
  | "non_fin_standalone_action_identity_verification_error"
  | "request_validation_error"
  | "client_side_action_error"
