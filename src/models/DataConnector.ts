/**
 * Data connectors: requests that Fin and workflows send to other services.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import {
  anything,
  Id,
  IdInput,
  nullish,
  nullishBoolean,
  nullishId,
  nullishIds,
  nullishNumber,
  nullishString,
  nullishStrings,
  optionalRecord,
  struct
} from "../internal/fields.js"

/**
 * A data connector. The fields from `url` to `validate_missing_attributes` are absent in lists. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface DataConnector {
  readonly type?: string | null | undefined
  readonly id: string
  readonly name?: string | null | undefined
  readonly description?: string | null | undefined
  readonly state?: "draft" | "live" | (string & {}) | null | undefined
  readonly http_method?: DataConnectorMethod | (string & {}) | null | undefined
  /** Whether Fin uses it directly. */
  readonly direct_fin_usage?: boolean | null | undefined
  readonly created_by_admin_id?: string | null | undefined
  readonly updated_by_admin_id?: string | null | undefined
  /** ISO 8601. */
  readonly created_at?: string | null | undefined
  /** ISO 8601. */
  readonly updated_at?: string | null | undefined
  /** Path of the results in the API. Use `listExecutions` to read them. */
  readonly execution_results_url?: string | null | undefined
  /** Can have placeholders: `https://api.example.com/orders/{{order_id}}`. */
  readonly url?: string | null | undefined
  /** Template of the body of the request. */
  readonly body?: string | null | undefined
  readonly headers?: ReadonlyArray<DataConnectorHeader> | null | undefined
  /** `users`, `leads`, `visitors`. */
  readonly audiences?: ReadonlyArray<string> | null | undefined
  readonly execution_type?: "server_side" | "client_side" | (string & {}) | null | undefined
  /** Whether `response_fields` were made from a real response or from a mock one. */
  readonly configuration_response_type?: "test_response_type" | "mock_response_type" | (string & {}) | null | undefined
  readonly data_transformation_type?:
    | "full_access"
    | "redacted_access"
    | "code_block_transformation"
    | (string & {})
    | null
    | undefined
  /** Only for `client_side`. */
  readonly client_function_name?: string | null | undefined
  /** Only for `client_side`. In milliseconds. */
  readonly client_function_timeout_ms?: number | null | undefined
  readonly data_inputs?: ReadonlyArray<DataConnectorInput> | null | undefined
  readonly response_fields?: ReadonlyArray<DataConnectorResponseField> | null | undefined
  readonly object_mappings?: ReadonlyArray<DataConnectorMapping> | null | undefined
  /** Ids of the authentication tokens that it sends. */
  readonly token_ids?: ReadonlyArray<string> | null | undefined
  /** Whether customers must enter a one-time password first. */
  readonly customer_authentication?: boolean | null | undefined
  /** Whether it needs no authentication. */
  readonly bypass_authentication?: boolean | null | undefined
  /** Whether to check before the request that required inputs have values. */
  readonly validate_missing_attributes?: boolean | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const DataConnector: Schema.Schema<DataConnector> = struct("DataConnector")(() => ({
  type: nullishString,
  id: Id,
  name: nullishString,
  description: nullishString,
  state: nullishString,
  http_method: nullishString,
  direct_fin_usage: nullishBoolean,
  created_by_admin_id: nullishId,
  updated_by_admin_id: nullishId,
  created_at: nullishString,
  updated_at: nullishString,
  execution_results_url: nullishString,
  url: nullishString,
  body: nullishString,
  headers: nullish(Schema.Array(DataConnectorHeader)),
  audiences: nullishStrings,
  execution_type: nullishString,
  configuration_response_type: nullishString,
  data_transformation_type: nullishString,
  client_function_name: nullishString,
  client_function_timeout_ms: nullishNumber,
  data_inputs: nullish(Schema.Array(DataConnectorInput)),
  response_fields: nullish(Schema.Array(DataConnectorResponseField)),
  object_mappings: nullish(Schema.Array(DataConnectorMapping)),
  token_ids: nullishIds,
  customer_authentication: nullishBoolean,
  bypass_authentication: nullishBoolean,
  validate_missing_attributes: nullishBoolean
}))

/**
 * The HTTP method of a data connector.
 *
 * @since 1.0.0
 * @category models
 */
