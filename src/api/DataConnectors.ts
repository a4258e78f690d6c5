/**
 * Data connectors: requests that Fin and workflows send to other services. From API 2.16.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { notSeconds } from "../internal/checks.js"
import { DataConnector, DataConnectorChanges, NewDataConnector } from "../models/DataConnector.js"
import { type DataConnectorErrorType, DataConnectorExecution } from "../models/DataConnectorExecution.js"
import { DeletedObject } from "../models/DeletedObject.js"
import * as Pagination from "../Pagination.js"

/**
 * @since 1.0.0
 */
export * from "../models/DataConnector.js"

/**
 * @since 1.0.0
 */
export * from "../models/DataConnectorExecution.js"

/**
 * @since 1.0.0
 */
export * from "../models/DeletedObject.js"

/**
 * Lists data connectors, most recently updated first, in pages of 20 by default and 50 at most.
 *
 * `GET /data_connectors`. From API 2.16. Use `find` to get the whole data connector.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const list: (
  options?: Pagination.ListOptions
) => Pagination.List<DataConnector> = Pagination.make(
  "DataConnectors.list",
  { item: DataConnector, maxPerPage: 50 },
  ({ cursor, perPage }) =>
    Endpoint.get("/data_connectors", { since: "2.16", query: { per_page: perPage, starting_after: cursor } })
)

/**
 * Streams the pages of all data connectors.
 *
 * `GET /data_connectors`, in pages of 50 by default. From API 2.16.
 *
 * @since 1.0.0
 * @category streams
 */
export const pages: (
  options?: Pagination.StreamOptions
) => Stream.Stream<Pagination.Page<DataConnector>, IntercomError, IntercomHttp> = (options) =>
  Pagination.pages(list(options), options)

/**
 * Streams all data connectors, most recently updated first.
 *
 * `GET /data_connectors`, in pages of 50 by default. From API 2.16.
 *
 * @since 1.0.0
 * @category streams
 */
export const stream: (
  options?: Pagination.StreamOptions
) => Stream.Stream<DataConnector, IntercomError, IntercomHttp> = (options) => Pagination.stream(list(options), options)

/**
 * Retrieves the live version of a data connector, or its draft.
 *
 * `GET /data_connectors/{id}`. From API 2.16.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const find: (
  connectorId: string,
  options?: FindDataConnectorOptions
) => Effect.Effect<DataConnector, IntercomError, IntercomHttp> = Endpoint.make(
  "DataConnectors.find",
  DataConnector,
  (connectorId, { state_version } = {}) =>
    Endpoint.get("/data_connectors/{id}", { since: "2.16", path: { id: connectorId }, query: { state_version } })
)

/**
 * Creates a data connector as a draft. Use `update` to set it live.
 *
 * `POST /data_connectors`. From API 2.16.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const create: (
  connector: NewDataConnector
) => Effect.Effect<DataConnector, IntercomError, IntercomHttp> = Endpoint.make(
  "DataConnectors.create",
  DataConnector,
  (connector) => Endpoint.post("/data_connectors", { since: "2.16", body: Endpoint.json(NewDataConnector, connector) })
)

/**
 * Updates a data connector, and sets it live or back to a draft.
 *
 * `PATCH /data_connectors/{id}`. From API 2.16. Fields that you leave out stay unchanged. Fails with `Conflict`
 * (`data_connector_in_use`) if something uses the data connector that you set back to a draft.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const update: (
  connectorId: string,
  changes: DataConnectorChanges
) => Effect.Effect<DataConnector, IntercomError, IntercomHttp> = Endpoint.make(
  "DataConnectors.update",
  DataConnector,
  (connectorId, changes) =>
    Endpoint.patch("/data_connectors/{id}", {
      since: "2.16",
      path: { id: connectorId },
      body: Endpoint.json(DataConnectorChanges, changes)
    })
)

const delete_: (connectorId: string) => Effect.Effect<DeletedObject, IntercomError, IntercomHttp> = Endpoint.make(
  "DataConnectors.delete",
  DeletedObject,
  (connectorId) => Endpoint.del("/data_connectors/{id}", { since: "2.16", path: { id: connectorId } })
)

export {
  /**
   * Deletes a data connector.
   *
   * `DELETE /data_connectors/{id}`. From API 2.16. Fails with `Conflict` if it is not a draft (`conflict`), or if
   * something uses it (`data_connector_in_use`).
   *
   * @since 1.0.0
   * @category endpoints
   */
  delete_ as delete
}

/**
 * Lists the executions of a data connector in the last hour or another period, in pages of 10 by default and 30 at most.
 *
 * `GET /data_connectors/{data_connector_id}/execution_results`. From API 2.16.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const listExecutions: (
  connectorId: string,
  options?: ListExecutionsOptions & Pagination.ListOptions
) => Pagination.List<DataConnectorExecution> = Pagination.makeNested(
  "DataConnectors.listExecutions",
  { item: DataConnectorExecution, maxPerPage: 30 },
  (connectorId, { cursor, end_ts, error_type, include_bodies, perPage, start_ts, success }) =>
    Endpoint.get("/data_connectors/{data_connector_id}/execution_results", {
      since: "2.16",
      path: { data_connector_id: connectorId },
      query: { per_page: perPage, starting_after: cursor, success, error_type, start_ts, end_ts, include_bodies },
      issue: notSeconds("start_ts", start_ts) ?? notSeconds("end_ts", end_ts)
    })
)

/**
 * Retrieves an execution of a data connector, with its bodies.
 *
 * `GET /data_connectors/{data_connector_id}/execution_results/{id}`. From API 2.16.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const findExecution: (
  connectorId: string,
  execution: DataConnectorExecutionId
) => Effect.Effect<DataConnectorExecution, IntercomError, IntercomHttp> = Endpoint.make(
  "DataConnectors.findExecution",
  DataConnectorExecution,
  (connectorId, { execution_id }) =>
    Endpoint.get("/data_connectors/{data_connector_id}/execution_results/{id}", {
      since: "2.16",
      path: { data_connector_id: connectorId, id: execution_id }
    })
)

/**
 * Options for retrieving a data connector.
 *
 * @since 1.0.0
 * @category models
 */
export interface FindDataConnectorOptions {
  /** Default: `live`. */
  readonly state_version?: "draft" | "live" | undefined
}

/**
 * Options for listing the executions of a data connector.
 *
 * @since 1.0.0
 * @category models
 */
export interface ListExecutionsOptions {
  /** Only those that succeeded, or only those that failed. */
  readonly success?: boolean | undefined
  readonly error_type?: DataConnectorErrorType | undefined
  /** Unix time in seconds. Default: one hour ago. */
  readonly start_ts?: number | undefined
  /** Unix time in seconds. Default: now. */
  readonly end_ts?: number | undefined
  /** Whether to include the bodies, which may be personal data. Default: `false`. */
  readonly include_bodies?: boolean | undefined
}

/**
 * Identifies an execution of a data connector.
 *
 * @since 1.0.0
 * @category models
 */
export interface DataConnectorExecutionId {
  readonly execution_id: string
}
