import { assert, describe, it } from "@effect/vitest"
import * as Endpoint from "effect-intercom/Endpoint"
import type { IntercomError } from "effect-intercom/IntercomError"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/TestClock"
import { serveNode } from "./loopback.js"
import { errorList, scripted } from "./scripted.js"

const remove = Endpoint.empty("Tags.delete", (id: string) => Endpoint.del("/tags/{tag_id}", { path: { tag_id: id } }))

const transcript = Endpoint.text("Calls.findTranscript", () => Endpoint.get("/calls/1/transcript"))

const recording = Endpoint.location("Calls.findRecordingUrl", () => Endpoint.get("/calls/1/recording"))

const download = Endpoint.bytes("DataExport.download", () => Endpoint.get("/download/content/data/1"))

const answered = <A>(call: Effect.Effect<A, IntercomError, IntercomHttp.IntercomHttp>, answer: () => Response) =>
  Effect.provide(call, scripted([answer]).layer)

const over = (baseUrl: string) =>
  Layer.orDie(IntercomHttp.layerFetch({ accessToken: Redacted.make("secret-token"), baseUrl }))

describe("Endpoint.empty", () => {
  it.effect("succeeds with nothing, whatever the body of a success is", () =>
    Effect.gen(function*() {
      for (
        const answer of [new Response(null, { status: 204 }), new Response("", { status: 202 }), new Response("ok")]
      ) {
        assert.isUndefined(yield* answered(remove("1"), () => answer))
      }
    }))

  it.effect("fails as any other endpoint does", () =>
    Effect.gen(function*() {
      const missing = yield* Effect.flip(answered(remove("1"), () => errorList(404, "tag_not_found")))
      assert.strictEqual(missing._tag, "IntercomNotFound")
      const { layer, sent } = scripted([() => new Response("")])
      const refused = yield* Effect.flip(Effect.provide(remove(""), layer))
      assert.strictEqual(refused._tag, "IntercomInvalidInput")
      assert.strictEqual(sent.length, 0)
    }))
})

describe("Endpoint.text", () => {
  it.effect("asks for plain text and gives it as it is", () =>
    Effect.gen(function*() {
      const { layer, sent } = scripted([() => new Response("Ada: hello\n")])
      assert.strictEqual(yield* Effect.provide(transcript(), layer), "Ada: hello\n")
      assert.strictEqual(sent[0]?.headers.accept, "text/plain")
    }))
})

describe("An HTML page in the place of an answer", () => {
  const calls = { empty: remove("1"), text: transcript(), bytes: Stream.runDrain(download()) }
  for (const [name, call] of Object.entries(calls)) {
    it.effect(`is none of Endpoint.${name}`, () =>
      Effect.gen(function*() {
        const page = () => new Response("<html>", { headers: { "content-type": "text/html; charset=utf-8" } })
        const error = yield* Effect.flip(answered(call, page))
        assert.deepInclude(error, { _tag: "IntercomInvalidResponse", status: 200, reason: "is an HTML page" })
      }))
  }
})

describe("Endpoint.location", () => {
  const place = "https://files.example/1.mp3?signature=s"

  it.effect("gives where a redirect leads", () =>
    Effect.gen(function*() {
      const url = yield* answered(recording(), () => new Response(null, { status: 302, headers: { location: place } }))
      assert.strictEqual(url, place)
    }))

  it.scopedLive("does not follow it over real HTTP", () =>
    Effect.gen(function*() {
      const paths: Array<string | undefined> = []
      const baseUrl = yield* serveNode(({ url }, response) => {
        paths.push(url)
        response.writeHead(302, { location: place }).end()
      })
      assert.strictEqual(yield* Effect.provide(recording(), over(baseUrl)), place)
      assert.deepStrictEqual(paths, ["/calls/1/recording"])
    }))

  const wrong: ReadonlyArray<readonly [string, () => Response, string]> = [
    ["no location", () => new Response(null, { status: 302 }), "has no http or https location"],
    [
      "a location that is no URL",
      () => new Response(null, { status: 302, headers: { location: "/1" } }),
      "has no http or https location"
    ],
    ...["javascript:alert(1)", "file:///etc/passwd", "data:text/html,a", "ftp://files.example/1", "http:", "httpx://a"]
      .map(
        (location): readonly [string, () => Response, string] => [
          `the location ${location}`,
          () => new Response(null, { status: 302, headers: { location } }),
          "has no http or https location"
        ]
      ),
    [
      "a file in its place",
      () => new Response("bytes"),
      "came instead of a redirect: the HTTP client followed it"
    ]
  ]
  for (const [name, answer, reason] of wrong) {
    it.effect(`fails with InvalidResponse where there is ${name}`, () =>
      Effect.gen(function*() {
        const error = yield* Effect.flip(answered(recording(), answer))
        assert(error._tag === "IntercomInvalidResponse")
        assert.strictEqual(error.reason, reason)
      }))
  }

  it.effect("is an error of its status everywhere else", () =>
    Effect.gen(function*() {
      const redirect = () => new Response(null, { status: 302, headers: { location: place } })
      const error = yield* Effect.flip(answered(remove("1"), redirect))
      assert.strictEqual(error._tag, "IntercomUnexpectedStatus")
      const missing = yield* Effect.flip(answered(recording(), () => errorList(404, "not_found")))
      assert.strictEqual(missing._tag, "IntercomNotFound")
    }))
})

