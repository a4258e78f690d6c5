/**
 * Keeps requests on their host, and sends each `POST` once.
 */
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import { sendOnce } from "./sendOnce.js"

/** Sends requests without following redirects: see `manual`. */
export const withoutRedirects = <A, E, R>(call: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
  Effect.mapInputContext(call, (context: Context.Context<R>) => manual(context))

/**
 * The context in which `fetch` follows no redirect, because one could take the body, and a secret in it, to another host,
 * and sends each `POST` once. The caller's `fetch` and other settings stay.
 */
export const manual = <R>(context: Context.Context<R>): Context.Context<R> =>
  context.pipe(
    Context.add(FetchHttpClient.RequestInit, {
      ...Context.getOrElse(context, FetchHttpClient.RequestInit, () => undefined),
      redirect: "manual"
    }),
    Context.add(FetchHttpClient.Fetch, sendOnce(Context.getOrElse(context, FetchHttpClient.Fetch, () => fetch)))
  )
