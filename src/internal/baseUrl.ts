/**
 * The base URL of the API.
 */
import type * as ConfigError from "effect/ConfigError"
import * as Effect from "effect/Effect"
import { invalidOption } from "./configuration.js"

export interface BaseUrl {
  readonly origin: string
  readonly hostname: string
  readonly port: number
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
  if (!URL.canParse(url)) {
    return baseUrl === undefined ?
      invalidOption("region", "must be us, eu or au") :
      invalidOption("baseUrl", "must be a URL")
  }
  const { hash, hostname, origin, password, pathname, port, protocol, search, username } = new URL(url)
  const isSafe = protocol === "https:" || (protocol === "http:" && isLoopback(hostname))
  return isSafe && username + password + search + hash === "" ?
    Effect.succeed({
      hostname,
      origin,
      port: Number(port || (protocol === "https:" ? 443 : 80)),
      prefix: origin + pathname.replace(/\/+$/, "")
    }) :
    invalidOption("baseUrl", "must be plain https, or http on loopback")
}

const isLoopback = (hostname: string): boolean =>
  hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname)
