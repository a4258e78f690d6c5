/**
 * Keeps requests on their host.
 */
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"

/** Sends requests without following redirects: see `manual`. */
export const withoutRedirects = <A, E, R>(call: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
  Effect.mapInputContext(call, (context: Context.Context<R>) => manual(context))

/**
 * The context in which `fetch` follows no redirect, because one could take the body, and a secret in it, to another host.
 * The caller's other settings of `fetch` stay.
 */
export const manual = <R>(context: Context.Context<R>): Context.Context<R> =>
  Context.add(context, FetchHttpClient.RequestInit, {
    ...Option.getOrUndefined(Context.getOption(context, FetchHttpClient.RequestInit)),
    redirect: "manual"
  })
