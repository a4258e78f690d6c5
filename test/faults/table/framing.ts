import { brotliCompressSync, gzipSync } from "node:zlib"
import { closesAfter, head, http, sends } from "../rawServer.js"
import { good, type Row, row } from "./Row.js"

const length = good.length
const half = good.slice(0, 12)
const chunk = `${length.toString(16)}\r\n${good}\r\n`
const ok = ["ok 1", "ok 1"] as const
const refused = ["NetworkError 2", "NetworkError 1"] as const
const unreadable = ["InvalidResponse 1", "InvalidResponse 1"] as const

const ok200 = http("200 OK", good).toString()

const chunked = { "transfer-encoding": "chunked" }
const packed = (body: Buffer) => http("200 OK", body, { "content-encoding": "gzip" })
const gzip = gzipSync(good)
/** Undici does not unpack, and does not ask for packed bodies. */
const onlyFetch = [
  { fetch: "ok 1", undici: "InvalidResponse 1" },
  { fetch: "ok 1", undici: "InvalidResponse 1" }
] as const
const brokenPack = [
  { fetch: "NetworkError 2", undici: "InvalidResponse 1" },
  { fetch: "NetworkError 1", undici: "InvalidResponse 1" }
] as const

/** Responses whose length, encoding or protocol is wrong. */
export const framing: ReadonlyArray<Row> = [
  row("truncated JSON whose length fits", unreadable, sends(http("200 OK", half))),
  row("length too short", unreadable, sends(http("200 OK", good, { "content-length": 12 }))),
  row("length too long, left open", ["Timeout 2", "Timeout 1"], sends(http("200 OK", good, { "content-length": 99 })), {
    isStalled: true
  }),
  row("no length, closed at the end", ok, closesAfter(head("200 OK") + good)),
  row("no length, closed midway", unreadable, closesAfter(head("200 OK") + half)),
  row("chunked", ok, sends(`${head("200 OK", chunked)}${chunk}0\r\n\r\n`)),
  row("chunked with a bad size", refused, sends(`${head("200 OK", chunked)}zz\r\n${good}\r\n0\r\n\r\n`)),
  row("two lengths", refused, sends(head("200 OK", { "content-length": `${length}\r\ncontent-length: 12` }) + good)),
  row("a length that is no number", refused, sends(head("200 OK", { "content-length": "many" }) + good)),
  row("length and chunked", refused, sends(`${head("200 OK", { "content-length": 12, ...chunked })}${chunk}0\r\n\r\n`)),
  row("gzip", onlyFetch, sends(packed(gzip))),
  row("brotli", onlyFetch, sends(http("200 OK", brotliCompressSync(good), { "content-encoding": "br" }))),
  row("gzip that is corrupt", brokenPack, sends(packed(Buffer.concat([gzip.subarray(0, 12), Buffer.alloc(20, 7)])))),
  // Node unpacks the part that has arrived, and fetch does not tell that it is not all.
  row("gzip that is cut", unreadable, sends(packed(gzip.subarray(0, 20)))),
  row("gzip said, plain sent", [
    { fetch: "NetworkError 2", undici: "ok 1" },
    { fetch: "NetworkError 1", undici: "ok 1" }
  ], sends(packed(Buffer.from(good)))),
  row("an encoding that nobody knows", ok, sends(http("200 OK", good, { "content-encoding": "zip-o-matic" }))),
  row("no HTTP", refused, sends("SSH-2.0-OpenSSH_9.2p1\r\n")),
  row("a bad status line", refused, sends("HTTP/1.1 twohundred OK\r\n\r\n")),
  row("HTTP/3.7", refused, sends(ok200.replace("HTTP/1.1", "HTTP/3.7"))),
  row("a header of 64 kB", refused, sends(http("200 OK", good, { "x-long": "x".repeat(65_536) }))),
  row("a header without a name", refused, sends(http("200 OK", good, { "": "x" }))),
  row("100-continue that nobody asked for", refused, sends(`HTTP/1.1 100 Continue\r\n\r\n${ok200}`)),
  row("101", refused, sends("HTTP/1.1 101 Switching Protocols\r\nupgrade: h2c\r\nconnection: upgrade\r\n\r\n")),
  row("103, then the response", ok, sends(`HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n${ok200}`))
]
