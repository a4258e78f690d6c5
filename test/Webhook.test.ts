import { assert, describe, it } from "@effect/vitest"
import * as Webhook from "effect-intercom/Webhook"
import * as Effect from "effect/Effect"
import * as FastCheck from "effect/FastCheck"
import * as Redacted from "effect/Redacted"
import { execFileSync } from "node:child_process"
import { bytesOf, clientSecret, notification } from "./webhookSender.js"

const openssl = (digest: "sha1" | "sha256", bytes: Uint8Array, secret: string): string => {
  const line = execFileSync("openssl", ["dgst", `-${digest}`, "-hmac", secret], { input: bytes, encoding: "utf8" })
  return `${digest}=${line.trim().split(" ").at(-1)}`
}

const bodies = {
  "no bytes": new Uint8Array(),
  "JSON": bytesOf(JSON.stringify(notification("notif_1"))),
  "UTF-8": bytesOf("{\"name\":\"Zoë 🎈 日本語\"}"),
  "bytes that are no text": Uint8Array.from({ length: 256 }, (_, i) => i),
  "1 MB": Uint8Array.from({ length: 1_000_000 }, (_, i) => (i * 31) % 251)
}

const reasonOf = <A>(effect: Effect.Effect<A, Webhook.InvalidSignature>) =>
  Effect.map(Effect.flip(effect), ({ reason }) => reason)

describe("sign", () => {
  for (const [name, bytes] of Object.entries(bodies)) {
    it.effect(`of ${name} is what openssl says`, () =>
      Effect.gen(function*() {
        assert.strictEqual(
          yield* Webhook.sign({ body: bytes, secret: clientSecret }),
          openssl("sha1", bytes, "the-client-secret")
        )
        assert.strictEqual(
          yield* Webhook.sign({ body: bytes, secret: clientSecret, header: "X-Fin-Agent-API-Webhook-Signature" }),
          openssl("sha256", bytes, "the-client-secret")
        )
      }))
  }

  it.effect("takes a secret of any characters", () =>
    Effect.gen(function*() {
      const bytes = bytesOf("{}")
      assert.strictEqual(
        yield* Webhook.sign({ body: bytes, secret: Redacted.make("sécret 🔑") }),
        openssl("sha1", bytes, "sécret 🔑")
      )
    }))

  it.effect("signs the part of a buffer that is given, not all of it", () =>
    Effect.gen(function*() {
      const part = new Uint8Array(bytesOf("before{}after").buffer, 6, 2)
      assert.strictEqual(
        yield* Webhook.sign({ body: part, secret: clientSecret }),
        yield* Webhook.sign({ body: bytesOf("{}"), secret: clientSecret })
      )
    }))
})

