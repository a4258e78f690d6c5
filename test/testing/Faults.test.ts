import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import { assert, describe, it } from "@effect/vitest"
import * as Contacts from "effect-intercom/api/Contacts"
import * as DataExport from "effect-intercom/api/DataExport"
import * as IntercomError from "effect-intercom/IntercomError"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as RateLimit from "effect-intercom/RateLimit"
import * as Retry from "effect-intercom/Retry"
import * as Faults from "effect-intercom/testing/Faults"
import * as Chunk from "effect/Chunk"
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Exit from "effect/Exit"
import * as FastCheck from "effect/FastCheck"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Runtime from "effect/Runtime"
import * as Stream from "effect/Stream"
import * as Supervisor from "effect/Supervisor"
import * as TestClock from "effect/TestClock"
import { serveNode } from "../loopback.js"
import { bodyOf, lineOf } from "../scripted.js"

/** A workspace of 95 contacts that keeps the requests it gets. */
const server = () => {
  const reached: Array<string> = []
  const created: Array<unknown> = []
  const ids = Array.from({ length: 95 }, (_, index) => String(index + 1))
  const handler = (request: HttpClientRequest.HttpClientRequest): Response => {
    const line = lineOf(request)
    reached.push(line)
    if (request.method === "POST") {
      created.push(Object(bodyOf(request)).email)
      return Response.json({ type: "contact", id: String(created.length) })
    }
    if (line.startsWith("DELETE")) return new Response(null, { status: 204 })
    if (line.startsWith("GET /download")) return new Response(new Uint8Array([0, 255, 254, 128, 10, 13, 192, 1]))
    if (line === "GET /contacts/none") {
      return Response.json({ type: "error.list", errors: [{ code: "not_found" }] }, { status: 404 })
    }
    const [, id] = /^GET \/contacts\/(\w+)/.exec(line) ?? []
    if (id !== undefined) return Response.json({ type: "contact", id, name: "Zoë 博" })
    const start = Number(/starting_after=(\d+)/.exec(line)?.[1] ?? 0)
    const next = start + 10 < ids.length ? { starting_after: String(start + 10) } : null
    return Response.json({
      type: "list",
      data: ids.slice(start, start + 10).map((id) => ({ type: "contact", id })),
      pages: { next }
    })
  }
  return { created, handler, ids, reached }
}

type Handler = (request: HttpClientRequest.HttpClientRequest) => Response

type Faulty = Layer.Layer<IntercomHttp.IntercomHttp | Faults.Faults>

const clientOf = (handler: Handler) =>
  Layer.succeed(
    HttpClient.HttpClient,
    HttpClient.make((request) => Effect.sync(() => HttpClientResponse.fromWeb(request, handler(request))))
  )

const below = (handler: Handler, plan?: Faults.Plan, options?: Faults.LayerOptions): Faulty =>
  IntercomHttp.layer({
    accessToken: Redacted.make("test"),
    rateLimit: RateLimit.none,
    retry: Retry.none,
    ...options
  }).pipe(
    Layer.provideMerge(Faults.layerClient(plan)),
    Layer.provide(clientOf(handler)),
    Layer.orDie
  )

const above = (handler: Handler, plan?: Faults.Plan, options?: Faults.LayerOptions): Faulty =>
  Faults.layer(plan, options).pipe(Layer.provide(IntercomHttp.layerTest(handler)))

/** The result of a call, however long it takes, and how many seconds that was. */
const ending = <A, E, R>(call: Effect.Effect<A, E, R>) =>
  Effect.gen(function*() {
    const start = yield* Clock.currentTimeMillis
    const fiber = yield* call.pipe(
      Effect.either,
      Effect.flatMap((result) =>
        Effect.map(Clock.currentTimeMillis, (now) => ({ result, seconds: (now - start) / 1000 }))
      ),
      Effect.fork
    )
    yield* TestClock.adjust("1 day")
    return yield* Fiber.join(fiber)
  })

const errorOf = <A, E, R>(call: Effect.Effect<A, E, R>) =>
  Effect.map(ending(call), ({ result }) => Either.getOrThrow(Either.flip(result)))

