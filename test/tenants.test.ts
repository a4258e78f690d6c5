/**
 * One layer for each workspace, as docs/tenants.md builds them: a `LayerMap` over the layers of the library.
 */
import { assert, describe, it } from "@effect/vitest"
import * as Contacts from "effect-intercom/api/Contacts"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as RateLimit from "effect-intercom/RateLimit"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as LayerMap from "effect/LayerMap"
import * as TestClock from "effect/TestClock"

/** What happened to the layers, in order, and when a request of a workspace was sent, in milliseconds. */
const makeWorkspaces = Effect.gen(function*() {
  const events: Array<string> = []
  const note = (event: string) => Effect.sync(() => events.push(event))
  const workspaces = yield* LayerMap.make(
    (workspaceId: string) =>
      Layer.unwrapScoped(
        Effect.gen(function*() {
          yield* Effect.acquireRelease(note(`${workspaceId} opens`), () => note(`${workspaceId} closes`))
          if (workspaceId === "unknown") return yield* Effect.fail("no token")
          const rateLimit = yield* RateLimit.fixed({ limit: 1, window: "10 seconds" })
          return IntercomHttp.layerTest(() =>
            Effect.map(Clock.currentTimeMillis, (time) => {
              events.push(`${workspaceId} sends at ${time}`)
              return Response.json({ type: "contact", id: "1" })
            }), { rateLimit })
        })
      ),
    { idleTimeToLive: "10 minutes" }
  )
  const call = (workspaceId: string) =>
    Effect.provide(
      Contacts.find("1"),
      workspaces.get(workspaceId).pipe(Layer.tapError(() => workspaces.invalidate(workspaceId)))
    )
  return { call, events, workspaces }
})

describe("A LayerMap of workspaces", () => {
  it.scoped("builds the layer of a workspace once, and closes it when it was idle", () =>
    Effect.gen(function*() {
      const { call, events } = yield* makeWorkspaces
      yield* call("acme")
      yield* TestClock.adjust("9 minutes")
      yield* call("acme")
      yield* call("globex")
      yield* TestClock.adjust("9 minutes")
      assert.deepStrictEqual(events.filter((event) => !event.includes("sends")), ["acme opens", "globex opens"])
      yield* TestClock.adjust("1 minute")
      assert.sameMembers(events.filter((event) => event.includes("closes")), ["acme closes", "globex closes"])
      yield* call("acme")
      assert.strictEqual(events.filter((event) => event === "acme opens").length, 2)
    }))

  it.scoped("gives each workspace a rate limit of its own, which its calls share", () =>
    Effect.gen(function*() {
      const { call, events } = yield* makeWorkspaces
      yield* Effect.fork(Effect.all([call("acme"), call("acme"), call("globex")], { concurrency: "unbounded" }))
      yield* TestClock.adjust("1 minute")
      const sent = events.filter((event) => event.includes("sends"))
      assert.sameMembers(sent.slice(0, 2), ["acme sends at 0", "globex sends at 0"])
      assert.lengthOf(sent, 3)
      assert.match(sent[2] ?? "", /^acme sends at \d{4,}$/)
    }))

  it.scoped("closes the layer of an invalidated workspace", () =>
    Effect.gen(function*() {
      const { call, events, workspaces } = yield* makeWorkspaces
      yield* call("acme")
      yield* workspaces.invalidate("acme")
      assert.include(events, "acme closes")
    }))

  it.scoped("looks for the token of an unknown workspace again at the next call", () =>
    Effect.gen(function*() {
      const { call, events } = yield* makeWorkspaces
      assert.strictEqual(yield* Effect.flip(call("unknown")), "no token")
      assert.strictEqual(yield* Effect.flip(call("unknown")), "no token")
      assert.lengthOf(events.filter((event) => event === "unknown opens"), 2)
    }))
})
