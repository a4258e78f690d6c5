/**
 * Serves an app on `node:http`. The package does not depend on `@effect/platform-node`.
 */
import * as HttpApp from "@effect/platform/HttpApp"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import { buffer } from "node:stream/consumers"
import { UsageError } from "./UsageError.js"

/** Where to listen. Port 0 selects a free port. */
export interface Address {
  readonly host: string
  readonly port: number
}

/** Serves an app until the scope closes. Returns its URL. */
export const listen = (app: HttpApp.Default, { host, port }: Address): Effect.Effect<string, UsageError, Scope.Scope> =>
  Effect.gen(function*() {
    const handler = HttpApp.toWebHandler(app)
    const server = yield* Effect.acquireRelease(
      open(createServer((incoming, outgoing) => void respond(handler, incoming, outgoing)), { host, port }),
      close
    )
    const address = server.address()
    return `http://${host.includes(":") ? `[${host}]` : host}:${typeof address === "object" ? address?.port : port}`
  })

const open = (server: Server, { host, port }: Address): Effect.Effect<Server, UsageError> =>
  Effect.async((resume) => {
    server.once("error", (error) => {
      const code = "code" in error ? error.code : error.message
      const reason = code === "EADDRINUSE" ? "is in use" : `of ${host} cannot be used (${code})`
      resume(new UsageError({ message: `port ${port} ${reason}` }))
    })
    server.listen(port, host, () => resume(Effect.succeed(server)))
  })

// Clients keep connections open that they do not use.
const close = (server: Server): Effect.Effect<void> =>
  Effect.async((resume) => {
    server.close(() => resume(Effect.void))
    server.closeAllConnections()
  })

const respond = async (
  handler: (request: Request) => Promise<Response>,
  incoming: IncomingMessage,
  outgoing: ServerResponse
): Promise<void> => {
  try {
    const request = await requestFrom(incoming)
    if (request === undefined) {
      outgoing.writeHead(400, { "content-type": "text/plain" }).end("the request has no valid URL or method")
      return
    }
    const response = await handler(request)
    outgoing.writeHead(response.status, Object.fromEntries(response.headers))
    outgoing.end(new Uint8Array(await response.arrayBuffer()))
  } catch {
    // The client has gone in the middle of its request.
    outgoing.destroy()
  }
}

const requestFrom = async (incoming: IncomingMessage): Promise<Request | undefined> => {
  const { headers, method = "GET", url = "" } = incoming
  const body = await buffer(incoming)
  try {
    return new Request(url.startsWith("/") ? `http://${headers.host}${url}` : url, {
      method,
      headers: Object.entries(headers).flatMap(([name, value = []]): ReadonlyArray<[string, string]> =>
        [value].flat().map((value) => [name, value])
      ),
      // `Request` refuses such a body, and no operation reads one.
      ...(body.length === 0 || method === "GET" || method === "HEAD" ? {} : { body })
    })
  } catch {
    return undefined
  }
}
