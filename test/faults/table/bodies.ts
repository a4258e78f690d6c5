import { http, type Play, sends } from "../rawServer.js"
import { type Cell, good, type Row, row } from "./Row.js"

const responds = (body: string | Buffer, status = "200 OK"): Play => sends(http(status, body))
const both = (cell: Cell) => [cell, cell] as const
const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth)
const withField = (field: string) => `{"type":"contact","id":"1",${field}}`

const refusedWith = (fault: string, errors: string): Row =>
  row(`400 with ${fault}`, both("InvalidRequest 1"), responds(`{"type":"error.list"${errors}}`, "400 Bad Request"), {
    holds: { status: 400 }
  })

const html = "<html><head><title>502 Bad Gateway</title></head></html>"

/** Bodies that are not what the documentation says. */
export const bodies: ReadonlyArray<Row> = [
  row("HTML with 200", both("InvalidResponse 1"), sends(http("200 OK", html, { "content-type": "text/html" }))),
  row("HTML with 502", ["ServerError 2", "ServerError 1"], responds(html, "502 Bad Gateway")),
  row("an empty 200", both("InvalidResponse 1"), responds("")),
  row("204", both("InvalidResponse 1"), sends(http("204 No Content", "", { "content-length": undefined }))),
  row("null", both("InvalidResponse 1"), responds("null")),
  row("[]", both("InvalidResponse 1"), responds("[]")),
  row("a number", both("InvalidResponse 1"), responds("1")),
  row("a text", both("InvalidResponse 1"), responds("\"1\"")),
  row("an object without an id", both("InvalidResponse 1"), responds("{\"type\":\"contact\"}")),
  refusedWith("a map of errors", ",\"errors\":{\"email\":\"is not an email\"}"),
  refusedWith("errors that are null", ",\"errors\":null"),
  refusedWith("no errors", ""),
  refusedWith("errors of nulls and numbers", ",\"errors\":[null,1,{\"code\":2,\"message\":null}]"),
  refusedWith("errors that are a text", ",\"errors\":\"no\""),
  refusedWith("100,000 errors", `,"errors":[${Array(100_000).fill("{\"code\":\"x\",\"message\":\"y\"}").join()}]`),
  row("nested 100,000 deep", both("ok 1"), responds(withField(`"custom_attributes":{"a":${nested(100_000)}}`))),
  row("nested 100,000 deep, not closed", both("InvalidResponse 1"), responds("[".repeat(100_000))),
  row("a byte order mark", both("ok 1"), responds(`\ufeff${good}`)),
  row("duplicate keys", both("ok 1"), responds("{\"id\":null,\"type\":\"contact\",\"id\":\"1\"}")),
  row("`__proto__` beside the fields", both("ok 1"), responds(withField("\"__proto__\":{\"polluted\":true}"))),
  row("`constructor` beside the fields", both("ok 1"), responds(withField("\"constructor\":{\"prototype\":{}}"))),
  row(
    "the id in `__proto__`",
    both("InvalidResponse 1"),
    responds("{\"__proto__\":{\"type\":\"contact\",\"id\":\"1\"}}")
  ),
  row("UTF-16", both("InvalidResponse 1"), responds(Buffer.from(good, "utf16le"))),
  row("Latin-1", both("ok 1"), responds(Buffer.from(withField("\"name\":\"Zoë\""), "latin1"))),
  row("half of a surrogate pair", both("ok 1"), responds(withField("\"name\":\"\\ud800\""))),
  row("NUL within JSON", both("InvalidResponse 1"), responds("{\"id\":\"1\"\u0000}")),
  row("JSON that another JSON follows", both("InvalidResponse 1"), responds(good + good)),
  row("a comma too many", both("InvalidResponse 1"), responds("{\"id\":\"1\",}")),
  row("NaN", both("InvalidResponse 1"), responds(withField("\"created_at\":NaN"))),
  row("a text of 10 MB", both("ok 1"), responds(withField(`"name":"${"x".repeat(10_000_000)}"`)))
]
