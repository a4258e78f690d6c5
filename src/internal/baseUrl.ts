/**
 * The base URL of the API.
 */
import type * as ConfigError from "effect/ConfigError"
import * as Effect from "effect/Effect"
import { invalidOption } from "./configuration.js"

export interface BaseUrl {
  readonly origin: string
  /** The URL in front of every path, without a trailing slash. */
  readonly prefix: string
}

const hosts = {
  us: "https://api.intercom.io",
  eu: "https://api.eu.intercom.io",
  au: "https://api.au.intercom.io"
}

/** Accepts `https` only, unless the host is loopback. */
export const parseBaseUrl = ({ baseUrl, region = "us" }: {
  readonly baseUrl?: string | undefined
  readonly region?: keyof typeof hosts | undefined
}): Effect.Effect<BaseUrl, ConfigError.ConfigError> => {
  const url = baseUrl ?? hosts[region]
  const { hash, hostname, origin, password, pathname, protocol, search, username } = new URL(
    URL.canParse(url) ? url : "invalid:"
  )
  const isSafe = protocol === "https:" || (protocol === "http:" && isLoopback(hostname))
  if (isSafe && username + password + search + hash === "") {
    return Effect.succeed({ origin, prefix: origin + pathname.replace(/\/+$/, "") })
  }
  return baseUrl === undefined ?
    invalidOption("region", "must be us, eu or au") :
    invalidOption("baseUrl", "must be plain https, or http on loopback")
}

const isLoopback = (hostname: string): boolean =>
  hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname)
