/** The servers that a row talks to, on loopback, while its scope is open. */
import * as HttpRouter from "@effect/platform/HttpRouter"
import * as HttpServerRequest from "@effect/platform/HttpServerRequest"
import * as HttpServerResponse from "@effect/platform/HttpServerResponse"
import * as IntercomWorkspace from "effect-intercom/testing/IntercomWorkspace"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { readFileSync } from "node:fs"
import { gzipSync } from "node:zlib"
import { serveApp } from "../../test/loopback.js"
import { startRawServer } from "./rawServer.js"

/** The file of an export: the workspace in memory has none. */
const file = gzipSync(Array.from({ length: 20_000 }, (_, row) => `receipt-${row},Email\n`).join(""))

/** Serves a new workspace, and the raw server that breaks off and cuts. Gives the query string that names both. */
export const serve: Effect.Effect<URLSearchParams, never, Scope.Scope> = Effect.gen(function*() {
  const { httpApp } = yield* IntercomWorkspace.make({ contacts: 1000 })
  const workspace = yield* serveApp(
    Effect.flatMap(HttpServerRequest.HttpServerRequest, ({ url }) =>
      url.startsWith("/download/content/data/")
        ? HttpServerResponse.uint8Array(file, { contentType: "application/octet-stream" })
        : httpApp)
  )
  const raw = yield* Effect.acquireRelease(
    Effect.promise(() => startRawServer()),
    ({ close }) => Effect.promise(() => close())
  )
  return new URLSearchParams({ workspace, raw: raw.url })
})

/** A page that runs a script. `report` ends when the script has posted its report. */
export interface Page {
  readonly url: string
  readonly report: Effect.Effect<string>
}

export const servePage = (script: string): Effect.Effect<Page, never, Scope.Scope> =>
  Effect.gen(function*() {
    const report = yield* Deferred.make<string>()
    const url = yield* serveApp(HttpRouter.empty.pipe(
      HttpRouter.get(
        "/",
        HttpServerResponse.html("<!doctype html><script type=\"module\" src=\"/script.js\"></script>")
      ),
      HttpRouter.get(
        "/script.js",
        HttpServerResponse.text(readFileSync(script, "utf8"), { contentType: "text/javascript" })
      ),
      HttpRouter.post(
        "/report",
        HttpServerRequest.HttpServerRequest.pipe(
          Effect.flatMap(({ text }) => text),
          Effect.flatMap((text) => Deferred.succeed(report, text)),
          Effect.as(HttpServerResponse.empty())
        )
      ),
      Effect.catchAll(() => HttpServerResponse.empty({ status: 404 }))
    ))
    return { url, report: Deferred.await(report) }
  })