export type DataConnectorMethod = "get" | "post" | "put" | "delete" | "patch"

/**
 * A header of the request.
 *
 * @since 1.0.0
 * @category models
 */
export interface DataConnectorHeader {
  readonly name?: string | null | undefined
  /** Always `****`. */
  readonly value?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const DataConnectorHeader: Schema.Schema<DataConnectorHeader> = struct("DataConnectorHeader")(() => ({
  name: nullishString,
  value: nullishString
}))

/**
 * An input of a data connector. The URL, the headers and the body can refer to it: `{{order_id}}`.
 *
 * @since 1.0.0
 * @category models
 */
export interface DataConnectorInput {
  readonly name?: string | null | undefined
  readonly type?: "string" | "integer" | "decimal" | "boolean" | (string & {}) | null | undefined
  readonly description?: string | null | undefined
  readonly required?: boolean | null | undefined
  /** Empty if there is none. */
  readonly default_value?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const DataConnectorInput: Schema.Schema<DataConnectorInput> = struct("DataConnectorInput")(() => ({
  name: nullishString,
  type: nullishString,
  description: nullishString,
  required: nullishBoolean,
  default_value: nullishString
}))

/**
 * A field of the response.
 *
 * @since 1.0.0
 * @category models
 */
export interface DataConnectorResponseField {
  /** Path in the JSON: `order.status`. */
  readonly path?: string | null | undefined
  readonly type?:
    | "unknown"
    | "string"
    | "integer"
    | "decimal"
    | "datetime"
    | "boolean"
    | (string & {})
    | null
    | undefined
  readonly example_value?: unknown
  /** Whether logs hide its value. */
  readonly redacted?: boolean | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const DataConnectorResponseField: Schema.Schema<DataConnectorResponseField> = struct(
  "DataConnectorResponseField"
)(() => ({ path: nullishString, type: nullishString, example_value: anything, redacted: nullishBoolean }))

/**
 * How an object in the response becomes an object of Intercom.
 *
 * @since 1.0.0
 * @category models
 */
export interface DataConnectorMapping {
  readonly response_object_path?: string | null | undefined
  readonly intercom_object_type?: "conversation" | "user" | (string & {}) | null | undefined
  readonly attribute_mappings?: ReadonlyArray<DataConnectorAttributeMapping> | null | undefined
  readonly reference_mappings?: ReadonlyArray<DataConnectorReferenceMapping> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const DataConnectorMapping: Schema.Schema<DataConnectorMapping> = struct("DataConnectorMapping")(() => ({
  response_object_path: nullishString,
  intercom_object_type: nullishString,
  attribute_mappings: nullish(Schema.Array(DataConnectorAttributeMapping)),
  reference_mappings: nullish(Schema.Array(DataConnectorReferenceMapping))
}))

/**
 * The attribute that takes a value of the response.
 *
 * @since 1.0.0
 * @category models
 */
export interface DataConnectorAttributeMapping {
  readonly response_attribute_path?: string | null | undefined
  readonly intercom_attribute_identifier?: string | null | undefined
  readonly mapping_type?: "primitive_mapping" | "context_mapping" | (string & {}) | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const DataConnectorAttributeMapping: Schema.Schema<DataConnectorAttributeMapping> = struct(
  "DataConnectorAttributeMapping"
)(() => ({
  response_attribute_path: nullishString,
  intercom_attribute_identifier: nullishString,
  mapping_type: nullishString
}))

/**
 * The attribute that refers to an object of the response.
 *
 * @since 1.0.0
 * @category models
 */
export interface DataConnectorReferenceMapping {
  readonly intercom_object_type?: "conversation" | "user" | (string & {}) | null | undefined
  readonly intercom_attribute_identifier?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const DataConnectorReferenceMapping: Schema.Schema<DataConnectorReferenceMapping> = struct(
  "DataConnectorReferenceMapping"
)(() => ({ intercom_object_type: nullishString, intercom_attribute_identifier: nullishString }))

/**
 * Input for creating a data connector.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewDataConnector {
  readonly name: string
  readonly description?: string | undefined
  readonly http_method?: DataConnectorMethod | undefined
  /** Can have placeholders: `https://api.example.com/orders/{{order_id}}`. */
  readonly url?: string | undefined
  /** Template of the body of the request. */
  readonly body?: string | undefined
  /** Whether Fin uses it directly, or only workflows do. Default: `false`. */
  readonly direct_fin_usage?: boolean | undefined
  readonly audiences?: ReadonlyArray<"leads" | "users" | "visitors"> | undefined
  readonly headers?: ReadonlyArray<NewDataConnectorHeader> | undefined
  readonly data_inputs?: ReadonlyArray<NewDataConnectorInput> | undefined
  /** Whether customers must enter a one-time password first. Default: `false`. */
  readonly customer_authentication?: boolean | undefined
  /** Whether it needs no authentication. Default: `false`. */
  readonly bypass_authentication?: boolean | undefined
  /** Whether to check before the request that required inputs have values. */
  readonly validate_missing_attributes?: boolean | undefined
  /** An example of the response. Intercom makes the `response_fields` of it. */
  readonly mock_response?: Readonly<Record<string, unknown>> | undefined
  /** Ids of the authentication tokens to send. */
  readonly token_ids?: ReadonlyArray<string> | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const NewDataConnector: Schema.Schema<NewDataConnector> = struct("NewDataConnector")(() => ({
  name: Schema.String,
  ...connectorFields(),
  data_inputs: Schema.optional(Schema.Array(NewDataConnectorInput))
}))

/**
 * Input for changing a data connector.
 *
 * @since 1.0.0
 * @category models
 */
export interface DataConnectorChanges extends Omit<NewDataConnector, "name" | "data_inputs"> {
  readonly name?: string | undefined
  readonly state?: "draft" | "live" | undefined
  /** All inputs, including the existing ones. */
  readonly data_inputs?: ReadonlyArray<DataConnectorInputChange> | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const DataConnectorChanges: Schema.Schema<DataConnectorChanges> = struct("DataConnectorChanges")(() => ({
  name: Schema.optional(Schema.String),
  ...connectorFields(),
  state: Schema.optional(Schema.Literal("draft", "live")),
  data_inputs: Schema.optional(Schema.Array(DataConnectorInputChange))
}))

const connectorFields = () => ({
  description: Schema.optional(Schema.String),
  http_method: Schema.optional(Schema.Literal("get", "post", "put", "delete", "patch")),
  url: Schema.optional(Schema.String),
  body: Schema.optional(Schema.String),
  direct_fin_usage: Schema.optional(Schema.Boolean),
  audiences: Schema.optional(Schema.Array(Schema.Literal("leads", "users", "visitors"))),
  headers: Schema.optional(Schema.Array(NewDataConnectorHeader)),
  customer_authentication: Schema.optional(Schema.Boolean),
  bypass_authentication: Schema.optional(Schema.Boolean),
  validate_missing_attributes: Schema.optional(Schema.Boolean),
  mock_response: optionalRecord,
  token_ids: Schema.optional(Schema.Array(IdInput))
})

/**
 * Input for a header of the request.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewDataConnectorHeader {
  readonly name: string
  /** Can have placeholders. */
  readonly value: string
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const NewDataConnectorHeader: Schema.Schema<NewDataConnectorHeader> = struct("NewDataConnectorHeader")(() => ({
  name: Schema.String,
  value: Schema.String
}))

/**
 * Input for an input of a new data connector.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewDataConnectorInput {
  readonly name: string
  readonly type: "string" | "integer" | "decimal" | "boolean"
  readonly description?: string | undefined
  readonly required?: boolean | undefined
  /** Default: empty. */
  readonly default_value?: string | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const NewDataConnectorInput: Schema.Schema<NewDataConnectorInput> = struct("NewDataConnectorInput")(() => ({
  ...inputFields(),
  description: Schema.optional(Schema.String)
}))

/**
 * Input for an input of an existing data connector.
 *
 * @since 1.0.0
 * @category models
 */
export interface DataConnectorInputChange extends NewDataConnectorInput {
  readonly description: string
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const DataConnectorInputChange: Schema.Schema<DataConnectorInputChange> = struct("DataConnectorInputChange")(
  () => ({ ...inputFields(), description: Schema.String })
)

const inputFields = () => ({
  name: Schema.String,
  type: Schema.Literal("string", "integer", "decimal", "boolean"),
  required: Schema.optional(Schema.Boolean),
  default_value: Schema.optional(Schema.String)
})
