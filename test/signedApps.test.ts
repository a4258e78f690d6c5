/**
 * What Intercom signs with `X-Body-Signature`: Canvas Kit, health checks and uninstalls.
 */
import * as HttpApp from "@effect/platform/HttpApp"
import { assert, describe, it } from "@effect/vitest"
import * as CanvasKit from "effect-intercom/CanvasKit"
import * as HealthCheck from "effect-intercom/HealthCheck"
import * as OAuth from "effect-intercom/OAuth"
import * as Signature from "effect-intercom/Signature"
import type * as ConfigError from "effect/ConfigError"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import { execFileSync } from "node:child_process"
import { serveApp } from "./loopback.js"
import { logging } from "./webhookReceiver.js"
import { bytesOf, clientSecret, post } from "./webhookSender.js"

const header = "X-Body-Signature"

const another = Redacted.make("another secret")

const signed = (body: unknown, secret: Redacted.Redacted = clientSecret): Effect.Effect<Request> => {
  const bytes = bytesOf(typeof body === "string" ? body : JSON.stringify(body))
  return Effect.map(
    Signature.sign({ body: bytes, secret, header }),
    (signature) => post(bytes, { [header]: signature })
  )
}

/** What an app responds to a request: the status, and the JSON. */
const ask = <E>(app: Effect.Effect<HttpApp.Default<E>, ConfigError.ConfigError>, request: Request) =>
  Effect.gen(function*() {
    const handler = HttpApp.toWebHandler(yield* app)
    const response = yield* Effect.promise(() => handler(request))
    const text = yield* Effect.promise(() => response.text())
    return { status: response.status, json: text === "" ? undefined : JSON.parse(text) }
  })

describe("X-Body-Signature", () => {
  for (const body of [`{"workspace_id":"exampl3"}`, `{"app_id":"abc123"}`, "", "grün"]) {
    it.effect(`of ${JSON.stringify(body)} is what openssl says`, () =>
      Effect.gen(function*() {
        const signature = yield* Signature.sign({ body: bytesOf(body), secret: clientSecret, header })
        const [digits = ""] = /[0-9a-f]{64}/.exec(
          execFileSync("openssl", ["dgst", "-sha256", "-hmac", Redacted.value(clientSecret)], { input: body })
            .toString()
        ) ?? []
        assert.strictEqual(signature, digits)
        yield* Signature.verify({ secret: clientSecret, body: bytesOf(body), signature, header })
      }))
  }

  it.effect("is refused if it is missing, malformed, or of other bytes", () =>
    Effect.gen(function*() {
      const body = bytesOf("{}")
      const reasonOf = (signature: string | null) =>
        Effect.flip(Signature.verify({ secret: [another, clientSecret], body, signature, header }))
      const right = yield* Signature.sign({ body, secret: clientSecret, header })
      yield* Signature.verify({ secret: [another, clientSecret], body, signature: right, header })
      assert.strictEqual((yield* reasonOf(null)).message, "the signature is missing")
      const noText: string = JSON.parse("[\"a\"]")
      for (const wrong of [`sha256=${right}`, `sha1=${right.slice(24)}`, right.slice(1), "", noText]) {
        assert.strictEqual((yield* reasonOf(wrong)).reason, "malformed")
      }
      const other = yield* Signature.sign({ body: bytesOf("[]"), secret: clientSecret, header })
      assert.strictEqual((yield* reasonOf(other)).message, "the signature does not match the body")
    }))

  it.effect("is not a signature of a webhook, nor the other way round", () =>
    Effect.gen(function*() {
      const body = bytesOf("{}")
      const bodySignature = yield* Signature.sign({ body, secret: clientSecret, header })
      const hubSignature = yield* Signature.sign({ body, secret: clientSecret })
      const refused = [
        Signature.verify({ secret: clientSecret, body, signature: bodySignature }),
        Signature.verify({ secret: clientSecret, body, signature: hubSignature, header })
      ]
      for (const effect of refused) assert.strictEqual((yield* Effect.flip(effect)).reason, "malformed")
    }))
})

const text = (text: string): CanvasKit.InitializeResponse => ({
  canvas: { content: { components: [{ type: "text", text }] }, stored_data: { step: 1 } }
})

