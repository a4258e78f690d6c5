import { assert, describe, it } from "@effect/vitest"
import { InvalidIdentity, userHash, userJwt } from "effect-intercom/MessengerIdentity"
import * as Cause from "effect/Cause"
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as FC from "effect/FastCheck"
import * as Redacted from "effect/Redacted"
import * as TestClock from "effect/TestClock"
import { jwtVerify } from "jose"
import { execFileSync } from "node:child_process"
import { createHmac } from "node:crypto"

const key = "E4CK-of-the-web-Zürich-鍵"
const secret = Redacted.make(key)

/** What a server that trusts the clock of the test reads in a token. */
const verified = (jwt: string, verifyKey = key) =>
  Effect.flatMap(
    Clock.currentTimeMillis,
    (now) =>
      Effect.tryPromise(() =>
        jwtVerify(jwt, new TextEncoder().encode(verifyKey), { algorithms: ["HS256"], currentDate: new Date(now) })
      )
  )

describe("userHash", () => {
  for (const user of ["42", "ada@example.com", "Zoë 博 🙂", " spaces stay ", "x".repeat(10_000)]) {
    it.effect(`is what openssl makes of ${user.slice(0, 20)}`, () =>
      Effect.gen(function*() {
        const args = ["dgst", "-sha256", "-mac", "HMAC", "-macopt", `key:${key}`]
        const [hash] = /[0-9a-f]{64}/.exec(execFileSync("openssl", args, { input: user, encoding: "utf8" })) ?? []
        assert.strictEqual(yield* userHash(secret, user), hash)
      }))
  }

  it.effect.prop("is the HMAC-SHA256 of the UTF-8 bytes, for any key and any user", [
    FC.string({ minLength: 1, unit: "grapheme" }),
    FC.string({ minLength: 1, unit: "grapheme" })
  ], ([key, user]) =>
    Effect.gen(function*() {
      const expected = createHmac("sha256", key).update(user).digest("hex")
      assert.strictEqual(yield* userHash(Redacted.make(key), user), expected)
    }))

  for (const [what, user] of [["nobody", ""], ["half a surrogate pair", "a\ud800"]] as const) {
    it.effect(`is not made of ${what}`, () =>
      Effect.gen(function*() {
        const error = yield* Effect.flip(userHash(secret, user))
        assert.instanceOf(error, InvalidIdentity)
        assert.strictEqual(
          error.message,
          "MessengerIdentity.userHash: nothing was signed, idOrEmail must be text, not empty"
        )
      }))
  }
})

