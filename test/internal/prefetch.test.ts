import * as NodeHttpClient from "@effect/platform-node/NodeHttpClient"
import { assert, describe, it } from "@effect/vitest"
import * as Contacts from "effect-intercom/api/Contacts"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import { once } from "node:events"
import { Worker } from "node:worker_threads"

const pages = 10

// A server in a thread of its own, because the consumer blocks the thread of the test.
const serve = `
const { createServer } = require("node:http")
const { parentPort, workerData } = require("node:worker_threads")
const server = createServer((request, response) => {
  const number = Number(new URL(request.url, "http://localhost").searchParams.get("starting_after") ?? 1)
  Atomics.add(workerData, 0, 1)
  Atomics.notify(workerData, 0)
  const next = number < ${pages} ? { starting_after: String(number + 1) } : null
  response.setHeader("content-type", "application/json")
  response.end(JSON.stringify({ type: "list", data: [{ type: "contact", id: String(number) }], pages: { next } }))
})
server.listen(0, "127.0.0.1", () => parentPort.postMessage(server.address().port))
`

const served = (requests: Int32Array): Effect.Effect<string, never, Scope.Scope> =>
  Effect.acquireRelease(
    Effect.sync(() => new Worker(serve, { eval: true, workerData: requests })),
    (worker) => Effect.promise(() => worker.terminate())
  ).pipe(Effect.flatMap((worker) =>
    Effect.promise(async () => {
      const [port]: Array<unknown> = await once(worker, "message")
      return `http://127.0.0.1:${port}`
    })
  ))

const layers: Readonly<
  Record<string, (options: IntercomHttp.Options) => Layer.Layer<IntercomHttp.IntercomHttp, unknown>>
> = {
  "fetch": IntercomHttp.layerFetch,
  "undici": (options) => Layer.provide(IntercomHttp.layer(options), NodeHttpClient.layerUndici),
  "node:http": (options) => Layer.provide(IntercomHttp.layer(options), NodeHttpClient.layer)
}

describe("A consumer that blocks the thread", () => {
  for (const [name, layer] of Object.entries(layers)) {
    it.scoped(`starts after the request of the prefetched page is sent, over ${name}`, () =>
      Effect.gen(function*() {
        const requests = new Int32Array(new SharedArrayBuffer(4))
        const baseUrl = yield* served(requests)
        let handled = 0
        yield* Contacts.stream({ prefetch: 1 }).pipe(
          Stream.runForEach(() =>
            Effect.sync(() => {
              handled += 1
              if (handled === pages) return
              assert.notStrictEqual(Atomics.wait(requests, 0, handled, 5000), "timed-out", `after page ${handled}`)
            })
          ),
          Effect.provide(layer({ accessToken: Redacted.make("token"), baseUrl }))
        )
        assert.strictEqual(handled, pages)
      }), 30_000)
  }
})