describe("CanvasKit.initializeApp", () => {
  const app = CanvasKit.initializeApp({
    clientSecret,
    onRequest: ({ admin, card_creation_options, contact, context }) =>
      Effect.succeed(
        text([contact?.name, admin?.id, context?.conversation_id, card_creation_options?.plan].join(" "))
      )
  })

  it.effect("passes the request on and responds with the canvas", () =>
    Effect.gen(function*() {
      const request = yield* signed({
        workspace_id: "abc123",
        workspace_region: "EU",
        admin: { type: "admin", id: 814860 },
        context: { location: "conversation", conversation_id: 215471, new_key: true },
        card_creation_options: { plan: "team" },
        contact: { type: "contact", id: "63a0", name: "Ada" },
        new_key: {}
      })
      assert.deepStrictEqual(yield* ask(app, request), { status: 200, json: text("Ada 814860 215471 team") })
    }))

  it.effect("needs nothing but the workspace", () =>
    Effect.gen(function*() {
      const { status } = yield* ask(app, yield* signed({ workspace_id: "abc123" }))
      assert.strictEqual(status, 200)
    }))

  const refused: ReadonlyArray<readonly [string, number, Effect.Effect<Request>]> = [
    ["an unsigned request", 401, Effect.succeed(post(`{"workspace_id":"a"}`))],
    ["a malformed signature", 401, Effect.succeed(post("{}", { [header]: "sha1=0" }))],
    ["a wrong secret", 401, signed({ workspace_id: "a" }, another)],
    ["no JSON", 400, signed("{")],
    ["no workspace", 400, signed({ app_id: "a" })],
    ["a body over 1 MiB", 413, signed(JSON.stringify({ workspace_id: "a".repeat(1024 * 1024) }))],
    ["another method", 405, Effect.succeed(new Request("https://hooks.example/"))]
  ]
  for (const [what, status, request] of refused) {
    it.effect(`refuses ${what} with ${status}, and does not call the handler`, () =>
      Effect.gen(function*() {
        let calls = 0
        const counting = CanvasKit.initializeApp({
          clientSecret,
          onRequest: () =>
            Effect.sync(() => {
              calls++
              return text("")
            })
        })
        assert.deepStrictEqual(yield* ask(counting, yield* request), { status, json: undefined })
        assert.strictEqual(calls, 0)
      }))
  }

  it.effect("responds to HEAD with 200", () =>
    Effect.gen(function*() {
      const request = new Request("https://hooks.example/", { method: "HEAD" })
      assert.deepStrictEqual(yield* ask(app, request), { status: 200, json: undefined })
    }))

  it.effect("says in the log what is wrong with a signed request, without its values", () =>
    Effect.gen(function*() {
      const lines: Array<string> = []
      const request = yield* signed({ workspace_id: { secret: "personal" } })
      const provided = Effect.map(app, Effect.provide(logging(lines)))
      assert.strictEqual((yield* ask(provided, request)).status, 400)
      assert.lengthOf(lines, 1)
      assert.include(lines[0], "workspace_id expected string, got object")
      assert.notInclude(lines[0], "personal")
    }))

  it.effect("responds with 500 if the handler fails", () =>
    Effect.gen(function*() {
      const failing = CanvasKit.initializeApp({ clientSecret, onRequest: () => Effect.fail("no") })
      assert.strictEqual((yield* ask(failing, yield* signed({ workspace_id: "a" }))).status, 500)
    }))

  it.effect("refuses an empty secret", () =>
    Effect.gen(function*() {
      for (const secret of [[], Redacted.make("")]) {
        const error = yield* Effect.flip(
          CanvasKit.initializeApp({ clientSecret: secret, onRequest: () => Effect.never })
        )
        assert.include(String(error), "clientSecret must not be empty")
      }
    }))

  it.scopedLive("serves HTTP", () =>
    Effect.gen(function*() {
      const url = yield* serveApp(yield* app)
      const request = yield* signed({ workspace_id: "abc123", contact: { id: "1", name: "Ada" } })
      const response = yield* Effect.promise(async () =>
        fetch(url, { method: "POST", headers: request.headers, body: await request.arrayBuffer() })
      )
      assert.strictEqual(response.headers.get("content-type"), "application/json")
      assert.nestedPropertyVal(yield* Effect.promise(() => response.json()), "canvas.stored_data.step", 1)
    }))
})

