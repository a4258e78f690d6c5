/**
 * The servers in docs/examples/webhooks: each gets a signed notification twice, a wrong signature and a `HEAD`.
 */
import { afterEach, assert, describe, it, vi } from "@effect/vitest"
import * as Webhook from "effect-intercom/Webhook"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { once } from "node:events"
import { readdirSync } from "node:fs"
import { createInterface } from "node:readline"
import { start } from "./program.js"
import { bytesOf, clientSecret, delivery, notification, post } from "./webhookSender.js"

// A process with a server starts slowly on a busy machine.
const timeout = 120_000

const handled = "contact.user.created notif_1"
const environment = { INTERCOM_CLIENT_SECRET: Redacted.value(clientSecret), PORT: "0" }

/** Sends the requests; returns the statuses of the responses. */
const statusesOf = (send: (request: Request) => Promise<Response>): Effect.Effect<ReadonlyArray<number>> =>
  Effect.gen(function*() {
    const body = JSON.stringify(notification("notif_1"))
    const wrong = yield* Webhook.sign({ body: bytesOf(body), secret: Redacted.make("another secret") })
    const requests = [
      new Request("https://hooks.example/intercom", { method: "HEAD" }),
      yield* delivery(body),
      yield* delivery(body),
      post(body, { "X-Hub-Signature": wrong }),
      post(body)
    ]
    return yield* Effect.forEach(requests, (request) => Effect.promise(() => send(request)).pipe(Effect.map(statusOf)))
  })

const statusOf = ({ status }: Response): number => status

const expected = [200, 200, 200, 401, 401]

/** Starts the program, sends it the requests and stops it. */
const serve = (name: string) =>
  Effect.gen(function*() {
    const child = start(`webhooks/${name}`, [], environment)
    const lines: Array<string> = []
    const output = createInterface(child.stdout).on("line", (line) => lines.push(line))
    yield* Effect.promise(() => once(output, "line"))
    // The address is an object or a URL.
    const [, port] = /^listening on .*(?:port: |127\.0\.0\.1:)(\d+)/.exec(lines[0] ?? "") ?? []
    const statuses = yield* statusesOf(async (request) =>
      fetch(`http://127.0.0.1:${port}/intercom`, {
        method: request.method,
        headers: [...request.headers, ["content-type", "application/json"]],
        body: request.method === "POST" ? await request.arrayBuffer() : null
      })
    )
    child.kill("SIGTERM")
    yield* Effect.promise(() => once(child, "close"))
    return { statuses, handled: lines.filter((line) => line.includes("notif_1")) }
  })

describe("docs/examples/webhooks", () => {
  const servers = ["node-http", "router", "express", "fastify"]

  for (const name of servers) {
    it.live(`${name}.ts receives each notification once, over HTTP`, () =>
      Effect.gen(function*() {
        const { handled: lines, statuses } = yield* serve(name)
        assert.deepStrictEqual(statuses, expected)
        assert.deepStrictEqual(lines, [handled])
      }), timeout)
  }

  it("has no program that no test runs", () => {
    assert.sameMembers(
      readdirSync("docs/examples/webhooks"),
      [...servers, "hono", "next", "worker"].map((name) => `${name}.ts`)
    )
  })
})

describe("docs/examples/webhooks, called as a function", () => {
  afterEach(() => {
    vi.unstubAllEnvs()
    vi.restoreAllMocks()
  })

  /** The lines that a handler prints. */
  const printed = (): ReadonlyArray<unknown> => {
    vi.stubEnv("INTERCOM_CLIENT_SECRET", environment.INTERCOM_CLIENT_SECRET)
    const lines: Array<unknown> = []
    vi.spyOn(console, "log").mockImplementation((line) => lines.push(line))
    return lines
  }

  it.live("hono.ts receives each notification once", () =>
    Effect.gen(function*() {
      const lines = printed()
      const { default: app } = yield* Effect.promise(() => import("../docs/examples/webhooks/hono.js"))
      assert.deepStrictEqual(yield* statusesOf(async (request) => app.fetch(request)), expected)
      assert.deepStrictEqual(lines, [handled])
    }))

  it.live("next.ts receives each notification once, and can be loaded without the secret", () =>
    Effect.gen(function*() {
      const { HEAD, POST } = yield* Effect.promise(() => import("../docs/examples/webhooks/next.js"))
      const lines = printed()
      const statuses = yield* statusesOf((request) => request.method === "HEAD" ? HEAD(request) : POST(request))
      assert.deepStrictEqual(statuses, expected)
      assert.deepStrictEqual(lines, [handled])
    }))

  it.live("worker.ts receives each notification once, and is kept alive until it is handled", () =>
    Effect.gen(function*() {
      const lines = printed()
      const { default: worker } = yield* Effect.promise(() => import("../docs/examples/webhooks/worker.js"))
      const awaited: Array<Promise<unknown>> = []
      const context = { waitUntil: (promise: Promise<unknown>) => void awaited.push(promise) }
      assert.deepStrictEqual(
        yield* statusesOf((request) => worker.fetch(request, environment, context)),
        expected
      )
      yield* Effect.promise(() => Promise.all(awaited))
      assert.lengthOf(awaited, 2)
      assert.deepStrictEqual(lines, [handled])
    }))
})
