import * as NodeHttpClient from "@effect/platform-node/NodeHttpClient"
import { assert, describe, it } from "@effect/vitest"
import * as Calls from "effect-intercom/api/Calls"
import * as Contacts from "effect-intercom/api/Contacts"
import * as DataExport from "effect-intercom/api/DataExport"
import * as Tags from "effect-intercom/api/Tags"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as Retry from "effect-intercom/Retry"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Schedule from "effect/Schedule"
import * as Stream from "effect/Stream"
import type { ServerResponse } from "node:http"
import { gzipSync } from "node:zlib"
import { serveNode } from "./loopback.js"
import { scripted } from "./scripted.js"

const accessToken = Redacted.make("secret-token")

const clients: Readonly<
  Record<string, (options: Omit<IntercomHttp.Options, "accessToken">) => Layer.Layer<IntercomHttp.IntercomHttp>>
> = {
  fetch: (options) => Layer.orDie(IntercomHttp.layerFetch({ accessToken, retry: Retry.none, ...options })),
  undici: (options) =>
    Layer.orDie(IntercomHttp.layer({ accessToken, retry: Retry.none, ...options })).pipe(
      Layer.provide(NodeHttpClient.layerUndici)
    )
}

const json = { "content-type": "application/json", "x-request-id": "req-1" }

/** Writes parts of 64 KB until the client closes the connection. */
const endless = (response: ServerResponse): void => {
  const part = Buffer.alloc(65_536, 0x20)
  const write = (): void => {
    if (!response.destroyed) response.write(part, write)
  }
  write()
}

for (const [name, layerOf] of Object.entries(clients)) {
  describe(`A body, over ${name},`, () => {
    const failure = (
      respond: (response: ServerResponse) => void,
      options: Omit<IntercomHttp.Options, "accessToken"> = {}
    ) =>
      Effect.gen(function*() {
        const baseUrl = yield* serveNode((_, response) => respond(response))
        return yield* Effect.flip(Contacts.find("1")).pipe(Effect.provide(layerOf({ baseUrl, ...options })))
      })

    it.scopedLive("that is larger than maxBodySize is refused while it arrives, or before", () =>
      Effect.gen(function*() {
        const expected = {
          _tag: "IntercomInvalidResponse",
          status: 200,
          requestId: "req-1",
          reason: "is larger than 1000 bytes"
        }
        const options = { maxBodySize: 1000 }
        const bodies: ReadonlyArray<(response: ServerResponse) => void> = [
          (response) => endless(response.writeHead(200, json)),
          (response) => response.writeHead(200, { ...json, "content-length": "1001" }).end("x".repeat(1001)),
          (response) => response.writeHead(200, { ...json, "content-length": `${2 ** 40}` }).write("{")
        ]
        for (const body of bodies) {
          const error: object = yield* failure(body, options)
          assert.deepInclude({ ...error }, expected)
        }
      }))

    it.scopedLive("that is as large as maxBodySize is read", () =>
      Effect.gen(function*() {
        const text = JSON.stringify({ type: "contact", id: "1" }).padEnd(1000)
        for (const headers of [json, { ...json, "content-length": "1000" }]) {
          const baseUrl = yield* serveNode((_, response) => response.writeHead(200, headers).end(text))
          const contact = yield* Contacts.find("1").pipe(Effect.provide(layerOf({ baseUrl, maxBodySize: 1000 })))
          assert.strictEqual(contact.id, "1")
        }
      }))

    it.scopedLive(
      "of more than 32 MiB is refused by default, and one of an error is left out",
      () =>
        Effect.gen(function*() {
          const respond = (status: number) => (response: ServerResponse) => endless(response.writeHead(status, json))
          const found: object = yield* failure(respond(200))
          assert.deepInclude(found, { _tag: "IntercomInvalidResponse", reason: "is larger than 33554432 bytes" })
          const broken: object = yield* failure(respond(500))
          assert.deepInclude(broken, { _tag: "IntercomServerError", status: 500, requestId: "req-1", errors: [] })
        }),
      30_000
    )

    it.scopedLive("that breaks off gives an error with the status and the id of the request, and is retried", () =>
      Effect.gen(function*() {
        let requests = 0
        const error = yield* failure((response) => {
          requests++
          response.writeHead(200, { ...json, "content-length": "100" })
          response.write("{", () => response.destroy())
        }, { retry: Schedule.recurs(1) })
        assert.deepInclude({ ...error }, { _tag: "IntercomNetworkError", status: 200, requestId: "req-1" })
        assert.match(error.message, /^Contacts\.find: a response of 200 broke off/)
        assert.strictEqual(requests, 2)
      }))

    it.scopedLive("that nobody reads keeps no connection", () =>
      Effect.gen(function*() {
        const open = new Set<unknown>()
        const baseUrl = yield* serveNode(({ socket, url }, response) => {
          open.add(socket)
          socket.on("close", () => open.delete(socket))
          const redirects = url?.endsWith("/recording") ?? false
          endless(
            response.writeHead(redirects ? 302 : 200, {
              "content-type": "text/html",
              location: "https://example.com/recording"
            })
          )
        })
        yield* Effect.gen(function*() {
          for (let call = 0; call < 5; call++) {
            assert.strictEqual(yield* Calls.findRecordingUrl("1"), "https://example.com/recording")
            yield* Effect.flip(Stream.runDrain(DataExport.downloadRaw("1")))
          }
          yield* Effect.repeat(Effect.sync(() => open.size), {
            until: (size) => size === 0,
            schedule: Schedule.spaced("5 millis")
          })
        }).pipe(Effect.provide(layerOf({ baseUrl })))
      }))
  })
}