const find = Contacts.find("1")
const create = Contacts.create({ email: "ada@example.com" })

const injectedFaults = Effect.map(Faults.injected, (list) => list.map(({ fault }) => fault))

for (const [place, layerOf] of [["below IntercomHttp", below], ["in any IntercomHttp", above]] as const) {
  describe(`Faults ${place}`, () => {
    const faults: ReadonlyArray<readonly [Faults.Fault, Record<string, unknown>, "reached" | "not reached"]> = [
      [Faults.rateLimited({ limit: 83 }), {
        _tag: "IntercomRateLimited",
        status: 429,
        limit: 83,
        remaining: 0,
        resetAtSeconds: 10,
        retryAfter: Duration.seconds(10),
        requestId: "injected-fault",
        errors: [{ code: "rate_limit_exceeded", message: "Exceeded rate limit of 83 in 10_seconds", field: undefined }]
      }, "not reached"],
      [Faults.rateLimited({ retryAfter: "1500 millis" }), {
        _tag: "IntercomRateLimited",
        limit: 1667,
        retryAfter: Duration.seconds(2),
        resetAtSeconds: 2
      }, "not reached"],
      [Faults.serverError(), {
        _tag: "IntercomServerError",
        status: 500,
        errors: [{ code: "server_error", message: "Server Error", field: undefined }]
      }, "not reached"],
      [Faults.serverError(503), {
        _tag: "IntercomServerError",
        status: 503,
        errors: [{
          code: "service_unavailable",
          message: "API service is temporarily unavailable",
          field: undefined
        }]
      }, "not reached"],
      [Faults.htmlPage(), { _tag: "IntercomServerError", status: 502, errors: [] }, "not reached"],
      [Faults.htmlPage(504), { _tag: "IntercomServerError", status: 504, errors: [] }, "not reached"],
      [Faults.htmlPage(200), { _tag: "IntercomInvalidResponse", reason: "is not JSON (text/html)" }, "not reached"],
      [Faults.refused, { _tag: "IntercomNetworkError", code: "ECONNREFUSED" }, "not reached"],
      [Faults.reset, { _tag: "IntercomNetworkError", code: "ECONNRESET" }, "not reached"],
      [Faults.resetAfterwards, { _tag: "IntercomNetworkError", code: "ECONNRESET" }, "reached"],
      [Faults.resetMidway(), { _tag: "IntercomNetworkError", code: "ECONNRESET" }, "reached"],
      [Faults.resetMidway(0), { _tag: "IntercomNetworkError", code: "ECONNRESET" }, "reached"],
      [
        Faults.truncated(),
        { _tag: "IntercomInvalidResponse", status: 200, reason: "is not JSON (application/json)" },
        "reached"
      ],
      [Faults.emptyBody, { _tag: "IntercomInvalidResponse", status: 200, reason: "is empty" }, "reached"],
      [Faults.slow("31 seconds"), { _tag: "IntercomTimeout", timeout: Duration.seconds(30) }, "reached"],
      [Faults.latency("31 seconds"), { _tag: "IntercomTimeout", timeout: Duration.seconds(30) }, "reached"],
      [Faults.latency(Duration.infinity), { _tag: "IntercomTimeout", timeout: Duration.seconds(30) }, "reached"],
      [Faults.stall, { _tag: "IntercomTimeout", timeout: Duration.seconds(30) }, "not reached"],
      [Faults.response(() => Response.error()), { _tag: "IntercomNetworkError", code: undefined }, "not reached"],
      [Faults.response(() => new Response(null, { status: 418 })), {
        _tag: "IntercomUnexpectedStatus",
        status: 418
      }, "not reached"],
      [Faults.response(({ method }) => Effect.succeed(Response.json({ method }, { status: 401 }))), {
        _tag: "IntercomUnauthorized"
      }, "not reached"]
    ]
    for (const [fault, expected, reaches] of faults) {
      it.effect(`${fault.name} gives ${expected._tag} (${Object.values(expected).at(1)}), the server is ${reaches}`, () =>
        Effect.gen(function*() {
          for (
            const [call, operation] of [
              [find, "Contacts.find"],
              [create, "Contacts.create"],
              [Stream.runDrain(Contacts.stream()), "Contacts.list"]
            ] as const
          ) {
            const { handler, reached } = server()
            yield* TestClock.setTime(0)
            const error = yield* errorOf(call).pipe(Effect.provide(layerOf(handler, [fault])))
            assert.deepInclude({ ...error }, { ...expected, operation })
            assert.lengthOf(reached, reaches === "reached" ? 1 : 0)
          }
        }))
    }

    it.effect("a late response within the timeout is the real one", () =>
      Effect.gen(function*() {
        for (const fault of [Faults.slow("20 seconds"), Faults.latency("20 seconds")]) {
          const { handler } = server()
          const { result, seconds } = yield* ending(find).pipe(Effect.provide(layerOf(handler, [fault])))
          assert.deepStrictEqual(Either.getOrThrow(result), { type: "contact", id: "1", name: "Zoë 博" })
          assert.strictEqual(seconds, 20)
        }
      }))

    it.effect("a response without a body stays the same if it is late, cut or emptied", () =>
      Effect.gen(function*() {
        const execute = Effect.flatMap(
          IntercomHttp.IntercomHttp,
          (http) => http.execute(HttpClientRequest.del("/tags/1"))
        )
        for (const fault of [Faults.slow(1), Faults.latency(1), Faults.truncated(), Faults.emptyBody]) {
          const { result } = yield* ending(execute).pipe(Effect.provide(layerOf(server().handler, [fault])))
          assert.strictEqual(Either.getOrThrow(result).response.status, 204)
        }
        assert.propertyVal(
          yield* errorOf(execute).pipe(Effect.provide(layerOf(server().handler, [Faults.resetMidway()]))),
          "code",
          "ECONNRESET"
        )
      }))

    it.effect("a download keeps its bytes if it is late, and loses the rest if it breaks", () =>
      Effect.gen(function*() {
        const download = (fault: Faults.Fault) =>
          Effect.gen(function*() {
            const bytes: Array<number> = []
            const { result } = yield* DataExport.downloadRaw("job1").pipe(
              Stream.runForEach((chunk) => Effect.sync(() => chunk.forEach((byte) => bytes.push(byte)))),
              ending,
              Effect.provide(layerOf(server().handler, [fault]))
            )
            return [bytes, Either.isRight(result) ? "end" : result.left._tag]
          })
        const all = [0, 255, 254, 128, 10, 13, 192, 1]
        assert.deepStrictEqual(yield* download(Faults.slow("20 seconds")), [all, "end"])
        assert.deepStrictEqual(yield* download(Faults.latency("20 seconds")), [all, "end"])
        assert.deepStrictEqual(yield* download(Faults.slow("40 seconds")), [[], "IntercomTimeout"])
        assert.deepStrictEqual(yield* download(Faults.truncated(3)), [[0, 255, 254], "end"])
        assert.deepStrictEqual(yield* download(Faults.resetMidway(3)), [[0, 255, 254], "IntercomNetworkError"])
      }))

    it.effect("the window of a 429 ends at a multiple of ten seconds, as at Intercom", () =>
      Effect.gen(function*() {
        yield* TestClock.setTime(1_719_929_997_500)
        assert.deepInclude({ ...yield* Effect.flip(find) }, {
          resetAtSeconds: 1_719_930_000,
          retryAfter: Duration.millis(2500)
        })
        // The client prefers the wait of `Retry-After`.
        assert.deepInclude({ ...yield* Effect.flip(find) }, {
          resetAtSeconds: 1_719_930_001,
          retryAfter: Duration.seconds(3)
        })
      }).pipe(
        Effect.provide(layerOf(server().handler, [Faults.rateLimited(), Faults.rateLimited({ retryAfter: 2100 })]))
      ))

    it.effect("without an order or a plan there are no faults", () =>
      Effect.gen(function*() {
        yield* find
        yield* create
        assert.deepStrictEqual(yield* Faults.injected, [])
      }).pipe(Effect.provide(layerOf(server().handler))))

    it.effect("failNext gives the fault to the next exchange only", () =>
      Effect.gen(function*() {
        yield* Faults.failNext(Faults.serverError())
        assert.propertyVal(yield* Effect.flip(find), "_tag", "IntercomServerError")
        yield* find
        assert.deepStrictEqual(yield* Faults.injected, [{ request: "GET /contacts/1", fault: "serverError" }])
      }).pipe(Effect.provide(layerOf(server().handler))))

    it.effect("failNext with `when` waits for a matching exchange, and leaves all others alone", () =>
      Effect.gen(function*() {
        yield* Faults.failNext(Faults.reset, { when: ({ operation }) => operation === "Contacts.create" })
        yield* Faults.failNext(Faults.stall, { when: ({ path }) => path === "/contacts/2" })
        yield* Faults.failNext(Faults.htmlPage(), {
          when: ({ method, request }) => method === "POST" && Object(bodyOf(request)).email === "eve@example.com"
        })
        yield* find
        assert.propertyVal(yield* Effect.flip(create), "_tag", "IntercomNetworkError")
        yield* create
        assert.propertyVal(yield* Effect.flip(Contacts.create({ email: "eve@example.com" })), "status", 502)
        yield* Contacts.list({ perPage: 5 })
        assert.propertyVal(yield* errorOf(Contacts.find("2")), "_tag", "IntercomTimeout")
        assert.deepStrictEqual(yield* Faults.injected, [
          { request: "POST /contacts", fault: "reset" },
          { request: "POST /contacts", fault: "htmlPage" },
          { request: "GET /contacts/2", fault: "stall" }
        ])
      }).pipe(Effect.provide(layerOf(server().handler))))

    it.effect("failNext with `times` gives the fault to exactly that many concurrent calls", () =>
      Effect.gen(function*() {
        yield* Faults.failNext(Faults.serverError(), { times: 7 })
        const calls = yield* Effect.forEach(Array.from({ length: 50 }), () => Effect.exit(find), {
          concurrency: "unbounded"
        })
        assert.lengthOf(calls.filter(Exit.isFailure), 7)
      }).pipe(Effect.provide(layerOf(server().handler))))

    it.effect("failFor gives the fault to every exchange that begins in that time, and to none after it", () =>
      Effect.gen(function*() {
        yield* Faults.failFor("10 seconds", Faults.rateLimited(), { when: ({ method }) => method === "GET" })
        for (const _ of Array.from({ length: 9 })) {
          assert.propertyVal(yield* Effect.flip(find), "_tag", "IntercomRateLimited")
          yield* create
          yield* TestClock.adjust("1 seconds")
        }
        yield* TestClock.adjust("999 millis")
        assert.deepPropertyVal(yield* Effect.flip(find), "retryAfter", Duration.millis(1))
        yield* TestClock.adjust("1 millis")
        yield* find
      }).pipe(Effect.provide(layerOf(server().handler))))

    it.effect("orders come before the plan, in the order they were given", () =>
      Effect.gen(function*() {
        yield* Faults.failNext(Faults.serverError())
        yield* Faults.failNext(Faults.htmlPage())
        yield* Effect.exit(find).pipe(Effect.repeatN(3))
        assert.deepStrictEqual(yield* injectedFaults, ["serverError", "htmlPage", "refused", "reset"])
      }).pipe(Effect.provide(layerOf(server().handler, [Faults.refused, Faults.reset]))))

    it.effect("clear ends all faults, and keeps the list of injected ones", () =>
      Effect.gen(function*() {
        yield* Effect.flip(find)
        yield* Faults.failNext(Faults.stall, { times: Infinity })
        yield* Faults.failFor("1 hour", Faults.reset)
        yield* Faults.clear
        yield* Effect.repeatN(find, 9)
        assert.deepStrictEqual(yield* injectedFaults, ["reset"])
        yield* Faults.failNext(Faults.refused)
        yield* Effect.flip(find)
      }).pipe(Effect.provide(layerOf(server().handler, Array.from({ length: 9 }, () => Faults.reset)))))

    it.effect("a plan has one entry for each exchange, `undefined` for no fault, and no faults after its end", () =>
      Effect.gen(function*() {
        const { handler } = server()
        const plan = [Faults.reset, undefined, Faults.serverError(), undefined, Faults.htmlPage()]
        const layer = layerOf(handler, plan)
        const run = Effect.gen(function*() {
          const exits = yield* Effect.forEach(Array.from({ length: 7 }), () => Effect.exit(find))
          assert.deepStrictEqual(exits.map(Exit.isSuccess), [false, true, false, true, false, true, true])
          assert.deepStrictEqual(yield* injectedFaults, ["reset", "serverError", "htmlPage"])
        })
        // Each time the layer is built, the plan starts again.
        yield* Effect.provide(run, layer)
        yield* Effect.provide(run, layer)
      }))

    it.effect("the list of injected faults holds no query", () =>
      Effect.gen(function*() {
        yield* Faults.failNext(Faults.reset)
        yield* Effect.flip(Contacts.list({ cursor: "secret" }))
        yield* Faults.failNext(Faults.reset)
        yield* Effect.flatMap(
          IntercomHttp.IntercomHttp,
          (http) => Effect.flip(http.execute(HttpClientRequest.get("/contacts?email=secret#secret")))
        )
        assert.deepStrictEqual(
          yield* Faults.injected,
          Array.from({ length: 2 }, () => ({ request: "GET /contacts", fault: "reset" }))
        )
      }).pipe(Effect.provide(layerOf(server().handler))))

    it.effect("an interrupted exchange leaves no fiber", () =>
      Effect.gen(function*() {
        for (
          const fault of [
            Faults.stall,
            Faults.slow("1 hour"),
            Faults.latency("1 hour"),
            Faults.latency(Duration.infinity)
          ]
        ) {
          yield* Faults.failNext(fault)
          const alive = yield* Supervisor.track
          const fiber = yield* find.pipe(Effect.fork, Effect.supervised(alive))
          yield* TestClock.adjust("1 seconds")
          assert.isNotEmpty(yield* alive.value)
          yield* Fiber.interrupt(fiber)
          assert.isEmpty(yield* alive.value, fault.name)
          yield* find
        }
      }).pipe(Effect.provide(layerOf(server().handler))))

    it.effect("a retry is another exchange: the default policy survives 25 seconds of 429", () =>
      Effect.gen(function*() {
        const { created, handler } = server()
        yield* Effect.gen(function*() {
          yield* Faults.failFor("25 seconds", Faults.rateLimited())
          const { result, seconds } = yield* ending(create)
          assert.isTrue(Either.isRight(result))
          assert.strictEqual(seconds, 30)
          assert.lengthOf(created, 1)
          assert.deepStrictEqual(yield* injectedFaults, ["rateLimited", "rateLimited", "rateLimited"])
        }).pipe(Effect.provide(layerOf(handler, [], { retry: Retry.defaultPolicy })))
      }))

    it.effect("a POST is not sent again if its response was lost, but is if the connection was refused", () =>
      Effect.gen(function*() {
        for (const lost of [Faults.resetAfterwards, Faults.resetMidway(), Faults.latency("1 minute"), Faults.reset]) {
          const { created, handler } = server()
          yield* errorOf(create).pipe(Effect.provide(layerOf(handler, [lost], { retry: Retry.defaultPolicy })))
          assert.lengthOf(created, lost === Faults.reset ? 0 : 1)
        }
        const { created, handler } = server()
        const { result } = yield* ending(create).pipe(
          Effect.provide(layerOf(handler, [Faults.refused, Faults.refused], { retry: Retry.defaultPolicy }))
        )
        assert.isTrue(Either.isRight(result))
        assert.lengthOf(created, 1)
      }))

    it.effect.prop(
      "a stream with random faults gives each item once",
      [FastCheck.integer(), FastCheck.double({ min: 0, max: 0.9, noNaN: true }), FastCheck.nat(2)],
      ([seed, share, prefetch]) =>
        Effect.gen(function*() {
          const { handler, ids } = server()
          const plan = Faults.random({ seed, share })
          const { result } = yield* Contacts.stream({ perPage: 10, prefetch }).pipe(
            Stream.map(({ id }) => id),
            Stream.runCollect,
            ending,
            Effect.provide(layerOf(handler, plan, { retry: Retry.make({ times: 200, maxDelay: "10 seconds" }) }))
          )
          assert.deepStrictEqual(Chunk.toReadonlyArray(Either.getOrThrow(result)), ids)
        }),
      { fastCheck: { numRuns: 10 } }
    )

    it.effect.prop(
      "with random faults nothing is created twice, and every confirmed contact exists",
      [FastCheck.integer()],
      ([seed]) =>
        Effect.gen(function*() {
          const { created, handler } = server()
          const emails = Array.from({ length: 10 }, (_, index) => `ada${index}@example.com`)
          const { result } = yield* Effect.forEach(emails, (email) => Effect.exit(Contacts.create({ email }))).pipe(
            ending,
            Effect.provide(layerOf(handler, Faults.random({ seed, share: 0.5 }), { retry: Retry.defaultPolicy }))
          )
          const exits = Either.getOrThrow(result)
          assert.lengthOf(new Set(created), created.length)
          emails.forEach((email, index) => {
            if (exits[index]?._tag === "Success") assert.include(created, email)
          })
        }),
      { fastCheck: { numRuns: 10 } }
    )
  })
}

