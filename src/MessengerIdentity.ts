/**
 * Proves to the Messenger who the signed-in user is: a token that ends (JWT), or the older hash. For servers: whoever
 * has the secret can be any user.
 *
 * Both are one HMAC, which every runtime's Web Crypto makes: there is no JOSE library behind it.
 *
 * @since 1.0.0
 */
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Encoding from "effect/Encoding"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import { formatPath } from "./internal/formatPath.js"
import { toJson } from "./internal/json.js"
import { hmac, toHex } from "./internal/signature.js"
import { isText, mustBeText } from "./internal/text.js"

/**
 * What the token says of the user. Intercom takes every claim but those of the token itself for an attribute.
 *
 * @since 1.0.0
 * @category models
 */
export interface UserClaims {
  /** Your own id of the user, their `external_id` in the API. Intercom refuses a token without it. */
  readonly user_id: string
  readonly email?: string | undefined
  /** Set from the clock. */
  readonly iat?: never
  /** Set from `expiresIn`. */
  readonly exp?: never
  /** Any JSON; `undefined` is left out. */
  readonly [claim: string]: unknown
}

/**
 * How long a token is good for.
 *
 * @since 1.0.0
 * @category models
 */
export interface UserJwtOptions {
  /** How long the token is good for, in whole seconds, a rest is cut off. Default: one hour. */
  readonly expiresIn?: Duration.DurationInput | undefined
}

/**
 * Nothing was signed: `field` names the input, `reason` says what is wrong with it.
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
 * Makes the token that the Messenger takes as `intercom_user_jwt`: signed with HS256, from now until `expiresIn` has
 * passed. `secret` is the Messenger API secret of the platform (web, iOS and Android have one each).
 *
 * What the claims hold, the browser cannot change. Leave those attributes out of the Messenger's plain settings, and
 * turn off "Messenger updates" for them in Intercom.
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
  { expiresIn = "1 hour" }: UserJwtOptions = {}
): Effect.Effect<string, InvalidIdentity> =>
  Effect.gen(function*() {
    const seconds = Math.floor(Duration.toSeconds(expiresIn))
    const iat = Math.floor((yield* Clock.currentTimeMillis) / 1000)
    const exp = iat + seconds
    const refuse = refusal("userJwt")
    if (!isText(claims.user_id)) return yield* refuse("user_id", mustBeText)
    // Replaced in silence, they would make a token that lives longer or shorter than its maker thinks.
    if (claims.iat !== undefined) return yield* refuse("iat", "is set from the clock")
    if (claims.exp !== undefined) return yield* refuse("exp", "is set from expiresIn")
    if (seconds < 1 || !Number.isSafeInteger(exp)) return yield* refuse("expiresIn", "must be a second or more, finite")
    const payload = yield* Either.mapLeft(
      toJson({ ...claims, iat, exp }),
      ({ path, reason }) => refuse(formatPath(path), reason)
    )
    const content = [header, payload].map(Encoding.encodeBase64Url).join(".")
    return `${content}.${Encoding.encodeBase64Url(yield* sign("userJwt", secret, content))}`
  })

/**
 * Makes the `user_hash` of the older Identity Verification: HMAC-SHA256 in lowercase hexadecimal, of the user's
 * `user_id`, or of their `email` where the Messenger is given no `user_id`. `secret` is the identity verification secret
 * of the platform.
 *
 * A hash is good until the secret changes, for whoever sees it: prefer `userJwt`.
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
  isText(Redacted.value(secret)) ?
    hmac(new TextEncoder().encode(text), secret, "SHA-256") :
    refusal(name)("secret", mustBeText)
