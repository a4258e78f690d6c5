/** Checks every request before an operation handles it. */
import * as Either from "effect/Either"
import * as Redacted from "effect/Redacted"
import { rateLimitHeaders, windowEnd, windowOf } from "./RateLimit.js"
import { Refusal, refuse, type Result } from "./Result.js"
import type { Version } from "./Version.js"

export interface Options {
  readonly accessToken: Redacted.Redacted | undefined
  readonly region: string
  /** Calls in a window of ten seconds. */
  readonly rateLimit: number
}

type Headers = Readonly<Record<string, string | undefined>>

/**
 * Checks the region of the host, the access token and the version. `api.intercom.io` and other hosts serve the region
 * of the workspace. Returns the version to answer in: versions before 2.15 are answered as 2.15, those after 2.16 are
 * not modelled.
 */
export const authorize = (
  { accessToken, region }: Options,
  host: string,
  { authorization = "", "intercom-version": version }: Headers
): Result<Version> => {
  const isAuthorized = authorization.startsWith("Bearer ") &&
    (accessToken === undefined || authorization === `Bearer ${Redacted.value(accessToken)}`)
  const [, hostRegion = region] = /^api\.(eu|au)\.intercom\.io$/.exec(host) ?? []
  if (!isAuthorized || hostRegion !== region) return refuse(401, "unauthorized", "Access Token Invalid")
  if (version === undefined || /^2\.(\d|1[0-5])$/.test(version)) return Either.right("2.15")
  if (version === "2.16") return Either.right(version)
  return /^(2\.17|Preview|Unstable)$/.test(version) ?
    refuse(501, "not_implemented", `Version ${version} is not modelled by the workspace in memory, which speaks 2.16`) :
    refuse(400, "intercom_version_invalid", "The requested version could not be found")
}

/** Parses the body, which has to be JSON with a JSON content type. */
export const requireJson = (headers: Headers, text: string): Result<unknown> => {
  if (text === "") return Either.right({})
  if (!/\bjson\b/.test(headers["content-type"] ?? "")) {
    return refuse(415, "media_type_not_supported", "The Content-Type should be application/json")
  }
  return Either.try({
    try: (): unknown => JSON.parse(text),
    catch: () => new Refusal({ status: 400, code: "parameter_invalid", reason: "The body is not JSON" })
  })
}

/** Counts a call. Returns whether it is within the limit, and the headers of the window if there is a limit. */
export interface Window {
  (millis: number): { readonly isOpen: boolean; readonly headers: Readonly<Record<string, string>> }
}

/** Counts calls in windows of ten seconds. */
export const makeWindow = (limit: number): Window => {
  let current = 0
  let calls = 0
  return (millis) => {
    if (windowOf(millis) !== current) calls = 0
    current = windowOf(millis)
    calls++
    const remaining = Math.max(0, limit - calls)
    return {
      isOpen: calls <= limit,
      headers: limit === Infinity ? {} : rateLimitHeaders({ limit, remaining, resetAt: windowEnd(millis) })
    }
  }
}
