import * as NodeHttpServer from "@effect/platform-node/NodeHttpServer"
import type * as HttpApp from "@effect/platform/HttpApp"
import * as HttpServer from "@effect/platform/HttpServer"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type * as Scope from "effect/Scope"
import { createServer, type RequestListener, type Server } from "node:http"

/** Serves an app on a free loopback port while the scope is open, and gives back its URL. */
export const serveApp = (app: HttpApp.Default): Effect.Effect<string, never, Scope.Scope> =>
  Layer.build(NodeHttpServer.layer(() => createServer(), { host: "127.0.0.1", port: 0 })).pipe(
    Effect.flatMap((context) =>
      HttpServer.serveEffect(app).pipe(
        Effect.zipRight(HttpServer.addressFormattedWith(Effect.succeed)),
        Effect.provide(context)
      )
    ),
    Effect.orDie
  )

/** Serves a plain Node listener, for what a well-behaved server would not do. */
export const serveNode = (listener: RequestListener): Effect.Effect<string, never, Scope.Scope> =>
  Effect.acquireRelease(
    Effect.async<Server>((resume) => {
      const server = createServer(listener)
      server.listen(0, "127.0.0.1", () => resume(Effect.succeed(server)))
    }),
    (server) =>
      Effect.async<void>((resume) => {
        server.closeAllConnections()
        server.close(() => resume(Effect.void))
      })
  ).pipe(Effect.map((server) => {
    const address = server.address()
    return `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`
  }))
