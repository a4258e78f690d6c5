import * as Contacts from "effect-intercom/api/Contacts"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as IntercomWorkspace from "effect-intercom/testing/IntercomWorkspace"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"
import { serveApp } from "../loopback.js"
import { inTurns, type Report, times } from "./report.js"

const calls = 2000

const people = 100_000

const names = ["in memory", "over loopback"] as const

/** What a call to the workspace in memory costs, and what a long stream out of it keeps in memory. */
export const workspaceCase = async (): Promise<Report> => {
  const options = { contacts: 1000, rateLimit: Infinity }
  const runtimes = {
    "in memory": ManagedRuntime.make(IntercomWorkspace.layer(options)),
    "over loopback": ManagedRuntime.make(served(options))
  }
  const figure = await inTurns(9, {
    "in memory": perCall(runtimes["in memory"]),
    "over loopback": perCall(runtimes["over loopback"])
  })
  await Promise.all(Object.values(runtimes).map((runtime) => runtime.dispose()))
  const { grown, seconds } = await streamed()
  return {
    title: "The workspace in memory",
    columns: ["Contacts.find(id)", "µs/call", "calls/s", "ratio"],
    rows: names.map((name) => [
      name,
      figure(name).value.toFixed(0),
      (1_000_000 / figure(name).value).toFixed(0),
      times(figure(name).ratio)
    ]),
    notes: [
      `A stream of ${people} contacts took ${seconds.toFixed(1)} s; from its first tenth to its end the heap grew by ` +
      `${(grown * 100).toFixed(1)} % of what the workspace itself takes.`
    ],
    promises: [
      { what: "in memory, of the same call over loopback", measured: 1 / figure("over loopback").ratio, atMost: 0.5 },
      { what: "growth of the heap while all contacts are streamed", measured: grown, atMost: 0.05 }
    ]
  }
}

const served = (options: IntercomWorkspace.Options): Layer.Layer<IntercomHttp.IntercomHttp> =>
  Layer.unwrapScoped(Effect.gen(function*() {
    const { httpApp } = yield* IntercomWorkspace.make(options)
    const baseUrl = yield* serveApp(httpApp)
    return Layer.orDie(IntercomHttp.layerFetch({ accessToken: Redacted.make("token"), baseUrl }))
  }))

const perCall = <E>(runtime: ManagedRuntime.ManagedRuntime<IntercomHttp.IntercomHttp, E>) => async () => {
  const microseconds = Effect.gen(function*() {
    const [contact] = (yield* Contacts.list({ perPage: 1 })).data
    const find = Contacts.find(contact?.id ?? "")
    const start = performance.now()
    for (let i = 0; i < calls; i++) yield* find
    return (performance.now() - start) * 1000 / calls
  })
  return runtime.runPromise(microseconds)
}

const streamed = async () => {
  setFlagsFromString("--expose-gc")
  const collectGarbage: unknown = runInNewContext("gc")
  const heap = (): number => {
    if (typeof collectGarbage === "function") collectGarbage()
    return process.memoryUsage().heapUsed
  }
  const before = heap()
  const measured = Effect.gen(function*() {
    yield* Contacts.list()
    const filled = heap()
    let seen = 0
    let early = filled
    const start = performance.now()
    yield* Stream.runForEach(Contacts.stream(), () =>
      Effect.sync(() => {
        if (++seen === people / 10) early = heap()
      }))
    const seconds = (performance.now() - start) / 1000
    if (seen !== people) throw new Error(`read ${seen} contacts of ${people}`)
    return { seconds, grown: (heap() - early) / (filled - before) }
  })
  return Effect.runPromise(Effect.provide(measured, IntercomWorkspace.layer({ contacts: people })))
}