describe("Faults.random", () => {
  const take = (options: Faults.RandomOptions, count = 2000) => {
    const names: Array<string> = []
    for (const fault of Faults.random(options)) {
      if (names.push(fault?.name ?? "nothing") === count) break
    }
    return names
  }

  it.prop(
    "gives the same faults for the same seed, and others for another seed",
    [FastCheck.integer(), FastCheck.integer()],
    ([seed, other]) => {
      const names = take({ seed, share: 0.5 }, 200)
      assert.deepStrictEqual(take({ seed, share: 0.5 }, 200), names)
      if (seed !== other) assert.notDeepEqual(take({ seed: other, share: 0.5 }, 200), names)
    }
  )

  it("gives faults to that share of exchanges, each fault by its weight", () => {
    const faults = [[Faults.reset, 1], [Faults.stall, 0], [Faults.refused, 3]] as const
    const names = take({ seed: 7, share: 0.4, faults }, 10_000)
    const share = (name: string) => names.filter((one) => one === name).length / names.length
    assert.approximately(share("nothing"), 0.6, 0.02)
    assert.approximately(share("reset"), 0.1, 0.02)
    assert.approximately(share("refused"), 0.3, 0.02)
    assert.strictEqual(share("stall"), 0)
    assert.deepStrictEqual(new Set(take({ seed: 7, share: 0 })), new Set(["nothing"]))
    assert.notInclude(take({ seed: 7, share: 1 }), "nothing")
  })

  it("refuses an invalid share and invalid weights", () => {
    for (const share of [-0.1, 1.1, NaN]) {
      assert.throws(() => Faults.random({ seed: 1, share }), RangeError, "share must be from 0 to 1")
    }
    for (const weights of [[], [0], [-1, 2], [NaN], [Infinity]]) {
      const faults = weights.map((weight) => [Faults.reset, weight] as const)
      assert.throws(() => Faults.random({ seed: 1, share: 0.5, faults }), RangeError, "weights must be finite")
    }
  })
})

