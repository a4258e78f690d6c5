/** What every request to the in-memory workspace has to pass before it is answered. */
import * as Either from "effect/Either"
import * as Redacted from "effect/Redacted"
import { Refusal, refuse, type Refused } from "./Refusal.js"

export interface Options {
  readonly accessToken: Redacted.Redacted | undefined
  readonly region: string
  /** Calls in a window of ten seconds. */
  readonly rateLimit: number
}

type Headers = Readonly<Record<string, string | undefined>>

/**
 * Whether the host is that of the workspace's region, the token one it takes, and the version one it speaks. Intercom's
 * own host serves every region, any other host is taken for the workspace's own. What is before 2.15 is answered as 2.15,
 * what comes after is not modelled.
 */
export const authorize = (
  { accessToken, region }: Options,
  host: string,
  { authorization = "", "intercom-version": version }: Headers
): Either.Either<void, Refusal> => {
  const isAuthorized = authorization.startsWith("Bearer ") &&
    (accessToken === undefined || authorization === `Bearer ${Redacted.value(accessToken)}`)
  const [, hostRegion = region] = /^api\.(eu|au)\.intercom\.io$/.exec(host) ?? []
  if (!isAuthorized || hostRegion !== region) return refuse(401, "unauthorized", "Access Token Invalid")
  if (version === undefined || /^2\.(\d|1[0-5])$/.test(version)) return Either.right(undefined)
  return /^(2\.1[67]|Preview|Unstable)$/.test(version) ?
    refuse(501, "not_implemented", `Version ${version} is not modelled by the workspace in memory, which speaks 2.15`) :
    refuse(400, "intercom_version_invalid", "The requested version could not be found")
}

/** What was sent, which is JSON and says so. */
export const requireJson = (headers: Headers, text: string): Either.Either<unknown, Refusal> => {
  if (text === "") return Either.right({})
  if (!/\bjson\b/.test(headers["content-type"] ?? "")) {
    return refuse(415, "media_type_not_supported", "The Content-Type should be application/json")
  }
  return Either.try({
    try: (): unknown => JSON.parse(text),
    catch: () => new Refusal({ status: 400, code: "parameter_invalid", reason: "The body is not JSON" })
  })
}

/** Counts calls in windows of ten seconds. */
export interface Window {
  /** Counts one call: whether it is let through, and the headers that say how many more are, where there is a limit. */
  readonly count: (millis: number) => { readonly isOpen: boolean; readonly headers: Readonly<Record<string, string>> }
}

export const makeWindow = (limit: number): Window => {
  let current = 0
  let calls = 0
  return {
    count: (millis) => {
      const window = Math.floor(millis / 10_000)
      if (window !== current) calls = 0
      current = window
      calls++
      return {
        isOpen: calls <= limit,
        headers: limit === Infinity ? {} : {
          "x-ratelimit-limit": String(limit),
          "x-ratelimit-remaining": String(Math.max(0, limit - calls)),
          "x-ratelimit-reset": String((window + 1) * 10)
        }
      }
    }
  }
}

export const rateLimited = (limit: number): Refused =>
  refuse(429, "rate_limit_exceeded", `Exceeded rate limit of ${limit} in 10_seconds`)
