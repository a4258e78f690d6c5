/**
 * Responses that break off or are too large, errors with the status of a success, and failures that no retry can mend.
 */
import { closesAfter, head, http, type Play, resetsAfter, sends } from "../rawServer.js"
import { type Cell, good, type Row, row } from "./Row.js"

const both = (cell: Cell) => [cell, cell] as const

const megabytes = (count: number): string => `{"type":"contact","id":"1","name":"${"x".repeat(count * 1_000_000)}"}`

const errorList = (code: string): Play =>
  sends(http("200 OK", JSON.stringify({ type: "error.list", request_id: "req-1", errors: [{ code, message: "no" }] })))

/** The error keeps what had arrived, and says that the response broke off. */
const brokenOff = { holds: { status: 200, requestId: "req-1" }, says: /broke off/ }
const repeated = ["NetworkError 2", "NetworkError 1"] as const
const half = good.slice(0, 12)

export const limits: ReadonlyArray<Row> = [
  row("length too long, closed", repeated, closesAfter(head("200 OK", { "content-length": 99 }) + good), brokenOff),
  row(
    "reset within the body",
    repeated,
    resetsAfter(head("200 OK", { "content-length": good.length }) + half),
    brokenOff
  ),
  row(
    "chunked, cut off",
    repeated,
    closesAfter(`${head("200 OK", { "transfer-encoding": "chunked" })}ff\r\n${half}`),
    brokenOff
  ),
  row("an error list with 200", both("NotFound 1"), errorList("not_found"), { holds: { requestId: "req-1" } }),
  row("501", both("ServerError 1"), sends(http("501 Not Implemented"))),
  row("505", both("ServerError 1"), sends(http("505 Version Not Supported"))),
  row("50 MB", both("InvalidResponse 1"), sends(http("200 OK", megabytes(50)))),
  row("500 with 50 MB", ["ServerError 2", "ServerError 1"], sends(http("500 Oops", megabytes(50)))),
  row("1 GB announced", both("InvalidResponse 1"), sends(head("200 OK", { "content-length": 1_000_000_000 }) + half)),
  row("a certificate that is not trusted", both("NetworkError 1"), sends(http("200 OK", good)), {
    place: "untrusted",
    counts: "connections"
  })
]