describe("userJwt", () => {
  it.effect("is a token that a JOSE library verifies, with every claim as it was given", () =>
    Effect.gen(function*() {
      const claims = {
        user_id: "42",
        email: "zoë@example.com",
        name: "Zoë 博 🙂 \"quoted\"",
        seats: 3,
        trial: false,
        tags: ["a", "ü"],
        company: { id: "7" },
        nothing: null,
        left_out: undefined
      }
      const { payload, protectedHeader } = yield* verified(yield* userJwt(secret, claims))
      assert.deepStrictEqual(protectedHeader, { alg: "HS256", typ: "JWT" })
      const { left_out: _, ...kept } = claims
      assert.deepStrictEqual(payload, { ...kept, iat: 0, exp: 3600 })
    }))

  it.effect.prop(
    "brings any claims across",
    // A key `__proto__` is refused: see the refusals below.
    [
      FC.string({ minLength: 1, unit: "grapheme" }),
      FC.jsonValue().filter((value) => !JSON.stringify(value).includes("\"__proto__\""))
    ],
    ([user_id, value]) =>
      Effect.gen(function*() {
        const { payload } = yield* verified(yield* userJwt(secret, { user_id, value }))
        assert.deepStrictEqual(payload.user_id, user_id)
        assert.deepStrictEqual(JSON.stringify(payload.value), JSON.stringify(value))
      })
  )

  it.effect("is not what another secret signed", () =>
    Effect.gen(function*() {
      const jwt = yield* userJwt(secret, { user_id: "42" })
      yield* verified(jwt)
      yield* Effect.flip(verified(jwt, `${key} `))
    }))

  it.effect("begins now and is good for an hour, not a second longer", () =>
    Effect.gen(function*() {
      yield* TestClock.setTime(1_700_000_000_999)
      const jwt = yield* userJwt(secret, { user_id: "42" })
      const { payload } = yield* verified(jwt)
      assert.deepStrictEqual([payload.iat, payload.exp], [1_700_000_000, 1_700_003_600])
      yield* TestClock.setTime(1_700_003_599_000)
      yield* verified(jwt)
      yield* TestClock.setTime(1_700_003_600_000)
      const error = yield* Effect.flip(verified(jwt))
      assert.match(String(error.cause), /JWTExpired/)
    }))

  it.effect("is good for as long as expiresIn says, in whole seconds", () =>
    Effect.gen(function*() {
      for (
        const [expiresIn, exp] of [["15 minutes", 900], [1000, 1], ["1999 millis", 1], ["30 days", 2_592_000]] as const
      ) {
        const { payload } = yield* verified(yield* userJwt(secret, { user_id: "42" }, { expiresIn }))
        assert.strictEqual(payload.exp, exp)
      }
    }))

  for (const expiresIn of [0, 999, -5000, "1 millis", Duration.infinity, 1e300] as const) {
    it.effect(`is not made to live for ${expiresIn}`, () =>
      Effect.gen(function*() {
        const error = yield* Effect.flip(userJwt(secret, { user_id: "42" }, { expiresIn }))
        assert.strictEqual(error.field, "expiresIn")
      }))
  }

  // What the types refuse, and what comes through where nobody checks them.
  const claims = (claims: string): Effect.Effect<string, InvalidIdentity> => userJwt(secret, JSON.parse(claims))

  for (
    const [given, field, reason] of [
      ["{}", "user_id", "must be text, not empty"],
      [`{"user_id":""}`, "user_id", "must be text, not empty"],
      [`{"user_id":42}`, "user_id", "must be text, not empty"],
      [`{"user_id":null}`, "user_id", "must be text, not empty"],
      [`{"user_id":"42","exp":4102444800}`, "exp", "is set from expiresIn"],
      [`{"user_id":"42","exp":null}`, "exp", "is set from expiresIn"],
      [`{"user_id":"42","iat":0}`, "iat", "is set from the clock"],
      [`{"user_id":"42","value":{"__proto__":false}}`, "value.__proto__", "must be plain JSON"]
    ] as const
  ) {
    it.effect(`refuses ${given}`, () =>
      Effect.gen(function*() {
        const error = yield* Effect.flip(claims(given))
        assert.strictEqual(error._tag, "IntercomInvalidIdentity")
        assert.strictEqual(error.message, `MessengerIdentity.userJwt: nothing was signed, ${field} ${reason}`)
      }))
  }

  it.effect("refuses claims with a toJSON, which would drop iat and exp", () =>
    Effect.gen(function*() {
      const error = yield* Effect.flip(userJwt(secret, { user_id: "42", toJSON: () => ({ user_id: "1" }) }))
      assert.strictEqual(
        error.message,
        "MessengerIdentity.userJwt: nothing was signed, claims must be plain JSON"
      )
    }))

  it.effect("refuses a claim that JSON cannot say, and names it", () =>
    Effect.gen(function*() {
      const error = yield* Effect.flip(userJwt(secret, { user_id: "42", spent: { last: [1, NaN] } }))
      assert.strictEqual(error.field, "spent.last[1]")
    }))
})

describe("The secret", () => {
  it.effect("may not be empty", () =>
    Effect.gen(function*() {
      const empty = Redacted.make("")
      for (const made of [userHash(empty, "42"), userJwt(empty, { user_id: "42" })]) {
        const error = yield* Effect.flip(made)
        assert.strictEqual(error.field, "secret")
      }
    }))

  it.effect("is in no error, and neither is the user", () =>
    Effect.gen(function*() {
      const user_id = "user-4711"
      const failures = [
        userHash(secret, ""),
        userHash(secret, `${user_id}\ud800`),
        userJwt(secret, { user_id, spent: NaN, email: "ada@example.com" }),
        userJwt(secret, { user_id, email: "ada@example.com" }, { expiresIn: 0 })
      ]
      for (const failure of failures) {
        const cause = yield* Effect.flip(Effect.sandbox(failure))
        const shown = Cause.pretty(cause, { renderErrorCause: true }).replace(/^\s+at .*$/gm, "") +
          JSON.stringify(cause)
        assert.include(shown, "nothing was signed")
        for (const hidden of [key, user_id, "ada@"]) assert.notInclude(shown, hidden)
      }
    }))
})
