import * as HttpRouter from "@effect/platform/HttpRouter"
import * as KeyValueStore from "@effect/platform/KeyValueStore"
import { assert, describe, it, vi } from "@effect/vitest"
import * as Webhook from "effect-intercom/Webhook"
import * as Cause from "effect/Cause"
import * as ConfigError from "effect/ConfigError"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Schedule from "effect/Schedule"
import * as TestClock from "effect/TestClock"
import { request as nodeRequest } from "node:http"
import { serveApp } from "./loopback.js"
import { hanging, logging, recorder, until } from "./webhookReceiver.js"
import { bytesOf, clientSecret, delivery, notification, post, send, statusOf } from "./webhookSender.js"

/** Until so many signatures have been checked: what they signed has arrived then. */
const arrivals = Effect.map(
  Effect.acquireRelease(
    Effect.sync(() => vi.spyOn(crypto.subtle, "verify")),
    (verify) => Effect.sync(() => verify.mockRestore())
  ),
  ({ mock }) => (count: number) =>
    until(() => mock.settledResults.filter(({ type }) => type === "fulfilled").length === count)
)

/** An app that is answered after, with "a" in hand until the gate opens. */
const oneInHand = (end: Effect.Effect<void, string> = Effect.void) =>
  Effect.gen(function*() {
    const { ids, onFailure, onNotification } = recorder()
    const gate = yield* Effect.makeLatch(false)
    const app = yield* Webhook.httpApp({
      clientSecret,
      acknowledge: "after",
      onFailure,
      onNotification: (notification) =>
        onNotification(notification).pipe(Effect.zipRight(gate.await), Effect.zipRight(end))
    })
    const first = yield* Effect.fork(send(app, "a"))
    yield* until(() => ids.length === 1)
    return { app, first, gate, ids }
  })

