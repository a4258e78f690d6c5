import { http, once, type Play, sends } from "../rawServer.js"
import { type Cell, good, type Row, row } from "./Row.js"

const both = (cell: Cell) => [cell, cell] as const

const errorList = (code: string): string =>
  JSON.stringify({ type: "error.list", request_id: "req-1", errors: [{ code, message: `about ${code}` }] })

const responds = (status: string, code: string): Play => sends(http(status, errorList(code)))

const refused = (status: string, code: string, tag: string): Row =>
  row(status, both(`${tag} 1`), responds(status, code), {
    holds: { status: Number(status.slice(0, 3)), requestId: "req-1" }
  })

/** The redirect leads to a port on loopback that nobody listens on: a client that follows it ends in a NetworkError. */
const redirect = (status: string, location: string | undefined): Row =>
  row(
    `${status} ${location === undefined ? "without a location" : "to another host"}`,
    both("UnexpectedStatus 1"),
    sends(http(status, "", { location }))
  )

const elsewhere = "http://127.0.0.2:9/contacts/1"

/** Statuses other than 429, which `waits.ts` has. */
export const statuses: ReadonlyArray<Row> = [
  refused("400 Bad Request", "parameter_invalid", "InvalidRequest"),
  refused("401 Unauthorized", "token_unauthorized", "Unauthorized"),
  refused("402 Payment Required", "api_plan_restricted", "Forbidden"),
  refused("403 Forbidden", "forbidden", "Forbidden"),
  refused("404 Not Found", "not_found", "NotFound"),
  refused("409 Conflict", "conflict", "Conflict"),
  refused("422 Unprocessable", "parameter_invalid", "InvalidRequest"),
  refused("418 Teapot", "teapot", "UnexpectedStatus"),
  refused("425 Too Early", "too_early", "UnexpectedStatus"),
  refused("600 Beyond", "beyond", "UnexpectedStatus"),
  row("408 for ever", ["UnexpectedStatus 2", "UnexpectedStatus 1"], responds("408 Request Timeout", "request_timeout")),
  row("500 once", ["ok 2", "ServerError 1"], once(responds("500 Oops", "server_error"), sends(http("200 OK", good)))),
  row("500 for ever", ["ServerError 2", "ServerError 1"], responds("500 Oops", "server_error")),
  row("503 for ever", ["ServerError 2", "ServerError 1"], responds("503 Unavailable", "service_unavailable")),
  row("504 without a body", ["ServerError 2", "ServerError 1"], sends(http("504 Gateway Timeout"))),
  redirect("301 Moved Permanently", elsewhere),
  redirect("302 Found", elsewhere),
  redirect("303 See Other", elsewhere),
  redirect("307 Temporary Redirect", elsewhere),
  redirect("308 Permanent Redirect", elsewhere),
  redirect("302 Found", undefined),
  redirect("304 Not Modified", undefined)
]