describe("A body", () => {
  const answered = (body: BodyInit, status = 200, headers: Record<string, string> = {}) =>
    scripted([() => new Response(body, { status, headers: { ...json, ...headers } })]).layer

  const named: Readonly<Record<string, string>> = {
    not_found: "IntercomNotFound",
    company_not_found: "IntercomNotFound",
    unauthorized: "IntercomUnauthorized",
    token_revoked: "IntercomUnauthorized",
    api_plan_restricted: "IntercomForbidden",
    conflict: "IntercomConflict",
    rate_limit_exceeded: "IntercomRateLimited",
    server_error: "IntercomServerError",
    parameter_invalid: "IntercomInvalidRequest"
  }
  for (const [code, tag] of Object.entries(named)) {
    it.effect(`with the status of a success that lists the error ${code} is that error`, () =>
      Effect.gen(function*() {
        const body = JSON.stringify({ type: "error.list", request_id: "req-2", errors: [{ code, message: "…" }] })
        for (const call of [Contacts.find("1"), Tags.delete("1")]) {
          const error: Error = yield* Effect.flip(Effect.provide(call, answered(body)))
          assert.propertyVal(error, "_tag", tag)
          assert.deepInclude(Object(error), { status: 200, requestId: "req-2" })
          assert.include(error.message, code)
        }
      }))
  }

  it.effect("that the HTTP client did not unpack is named as such", () =>
    Effect.gen(function*() {
      const error = yield* Effect.flip(Effect.provide(Contacts.find("1"), answered(new Uint8Array(gzipSync("{}")))))
      assert.include(error.message, "the body is compressed, and the HTTP client did not unpack it")
    }))

  it.effect("of a strange type gives a message of one plain line", () =>
    Effect.gen(function*() {
      for (const type of ["", "text/plain; charset=<secret>", "<secret>"]) {
        const error = yield* Effect.flip(
          Effect.provide(Contacts.find("1"), answered("x", 200, { "content-type": type }))
        )
        assert.notInclude(error.message, "secret")
        assert.include(
          error.message,
          type.startsWith("text") ? "is not JSON (text/plain)" : "is not JSON (without a type)"
        )
      }
    }))
})
