/**
 * A server on raw sockets that responds as `differences.ts` needs it: it closes a connection that it has read a request
 * from, and sends bodies that break off. A server of a library sends none of that.
 */
import { type AddressInfo, createServer, type Socket } from "node:net"
import { gzipSync } from "node:zlib"

/** A server that listens on a loopback port. */
export interface RawServer {
  readonly url: string
  readonly close: () => Promise<void>
  /** How many requests arrived, by method and path. The server also sends it: `GET /counts`. */
  readonly counts: () => Readonly<Record<string, number>>
}

interface Request {
  readonly method: string
  readonly path: string
  /** With names in lower case. */
  readonly headers: Readonly<Record<string, string>>
}

/** Starts the server on a free port. */
export const startRawServer = async (): Promise<RawServer> => {
  const counts: Record<string, number> = {}
  const open = new Set<Socket>()
  const refused = await refusedUrl()

  const server = createServer((socket) => {
    open.add(socket)
    socket.on("error", () => socket.destroy())
    socket.on("close", () => open.delete(socket))
    let received = Buffer.alloc(0)
    let isUsed = false
    socket.on("data", (data) => {
      received = Buffer.concat([received, data])
      for (let next = readRequest(received); next !== undefined; next = readRequest(received)) {
        const { request, size } = next
        received = received.subarray(size)
        const { method, path } = request
        if (method === "OPTIONS") {
          socket.write(response(request, ""))
        } else if (path === "/counts") {
          socket.write(response(request, JSON.stringify({ counts, refused }), json))
        } else {
          const key = `${method} ${path}`
          counts[key] = (counts[key] ?? 0) + 1
          // The server has read the request. A client cannot know that, if the connection was idle before.
          if (path === "/messages" && isUsed) socket.end()
          else respond(request, socket)
          isUsed = true
        }
      }
    })
  })

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    counts: () => ({ ...counts }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of open) socket.destroy()
      })
  }
}

/** The URL of a port that nobody listens on. */
const refusedUrl = async (): Promise<string> => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const port = portOf(server.address())
  await new Promise((resolve) => server.close(resolve))
  return `http://127.0.0.1:${port}`
}

const portOf = (address: AddressInfo | string | null): number =>
  typeof address === "object" && address !== null ? address.port : 0

/** Reads the first request, or nothing if it is not complete. A body has a length or comes in chunks. */
const readRequest = (received: Buffer): { readonly request: Request; readonly size: number } | undefined => {
  const text = received.toString("latin1")
  const end = text.indexOf("\r\n\r\n")
  if (end < 0) return undefined
  const [first = "", ...lines] = text.slice(0, end).split("\r\n")
  const [method = "", path = ""] = first.split(" ")
  const headers = Object.fromEntries(lines.map((line) => {
    const colon = line.indexOf(":")
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
  }))
  const start = end + 4
  const size = headers["transfer-encoding"] === "chunked" ?
    endOfChunks(text, start) :
    start + Number(headers["content-length"] ?? 0)
  return size === undefined || received.length < size ? undefined : { request: { method, path, headers }, size }
}

const endOfChunks = (text: string, start: number): number | undefined => {
  const line = text.indexOf("\r\n", start)
  if (line < 0) return undefined
  const size = parseInt(text.slice(start, line), 16)
  const next = line + 2 + size + 2
  return size === 0 ? next : endOfChunks(text, next)
}

type Headers = Readonly<Record<string, string | number>>

const json: Headers = { "content-type": "application/json" }

const head = ({ headers }: Request, sent: Headers): string => {
  const lines = Object.entries({
    "access-control-allow-origin": "*",
    "access-control-allow-methods": "GET, POST",
    "access-control-allow-headers": headers["access-control-request-headers"] ?? "*",
    ...sent
  })
  return `HTTP/1.1 200 OK\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`
}

const response = (request: Request, body: string | Buffer, headers: Headers = {}): Buffer => {
  const bytes = Buffer.from(body)
  return Buffer.concat([Buffer.from(head(request, { "content-length": bytes.length, ...headers })), bytes])
}

/** What an export and a transcript have: lines that do not compress well, so that a cut file has many of them. */
const lines = Array.from({ length: 4000 }, (_, n) => `${n},${Math.imul(n + 1, 2_654_435_761) >>> 0}\n`)

const whole = Buffer.from(lines.join(""))

const first = whole.subarray(0, 30_000)

const rest = whole.subarray(30_000)

const packed = gzipSync(whole)

/** How a server sends a file, by the last part of the path that names it. */
const files: Readonly<Record<string, (request: Request, socket: Socket) => void>> = {
  whole: (request, socket) => socket.write(response(request, whole)),
  short: (request, socket) => {
    socket.write(head(request, { "content-length": whole.length }))
    socket.end(first)
  },
  chunked: (request, socket) => sendCutChunks(request, socket, {}),
  closing: (request, socket) => sendCutChunks(request, socket, { connection: "close" }),
  cut: (request, socket) => socket.write(encoded(request, packed.subarray(0, packed.length / 2))),
  parts: (request, socket) => socket.write(encoded(request, Buffer.concat([gzipSync(first), gzipSync(rest)]))),
  gzip: (request, socket) => socket.write(response(request, packed)),
  halfgzip: (request, socket) => socket.write(response(request, packed.subarray(0, packed.length / 2))),
  members: (request, socket) => {
    const middle = [gzipSync(first), gzipSync(""), gzipSync(rest)]
    socket.write(response(request, Buffer.concat([...middle, Buffer.alloc(512)])))
  }
}

/** Sends the file as it is, or compressed if the client accepts that. */
const encoded = (request: Request, compressed: Buffer): Buffer =>
  /\bgzip\b/.test(request.headers["accept-encoding"] ?? "") ?
    response(request, compressed, { "content-encoding": "gzip" }) :
    response(request, whole)

const sendCutChunks = (request: Request, socket: Socket, headers: Headers): void => {
  socket.write(head(request, { ...headers, "transfer-encoding": "chunked" }))
  socket.end(Buffer.concat([Buffer.from(`${first.length.toString(16)}\r\n`), first, Buffer.from("\r\n")]))
}

const respond = (request: Request, socket: Socket): void => {
  const [, resource, ...path] = request.path.split("/")
  const name = resource === "calls" ? path[0] : path.at(-1)
  const file = resource === "download" || resource === "calls" ? files[name ?? ""] : undefined
  if (file !== undefined) file(request, socket)
  else if (resource === "messages") socket.write(response(request, message, json))
  else socket.write(response(request, contact, json))
}

const contact = JSON.stringify({ type: "contact", id: "1" })

const message = JSON.stringify({
  type: "admin_message",
  id: "1",
  created_at: 1_734_537_243,
  message_type: "email",
  subject: "Hello",
  body: "Hello"
})