describe("verify", () => {
  for (const [name, bytes] of Object.entries(bodies)) {
    it.effect(`takes what openssl signed: ${name}`, () =>
      Webhook.verify({ secret: clientSecret, body: bytes, signature: openssl("sha1", bytes, "the-client-secret") }))
  }

  it.effect("takes the header in any casing, and with spaces around it", () =>
    Effect.gen(function*() {
      const bytes = bytesOf("{}")
      const signature = yield* Webhook.sign({ body: bytes, secret: clientSecret })
      yield* Webhook.verify({ secret: clientSecret, body: bytes, signature: signature.toUpperCase() })
      yield* Webhook.verify({ secret: clientSecret, body: bytes, signature: ` ${signature} ` })
    }))

  it.effect.prop(
    "refuses a body with one bit flipped, anywhere",
    [FastCheck.uint8Array({ minLength: 1, maxLength: 2000 }), FastCheck.nat(), FastCheck.nat(7)],
    ([bytes, position, bit]) =>
      Effect.gen(function*() {
        const signature = yield* Webhook.sign({ body: bytes, secret: clientSecret })
        const flipped = flip(bytes, position % bytes.length, bit)
        assert.strictEqual(
          yield* reasonOf(Webhook.verify({ secret: clientSecret, body: flipped, signature })),
          "mismatch"
        )
        yield* Webhook.verify({ secret: clientSecret, body: bytes, signature })
      })
  )

  it.effect("refuses a signature with one bit flipped, each of them", () =>
    Effect.gen(function*() {
      const bytes = bytesOf("{}")
      const mac = Buffer.from((yield* Webhook.sign({ body: bytes, secret: clientSecret })).slice(5), "hex")
      for (let i = 0; i < 160; i++) {
        const signature = `sha1=${Buffer.from(flip(mac, i >> 3, i & 7)).toString("hex")}`
        assert.strictEqual(
          yield* reasonOf(Webhook.verify({ secret: clientSecret, body: bytes, signature })),
          "mismatch"
        )
      }
    }))

  it.effect("refuses a signature that is missing, or is none", () =>
    Effect.gen(function*() {
      const bytes = bytesOf("{}")
      const signature = yield* Webhook.sign({ body: bytes, secret: clientSecret })
      assert.strictEqual(
        yield* reasonOf(Webhook.verify({ secret: clientSecret, body: bytes, signature: undefined })),
        "missing"
      )
      assert.strictEqual(
        yield* reasonOf(Webhook.verify({ secret: clientSecret, body: bytes, signature: null })),
        "missing"
      )
      const digits = signature.slice(5)
      for (
        const other of ["", "sha1=", digits, `sha256=${digits}`, signature.slice(0, -1), `${signature}0`, "sha1=zz"]
      ) {
        assert.strictEqual(
          yield* reasonOf(Webhook.verify({ secret: clientSecret, body: bytes, signature: other })),
          "malformed"
        )
      }
    }))

  it.effect("takes the signature of any of several secrets, and of no other", () =>
    Effect.gen(function*() {
      const bytes = bytesOf("{}")
      const next = Redacted.make("the-next-secret")
      yield* Webhook.verify({
        secret: [clientSecret, next],
        body: bytes,
        signature: yield* Webhook.sign({ body: bytes, secret: clientSecret })
      })
      yield* Webhook.verify({
        secret: [clientSecret, next],
        body: bytes,
        signature: yield* Webhook.sign({ body: bytes, secret: next })
      })
      const other = yield* Webhook.sign({ body: bytes, secret: Redacted.make("another") })
      assert.strictEqual(
        yield* reasonOf(Webhook.verify({ secret: [clientSecret, next], body: bytes, signature: other })),
        "mismatch"
      )
      assert.strictEqual(yield* reasonOf(Webhook.verify({ secret: [], body: bytes, signature: other })), "mismatch")
    }))

  it.effect("takes what the Fin Agent API signed, with and without a prefix, for its header only", () =>
    Effect.gen(function*() {
      const bytes = bytesOf("{}")
      const signature = openssl("sha256", bytes, "the-client-secret")
      const header = "X-Fin-Agent-API-Webhook-Signature"
      yield* Webhook.verify({ secret: clientSecret, body: bytes, signature, header })
      yield* Webhook.verify({ secret: clientSecret, body: bytes, signature: signature.slice(7), header })
      const hub = yield* Webhook.sign({ body: bytes, secret: clientSecret })
      assert.strictEqual(
        yield* reasonOf(Webhook.verify({ secret: clientSecret, body: bytes, signature: hub, header })),
        "malformed"
      )
      assert.strictEqual(yield* reasonOf(Webhook.verify({ secret: clientSecret, body: bytes, signature })), "malformed")
    }))

  it.effect("tells neither the secret nor a signature in its error", () =>
    Effect.gen(function*() {
      const bytes = bytesOf("{}")
      const signature = yield* Webhook.sign({ body: bytes, secret: Redacted.make("another") })
      const error = yield* Effect.flip(Webhook.verify({ secret: clientSecret, body: bytes, signature }))
      const right = yield* Webhook.sign({ body: bytes, secret: clientSecret })
      for (const secret of ["the-client-secret", signature.slice(5), right.slice(5)]) {
        assert.notInclude(`${error.message} ${JSON.stringify(error)} ${error.stack}`, secret)
      }
    }))
})

describe("decode", () => {
  it.effect("reads a notification", () =>
    Effect.gen(function*() {
      const decoded = yield* Webhook.decode(bodies.JSON)
      assert.strictEqual(decoded.id, "notif_1")
      assert.strictEqual(decoded.topic, "contact.user.created")
    }))

  it.effect("keeps an event of the Fin Agent API, which has no envelope, whole", () =>
    Effect.gen(function*() {
      const event = { event_name: "fin_replied", conversation_id: "123", created_at_ms: "2025-01-24T10:00:00.123Z" }
      const decoded = yield* Webhook.decode(bytesOf(JSON.stringify(event)))
      assert.deepStrictEqual(
        [decoded.topic, decoded.original_topic, decoded.id, decoded.created_at, decoded.data?.item],
        ["unknown", "fin_replied", null, "2025-01-24T10:00:00.123Z", event]
      )
    }))

  const refused: ReadonlyArray<readonly [string, Uint8Array, string]> = [
    ["nothing", new Uint8Array(), "webhook: invalid notification, the body is not JSON"],
    ["half of one", bodies.JSON.slice(0, -5), "webhook: invalid notification, the body is not JSON"],
    ["no UTF-8", new Uint8Array([0x22, 0xff, 0x22]), "webhook: invalid notification, the body is not JSON"],
    ["a list", bytesOf("[]"), "webhook: invalid notification, the body expected object, got array"],
    ["no topic", bytesOf("{\"id\":\"a\"}"), "webhook: invalid notification, topic is missing"],
    [
      "a topic that is none",
      bytesOf("{\"topic\":[\"ada@example.com\"]}"),
      "webhook: invalid notification, topic expected string, got array"
    ]
  ]
  for (const [name, bytes, message] of refused) {
    it.effect(`says where and why, without the value: ${name}`, () =>
      Effect.gen(function*() {
        const error = yield* Effect.flip(Webhook.decode(bytes))
        assert.strictEqual(error._tag, "IntercomInvalidNotification")
        assert.strictEqual(error.message, message)
        assert.notInclude(JSON.stringify(error), "ada@example.com")
      }))
  }
})

const flip = (bytes: Uint8Array, position: number, bit: number): Uint8Array =>
  bytes.map((byte, i) => i === position ? byte ^ (1 << bit) : byte)
