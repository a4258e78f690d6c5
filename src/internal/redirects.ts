/**
 * Keeps requests on their host, and sends each once.
 */
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { fetchOnce } from "./sendOnce.js"

/** Sends requests without following redirects: see `manual`. */
export const withoutRedirects = <A, E, R>(call: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
  Effect.mapInputContext(call, (context: Context.Context<R>) => manual(context))

/**
 * The context in which `fetch` follows no redirect, because one could take the body, and a secret in it, to another host.
 * The caller's `fetch`, and other settings of it, stay.
 */
export const manual = <R>(context: Context.Context<R>): Context.Context<R> => {
  const fetch = Option.getOrElse(Context.getOption(context, FetchHttpClient.Fetch), fetchOnce)
  const init = Context.add(context, FetchHttpClient.RequestInit, {
    ...Option.getOrUndefined(Context.getOption(context, FetchHttpClient.RequestInit)),
    redirect: "manual"
  })
  return fetch === undefined ? init : Context.add(init, FetchHttpClient.Fetch, fetch)
}