describe("Faults.serverError", () => {
  it("refuses a status that is not 5xx", () => {
    for (const status of [204, 499, 600, 500.5, NaN]) {
      assert.throws(() => Faults.serverError(status), RangeError, "status must be from 500 to 599")
    }
    assert.strictEqual(Faults.serverError(599).name, "serverError")
  })
})

describe("Faults.layerClient", () => {
  it.scopedLive("over real HTTP, a late response is read to its end and keeps no connection open", () =>
    Effect.gen(function*() {
      const runFork = Runtime.runFork(yield* Effect.runtime())
      // More than a socket holds: the server finishes only after the client has read all of it.
      const answer = JSON.stringify({ type: "contact", id: "1", name: "x".repeat(20_000_000) })
      for (const fault of [Faults.slow("1 hour"), Faults.latency("1 hour")]) {
        const isRead = yield* Effect.makeLatch()
        const baseUrl = yield* serveNode((_, response) => {
          response.on("finish", () => runFork(isRead.open))
          response.end(answer)
        })
        const client = IntercomHttp.layer({ accessToken: Redacted.make("test"), baseUrl }).pipe(
          Layer.provideMerge(Faults.layerClient([fault])),
          Layer.provide(FetchHttpClient.layer)
        )
        const fiber = yield* find.pipe(Effect.provide(client), Effect.fork)
        yield* isRead.await
        yield* Fiber.interrupt(fiber)
      }
    }))
})

