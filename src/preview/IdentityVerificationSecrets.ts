/**
 * Secrets that sign the identity of users of the Messenger: see `MessengerIdentity`.
 *
 * To rotate a secret, create a new one, use it everywhere, then delete the old one. Both are valid until then.
 *
 * Preview: may change at any time; not covered by semantic versioning.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError, Issue } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import * as Pagination from "../Pagination.js"
import {
  CreatedIdentityVerificationSecret,
  IdentityVerificationSecret,
  NewIdentityVerificationSecret
} from "./models/IdentityVerificationSecret.js"

/**
 * @since 1.0.0
 */
export * from "./models/IdentityVerificationSecret.js"

/**
 * Lists all secrets, without their text.
 *
 * `GET /secure_mode_secrets`. Preview.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const list: () => Pagination.List<IdentityVerificationSecret> = Pagination.make(
  "IdentityVerificationSecrets.list",
  { item: IdentityVerificationSecret },
  (paging) => Endpoint.get("/secure_mode_secrets", { since: "Preview", query: Pagination.pageNumbers(paging) })
)

/**
 * Creates a secret. Intercom returns its text only here.
 *
 * `POST /secure_mode_secrets`. Preview.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const create: (
  secret: NewIdentityVerificationSecret
) => Effect.Effect<CreatedIdentityVerificationSecret, IntercomError, IntercomHttp> = Endpoint.make(
  "IdentityVerificationSecrets.create",
  CreatedIdentityVerificationSecret,
  (secret) =>
    Endpoint.post("/secure_mode_secrets", {
      since: "Preview",
      body: Endpoint.json(NewIdentityVerificationSecret, secret),
      issue: withoutPlatform(secret)
    })
)

const delete_: (secretId: string) => Effect.Effect<void, IntercomError, IntercomHttp> = Endpoint.empty(
  "IdentityVerificationSecrets.delete",
  (secretId) => Endpoint.del("/secure_mode_secrets/{id}", { since: "Preview", path: { id: secretId } })
)

export {
  /**
   * Deletes a secret. Intercom then refuses what it has signed.
   *
   * `DELETE /secure_mode_secrets/{id}`. Preview.
   *
   * @since 1.0.0
   * @category endpoints
   */
  delete_ as delete
}

const withoutPlatform = (
  { supports_android = false, supports_ios = false, supports_web = false }: NewIdentityVerificationSecret
): Issue | undefined =>
  supports_android || supports_ios || supports_web ?
    undefined :
    { path: [], reason: "must set supports_android, supports_ios or supports_web to true" }