describe("httpApp", () => {
  describe("answers", () => {
    const open = Webhook.httpApp({ clientSecret, onNotification: () => Effect.void, maxBodySize: 1000 })

    it.scoped("a notification with 200", () =>
      Effect.gen(function*() {
        assert.strictEqual(yield* send(yield* open, "a"), 200)
      }))

    it.scoped("HEAD with 200, and anything but POST with 405", () =>
      Effect.gen(function*() {
        const app = yield* open
        const status = (method: string) => statusOf(app, new Request("https://hooks.example/any/path", { method }))
        assert.strictEqual(yield* status("HEAD"), 200)
        for (const method of ["GET", "PUT", "DELETE", "PATCH", "OPTIONS"]) {
          assert.strictEqual(yield* status(method), 405)
        }
      }))

    it.scoped("a bad or missing signature with 401, before it looks at the body", () =>
      Effect.gen(function*() {
        const app = yield* open
        assert.strictEqual(yield* statusOf(app, yield* delivery(notification("a"), Redacted.make("another"))), 401)
        assert.strictEqual(yield* statusOf(app, post("{")), 401)
        assert.strictEqual(yield* statusOf(app, post("{", { "x-hub-signature": "sha1=123" })), 401)
        assert.strictEqual(yield* statusOf(app, yield* delivery("{", Redacted.make("another"))), 401)
        assert.strictEqual(yield* statusOf(app, post("x".repeat(2000))), 401)
      }))

    it.scoped("the header in any casing", () =>
      Effect.gen(function*() {
        const app = yield* open
        const signature = yield* Webhook.sign({ body: bytesOf("{\"topic\":\"ping\"}"), secret: clientSecret })
        for (const name of ["x-hub-signature", "X-HUB-SIGNATURE", "X-Hub-Signature"]) {
          const request = post("{\"topic\":\"ping\"}", { [name]: signature.toUpperCase() })
          assert.strictEqual(yield* statusOf(app, request), 200)
        }
      }))

    it.scoped("what is no notification with 400", () =>
      Effect.gen(function*() {
        const app = yield* open
        for (const body of ["", "{", "[]", "null", "{\"id\":\"a\"}"]) {
          assert.strictEqual(yield* statusOf(app, yield* delivery(body)), 400)
        }
      }))

    it.scoped("a notification of any envelope with 200, for it has a topic", () =>
      Effect.gen(function*() {
        const app = yield* open
        for (const odd of [{ topic: "brand.new", data: [1] }, { delivery_attempts: "1" }, { id: ["a"] }]) {
          assert.strictEqual(yield* statusOf(app, yield* delivery({ ...notification("a"), ...odd })), 200)
        }
      }))

    it.scoped("a body over the limit with 413, one at the limit not", () =>
      Effect.gen(function*() {
        const app = yield* open
        const sized = (size: number) => delivery(JSON.stringify(notification("a")).padEnd(size))
        assert.strictEqual(yield* statusOf(app, yield* sized(1000)), 200)
        assert.strictEqual(yield* statusOf(app, yield* sized(1001)), 413)
      }))

    it.scoped("a body without end with 413, and reads no more than twice the limit of it", () =>
      Effect.gen(function*() {
        let read = 0
        let isCancelled = false
        const endless = new ReadableStream({
          pull: (controller) => {
            read += 100
            controller.enqueue(new Uint8Array(100))
          },
          cancel: () => {
            isCancelled = true
          }
        })
        const request = post(endless, { "x-hub-signature": `sha1=${"0".repeat(40)}` })
        assert.strictEqual(yield* statusOf(yield* open, request), 413)
        assert.isTrue(isCancelled)
        assert.isAtMost(read, 2300)
      }))

    it.scoped("what cannot be signed right with 401, and reads nothing of it", () =>
      Effect.gen(function*() {
        let read = 0
        const body = () =>
          new ReadableStream({
            pull: (controller) => {
              read++
              controller.enqueue(new Uint8Array(100))
            }
          }, { highWaterMark: 0 })
        const app = yield* open
        for (const headers of [{}, { "x-hub-signature": "sha1=123" }, { "x-hub-signature": "nonsense" }]) {
          assert.strictEqual(yield* statusOf(app, post(body(), headers)), 401)
        }
        assert.strictEqual(read, 0)
      }))

    it.scoped("a body that breaks off with 400", () =>
      Effect.gen(function*() {
        const broken = new ReadableStream({ pull: (controller) => controller.error(new Error("reset")) })
        const request = post(broken, { "x-hub-signature": `sha1=${"0".repeat(40)}` })
        assert.strictEqual(yield* statusOf(yield* open, request), 400)
      }))

    it.scoped("a body that never comes with 500, after the deadline", () =>
      Effect.gen(function*() {
        const app = yield* open
        const request = post(new ReadableStream(), { "x-hub-signature": `sha1=${"0".repeat(40)}` })
        const fiber = yield* Effect.fork(statusOf(app, request))
        yield* TestClock.adjust("3999 millis")
        assert.isTrue(Option.isNone(yield* Fiber.poll(fiber)))
        yield* TestClock.adjust("1 millis")
        assert.strictEqual(yield* Fiber.join(fiber), 500)
      }))

    it.scoped("what the Fin Agent API signed with 200 where its secret is given, else with 401", () =>
      Effect.gen(function*() {
        const seen: Array<Webhook.Notification> = []
        const body = "{\"event_name\":\"fin_replied\",\"conversation_id\":\"1\"}"
        const secret = Redacted.make("fin-secret")
        const header = "X-Fin-Agent-API-Webhook-Signature"
        const fin = Effect.map(
          Webhook.sign({ body: bytesOf(body), secret, header }),
          (signature) => post(body, { [header]: signature })
        )
        const app = yield* Webhook.httpApp({
          clientSecret,
          finAgentSecret: secret,
          acknowledge: "after",
          onNotification: (notification) => Effect.sync(() => seen.push(notification))
        })
        assert.strictEqual(yield* statusOf(app, yield* fin), 200)
        assert.deepStrictEqual(seen.map((notification) => notification.original_topic), ["fin_replied"])
        assert.strictEqual(yield* statusOf(yield* open, yield* fin), 401)
        assert.strictEqual(yield* send(app, "a"), 200)
      }))

    it.live("over HTTP what it answers without, a body over the limit included", () =>
      Effect.scoped(Effect.gen(function*() {
        const mounted = HttpRouter.mountApp(HttpRouter.empty, "/intercom", yield* open)
        const url = yield* serveApp(Effect.orDie(mounted))
        const fetchStatus = (init: RequestInit) =>
          Effect.map(Effect.promise(() => fetch(`${url}/intercom`, init)), (response) => response.status)
        const headers = {
          "x-hub-signature": yield* Webhook.sign({ body: bytesOf("{\"topic\":\"ping\"}"), secret: clientSecret })
        }
        assert.strictEqual(yield* fetchStatus({ method: "HEAD" }), 200)
        assert.strictEqual(yield* fetchStatus({}), 405)
        assert.strictEqual(yield* fetchStatus({ method: "POST", headers, body: "{\"topic\":\"ping\"}" }), 200)
        assert.strictEqual(yield* fetchStatus({ method: "POST", headers, body: "{}" }), 401)
        assert.strictEqual(yield* fetchStatus({ method: "POST", headers, body: "x".repeat(1001) }), 413)
        assert.strictEqual(yield* fetchStatus({ method: "POST", headers, body: "x".repeat(5_000_000) }), 413)
        assert.strictEqual(yield* chunked(`${url}/intercom`, headers, 1500), 413)
      })))
  })

  it.live("gives up a body that stops coming over HTTP, with 500 or by hanging up, and goes on", () =>
    Effect.scoped(Effect.gen(function*() {
      const app = yield* Webhook.httpApp({ clientSecret, deadline: "100 millis", onNotification: () => Effect.void })
      const url = yield* serveApp(app)
      const headers = {
        "x-hub-signature": yield* Webhook.sign({ body: bytesOf("{\"topic\":\"ping\"}"), secret: clientSecret })
      }
      for (const size of [{}, { "content-length": "900" }]) {
        const status = yield* chunked(url, { ...headers, ...size }, 100, false)
        assert.include([500, undefined], status)
      }
      const whole = yield* Effect.promise(() => fetch(url, { method: "POST", headers, body: "{\"topic\":\"ping\"}" }))
      assert.strictEqual(whole.status, 200)
    })))

  describe("that acknowledges first", () => {
    it.scoped("answers before the notification is handled", () =>
      Effect.gen(function*() {
        const ids: Array<unknown> = []
        const app = yield* Webhook.httpApp({ clientSecret, ...hanging(ids) })
        assert.strictEqual(yield* send(app, "a"), 200)
        yield* until(() => ids.length === 1)
      }))

    it.scoped("answers 429 when the queue is full, and takes the notification when it comes again", () =>
      Effect.gen(function*() {
        const { ids, onNotification } = recorder()
        const gate = yield* Effect.makeLatch(false)
        const app = yield* Webhook.httpApp({
          clientSecret,
          onNotification: (notification) => Effect.zipRight(onNotification(notification), gate.await),
          capacity: 2,
          concurrency: 1
        })
        assert.strictEqual(yield* send(app, "a"), 200)
        yield* until(() => ids.length === 1)
        assert.strictEqual(yield* send(app, "b"), 200)
        assert.strictEqual(yield* send(app, "c"), 200)
        assert.strictEqual(yield* send(app, "d"), 429)
        assert.strictEqual(yield* send(app, "d"), 429)
        assert.strictEqual(yield* send(app, "b"), 200)
        yield* gate.open
        yield* until(() => ids.length === 3)
        assert.strictEqual(yield* send(app, "d"), 200)
        yield* until(() => ids.length === 4)
        assert.deepStrictEqual(ids, ["a", "b", "c", "d"])
      }))

    it.scoped("handles one that fails, dies, is interrupted or throws once, tells, and takes it when it comes again", () =>
      Effect.gen(function*() {
        const { failures, ids, onFailure } = recorder()
        const ends: ReadonlyArray<() => Effect.Effect<void, string>> = [
          () => Effect.fail("no"),
          () => Effect.die("no"),
          () => Effect.interrupt,
          () => {
            throw new Error("no")
          },
          () => Effect.void
        ]
        const app = yield* Webhook.httpApp({
          clientSecret,
          onFailure,
          onNotification: ({ id }) => {
            ids.push(id)
            return ends[ids.length - 1]?.() ?? Effect.void
          }
        })
        for (let i = 1; i <= 5; i++) {
          assert.strictEqual(yield* send(app, "a"), 200)
          yield* until(() => ids.length === i && failures.length === Math.min(i, 4))
        }
        assert.strictEqual(yield* send(app, "a"), 200)
        assert.lengthOf(ids, 5)
        const [failed, died, interrupted, thrown] = failures
        assert.deepStrictEqual(failed?.cause, Cause.fail("no"))
        assert.deepStrictEqual(died?.cause, Cause.die("no"))
        assert.isTrue(interrupted !== undefined && Cause.isInterruptedOnly(interrupted.cause))
        assert.isTrue(thrown !== undefined && Cause.isDie(thrown.cause))
        assert.strictEqual(failed?.notification.id, "a")
      }))

    it.scoped("gives up a handler that takes longer than the timeout, and goes on", () =>
      Effect.gen(function*() {
        const { failures, onFailure } = recorder()
        const ids: Array<unknown> = []
        const app = yield* Webhook.httpApp({ clientSecret, onFailure, ...hanging(ids), concurrency: 1 })
        assert.strictEqual(yield* send(app, "a"), 200)
        assert.strictEqual(yield* send(app, "b"), 200)
        yield* until(() => ids.length === 1)
        yield* TestClock.adjust("59 seconds")
        assert.lengthOf(failures, 0)
        yield* TestClock.adjust("1 seconds")
        yield* until(() => ids.length === 2 && failures.length === 1)
        const error = Option.getOrUndefined(Cause.failureOption(failures[0]?.cause ?? Cause.empty))
        assert.isTrue(Cause.isTimeoutException(error))
      }))

    it.scoped("goes on when onFailure dies", () =>
      Effect.gen(function*() {
        const { ids, onNotification } = recorder()
        const app = yield* Webhook.httpApp({
          clientSecret,
          concurrency: 1,
          onFailure: () => Effect.die("no"),
          onNotification: (notification) => Effect.zipRight(onNotification(notification), Effect.fail("no"))
        })
        for (const id of ["a", "b", "c"]) assert.strictEqual(yield* send(app, id), 200)
        yield* until(() => ids.length === 3)
      }))

    it.scoped("logs what failed where nobody asks to be told", () =>
      Effect.gen(function*() {
        const lines: Array<string> = []
        yield* Effect.gen(function*() {
          const app = yield* Webhook.httpApp({ clientSecret, onNotification: () => Effect.fail("out of order") })
          yield* send(app, "a")
          yield* until(() => lines.length > 0)
        }).pipe(Effect.provide(logging(lines)))
        assert.match(
          lines.join("\n"),
          /level=ERROR.*was not handled.*out of order.*topic=contact\.user\.created id=a$/s
        )
        assert.notInclude(lines.join("\n"), "63a07ddf05a32042dffac965")
      }))

    it.scoped("handles no more than so many at the same time", () =>
      Effect.gen(function*() {
        const gate = yield* Effect.makeLatch(false)
        let running = 0
        let most = 0
        let done = 0
        const app = yield* Webhook.httpApp({
          clientSecret,
          concurrency: 3,
          onNotification: () =>
            Effect.gen(function*() {
              most = Math.max(most, ++running)
              yield* gate.await
              running--
              done++
            })
        })
        yield* Effect.forEach(Array.from({ length: 20 }, (_, i) => `${i}`), (id) => send(app, id))
        yield* until(() => running === 3)
        yield* gate.open
        yield* until(() => done === 20)
        assert.strictEqual(most, 3)
      }))
  })

  describe("that acknowledges after", () => {
    const acknowledge = "after"

    it.scoped("answers when the notification was handled", () =>
      Effect.gen(function*() {
        const { first, gate } = yield* oneInHand()
        assert.isTrue(Option.isNone(yield* Fiber.poll(first)))
        yield* gate.open
        assert.strictEqual(yield* Fiber.join(first), 200)
      }))

    it.scoped("answers 500 when the handler fails, and handles the notification when it comes again", () =>
      Effect.gen(function*() {
        const { failures, ids, onFailure, onNotification } = recorder()
        const ends: ReadonlyArray<Effect.Effect<void, string>> = [Effect.fail("no"), Effect.die("no"), Effect.interrupt]
        const app = yield* Webhook.httpApp({
          clientSecret,
          acknowledge,
          onFailure,
          onNotification: (notification) =>
            Effect.suspend(() => Effect.zipRight(onNotification(notification), ends[ids.length] ?? Effect.void))
        })
        for (const status of [500, 500, 500, 200, 200]) assert.strictEqual(yield* send(app, "a"), status)
        assert.lengthOf(ids, 4)
        assert.lengthOf(failures, 3)
      }))

    it.scoped("answers 500 at the deadline, interrupts the handler, and handles the notification when it comes again", () =>
      Effect.gen(function*() {
        const ids: Array<unknown> = []
        let interrupted = 0
        let isHanging = true
        const app = yield* Webhook.httpApp({
          clientSecret,
          acknowledge,
          onFailure: () => Effect.void,
          onNotification: ({ id }) =>
            Effect.zipRight(Effect.sync(() => ids.push(id)), isHanging ? Effect.never : Effect.void).pipe(
              Effect.onInterrupt(() => Effect.sync(() => interrupted++))
            )
        })
        const fiber = yield* Effect.fork(send(app, "a"))
        yield* until(() => ids.length === 1)
        yield* TestClock.adjust("3999 millis")
        assert.isTrue(Option.isNone(yield* Fiber.poll(fiber)))
        yield* TestClock.adjust("1 millis")
        assert.strictEqual(yield* Fiber.join(fiber), 500)
        yield* until(() => interrupted === 1)
        isHanging = false
        assert.strictEqual(yield* send(app, "a"), 200)
        assert.deepStrictEqual(ids, ["a", "a"])
      }))

    it.scoped("answers 500 at the deadline of one whose turn never came, and does not begin with it", () =>
      Effect.gen(function*() {
        const ids: Array<unknown> = []
        const arrived = yield* arrivals
        const app = yield* Webhook.httpApp({
          clientSecret,
          acknowledge,
          concurrency: 1,
          deadline: "1 second",
          onFailure: () => Effect.void,
          ...hanging(ids)
        })
        const first = yield* Effect.fork(send(app, "a"))
        yield* until(() => ids.length === 1)
        const second = yield* Effect.fork(send(app, "b"))
        yield* arrived(2)
        yield* TestClock.adjust("1 seconds").pipe(Effect.repeat(Schedule.recurs(2)))
        assert.deepStrictEqual([yield* Fiber.join(first), yield* Fiber.join(second)], [500, 500])
        assert.deepStrictEqual(ids, ["a"])
      }))

    it.scoped("goes on with a notification whose sender hung up", () =>
      Effect.gen(function*() {
        const { app, first, gate, ids } = yield* oneInHand()
        yield* Fiber.interrupt(first)
        yield* gate.open
        assert.strictEqual(yield* send(app, "a"), 200)
        assert.deepStrictEqual(ids, ["a"])
      }))
  })

  describe("drops a duplicate", () => {
    for (const acknowledge of ["first", "after"] as const) {
      it.scoped(`that comes when the notification was handled (${acknowledge})`, () =>
        Effect.gen(function*() {
          const { ids, onNotification } = recorder()
          const app = yield* Webhook.httpApp({ clientSecret, acknowledge, onNotification })
          assert.strictEqual(yield* send(app, "a"), 200)
          yield* until(() => ids.length === 1)
          assert.strictEqual(yield* send(app, "a"), 200)
          assert.strictEqual(yield* send(app, "b"), 200)
          yield* until(() => ids.length === 2)
          assert.deepStrictEqual(ids, ["a", "b"])
        }))
    }

    it.scoped("that comes while the notification is in the queue or in hand, at once where first is acknowledged", () =>
      Effect.gen(function*() {
        const ids: Array<unknown> = []
        const app = yield* Webhook.httpApp({ clientSecret, ...hanging(ids), concurrency: 1, capacity: 1 })
        assert.strictEqual(yield* send(app, "a"), 200)
        yield* until(() => ids.length === 1)
        assert.strictEqual(yield* send(app, "b"), 200)
        assert.strictEqual(yield* send(app, "a"), 200)
        assert.strictEqual(yield* send(app, "b"), 200)
        assert.deepStrictEqual(ids, ["a"])
      }))

    for (const [end, status] of [[Effect.void, 200], [Effect.fail("no"), 500]] as const) {
      it.scoped(`that comes while the notification is in hand with the ${status} of the first, where after is acknowledged`, () =>
        Effect.gen(function*() {
          const arrived = yield* arrivals
          const { app, first, gate, ids } = yield* oneInHand(end)
          const second = yield* Effect.fork(send(app, "a"))
          yield* arrived(2)
          assert.isTrue(Option.isNone(yield* Fiber.poll(second)))
          yield* gate.open
          assert.deepStrictEqual([yield* Fiber.join(first), yield* Fiber.join(second)], [status, status])
          assert.deepStrictEqual(ids, ["a"])
        }))
    }

    it.scoped("but not a ping, which has no id, and none whose id is empty", () =>
      Effect.gen(function*() {
        const { ids, onNotification } = recorder()
        const app = yield* Webhook.httpApp({ clientSecret, acknowledge: "after", onNotification })
        for (const id of [null, null, "", ""]) assert.strictEqual(yield* send(app, id), 200)
        assert.deepStrictEqual(ids, [null, null, "", ""])
      }))

    it.scoped("within a day, or the window that is set", () =>
      Effect.gen(function*() {
        for (const [window, options] of [["1 day", {}], ["1 hour", { deduplicationWindow: "1 hour" }]] as const) {
          const { ids, onNotification } = recorder()
          const app = yield* Webhook.httpApp({ clientSecret, acknowledge: "after", onNotification, ...options })
          yield* send(app, "a")
          yield* TestClock.adjust(Duration.subtract(window, "1 millis"))
          yield* send(app, "a")
          assert.lengthOf(ids, 1)
          yield* TestClock.adjust("1 millis")
          yield* send(app, "a")
          assert.lengthOf(ids, 2)
        }
      }))

    it.scoped("that any process with the same store has handled", () =>
      Effect.gen(function*() {
        const store = yield* KeyValueStore.KeyValueStore
        const { ids, onNotification } = recorder()
        const options = { clientSecret, acknowledge: "after", onNotification, store } as const
        const before = yield* Webhook.httpApp(options)
        yield* send(before, "a")
        const now = yield* Webhook.httpApp(options)
        assert.strictEqual(yield* send(now, "a"), 200)
        assert.deepStrictEqual(ids, ["a"])
        yield* TestClock.adjust("1 day")
        yield* send(now, "a")
        assert.deepStrictEqual(ids, ["a", "a"])
      }).pipe(Effect.provide(KeyValueStore.layerMemory)))

    it.scoped("only once it was handled: one lost in a crash is taken when it comes again", () =>
      Effect.gen(function*() {
        const store = yield* KeyValueStore.KeyValueStore
        const { ids, onNotification } = recorder()
        const crashing = yield* Webhook.httpApp({ clientSecret, ...hanging([]), store })
        assert.strictEqual(yield* send(crashing, "a"), 200)
        const app = yield* Webhook.httpApp({ clientSecret, onNotification, store })
        assert.strictEqual(yield* send(app, "a"), 200)
        yield* until(() => ids.length === 1)
      }).pipe(Effect.provide(KeyValueStore.layerMemory)))
  })

  describe("refuses options that cannot work", () => {
    const refused: ReadonlyArray<readonly [string, Partial<Webhook.HandlerOptions>]> = [
      ["clientSecret", { clientSecret: Redacted.make("") }],
      ["clientSecret", { clientSecret: [] }],
      ["clientSecret", { clientSecret: [clientSecret, Redacted.make("")] }],
      ["finAgentSecret", { finAgentSecret: Redacted.make("") }],
      ["capacity", { capacity: 0 }],
      ["capacity", { capacity: 1.5 }],
      ["concurrency", { concurrency: 0 }],
      ["maxBodySize", { maxBodySize: Number.NaN }],
      ["maxUnverifiedSize", { maxUnverifiedSize: Number.NaN }],
      ["maxUnverifiedSize", { maxUnverifiedSize: Infinity }],
      ["maxUnverifiedSize", { maxUnverifiedSize: 5 * 1024 * 1024 - 1 }],
      ["deadline", { deadline: 0 }],
      ["deadline", { deadline: "5 seconds" }],
      ["deadline", { deadline: Number.NaN }],
      ["timeout", { timeout: 0 }],
      ["timeout", { timeout: -1 }],
      ["timeout", { timeout: Number.NaN }],
      ["deduplicationWindow", { deduplicationWindow: "0 hours" }],
      ["deduplicationWindow", { deduplicationWindow: Number.NaN }],
      ["drainTimeout", { drainTimeout: -1 }],
      ["drainTimeout", { drainTimeout: "-1 seconds" }],
      ["drainTimeout", { drainTimeout: [-1, 0] }],
      ["drainTimeout", { drainTimeout: Number.NaN }]
    ]
    for (const [option, options] of refused) {
      it.scoped(`${option}: ${Object.values(options).join()}`, () =>
        Effect.gen(function*() {
          const open = Webhook.httpApp({ clientSecret, onNotification: () => Effect.void, ...options })
          const error = yield* Effect.flip(open)
          assert.isTrue(ConfigError.isConfigError(error))
          assert.include(String(error), option)
        }))
    }
  })
})

