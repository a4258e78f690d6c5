/**
 * A server on a raw socket. It plays faults that a well-behaved server never shows.
 */
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { type AddressInfo, createServer, type Server, type Socket } from "node:net"
import { createServer as createTlsServer } from "node:tls"
import { certificate, key } from "./certificate.js"

/** What the server does with one connection. */
export interface Play {
  /** Runs when a client connects. `nth` counts the connections from 1. */
  readonly connected?: (socket: Socket, nth: number) => void
  /** Runs when a whole request has arrived. `nth` counts the requests from 1. */
  readonly asked?: (socket: Socket, nth: number) => void
}

export interface RawServer {
  readonly url: string
  /** The number of whole requests that arrived. */
  readonly requests: () => number
  readonly connections: () => number
}

/** Listens on a free loopback port while the scope is open. */
export const serveRaw = (play: Play): Effect.Effect<RawServer, never, Scope.Scope> =>
  serve("http", (onConnection) => createServer(onConnection), play)

/** The same behind a certificate that no client trusts. Connections are counted before the handshake. */
export const serveUntrusted = (play: Play): Effect.Effect<RawServer, never, Scope.Scope> =>
  serve("https", (onConnection) => createTlsServer({ cert: certificate, key }, onConnection), play)

const serve = (
  protocol: string,
  make: (onConnection: (socket: Socket) => void) => Server,
  play: Play
): Effect.Effect<RawServer, never, Scope.Scope> => {
  const open = new Set<Socket>()
  let connections = 0
  let requests = 0

  const read = (socket: Socket): void => {
    let received = ""
    play.connected?.(socket, connections)
    socket.on("data", (data) => {
      received += data.toString("latin1")
      for (let rest = afterRequest(received); rest !== undefined; rest = afterRequest(received)) {
        received = rest
        requests += 1
        play.asked?.(socket, requests)
      }
    })
  }

  const listen = Effect.async<Server>((resume) => {
    const server = make(read)
    server.prependListener("connection", (socket: Socket) => {
      connections += 1
      open.add(socket)
      // A client that resets a connection is part of the play.
      socket.on("error", () => socket.destroy())
      socket.on("close", () => open.delete(socket))
    })
    server.listen(0, "127.0.0.1", () => resume(Effect.succeed(server)))
  })
  const close = (server: Server) =>
    Effect.async<void>((resume) => {
      server.close(() => resume(Effect.void))
      for (const socket of open) socket.destroy()
    })

  return Effect.map(Effect.acquireRelease(listen, close), (server) => ({
    url: `${protocol}://127.0.0.1:${portOf(server.address())}`,
    requests: () => requests,
    connections: () => connections
  }))
}

const portOf = (address: AddressInfo | string | null): number =>
  typeof address === "object" && address !== null ? address.port : 0

/** The bytes that follow the first request, or `undefined` if it is not complete. */
const afterRequest = (received: string): string | undefined => {
  const end = received.indexOf("\r\n\r\n")
  if (end < 0) return undefined
  const [, length = "0"] = /\r\ncontent-length: *(\d+)/i.exec(received.slice(0, end)) ?? []
  const next = end + 4 + Number(length)
  return received.length < next ? undefined : received.slice(next)
}

type Bytes = string | Buffer

/** Sends these bytes and keeps the connection open. */
export const sends = (bytes: Bytes): Play => ({ asked: (socket) => void socket.write(bytes) })

/** Sends these bytes and closes the connection with FIN. */
export const closesAfter = (bytes: Bytes): Play => ({ asked: (socket) => void socket.end(bytes) })

/** Sends these bytes and resets the connection when they have left. */
export const resetsAfter = (bytes: Bytes): Play => ({
  asked: (socket) => void socket.write(bytes, () => socket.resetAndDestroy())
})

/** Sends one byte every `interval` milliseconds. */
export const trickles = (bytes: string, interval: number): Play => ({
  asked: (socket) => {
    let sent = 0
    const timer = setInterval(() => socket.write(bytes.charAt(sent++)), interval)
    socket.on("close", () => clearInterval(timer))
  }
})

/** Plays `first` for the first request, and `then` for all that follow. */
export const once = (first: Play, then: Play): Play => ({
  asked: (socket, nth) => (nth === 1 ? first : then).asked?.(socket, nth)
})

/** Headers of a response. `undefined` leaves out a header that would be there. */
export type Headers = Readonly<Record<string, string | number | undefined>>

/** The status line and the headers of a response. */
export const head = (status: string, headers: Headers = {}): string => {
  const lines = Object.entries({ "content-type": "application/json", "x-request-id": "req-1", ...headers })
    .flatMap(([name, value]) => value === undefined ? [] : [`${name}: ${value}\r\n`])
  return `HTTP/1.1 ${status}\r\n${lines.join("")}\r\n`
}

/** A whole response. Its length is right unless `headers` says another. */
export const http = (status: string, body: Bytes = "", headers: Headers = {}): Buffer =>
  Buffer.concat([
    Buffer.from(head(status, { "content-length": Buffer.byteLength(body), ...headers })),
    Buffer.from(body)
  ])
