import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import { assert, describe, it } from "@effect/vitest"
import * as Contacts from "effect-intercom/api/Contacts"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import type * as RateLimit from "effect-intercom/RateLimit"
import * as Retry from "effect-intercom/Retry"
import * as Config from "effect/Config"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as RateLimiter from "effect/RateLimiter"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/TestClock"
import { readFileSync } from "node:fs"
import { version } from "../src/internal/version.js"
import { contact, errorList, scripted, silence } from "./scripted.js"

const accessToken = Redacted.make("secret-token")

const buildError = (options: Partial<IntercomHttp.Options>) =>
  Effect.flip(Effect.scoped(Layer.build(IntercomHttp.layerFetch({ accessToken, ...options }))))

describe("IntercomHttp", () => {
  describe("what is sent", () => {
    it.effect("goes to the host of the region, with the token, the version and the user agent", () =>
      Effect.gen(function*() {
        for (const [region, host] of [["us", "api"], ["eu", "api.eu"], ["au", "api.au"]] as const) {
          const { layer, sent } = scripted([() => contact("1")], { accessToken, region })
          yield* Effect.provide(Contacts.find("1"), layer)
          assert.strictEqual(sent[0]?.url, `https://${host}.intercom.io/contacts/1`)
          assert.deepInclude(sent[0]?.headers, {
            "accept": "application/json",
            "authorization": "Bearer secret-token",
            "intercom-version": "2.15",
            "user-agent": `effect-intercom/${version}`
          })
        }
      }))

    it("names the version that package.json has", () => {
      assert.strictEqual(JSON.parse(readFileSync("package.json", "utf8")).version, version)
    })

    it.effect("names another user agent and version where the layer does", () =>
      Effect.gen(function*() {
        const { layer, sent } = scripted([() => contact("1")], { userAgent: "acme/2", version: "2.16" })
        yield* Effect.provide(Contacts.find("1"), layer)
        assert.deepInclude(sent[0]?.headers, { "user-agent": "acme/2", "intercom-version": "2.16" })
      }))

    it.effect("keeps the path of a base URL, with or without a slash at its end", () =>
      Effect.gen(function*() {
        for (const baseUrl of ["https://proxy.example/intercom", "https://proxy.example/intercom/"]) {
          const { layer, sent } = scripted([() => contact("1")], { baseUrl })
          yield* Effect.provide(Contacts.find("1"), layer)
          assert.strictEqual(sent[0]?.url, "https://proxy.example/intercom/contacts/1")
        }
      }))

    it.effect("carries no trace headers to a third party", () =>
      Effect.gen(function*() {
        const { layer, sent } = scripted([() => contact("1")])
        yield* Contacts.find("1").pipe(Effect.withSpan("outer"), Effect.provide(layer))
        assert.notProperty(sent[0]?.headers, "traceparent")
        assert.notProperty(sent[0]?.headers, "b3")
      }))

    it.effect("can be overridden for one call: version and headers, several at once", () =>
      Effect.gen(function*() {
        const { layer, sent } = scripted([() => contact("1")])
        const call = Contacts.find("1")
        yield* call.pipe(
          IntercomHttp.withVersion("2.16"),
          IntercomHttp.withHeaders({ "x-one": "1" }),
          IntercomHttp.withHeaders({ "x-two": "2" }),
          Effect.provide(layer)
        )
        yield* Effect.provide(call, layer)
        assert.deepInclude(sent[0]?.headers, { "intercom-version": "2.16", "x-one": "1", "x-two": "2" })
        assert.strictEqual(sent[1]?.headers["intercom-version"], "2.15")
        assert.notProperty(sent[1]?.headers, "x-one")
      }))

    for (
      const [form, call, stream] of [
        [
          "data-last",
          Contacts.find("1").pipe(
            IntercomHttp.withVersion("2.16"),
            IntercomHttp.withHeaders({ "x-one": "1" }),
            IntercomHttp.withTimeout("1 second")
          ),
          Contacts.stream().pipe(
            IntercomHttp.withVersion("2.16"),
            IntercomHttp.withHeaders({ "x-one": "1" }),
            IntercomHttp.withTimeout("1 second")
          )
        ],
        [
          "data-first",
          IntercomHttp.withTimeout(
            IntercomHttp.withHeaders(IntercomHttp.withVersion(Contacts.find("1"), "2.16"), { "x-one": "1" }),
            "1 second"
          ),
          IntercomHttp.withTimeout(
            IntercomHttp.withHeaders(IntercomHttp.withVersion(Contacts.stream(), "2.16"), { "x-one": "1" }),
            "1 second"
          )
        ]
      ] as const
    ) {
      const overridden = { "intercom-version": "2.16", "x-one": "1" }

      it.effect(`can be overridden for an effect, ${form}`, () =>
        Effect.gen(function*() {
          const { layer, sent } = scripted([() => contact("1"), () => silence])
          assert.strictEqual((yield* Effect.provide(call, layer)).id, "1")
          assert.deepInclude(sent[0]?.headers, overridden)
          const late = yield* call.pipe(Effect.flip, Effect.provide(layer), Effect.fork)
          yield* TestClock.adjust("1 second")
          assert.deepInclude(yield* Fiber.join(late), { _tag: "IntercomTimeout", timeout: Duration.seconds(1) })
        }))

      it.effect(`can be overridden for every page of a stream, ${form}`, () =>
        Effect.gen(function*() {
          const page = (id: string, next: object | null) => () =>
            Response.json({ type: "list", data: [{ id }], pages: { next } })
          const { layer, sent } = scripted([page("1", { starting_after: "a" }), page("2", null), () => silence])
          assert.strictEqual(yield* Effect.provide(Stream.runCount(stream), layer), 2)
          assert.lengthOf(sent, 2)
          for (const { headers } of sent) assert.deepInclude(headers, overridden)
          const late = yield* Stream.runDrain(stream).pipe(Effect.flip, Effect.provide(layer), Effect.fork)
          yield* TestClock.adjust("1 second")
          assert.deepInclude(yield* Fiber.join(late), { _tag: "IntercomTimeout", timeout: Duration.seconds(1) })
        }))
    }

    it.effect("has the header of the innermost override, however the name is written", () =>
      Effect.gen(function*() {
        const { layer, sent } = scripted([() => contact("1")])
        yield* Contacts.find("1").pipe(
          IntercomHttp.withVersion("2.16"),
          IntercomHttp.withHeaders({ "Intercom-Version": "2.14", "X-One": "outer" }),
          Effect.provide(layer)
        )
        yield* Contacts.find("1").pipe(
          IntercomHttp.withHeaders({ "X-One": "inner" }),
          IntercomHttp.withHeaders({ "x-one": "middle" }),
          IntercomHttp.withHeaders({ "X-ONE": "outer" }),
          Effect.provide(layer)
        )
        assert.deepInclude(sent[0]?.headers, { "intercom-version": "2.16", "x-one": "outer" })
        assert.strictEqual(sent[1]?.headers["x-one"], "inner")
      }))

    it.effect("is never sent with a header that would replace the token or split the request", () =>
      Effect.gen(function*() {
        const { layer, sent } = scripted([() => contact("1")])
        for (const headers of [{ Authorization: "Bearer other" }, { "x-a": "1\r\nx-b: 2" }, { "x a": "1" }]) {
          const error = yield* Contacts.find("1").pipe(
            IntercomHttp.withHeaders(headers),
            Effect.provide(layer),
            Effect.flip
          )
          assert.strictEqual(error._tag, "IntercomInvalidInput")
        }
        assert.lengthOf(sent, 0)
      }))
  })

  describe("execute", () => {
    const execute = (request: HttpClientRequest.HttpClientRequest) =>
      Effect.flatMap(IntercomHttp.IntercomHttp, (http) => http.execute(request))

    it.effect("takes a path only: a URL of another host gets no request and no token", () =>
      Effect.gen(function*() {
        const { layer, sent } = scripted([() => contact("1")])
        for (const url of ["https://evil.example/contacts", "evil.example", "", "@evil.example/"]) {
          const error = yield* execute(HttpClientRequest.get(url)).pipe(Effect.provide(layer), Effect.flip)
          assert.strictEqual(error._tag, "IntercomInvalidInput")
        }
        assert.lengthOf(sent, 0)
        yield* execute(HttpClientRequest.get("//evil.example/contacts")).pipe(Effect.provide(layer))
        assert.strictEqual(new URL(sent[0]?.url ?? "").host, "api.intercom.io")
      }))

    it.effect("answers with the response and its body", () =>
      Effect.gen(function*() {
        const { layer } = scripted([() => contact("1")])
        const { response, text } = yield* Effect.provide(execute(HttpClientRequest.get("/contacts/1")), layer)
        assert.strictEqual(response.status, 200)
        assert.deepStrictEqual(JSON.parse(text), { type: "contact", id: "1" })
      }))
  })

  describe("transformClient", () => {
    it.effect("sees every request but not the token", () =>
      Effect.gen(function*() {
        const seen: Array<HttpClientRequest.HttpClientRequest> = []
        const { layer, sent } = scripted([() => contact("1")], {
          accessToken,
          transformClient: HttpClient.tapRequest((request) => Effect.sync(() => seen.push(request)))
        })
        yield* Effect.provide(Contacts.find("1"), layer)
        assert.strictEqual(seen[0]?.url, "https://api.intercom.io/contacts/1")
        assert.notProperty(seen[0]?.headers, "authorization")
        assert.strictEqual(sent[0]?.headers.authorization, "Bearer secret-token")
      }))

    it.effect("takes the token nowhere when it sends a request, or follows a redirect, to another host", () =>
      Effect.gen(function*() {
        const { layer, sent } = scripted([
          () => new Response(null, { status: 302, headers: { location: "https://evil.example/contacts/1" } }),
          () => contact("1")
        ], { accessToken, transformClient: HttpClient.followRedirects() })
        yield* Effect.provide(Contacts.find("1"), layer)
        assert.strictEqual(sent[1]?.url, "https://evil.example/contacts/1")
        assert.notProperty(sent[1]?.headers, "authorization")
      }))

    it.effect("takes the token to no host whose name only begins like Intercom's", () =>
      Effect.gen(function*() {
        for (
          const prefix of [
            "https://api.intercom.io.evil.example",
            "https://api.intercom.io@evil.example",
            "http://api.intercom.io"
          ]
        ) {
          const { layer, sent } = scripted([() => contact("1")], {
            accessToken,
            transformClient: HttpClient.mapRequest(HttpClientRequest.setUrl(`${prefix}/contacts/1`))
          })
          yield* Effect.provide(Contacts.find("1"), layer)
          assert.notProperty(sent[0]?.headers, "authorization")
        }
      }))

    it.effect("may filter statuses: the errors stay Intercom's", () =>
      Effect.gen(function*() {
        const { layer } = scripted([() => new Response(null, { status: 404 })], {
          transformClient: HttpClient.filterStatusOk
        })
        const error = yield* Contacts.find("1").pipe(Effect.provide(layer), Effect.flip)
        assert.strictEqual(error._tag, "IntercomNotFound")
      }))
  })

  describe("timeout", () => {
    const timesOut = (call: typeof Contacts.find, layer: Layer.Layer<IntercomHttp.IntercomHttp>, after: string) =>
      Effect.gen(function*() {
        const fiber = yield* call("1").pipe(Effect.provide(layer), Effect.flip, Effect.fork)
        yield* TestClock.adjust("29 seconds")
        assert.strictEqual(yield* Fiber.poll(fiber).pipe(Effect.map((exit) => exit._tag)), after)
        yield* TestClock.adjust("1 second")
        const error = yield* Fiber.join(fiber)
        assert.strictEqual(error._tag, "IntercomTimeout")
        assert.strictEqual(error.operation, "Contacts.find")
      })

    it.effect("ends a call that is not answered within 30 seconds", () =>
      timesOut(Contacts.find, scripted([() => silence]).layer, "None"))

    it.effect("counts until the last byte of the body", () => {
      const endless = () =>
        new Response(new ReadableStream({ start: (stream) => stream.enqueue(new Uint8Array([123])) }))
      return timesOut(Contacts.find, scripted([endless]).layer, "None")
    })

    it.effect("can be set for the layer and for one call", () =>
      Effect.gen(function*() {
        const { layer } = scripted([() => silence], { timeout: "5 seconds" })
        yield* timesOut(Contacts.find, layer, "Some")
        yield* timesOut((id) => Contacts.find(id).pipe(IntercomHttp.withTimeout("1 second")), layer, "Some")
      }))

    it.effect("aborts the request of a call that is interrupted at the moment its time ends", () =>
      Effect.gen(function*() {
        let aborted = false
        let interrupt = () => {}
        const never = Effect.onInterrupt(Effect.never, () => Effect.sync(() => aborted = true))
        // A request leaves the rate limit when its time ends, before the call knows.
        const rateLimit: RateLimit.RateLimit = {
          enter: ({ send }) => {
            send(() => interrupt())
            return () => {}
          }
        }
        const { layer } = scripted([() => never], { rateLimit, timeout: "1 second" })
        const fiber = yield* Effect.fork(Effect.provide(Contacts.find("1"), layer))
        interrupt = () => fiber.unsafeInterruptAsFork(fiber.id())
        yield* TestClock.adjust("1 second")
        assert.isTrue(Exit.isInterrupted(yield* Fiber.await(fiber)))
        assert.isTrue(aborted)
      }))

    it.effect("does not count the wait in a rate limiter", () =>
      Effect.scoped(Effect.gen(function*() {
        const rateLimiter = yield* RateLimiter.make({ limit: 1, interval: "1 minute" })
        const { layer } = scripted([() => contact("1")], { rateLimiter, timeout: "5 seconds" })
        const both = Effect.zip(Contacts.find("1"), Contacts.find("1"), { concurrent: true })
        const fiber = yield* Effect.fork(Effect.provide(both, layer))
        yield* TestClock.adjust("1 minute")
        assert.lengthOf(yield* Fiber.join(fiber), 2)
      })))
  })

  describe("rateLimiter", () => {
    it.effect("lets each attempt through, retries too", () =>
      Effect.gen(function*() {
        let through = 0
        const { layer } = scripted([() => new Response(null, { status: 500 }), () => contact("1")], {
          rateLimiter: (effect) => Effect.zipRight(Effect.sync(() => through++), effect),
          retry: Retry.make()
        })
        const fiber = yield* Effect.fork(Effect.provide(Contacts.find("1"), layer))
        yield* TestClock.adjust("1 minute")
        yield* Fiber.join(fiber)
        assert.strictEqual(through, 2)
      }))
  })

  describe("layer", () => {
    it.effect("refuses a base URL that would send the token in the clear", () =>
      Effect.gen(function*() {
        for (
          const baseUrl of ["http://api.intercom.io", "http://127.0.0.1.evil.example", "ftp://127.0.0.1", "intercom"]
        ) {
          assert.match(String(yield* buildError({ baseUrl })), /baseUrl/)
        }
        for (
          const baseUrl of ["https://user:pass@proxy.example", "https://proxy.example?x=1", "https://proxy.example#x"]
        ) {
          assert.match(String(yield* buildError({ baseUrl })), /baseUrl/)
        }
      }))

    it.effect("takes http on loopback", () =>
      Effect.gen(function*() {
        for (const baseUrl of ["http://127.0.0.1:3000", "http://localhost:3000", "http://[::1]:3000"]) {
          const { layer, sent } = scripted([() => contact("1")], { baseUrl })
          yield* Effect.provide(Contacts.find("1"), layer)
          assert.strictEqual(sent[0]?.url, `${baseUrl}/contacts/1`)
        }
      }))

    it.effect("refuses a token that cannot be a header, without showing it", () =>
      Effect.gen(function*() {
        for (const token of ["", "secret\n", " secret", "sécret", "sec\u0000ret"]) {
          const error = yield* buildError({ accessToken: Redacted.make(token) })
          assert.match(String(error), /accessToken/)
          assert.notMatch(String(error) + JSON.stringify(error), /s[eé]c/)
        }
      }))
  })

  it.effect("layer refuses a version or a user agent that cannot be a header", () =>
    Effect.gen(function*() {
      for (const version of ["2.15\n" + "x-a: 1", "二"]) {
        assert.match(String(yield* buildError({ version })), /version must be visible ASCII/)
      }
      assert.match(String(yield* buildError({ userAgent: "a\nb" })), /userAgent must be visible ASCII/)
    }))

  describe("layerFetch", () => {
    const environment = ConfigProvider.fromMap(new Map([["INTERCOM_ACCESS_TOKEN", "secret-token"]]))
    const layers = {
      layerFetch: IntercomHttp.layerFetch({ accessToken }),
      layerFetchConfig: Layer.provide(IntercomHttp.layerFetchConfig(), Layer.setConfigProvider(environment))
    }
    for (const [name, layer] of Object.entries(layers)) {
      it.effect(`follows no redirect, whatever the program has fetch do: ${name}`, () =>
        Effect.gen(function*() {
          const asked: Array<RequestInit | undefined> = []
          const fetch: typeof globalThis.fetch = (_, init) => {
            asked.push(init)
            return Promise.resolve(contact("1"))
          }
          const call = Effect.provide(Contacts.find("1"), layer)
          yield* call.pipe(
            Effect.zipRight(Effect.provideService(call, FetchHttpClient.RequestInit, { redirect: "follow" })),
            Effect.provideService(FetchHttpClient.Fetch, fetch)
          )
          assert.deepStrictEqual(asked.map((init) => init?.redirect), ["manual", "manual"])
          assert.deepInclude(asked[0]?.headers, { authorization: "Bearer secret-token" })
        }))
    }
  })

  describe("layerConfig", () => {
    const layerOf = (environment: ReadonlyArray<readonly [string, string]>, client: typeof FetchHttpClient.layer) =>
      IntercomHttp.layerConfig().pipe(
        Layer.provide(client),
        Layer.provide(Layer.setConfigProvider(ConfigProvider.fromMap(new Map(environment))))
      )

    const recording = (sent: Array<HttpClientRequest.HttpClientRequest>) =>
      Layer.effect(
        HttpClient.HttpClient,
        Effect.map(HttpClient.HttpClient, HttpClient.tapRequest((request) => Effect.sync(() => sent.push(request))))
      ).pipe(
        Layer.provide(FetchHttpClient.layer),
        Layer.provide(Layer.succeed(FetchHttpClient.Fetch, () => Promise.resolve(contact("1"))))
      )

    it.effect("reads the token, the region, the base URL and the version from the environment", () =>
      Effect.gen(function*() {
        const sent: Array<HttpClientRequest.HttpClientRequest> = []
        const environment = [
          ["INTERCOM_ACCESS_TOKEN", "secret-token"],
          ["INTERCOM_REGION", "eu"],
          ["INTERCOM_API_VERSION", "2.16"]
        ] as const
        yield* Effect.provide(Contacts.find("1"), layerOf(environment, recording(sent)))
        const elsewhere = [...environment, ["INTERCOM_BASE_URL", "http://127.0.0.1:1234"]] as const
        yield* Effect.provide(Contacts.find("1"), layerOf(elsewhere, recording(sent)))
        assert.deepInclude(sent[0]?.headers, { "authorization": "Bearer secret-token", "intercom-version": "2.16" })
        assert.deepStrictEqual(sent.map(({ url }) => url), [
          "https://api.eu.intercom.io/contacts/1",
          "http://127.0.0.1:1234/contacts/1"
        ])
      }))

    it.effect("reads two workspaces from one environment, each through its own Configs", () =>
      Effect.gen(function*() {
        const sent: Array<HttpClientRequest.HttpClientRequest> = []
        const environment = ConfigProvider.fromMap(
          new Map([
            ["ACME_TOKEN", "acme-token"],
            ["ACME_REGION", "eu"],
            ["GLOBEX_TOKEN", "globex-token"],
            ["INTERCOM_ACCESS_TOKEN", "other-token"],
            ["INTERCOM_REGION", "au"],
            ["INTERCOM_API_VERSION", "2.16"]
          ])
        )
        const acme = IntercomHttp.layerConfig({
          accessToken: Config.redacted("ACME_TOKEN"),
          region: Config.literal("us", "eu", "au")("ACME_REGION")
        })
        const globex = IntercomHttp.layerConfig({ accessToken: Config.redacted("GLOBEX_TOKEN") })
        for (const layer of [acme, globex]) {
          yield* Contacts.find("1").pipe(
            Effect.provide(Layer.provide(layer, recording(sent))),
            Effect.withConfigProvider(environment)
          )
        }
        const used = sent.map(({ headers, url }) => [headers.authorization, new URL(url).host])
        assert.deepStrictEqual(used, [
          ["Bearer acme-token", "api.eu.intercom.io"],
          ["Bearer globex-token", "api.au.intercom.io"]
        ])
        // A setting that no Config replaces comes from its usual variable.
        assert.deepStrictEqual(sent.map(({ headers }) => headers["intercom-version"]), ["2.16", "2.16"])
      }))

    it.effect("takes the time limit of INTERCOM_TIMEOUT", () =>
      Effect.gen(function*() {
        const environment = [["INTERCOM_ACCESS_TOKEN", "t"], ["INTERCOM_TIMEOUT", "2 seconds"]] as const
        const stalling = FetchHttpClient.layer.pipe(
          Layer.provide(Layer.succeed(FetchHttpClient.Fetch, () => new Promise(() => {})))
        )
        const fiber = yield* Contacts.create({ role: "lead" }).pipe(
          Effect.provide(layerOf(environment, stalling)),
          Effect.flip,
          Effect.fork
        )
        yield* TestClock.adjust("2 seconds")
        assert.deepInclude(yield* Fiber.join(fiber), { _tag: "IntercomTimeout", timeout: Duration.seconds(2) })
      }))

    it.effect("fails with a ConfigError when the token is missing or the region unknown", () =>
      Effect.gen(function*() {
        for (const environment of [[], [["INTERCOM_ACCESS_TOKEN", "t"], ["INTERCOM_REGION", "mars"]]] as const) {
          const error = yield* Contacts.find("1").pipe(
            Effect.provide(layerOf(environment, FetchHttpClient.layer)),
            Effect.flip
          )
          assert.strictEqual(error._tag, "ConfigError")
        }
      }))

    it.effect("says which token is missing", () =>
      Effect.gen(function*() {
        const error = yield* Effect.flip(Effect.provide(Contacts.find("1"), layerOf([], FetchHttpClient.layer)))
        assert.strictEqual(
          String(error),
          "(Missing data at INTERCOM_ACCESS_TOKEN: \"Expected INTERCOM_ACCESS_TOKEN to exist in the provided map\")"
        )
      }))
  })

  describe("layerTest", () => {
    it.effect("takes an effect of a response", () =>
      Effect.gen(function*() {
        const layer = IntercomHttp.layerTest((request) => Effect.succeed(Response.json({ id: request.url })))
        assert.strictEqual((yield* Effect.provide(Contacts.find("1"), layer)).id, "https://api.intercom.io/contacts/1")
      }))

    it.effect("changes no text of an error", () =>
      Effect.gen(function*() {
        const message = "test: a contact already exists with id=test-1, and the test says Bearer test of Intercom"
        const { layer } = scripted([() => errorList(409, "test_conflict", {}, message)])
        const error = yield* Contacts.find("1").pipe(Effect.provide(layer), Effect.flip)
        assert(error._tag === "IntercomConflict")
        assert.deepStrictEqual(error.errors, [{ code: "test_conflict", message, field: undefined }])
        assert.strictEqual(error.existingId, "test-1")
      }))

    it.effect("takes Response.error() for a network error", () =>
      Effect.gen(function*() {
        const { layer } = scripted([() => Response.error()])
        const error = yield* Contacts.find("1").pipe(Effect.provide(layer), Effect.flip)
        assert.strictEqual(error._tag, "IntercomNetworkError")
      }))
  })
})
