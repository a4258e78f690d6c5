/**
 * Proves to the Messenger who the signed-in user is, with a token that expires (JWT) or with the older hash. Use it on
 * servers only: anyone who has the secret can act as any user. The signatures come from Web Crypto.
 *
 * @since 1.0.0
 */
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Encoding from "effect/Encoding"
import * as Option from "effect/Option"
import type * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import { formatPath } from "./internal/formatPath.js"
import { toJson } from "./internal/json.js"
import { hmac, textOf, toHex } from "./internal/signature.js"
import { isText, mustBeText } from "./internal/text.js"

/**
 * The claims about the user. Intercom reads all claims except those of the token itself as attributes of the user.
 *
 * @since 1.0.0
 * @category models
 */
export interface UserClaims {
  /** Your own id of the user, which is the `external_id` in the API. Intercom refuses a token without it. */
  readonly user_id: string
  readonly email?: string | undefined
  /** Set from the clock. */
  readonly iat?: never
  /** Set from `expiresIn`. */
  readonly exp?: never
  /** Any JSON. Claims with the value `undefined` are left out. */
  readonly [claim: string]: unknown
}

/**
 * Options of `userJwt`.
 *
 * @since 1.0.0
 * @category models
 */
export interface UserJwtOptions {
  /** How long the token is valid, rounded down to whole seconds. Default: 1 hour. */
  readonly expiresIn?: Duration.DurationInput | undefined
}

/**
 * An input is invalid, and nothing was signed. `field` names the input and `reason` the problem.
 *
 * @since 1.0.0
 * @category errors
 */
export class InvalidIdentity extends Schema.TaggedError<InvalidIdentity>()("IntercomInvalidIdentity", {
  operation: Schema.String,
  field: Schema.String,
  reason: Schema.String
}) {
  override get message(): string {
    return `${this.operation}: nothing was signed, ${this.field} ${this.reason}`
  }
}

/**
 * Makes the token for the Messenger setting `intercom_user_jwt`, signed with HS256. `secret` is the Messenger API
 * secret of the platform: web, iOS and Android have one each.
 *
 * To protect the attributes in the claims, leave them out of the Messenger's plain settings, and turn off "Messenger
 * updates" for them in Intercom.
 *
 * @example
 * ```ts
 * import { MessengerIdentity } from "effect-intercom"
 * import { Effect, Redacted } from "effect"
 *
 * const secret = Redacted.make("the Messenger API secret")
 *
 * const jwt = MessengerIdentity.userJwt(secret, { user_id: "42", plan: "team" }, { expiresIn: "15 minutes" })
 *
 * Effect.runPromise(jwt).then((jwt) => console.log({ app_id: "abc123", intercom_user_jwt: jwt }))
 * ```
 *
 * @since 1.0.0
 * @category constructors
 */
export const userJwt = (
  secret: Redacted.Redacted,
  claims: UserClaims,
  options?: UserJwtOptions
): Effect.Effect<string, InvalidIdentity> =>
  Effect.gen(function*() {
    const lifetime = Duration.decodeUnknown(options?.expiresIn ?? "1 hour")
    const seconds = Math.floor(Duration.toSeconds(Option.getOrElse(lifetime, () => Duration.zero)))
    const iat = Math.floor((yield* Clock.currentTimeMillis) / 1000)
    const exp = iat + seconds
    const refuse = refusal("userJwt")
    if (!isText(claims?.user_id)) return yield* refuse("user_id", mustBeText)
    // Replacing these claims silently would make a token that expires earlier or later than the caller expects.
    if (claims.iat !== undefined) return yield* refuse("iat", "is set from the clock")
    if (claims.exp !== undefined) return yield* refuse("exp", "is set from expiresIn")
    if (seconds < 1 || !Number.isSafeInteger(exp)) return yield* refuse("expiresIn", "must be finite, 1 second or more")
    const payload = yield* Either.mapLeft(
      toJson({ ...claims, iat, exp }),
      ({ path, reason }) => refuse(formatPath(path) || "claims", reason)
    )
    const content = [header, payload].map(Encoding.encodeBase64Url).join(".")
    return `${content}.${Encoding.encodeBase64Url(yield* sign("userJwt", secret, content))}`
  })

/**
 * Makes the `user_hash` of the older Identity Verification: an HMAC-SHA256 in lowercase hexadecimal. Pass the `user_id`
 * of the user, or the `email` if your Messenger settings have no `user_id`. `secret` is the identity verification
 * secret of the platform.
 *
 * Prefer `userJwt`: a hash is valid until the secret changes, and anyone who sees it can use it.
 *
 * @example
 * ```ts
 * import { MessengerIdentity } from "effect-intercom"
 * import { Effect, Redacted } from "effect"
 *
 * const secret = Redacted.make("the identity verification secret")
 *
 * Effect.runPromise(MessengerIdentity.userHash(secret, "42")).then((user_hash) => console.log({ user_hash }))
 * ```
 *
 * @since 1.0.0
 * @category constructors
 */
export const userHash = (secret: Redacted.Redacted, idOrEmail: string): Effect.Effect<string, InvalidIdentity> =>
  isText(idOrEmail) ?
    Effect.map(sign("userHash", secret, idOrEmail), toHex) :
    refusal("userHash")("idOrEmail", mustBeText)

const header = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}"

const refusal = (name: string) => (field: string, reason: string): InvalidIdentity =>
  new InvalidIdentity({ operation: `MessengerIdentity.${name}`, field, reason })

const sign = (
  name: string,
  secret: Redacted.Redacted,
  text: string
): Effect.Effect<Uint8Array, InvalidIdentity> =>
  isText(textOf(secret)) ?
    hmac(new TextEncoder().encode(text), secret, "SHA-256") :
    refusal(name)("secret", mustBeText)