describe("webHandler", () => {
  it.scoped("answers a request of the web as httpApp does", () =>
    Effect.gen(function*() {
      const { ids, onNotification } = recorder()
      const handler = yield* Webhook.webHandler({ clientSecret, acknowledge: "after", onNotification })
      const answer = (request: Request) => Effect.promise(() => handler(request))
      const url = "https://hooks.example/intercom"
      assert.strictEqual((yield* answer(yield* delivery(notification("a")))).status, 200)
      assert.deepStrictEqual(ids, ["a"])
      assert.strictEqual((yield* answer(post())).status, 401)
      assert.strictEqual((yield* answer(yield* delivery(""))).status, 400)
      assert.strictEqual((yield* answer(new Request(url, { method: "HEAD" }))).status, 200)
      const refused = yield* answer(new Request(url))
      assert.deepStrictEqual([refused.status, refused.headers.get("allow")], [405, "HEAD, POST"])
    }))
})

/** A body that comes in pieces, and may not come to its end. No status where the server hangs up. */
const chunked = (
  url: string,
  headers: Record<string, string>,
  size: number,
  isWhole = true
): Effect.Effect<number | undefined> =>
  Effect.async((resume) => {
    const request = nodeRequest(url, { method: "POST", headers }, (response) => {
      response.resume()
      resume(Effect.succeed(response.statusCode))
    })
    request.on("error", () => resume(Effect.succeed(undefined)))
    for (let sent = 0; sent < size; sent += 100) request.write("x".repeat(100))
    if (isWhole) request.end()
  })
