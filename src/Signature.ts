/**
 * The signatures with which Intercom signs its requests: webhooks, Canvas Kit, health checks, uninstalls and Fin Agent
 * events.
 *
 * @since 1.0.0
 */
import * as Effect from "effect/Effect"
import type * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import * as signatures from "./internal/signature.js"

/**
 * The header with the signature. Each is a hexadecimal HMAC of the raw body.
 *
 * - `X-Hub-Signature`: webhooks. HMAC-SHA1 with the app's client secret, after `sha1=`.
 * - `X-Body-Signature`: Canvas Kit, health checks and uninstalls. HMAC-SHA256 with the app's client secret. Intercom
 *   does not document it for uninstalls; another product reports it.
 * - `X-Fin-Agent-API-Webhook-Signature`: Fin Agent events. Intercom does not document the algorithm; developers report
 *   an HMAC-SHA256, with or without `sha256=` before it.
 *
 * @since 1.0.0
 * @category models
 */
export type SignatureHeader = "X-Hub-Signature" | "X-Body-Signature" | "X-Fin-Agent-API-Webhook-Signature"

/**
 * A body, and the secret to sign it with.
 *
 * @since 1.0.0
 * @category models
 */
export interface UnsignedBody extends Pick<SignedBody, "body" | "header"> {
  /** The app's client secret, or the secret of the Fin Agent API. */
  readonly secret: Redacted.Redacted
}

/**
 * A body and its signature.
 *
 * @since 1.0.0
 * @category models
 */
export interface SignedBody {
  /** The app's client secret, from the Developer Hub. Pass several while you rotate it. */
  readonly secret: Redacted.Redacted | ReadonlyArray<Redacted.Redacted>
  /** The raw body, before it is parsed. */
  readonly body: Uint8Array
  /** The value of the header, in upper or lower case. */
  readonly signature: string | null | undefined
  /** The header with the signature. Default: `"X-Hub-Signature"`. */
  readonly header?: SignatureHeader | undefined
}

/**
 * The signature is invalid. `reason` says whether the header is `"missing"`, is `"malformed"`, or is a `"mismatch"`:
 * the signature of other bytes or with another secret.
 *
 * @since 1.0.0
 * @category errors
 */
export class InvalidSignature extends Schema.TaggedError<InvalidSignature>()("IntercomInvalidSignature", {
  reason: Schema.Literal("missing", "malformed", "mismatch")
}) {
  override get message(): string {
    return signatures.describe(this.reason)
  }
}

/**
 * Signs a body as Intercom does. Use it in tests that send signed requests. Dies if the secret is empty.
 *
 * @since 1.0.0
 * @category constructors
 */
export const sign = ({ body, header = "X-Hub-Signature", secret }: UnsignedBody): Effect.Effect<string> =>
  signatures.sign(body, secret, signatures.schemes[header])

/**
 * Checks that a body was signed with the app's client secret. The comparison takes constant time.
 *
 * @example
 * ```ts
 * import { Signature } from "effect-intercom"
 * import { Redacted } from "effect"
 *
 * const secret = Redacted.make("the app's client secret")
 *
 * export const verified = async (request: Request) => {
 *   const body = new Uint8Array(await request.arrayBuffer())
 *   const header = "X-Body-Signature"
 *   return Signature.verify({ secret, body, header, signature: request.headers.get(header) })
 * }
 * ```
 *
 * @since 1.0.0
 * @category guards
 */
export const verify = (signed: SignedBody): Effect.Effect<void, InvalidSignature> => {
  const { body, header = "X-Hub-Signature", secret, signature }: SignedBody = Object(signed)
  const scheme = signatures.schemes[header]
  return signatures.parse(signature, scheme).pipe(
    Effect.flatMap((mac) => signatures.check(body, mac, signatures.secretsOf(secret), scheme)),
    Effect.mapError((reason) => new InvalidSignature({ reason }))
  )
}
