/**
 * HMACs from Web Crypto, and signatures in the form of Intercom's headers.
 */
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import { identity } from "effect/Function"
import * as Redacted from "effect/Redacted"

/** How Intercom makes the signature of one header. */
export interface Scheme {
  readonly hash: "SHA-1" | "SHA-256"
  /** The text before the digits. */
  readonly prefix: string
  readonly pattern: RegExp
}

/** One secret, or several while the caller rotates it. */
export type Secrets = Redacted.Redacted | ReadonlyArray<Redacted.Redacted>

interface Schemes {
  readonly "X-Hub-Signature": Scheme
  readonly "X-Body-Signature": Scheme
  readonly "X-Fin-Agent-API-Webhook-Signature": Scheme
}

export type Header = keyof Schemes

export const schemes: Schemes = {
  "X-Hub-Signature": { hash: "SHA-1", prefix: "sha1=", pattern: /^sha1=([0-9a-f]{40})$/i },
  "X-Body-Signature": { hash: "SHA-256", prefix: "", pattern: /^([0-9a-f]{64})$/i },
  // Intercom does not document the form of this signature, so the prefix is optional.
  "X-Fin-Agent-API-Webhook-Signature": {
    hash: "SHA-256",
    prefix: "sha256=",
    pattern: /^(?:sha256=)?([0-9a-f]{64})$/i
  }
}

/** Why a signature is invalid. */
export type Reason = "missing" | "malformed" | "mismatch"

export const describe = (reason: Reason): string =>
  `the signature ${reason === "mismatch" ? "does not match the body" : `is ${reason}`}`

export const secretsOf = (secrets: Secrets | undefined): ReadonlyArray<Redacted.Redacted> =>
  secrets === undefined ? [] : Redacted.isRedacted(secrets) ? [secrets] : secrets

export const sign = (bytes: Uint8Array, secret: Redacted.Redacted, { hash, prefix }: Scheme): Effect.Effect<string> =>
  Effect.map(hmac(bytes, secret, hash), (mac) => prefix + toHex(mac))

/** The text of a secret. It is empty if the caller passed something else, which is no text that a check accepts. */
export const textOf = (secret: Redacted.Redacted): string => Redacted.isRedacted(secret) ? Redacted.value(secret) : ""

/** Computes the HMAC of the bytes. Dies if the secret is empty. */
export const hmac = (bytes: Uint8Array, secret: Redacted.Redacted, hash: Scheme["hash"]): Effect.Effect<Uint8Array> =>
  Effect.promise(async () =>
    new Uint8Array(await crypto.subtle.sign("HMAC", await keyOf(secret, hash), unshared(bytes)))
  )

/** Returns the digits of a signature as bytes. */
export const parse = (
  signature: string | null | undefined,
  { pattern }: Scheme
): Either.Either<Uint8Array<ArrayBuffer>, Reason> => {
  if (signature === null || signature === undefined) return Either.left("missing")
  // A program without the compiler may pass something else, such as a list of headers.
  const digits = typeof signature === "string" ? pattern.exec(signature.trim())?.[1] : undefined
  return digits === undefined ? Either.left("malformed") : Either.right(fromHex(digits))
}

/** Checks that the bytes were signed with one of the secrets. The comparison takes constant time. */
export const check = (
  bytes: Uint8Array,
  mac: Uint8Array<ArrayBuffer>,
  secrets: ReadonlyArray<Redacted.Redacted>,
  scheme: Scheme
): Effect.Effect<void, Reason> =>
  Effect.promise(async () => {
    const keys = await Promise.all(secrets.map((secret) => keyOf(secret, scheme.hash)))
    const data = unshared(bytes)
    const results = await Promise.all(keys.map((key) => crypto.subtle.verify("HMAC", key, mac, data)))
    return results.includes(true)
  }).pipe(Effect.filterOrFail(identity, (): Reason => "mismatch"), Effect.asVoid)

// Keys are kept, because importing a key takes as long as signing with it.
const keys = new WeakMap<Redacted.Redacted, Map<Scheme["hash"], Promise<CryptoKey>>>()

const keyOf = (secret: Redacted.Redacted, hash: Scheme["hash"]): Promise<CryptoKey> => {
  const known = keys.get(secret) ?? new Map<Scheme["hash"], Promise<CryptoKey>>()
  const key = known.get(hash) ?? importKey(Redacted.value(secret), hash)
  keys.set(secret, known.set(hash, key))
  return key
}

const importKey = (secret: string, hash: Scheme["hash"]): Promise<CryptoKey> =>
  secret === "" ?
    Promise.reject(new TypeError("The secret is empty")) :
    crypto.subtle.importKey("raw", new TextEncoder().encode(secret), { name: "HMAC", hash }, false, ["sign", "verify"])

// The types of Web Crypto do not accept bytes in shared memory.
const unshared = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)

/** Smaller in a bundle than `Encoding.encodeHex`, which contains a table of all bytes. */
export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")

const fromHex = (digits: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length: digits.length / 2 }, (_, i) => parseInt(digits.slice(2 * i, 2 * i + 2), 16))
