/**
 * The ways in which a case about the workspace is run: each gets a workspace of its own.
 */
import * as NodeContext from "@effect/platform-node/NodeContext"
import * as FileSystem from "@effect/platform/FileSystem"
import * as HttpClient from "@effect/platform/HttpClient"
import { assert } from "@effect/vitest"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as Retry from "effect-intercom/Retry"
import * as IntercomWorkspace from "effect-intercom/testing/IntercomWorkspace"
import * as Recording from "effect-intercom/testing/Recording"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { serveApp } from "../loopback.js"
import { conforming } from "./conforming.js"

/** Something the workspace promises, said with endpoints of ours. */
export interface Case {
  /** `finds a contact by its id` */
  readonly name: string
  readonly options?: IntercomWorkspace.Options | undefined
  readonly seed?: IntercomWorkspace.Seed | undefined
  /** The last version whose shapes it expects. Default: the last that the workspace speaks. */
  readonly until?: "2.15" | undefined
  readonly test: Effect.Effect<unknown, unknown, IntercomHttp.IntercomHttp>
}

export interface Way {
  readonly name: string
  readonly version: "2.15" | "2.16"
  readonly run: (case_: Case) => Effect.Effect<unknown, unknown>
}

const workspaceOf = ({ options, seed = {} }: Case) =>
  Effect.tap(IntercomWorkspace.make(options), (workspace) => workspace.seed(seed))

const http = { accessToken: Redacted.make("test"), retry: Retry.none }

const through = (
  test: Case["test"],
  client: Layer.Layer<HttpClient.HttpClient>
): Effect.Effect<unknown, unknown> => Effect.provide(test, Layer.provide(IntercomHttp.layer(http), client))

/** Without a socket. Each answer is held against Intercom's description, where that is beside the checkout. */
const inMemory = (version: Way["version"]): Way => ({
  version,
  name: `in memory, under API ${version}`,
  run: (case_) =>
    Effect.flatMap(
      workspaceOf(case_),
      ({ client }) => through(IntercomHttp.withVersion(case_.test, version), conforming(client))
    )
})

const served: Way = {
  name: "served over HTTP",
  version: "2.15",
  run: (case_) =>
    Effect.scoped(Effect.gen(function*() {
      const { httpApp } = yield* workspaceOf(case_)
      const baseUrl = yield* serveApp(httpApp)
      yield* Effect.provide(case_.test, IntercomHttp.layerFetch({ ...http, baseUrl }))
    }))
}

// What a case sends may hold the time of the call, and a replay knows that call only. Waits take as long as they do.
const atOneMoment = <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
  Effect.flatMap(
    Clock.currentTimeMillis,
    (now) => Effect.withClock(effect, Object.assign(Clock.make(), { unsafeCurrentTimeMillis: () => now }))
  )

/**
 * Once against a workspace, which is recorded, and once more against what was recorded. Addresses that the case itself
 * does not send are others then.
 */
const recorded: Way = {
  name: "recorded",
  version: "2.15",
  run: (case_) =>
    Effect.scoped(Effect.gen(function*() {
      const directory = yield* Effect.flatMap(FileSystem.FileSystem, (files) => files.makeTempDirectoryScoped())
      const { client } = yield* workspaceOf(case_)
      const record = Layer.provide(Recording.layerRecord({ directory }), Layer.succeed(HttpClient.HttpClient, client))
      yield* Effect.provide(case_.test, Layer.provide(IntercomHttp.layer(http), record))
      const replay = Recording.layerReplay({ directory })
      yield* Effect.provide(
        Effect.zipRight(case_.test, everythingWasAskedFor),
        Layer.provideMerge(IntercomHttp.layer(http), replay)
      )
    })).pipe(atOneMoment, Effect.provide(NodeContext.layer))
}

const everythingWasAskedFor = Effect.gen(function*() {
  const { unused } = yield* Recording.Recording
  assert.deepStrictEqual(yield* unused, [])
})

export const ways: ReadonlyArray<Way> = [inMemory("2.15"), inMemory("2.16"), served, recorded]