describe("CanvasKit", () => {
  const canvas = { content: { components: [{ type: "button", id: "b" }] }, stored_data: { step: 1 } }

  it.effect("submitApp has the component, its values and the stored data", () =>
    Effect.gen(function*() {
      const app = CanvasKit.submitApp({
        clientSecret,
        onRequest: ({ component_id, current_canvas, input_values }) =>
          Effect.succeed({
            ...text(`${component_id} ${input_values?.email} ${current_canvas?.stored_data?.step}`),
            event: { type: "completed" as const }
          })
      })
      const request = { workspace_id: "a", component_id: "b", input_values: { email: "ada" }, current_canvas: canvas }
      assert.deepStrictEqual(yield* ask(app, yield* signed(request)), {
        status: 200,
        json: { ...text("b ada 1"), event: { type: "completed" } }
      })
      assert.strictEqual((yield* ask(app, yield* signed({ workspace_id: "a" }))).status, 400)
    }))

  it.effect("configureApp returns a canvas at first and then the results", () =>
    Effect.gen(function*() {
      const app = CanvasKit.configureApp({
        clientSecret,
        onRequest: ({ component_id, input_values }): Effect.Effect<CanvasKit.ConfigureResponse> =>
          Effect.succeed(component_id ? { results: { plan: input_values?.plan } } : text("Which plan?"))
      })
      assert.deepStrictEqual((yield* ask(app, yield* signed({ workspace_id: "a" }))).json, text("Which plan?"))
      const next = { workspace_id: "a", component_id: "b", input_values: { plan: "team" }, current_canvas: canvas }
      assert.deepStrictEqual((yield* ask(app, yield* signed(next))).json, { results: { plan: "team" } })
    }))

  it.effect("liveCanvasApp returns the content alone", () =>
    Effect.gen(function*() {
      const app = CanvasKit.liveCanvasApp({
        clientSecret,
        onRequest: ({ contact }) =>
          Effect.succeed({ content: { components: [{ type: "text" as const, text: String(contact?.id) }] } })
      })
      const request = yield* signed({ workspace_id: "a", canvas, contact: { id: "7" } })
      assert.deepStrictEqual((yield* ask(app, request)).json, {
        content: { components: [{ type: "text", text: "7" }] }
      })
    }))

  it("keeps unknown keys of a request", () => {
    const request = { workspace_id: "a", new_key: 1, context: { location: "elsewhere", other: [1] } }
    assert.deepStrictEqual(
      Schema.decodeUnknownSync(CanvasKit.InitializeRequest, { onExcessProperty: "preserve" })(request),
      request
    )
  })
})

describe("HealthCheck.httpApp", () => {
  const app = HealthCheck.httpApp({
    clientSecret,
    onRequest: ({ workspace_id }): Effect.Effect<HealthCheck.Health> =>
      Effect.succeed(
        workspace_id === "exampl3" ?
          { state: "OK" } :
          { state: "UNHEALTHY", message: "Install the app again.", cta_type: "REINSTALL_CTA" }
      )
  })

  it.effect("responds with the state of the workspace", () =>
    Effect.gen(function*() {
      assert.deepStrictEqual(yield* ask(app, yield* signed(`{"workspace_id":"exampl3"}`)), {
        status: 200,
        json: { state: "OK" }
      })
      assert.deepStrictEqual((yield* ask(app, yield* signed({ workspace_id: "b" }))).json, {
        state: "UNHEALTHY",
        message: "Install the app again.",
        cta_type: "REINSTALL_CTA"
      })
    }))

  it.effect("refuses a wrong signature", () =>
    Effect.gen(function*() {
      assert.strictEqual((yield* ask(app, yield* signed({ workspace_id: "exampl3" }, another))).status, 401)
    }))
})

describe("An uninstall", () => {
  const body = bytesOf(`{"app_id":"abc123"}`)

  it.effect("is decoded if it is signed", () =>
    Effect.gen(function*() {
      const signature = yield* Signature.sign({ body, secret: clientSecret, header })
      assert.deepStrictEqual(yield* OAuth.verifyUninstall({ secret: clientSecret, body, signature }), {
        app_id: "abc123"
      })
    }))

  it.effect("is refused if it is unsigned, wrongly signed, or signed as a webhook", () =>
    Effect.gen(function*() {
      const signatures = [
        null,
        yield* Signature.sign({ body, secret: another, header }),
        yield* Signature.sign({ body, secret: clientSecret })
      ]
      for (const signature of signatures) {
        const error = yield* Effect.flip(OAuth.verifyUninstall({ secret: clientSecret, body, signature }))
        assert.strictEqual(error._tag, "IntercomInvalidSignature")
      }
    }))

  it.effect("is refused if the signed body is something else", () =>
    Effect.gen(function*() {
      for (const text of ["{}", "no JSON", `{"app_id":""}`]) {
        const signature = yield* Signature.sign({ body: bytesOf(text), secret: clientSecret, header })
        const error = yield* Effect.flip(
          OAuth.verifyUninstall({ secret: clientSecret, body: bytesOf(text), signature })
        )
        assert.strictEqual(error._tag, "IntercomInvalidUninstall")
      }
    }))

  it.effect("reaches uninstallApp, which responds without a body", () =>
    Effect.gen(function*() {
      const ids: Array<string> = []
      const app = OAuth.uninstallApp({
        clientSecret,
        onUninstall: ({ app_id }) => Effect.sync(() => ids.push(app_id))
      })
      assert.deepStrictEqual(yield* ask(app, yield* signed({ app_id: "abc123" })), { status: 200, json: undefined })
      assert.strictEqual((yield* ask(app, post(body))).status, 401)
      assert.strictEqual((yield* ask(app, yield* signed({ app_id: "" }))).status, 400)
      assert.deepStrictEqual(ids, ["abc123"])
    }))
})
