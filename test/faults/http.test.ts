import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import { assert, describe, it } from "@effect/vitest"
import * as Contacts from "effect-intercom/api/Contacts"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as Retry from "effect-intercom/Retry"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Runtime from "effect/Runtime"
import * as Stream from "effect/Stream"
import type { RequestListener } from "node:http"
import { serveNode } from "../loopback.js"

const accessToken = Redacted.make("secret-token")

const client = (baseUrl: string, options?: Partial<IntercomHttp.Options>) =>
  Layer.orDie(IntercomHttp.layerFetch({ accessToken, baseUrl, retry: Retry.none, ...options }))

const page = "{\"type\":\"list\",\"data\":[{\"id\":\"1\"}],\"pages\":{\"next\":{\"starting_after\":\"2\"}}}"

/** A server that answers the first request with `first` and stalls the second; tells when that one is aborted. */
const stalling = (stall: RequestListener) =>
  Effect.gen(function*() {
    const started = yield* Deferred.make<void>()
    const aborted = yield* Deferred.make<void>()
    const runFork = Runtime.runFork(yield* Effect.runtime())
    const baseUrl = yield* serveNode((request, response) => {
      if (!request.url?.includes("starting_after")) return void response.end(page)
      response.on("close", () => runFork(Deferred.succeed(aborted, undefined)))
      stall(request, response)
      runFork(Deferred.succeed(started, undefined))
    })
    return { aborted: Deferred.await(aborted), baseUrl, started: Deferred.await(started) }
  })

describe("Over real HTTP", () => {
  const stalls: ReadonlyArray<readonly [string, RequestListener]> = [
    ["that was not answered", () => {}],
    ["whose body has begun", (_, response) => void response.write("{\"data\":[")]
  ]
  for (const [name, stall] of stalls) {
    it.scopedLive(`an interrupted stream closes the connection of a request ${name}`, () =>
      Effect.gen(function*() {
        for (const prefetch of [0, 1]) {
          const { aborted, baseUrl, started } = yield* stalling(stall)
          const fiber = yield* Contacts.stream({ prefetch }).pipe(
            Stream.runDrain,
            Effect.provide(client(baseUrl)),
            Effect.fork
          )
          yield* started
          yield* Fiber.interrupt(fiber)
          yield* aborted
        }
      }))

    it.scopedLive(`a timeout closes the connection of a request ${name}`, () =>
      Effect.gen(function*() {
        const { aborted, baseUrl } = yield* stalling(stall)
        const error = yield* Contacts.list({ cursor: "2" }).pipe(
          IntercomHttp.withTimeout("50 millis"),
          Effect.provide(client(baseUrl)),
          Effect.flip
        )
        assert.strictEqual(error._tag, "IntercomTimeout")
        yield* aborted
      }))
  }

  it.scopedLive("the token and the request go to no other host, whatever a redirect says", () =>
    Effect.gen(function*() {
      for (const status of [301, 302, 303, 307, 308]) {
        const visits: Array<string | undefined> = []
        const elsewhere = yield* serveNode((request, response) => {
          visits.push(request.headers.authorization)
          response.end("{\"id\":\"1\"}")
        })
        const baseUrl = yield* serveNode((_, response) => {
          response.writeHead(status, { location: `${elsewhere}/contacts/1` })
          response.end()
        })
        const own = IntercomHttp.layer({ accessToken, baseUrl }).pipe(Layer.provide(FetchHttpClient.layer))
        for (const layer of [client(baseUrl), own]) {
          const error = yield* Contacts.find("1").pipe(Effect.provide(layer), Effect.flip)
          assert.deepInclude(error, { _tag: "IntercomUnexpectedStatus", status })
        }
        assert.deepStrictEqual(visits, [])
      }
    }))

  it.scopedLive("a connection that is refused is a NetworkError with its code", () =>
    Effect.gen(function*() {
      const closed = yield* Effect.scoped(serveNode(() => {}))
      const error = yield* Contacts.find("1").pipe(Effect.provide(client(closed)), Effect.flip)
      assert.deepInclude(error, { _tag: "IntercomNetworkError", code: "ECONNREFUSED" })
    }))

  it.scopedLive("a connection that breaks is a NetworkError, before the body and within it", () =>
    Effect.gen(function*() {
      const breaks: ReadonlyArray<RequestListener> = [
        (_, response) => void response.destroy(),
        (_, response) => void response.write("{\"id\":", () => response.destroy()),
        (_, response) => void response.writeHead(500).write("<html>", () => response.destroy())
      ]
      for (const listener of breaks) {
        const baseUrl = yield* serveNode(listener)
        const error = yield* Contacts.find("1").pipe(Effect.provide(client(baseUrl)), Effect.flip)
        assert.strictEqual(error._tag, "IntercomNetworkError")
      }
    }))

  it.scopedLive("what was refused before it left is tried again, even a POST", () =>
    Effect.gen(function*() {
      let calls = 0
      const closed = yield* Effect.scoped(serveNode(() => {}))
      const counting: typeof fetch = (...args) => (calls++, fetch(...args))
      const layer = client(closed, { retry: Retry.make({ times: 2, base: "1 millis" }) }).pipe(
        Layer.provide(Layer.succeed(FetchHttpClient.Fetch, counting))
      )
      const error = yield* Contacts.create({ email: "a@b.c" }).pipe(Effect.provide(layer), Effect.flip)
      assert.deepInclude(error, { _tag: "IntercomNetworkError", code: "ECONNREFUSED" })
      assert.strictEqual(calls, 3)
    }))

  it.scopedLive("ids arrive as they are, whatever characters they have", () =>
    Effect.gen(function*() {
      const paths: Array<string | undefined> = []
      const baseUrl = yield* serveNode((request, response) => {
        paths.push(request.url)
        response.end("{\"id\":\"1\"}")
      })
      const ids = ["a/../b", "%2e%2e", "a b", "?x=1", "#y", "é博😀", "a\\b", "a;b,c:d@e&f=g+h", "%00"]
      for (const id of ids) yield* Effect.provide(Contacts.find(id), client(baseUrl))
      const segments = paths.map((path) => path?.split("/").slice(1).map(decodeURIComponent))
      assert.deepStrictEqual(segments, ids.map((id) => ["contacts", id]))
    }))
})
