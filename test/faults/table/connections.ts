import { closesAfter, head, http, once, type Play, resetsAfter, sends, trickles } from "../rawServer.js"
import { good, type Row, row } from "./Row.js"

const ok = http("200 OK", good)
const half = good.slice(0, 12)
const repeated = ["NetworkError 2", "NetworkError 1"] as const
const timedOut = ["Timeout 2", "Timeout 1"] as const
const stalls = { isStalled: true }

const resets: Play = { connected: (socket) => socket.resetAndDestroy() }

/** Connections that are refused, reset, closed or stalled. */
export const connections: ReadonlyArray<Row> = [
  row("refused", ["NetworkError 0", "NetworkError 0"], {}, { place: "closed", holds: { code: "ECONNREFUSED" } }),
  row("reset before the request is read", repeated, resets, { counts: "connections" }),
  row("reset before the first request is read", ["ok 2", "NetworkError 1"], {
    connected: (socket, nth) => nth === 1 && socket.resetAndDestroy(),
    asked: (socket) => void socket.write(ok)
  }, { counts: "connections" }),
  row("closed before the request is read", repeated, { connected: (socket) => socket.destroy() }, {
    counts: "connections"
  }),
  row("reset after the request is read", repeated, { asked: (socket) => void socket.resetAndDestroy() }),
  row("reset after the first request is read", ["ok 2", "NetworkError 1"], once(resetsAfter(""), sends(ok))),
  row("closed after the request is read", repeated, closesAfter("")),
  row("reset under keep-alive", ["ok 3", "NetworkError 2"], {
    asked: (socket, nth) => nth === 2 ? socket.resetAndDestroy() : socket.write(ok)
  }, { isWarm: true }),
  row("closed under keep-alive", ["ok 3", "NetworkError 2"], {
    asked: (socket, nth) => nth === 2 ? socket.end() : socket.write(ok)
  }, { isWarm: true }),
  row("closed after the response", ["ok 1", "ok 1"], closesAfter(ok)),
  row("reset within the head", repeated, resetsAfter("HTTP/1.1 200 OK\r\ncontent-")),
  row("never answers", timedOut, {}, stalls),
  row("stalls within the head", timedOut, sends("HTTP/1.1 200 OK\r\ncontent-"), stalls),
  row("stalls after the head", timedOut, sends(head("200 OK", { "content-length": good.length })), stalls),
  row("stalls within the body", timedOut, sends(head("200 OK", { "content-length": good.length }) + half), stalls),
  row("stalls within a chunk", timedOut, sends(`${head("200 OK", { "transfer-encoding": "chunked" })}ff\r\n${half}`), {
    ...stalls
  }),
  row("stalls within the body of a 500", timedOut, sends(head("500 Oops", { "content-length": 99 }) + half), stalls),
  row("a byte of the head every 50 ms", timedOut, trickles(head("200 OK"), 50), stalls),
  row("a byte of the body every 50 ms", timedOut, {
    asked: (socket, nth) => {
      socket.write(head("200 OK", { "content-length": good.length }))
      trickles(good, 50).asked?.(socket, nth)
    }
  }, stalls),
  row("a byte every millisecond, to the end", ["ok 1", "ok 1"], trickles(ok.toString(), 1))
]