describe("Endpoint.bytes", () => {
  const file = Uint8Array.of(0, 255, 128, 10)

  it.effect("asks for bytes and gives them as they are", () =>
    Effect.gen(function*() {
      const { layer, sent } = scripted([() => new Response(file)])
      const chunks = yield* Effect.provide(Stream.runCollect(download()), layer)
      assert.deepStrictEqual(Buffer.concat([...chunks]), Buffer.from(file))
      assert.strictEqual(sent[0]?.headers.accept, "application/octet-stream")
    }))

  it.effect("gives none where there are none", () =>
    Effect.gen(function*() {
      for (const answer of [() => new Response(null, { status: 204 }), () => new Response("")]) {
        assert.strictEqual(yield* answered(Stream.runFold(download(), 0, (sum, { length }) => sum + length), answer), 0)
      }
    }))

  it.effect("fails as any other endpoint does", () =>
    Effect.gen(function*() {
      const error = yield* Effect.flip(answered(Stream.runDrain(download()), () => errorList(404, "not_found")))
      assert(error._tag === "IntercomNotFound")
      assert.deepStrictEqual(error.errors.map(({ code }) => code), ["not_found"])
    }))

  const stalling = () => new Response(new ReadableStream({ start: (controller) => controller.enqueue(file) }))

  const limits: ReadonlyArray<readonly [string, number, ReturnType<typeof download>]> = [
    ["30 seconds", 30, download()],
    ["as long as withTimeout says", 5, download().pipe(IntercomHttp.withTimeout("5 seconds"))]
  ]
  for (const [name, seconds, stream] of limits) {
    it.effect(`fails with Timeout when no byte came for ${name}`, () =>
      Effect.gen(function*() {
        const fiber = yield* Effect.fork(Effect.flip(answered(Stream.runDrain(stream), stalling)))
        yield* TestClock.adjust(`${seconds - 1} seconds`)
        assert.strictEqual((yield* Fiber.poll(fiber))._tag, "None")
        yield* TestClock.adjust("1 seconds")
        const error = yield* Fiber.join(fiber)
        assert(error._tag === "IntercomTimeout")
        assert.strictEqual(Duration.toSeconds(error.timeout), seconds)
      }))
  }

  it.scopedLive("fails with NetworkError where the connection breaks, after the bytes that came", () =>
    Effect.gen(function*() {
      const baseUrl = yield* serveNode((_, response) => {
        response.write(file)
        setImmediate(() => response.destroy())
      })
      const error = yield* Effect.flip(Effect.provide(Stream.runDrain(download()), over(baseUrl)))
      assert.strictEqual(error._tag, "IntercomNetworkError")
    }))

  it.scopedLive("closes the connection when the consumer stops", () =>
    Effect.gen(function*() {
      const closed = yield* Effect.makeLatch()
      const baseUrl = yield* serveNode((_, response) => {
        response.on("close", () => closed.unsafeOpen())
        response.write(file)
      })
      const first = yield* Effect.provide(Stream.runHead(download()), over(baseUrl))
      assert.strictEqual(first._tag, "Some")
      yield* closed.await
    }))
})
