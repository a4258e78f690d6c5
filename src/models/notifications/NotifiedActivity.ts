/**
 * Notifications about events, API requests, data connectors and procedures.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import {
  AnyRecord,
  nullish,
  nullishBoolean,
  nullishId,
  nullishNumber,
  nullishRecord,
  nullishString,
  struct
} from "../../internal/fields.js"
import { Author } from "../Author.js"
import { ConversationPart } from "../ConversationPart.js"
import { Event } from "../Event.js"
import { type Notified, notified, nullishTime } from "./Notified.js"

/**
 * An event, as notifications contain it.
 *
 * @since 1.0.0
 * @category models
 */
export interface NotifiedEvent extends Notified<Event> {
  readonly ext_metadata?: Readonly<Record<string, unknown>> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const NotifiedEvent: Schema.Schema<NotifiedEvent> = Schema.suspend(() =>
  Schema.extend(notified(Event), Schema.Struct({ ext_metadata: nullishRecord }))
).annotations({ identifier: "effect-intercom/NotifiedEvent" })

/**
 * A successful request to the API.
 *
 * @since 1.0.0
 * @category models
 */
export interface CompletedRequest {
  readonly type?: string | null | undefined
  readonly request_id?: string | null | undefined
  readonly timestamp?: number | string | null | undefined
  readonly request?: RequestSummary | null | undefined
  readonly authentication?: RequestAuthentication | null | undefined
  readonly response?: ResponseSummary | null | undefined
  /** The admin whose token authenticated the request. */
  readonly admin?: Author | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const CompletedRequest: Schema.Schema<CompletedRequest> = struct("CompletedRequest")(() => ({
  type: nullishString,
  request_id: nullishId,
  timestamp: nullishTime,
  request: nullish(RequestSummary),
  authentication: nullish(RequestAuthentication),
  response: nullish(ResponseSummary),
  admin: nullish(Author)
}))

/**
 * The request.
 *
 * @since 1.0.0
 * @category models
 */
export interface RequestSummary {
  readonly method?: string | null | undefined
  readonly path?: string | null | undefined
  readonly ip_address?: string | null | undefined
  readonly user_agent?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const RequestSummary: Schema.Schema<RequestSummary> = struct("RequestSummary")(() => ({
  method: nullishString,
  path: nullishString,
  ip_address: nullishString,
  user_agent: nullishString
}))

/**
 * The credentials of the request.
 *
 * @since 1.0.0
 * @category models
 */
export interface RequestAuthentication {
  /** Method of authentication: `oauth`. */
  readonly method?: string | null | undefined
  readonly token_id?: string | null | undefined
  readonly oauth_client_id?: string | null | undefined
  readonly app_package_code?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const RequestAuthentication: Schema.Schema<RequestAuthentication> = struct("RequestAuthentication")(() => ({
  method: nullishString,
  token_id: nullishId,
  oauth_client_id: nullishId,
  app_package_code: nullishString
}))

/**
 * The response.
 *
 * @since 1.0.0
 * @category models
 */
export interface ResponseSummary {
  readonly status?: number | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ResponseSummary: Schema.Schema<ResponseSummary> = struct("ResponseSummary")(() => ({
  status: nullishNumber
}))

/**
 * The result of a data connector's request to another service.
 *
 * @since 1.0.0
 * @category models
 */
export interface DataConnectorExecution {
  readonly type?: string | null | undefined
  readonly id?: string | null | undefined
  readonly app_id?: string | null | undefined
  /** Id of the data connector. */
  readonly action_id?: string | null | undefined
  readonly action_name?: string | null | undefined
  readonly success?: boolean | null | undefined
  /** Status of the response. `0` if it is unknown. */
  readonly http_status?: number | null | undefined
  readonly error_type?: string | null | undefined
  /** In milliseconds. */
  readonly execution_time_ms?: number | null | undefined
  readonly completed_at?: number | string | null | undefined
  readonly source_type?: "workflow" | "custom_bot" | "answer" | "inbox" | "other" | (string & {}) | null | undefined
  readonly source_id?: string | null | undefined
  readonly conversation_id?: string | null | undefined
  readonly user_id?: string | null | undefined
  readonly admin_id?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const DataConnectorExecution: Schema.Schema<DataConnectorExecution> = struct("DataConnectorExecution")(() => ({
  type: nullishString,
  id: nullishId,
  app_id: nullishId,
  action_id: nullishId,
  action_name: nullishString,
  success: nullishBoolean,
  http_status: nullishNumber,
  error_type: nullishString,
  execution_time_ms: nullishNumber,
  completed_at: nullishTime,
  source_type: nullishString,
  source_id: nullishId,
  conversation_id: nullishId,
  user_id: nullishId,
  admin_id: nullishId
}))

/**
 * A question of one of Fin's procedures to a person. Send the answer to `callback_url`.
 *
 * @since 1.0.0
 * @category models
 */
export interface ProcedureQuestion {
  readonly type?: string | null | undefined
  readonly app_id?: string | null | undefined
  readonly conversation_id?: string | null | undefined
  /** The answer must contain it. */
  readonly step_id?: string | null | undefined
  readonly procedure_name?: string | null | undefined
  readonly hitl_question?: string | null | undefined
  /** The values that the answer must contain: `identifier`, `label`, `data_type` and, for a list, `options`. */
  readonly attributes_to_collect?: ReadonlyArray<Readonly<Record<string, unknown>>> | null | undefined
  readonly callback_url?: string | null | undefined
  /** End of the wait for an answer. `null` if it waits without a limit. */
  readonly expires_at?: number | string | null | undefined
  readonly priority?: "priority" | "not_priority" | (string & {}) | null | undefined
  /** The admin or the team that is asked. */
  readonly assign_to?: Readonly<Record<string, unknown>> | null | undefined
  readonly conversation_url?: string | null | undefined
  /** The last five parts that are not internal. */
  readonly recent_messages?: ReadonlyArray<Notified<ConversationPart>> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ProcedureQuestion: Schema.Schema<ProcedureQuestion> = struct("ProcedureQuestion")(() => ({
  type: nullishString,
  app_id: nullishId,
  conversation_id: nullishId,
  step_id: nullishId,
  procedure_name: nullishString,
  hitl_question: nullishString,
  attributes_to_collect: nullish(Schema.Array(AnyRecord)),
  callback_url: nullishString,
  expires_at: nullishTime,
  priority: nullishString,
  assign_to: nullishRecord,
  conversation_url: nullishString,
  recent_messages: nullish(Schema.Array(notified(ConversationPart)))
}))

/**
 * A test notification. Intercom sends it on request, and from time to time.
 *
 * @since 1.0.0
 * @category models
 */
export interface Ping {
  readonly type?: string | null | undefined
  readonly message?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const Ping: Schema.Schema<Ping> = struct("Ping")(() => ({ type: nullishString, message: nullishString }))
