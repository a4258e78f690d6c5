/**
 * This library, as its README says.
 */
import * as Contacts from "effect-intercom/api/Contacts"
import * as Conversations from "effect-intercom/api/Conversations"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as Metrics from "effect-intercom/Metrics"
import * as SearchQuery from "effect-intercom/SearchQuery"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import type { Task, Work } from "../variant.js"
import { consume, expectAll, watchHeap } from "./work.js"

type Runtime = ManagedRuntime.ManagedRuntime<IntercomHttp.IntercomHttp, unknown>

const runtimeOf = async ({ metrics, transport, url }: Task): Promise<Runtime> => {
  const observer = metrics === true ? Metrics.observer : undefined
  const options = { accessToken: Redacted.make("token"), baseUrl: url, observer }
  if (transport !== "undici") return ManagedRuntime.make(IntercomHttp.layerFetch(options))
  const { layerUndici } = await import("@effect/platform-node/NodeHttpClient")
  return ManagedRuntime.make(Layer.provide(IntercomHttp.layer(options), layerUndici))
}

const calls = <A>(call: () => Effect.Effect<A, unknown, IntercomHttp.IntercomHttp>): Work =>
async (
  { concurrency = 1, ...task }
) => {
  const runtime = await runtimeOf(task)
  const loop = (count: number) => Effect.repeatN(Effect.suspend(call), Math.ceil(count / concurrency) - 1)
  return (count) =>
    runtime.runPromise(
      Effect.forEach(Array.from({ length: concurrency }, () => count), loop, {
        concurrency: "unbounded",
        discard: true
      })
    )
}

export const find: Work = calls(() => Contacts.find("1"))

export const list: Work = calls(() => Contacts.list({ perPage: 150 }))

export const conversation: Work = calls(() => Conversations.find("1"))

const reads = (
  streamOf: (task: Task) => Stream.Stream<Contacts.Contact, unknown, IntercomHttp.IntercomHttp>
): Work =>
async (task) => {
  const runtime = await runtimeOf(task)
  return async (pages) => {
    const heap = watchHeap(task.heapFrom)
    let seen = 0
    await runtime.runPromise(
      Stream.runForEachChunk(streamOf(task), (contacts) => {
        seen += contacts.length
        heap.at(seen)
        const done = consume(task)
        return done === undefined ? Effect.void : Effect.promise(() => done)
      })
    )
    expectAll(seen, pages * 150)
    return heap.figures()
  }
}

export const stream: Work = reads(({ prefetch }) => Contacts.stream({ prefetch }))

export const searchStream: Work = reads(({ perPage }) =>
  Contacts.searchStream({ perPage, query: SearchQuery.greaterThan("created_at", 0) })
)

export const streamPartitioned: Work = reads(({ concurrency, from, perPage, to }) =>
  Contacts.streamPartitioned({ concurrency, from, perPage, to })
)
