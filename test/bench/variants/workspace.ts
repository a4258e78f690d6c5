/**
 * Calls to the workspace in memory. The same functions run against another checkout.
 */
import * as Contacts from "effect-intercom/api/Contacts"
import type { IntercomHttp } from "effect-intercom/IntercomHttp"
import * as SearchQuery from "effect-intercom/SearchQuery"
import * as IntercomWorkspace from "effect-intercom/testing/IntercomWorkspace"
import * as Effect from "effect/Effect"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Stream from "effect/Stream"
import type { Work } from "../variant.js"
import { expectAll, watchHeap } from "./work.js"

const workspaceOf = async (contacts = 1000) => {
  const runtime = ManagedRuntime.make(IntercomWorkspace.layer({ contacts, rateLimit: Infinity }))
  const { data } = await runtime.runPromise(Contacts.list({ perPage: 1 }))
  return { runtime, id: data[0]?.id ?? "" }
}

const calling =
  <A>(call: (id: string, i: number) => Effect.Effect<A, unknown, IntercomHttp>): Work => async ({ contacts }) => {
    const { id, runtime } = await workspaceOf(contacts)
    let i = 0
    const next = Effect.suspend(() => call(id, i++))
    return async (count) => {
      await runtime.runPromise(Effect.repeatN(next, count - 1))
    }
  }

const query = SearchQuery.equals("role", "lead")

export const find: Work = calling((id) => Contacts.find(id))

export const list: Work = calling(() => Contacts.list({ perPage: 50 }))

export const search: Work = calling(() => Contacts.search({ query, perPage: 50 }))

export const create: Work = calling((_, i) => Contacts.create({ role: "user", external_id: `created-${i}` }))

export const stream: Work = async ({ contacts, heapFrom }) => {
  const { runtime } = await workspaceOf(contacts)
  return async (count) => {
    const heap = watchHeap(heapFrom)
    let seen = 0
    await runtime.runPromise(Stream.runForEachChunk(Contacts.stream(), (chunk) =>
      Effect.sync(() => {
        seen += chunk.length
        heap.at(seen)
      })))
    expectAll(seen, count)
    return heap.figures()
  }
}