describe("Faults.layer", () => {
  const failing = (error: IntercomError.IntercomError, calls: Array<string> = []) =>
    Layer.succeed(IntercomHttp.IntercomHttp, {
      execute: ({ url }) => Effect.suspend(() => (calls.push(url), Effect.fail(error)))
    })
  const notFound = new IntercomError.NotFound({
    operation: "Contacts.find",
    method: "GET",
    path: "/contacts/{contact_id}",
    status: 404,
    errors: []
  })

  it.effect("does not change an error of the wrapped service, whatever the fault", () =>
    Effect.gen(function*() {
      const spoiling = [Faults.slow(1), Faults.latency(1), Faults.truncated(), Faults.emptyBody, Faults.resetMidway()]
      for (const fault of [undefined, Faults.resetAfterwards, ...spoiling]) {
        const layer = Faults.layer([fault]).pipe(Layer.provide(failing(notFound)))
        assert.deepStrictEqual({ ...yield* errorOf(find).pipe(Effect.provide(layer)) }, { ...notFound })
      }
    }))

  it.effect("passes a call without a fault on unchanged, without a timeout", () =>
    Effect.gen(function*() {
      const response = HttpClientResponse.fromWeb(HttpClientRequest.get("/contacts/1"), Response.json({ id: "1" }))
      const requests: Array<HttpClientRequest.HttpClientRequest> = []
      const wrapped = Layer.succeed(IntercomHttp.IntercomHttp, {
        execute: (request) =>
          Effect.as(Effect.delay(Effect.sync(() => requests.push(request)), "1 hour"), {
            response,
            text: JSON.stringify({ id: "1" })
          })
      })
      for (const plan of [[], [Faults.emptyBody]]) {
        const request = HttpClientRequest.get("/contacts/1")
        yield* IntercomHttp.IntercomHttp.pipe(
          Effect.flatMap((http) => http.execute(request)),
          Effect.provide(Layer.provide(Faults.layer(plan, { timeout: "2 hours" }), wrapped)),
          ending
        )
        assert.strictEqual(requests.pop(), request)
      }
      const { result, seconds } = yield* ending(find).pipe(Effect.provide(Layer.provide(Faults.layer(), wrapped)))
      assert.isTrue(Either.isRight(result))
      assert.strictEqual(seconds, 3600)
    }))

  it.effect("keeps the timeout of a call that gets a fault", () =>
    Effect.gen(function*() {
      const { seconds } = yield* ending(IntercomHttp.withTimeout("3 seconds")(find))
      assert.strictEqual(seconds, 3)
    }).pipe(Effect.provide(above(server().handler, [Faults.stall]))))

  it.effect("replaces the service it wraps", () =>
    Effect.gen(function*() {
      const test = IntercomHttp.layerTest(server().handler)
      const error = yield* find.pipe(
        Effect.flip,
        Effect.provide(Faults.layer([Faults.reset]).pipe(Layer.provideMerge(test)))
      )
      assert.strictEqual(error._tag, "IntercomNetworkError")
    }))
})
