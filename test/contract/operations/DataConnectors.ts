import * as DataConnectors from "effect-intercom/api/DataConnectors"
import type { Operation } from "../Operation.js"

export const dataConnectors: ReadonlyArray<Operation> = [
  {
    name: "DataConnectors.list",
    method: "get",
    path: "/data_connectors",
    since: "2.16",
    call: DataConnectors.list({ perPage: 20, cursor: "WzE3MDc1OTQ3MTUuMCwxMjM0NV0=" })
  },
  {
    name: "DataConnectors.find",
    method: "get",
    path: "/data_connectors/{id}",
    since: "2.16",
    call: DataConnectors.find("12345", { state_version: "draft" })
  },
  {
    name: "DataConnectors.create",
    method: "post",
    path: "/data_connectors",
    since: "2.16",
    call: DataConnectors.create({
      name: "Get Order Status",
      description: "Looks up order status from an external service",
      http_method: "get",
      url: "https://api.example.com/orders/{{order_id}}/status",
      body: "{}",
      direct_fin_usage: true,
      audiences: ["leads", "visitors"],
      headers: [{ name: "Content-Type", value: "application/json" }],
      data_inputs: [
        { name: "order_id", type: "string", description: "The order ID to look up", required: true, default_value: "" }
      ],
      customer_authentication: true,
      bypass_authentication: false,
      validate_missing_attributes: true,
      mock_response: { order: { id: 12345, status: "shipped" } },
      token_ids: ["1234", "5678"]
    })
  },
  {
    name: "DataConnectors.update",
    method: "patch",
    path: "/data_connectors/{id}",
    since: "2.16",
    call: DataConnectors.update("12345", {
      name: "Updated Connector Name",
      description: "Updated description",
      state: "live",
      data_inputs: [{ name: "order_id", type: "string", description: "The order ID to look up" }],
      mock_response: { user: { name: "Alice", email: "alice@example.com" } },
      token_ids: []
    })
  },
  {
    name: "DataConnectors.delete",
    method: "delete",
    path: "/data_connectors/{id}",
    since: "2.16",
    call: DataConnectors.delete("12345")
  },
  {
    name: "DataConnectors.listExecutions",
    method: "get",
    path: "/data_connectors/{data_connector_id}/execution_results",
    since: "2.16",
    call: DataConnectors.listExecutions("12345", {
      perPage: 10,
      cursor: "WzE3MDc1OTQ3MTUuMCw5OTAwMF0=",
      success: false,
      error_type: "3rd_party_error",
      start_ts: 1_770_744_000,
      end_ts: 1_770_747_600,
      include_bodies: true
    })
  },
  {
    name: "DataConnectors.findExecution",
    method: "get",
    path: "/data_connectors/{data_connector_id}/execution_results/{id}",
    since: "2.16",
    call: DataConnectors.findExecution("12345", { execution_id: "99001" })
  }
]
