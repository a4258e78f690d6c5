/**
 * Runs the rows that a server on a socket plays.
 */
import * as NodeHttpClient from "@effect/platform-node/NodeHttpClient"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as Retry from "effect-intercom/Retry"
import type * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import type * as Scope from "effect/Scope"
import { type RawServer, serveRaw, serveUntrusted } from "../rawServer.js"
import * as VirtualClock from "../virtualClock.js"
import { bodies } from "./bodies.js"
import { connections } from "./connections.js"
import { type Call, type Ending, endingOf, find, send } from "./Ending.js"
import { framing } from "./framing.js"
import { limits } from "./limits.js"
import type { Cell, Client, Expected, Row } from "./Row.js"
import { statuses } from "./statuses.js"

export const clients: ReadonlyArray<Client> = ["fetch", "undici"]

export const rows: ReadonlyArray<Row> = [...connections, ...framing, ...bodies, ...statuses, ...limits]

/** A row as one client met it. */
export interface Line {
  readonly row: Row
  readonly client: Client
  readonly get: Ending
  readonly post: Ending
}

const layerOf = (client: Client, options: IntercomHttp.Options): Layer.Layer<IntercomHttp.IntercomHttp> =>
  Layer.orDie(
    client === "fetch" ?
      IntercomHttp.layerFetch(options) :
      Layer.provide(IntercomHttp.layer(options), NodeHttpClient.layerUndici)
  )

const serve = ({ place, play }: Row): Effect.Effect<RawServer, never, Scope.Scope> =>
  place === "closed" ? Effect.scoped(serveRaw(play)) : place === "untrusted" ? serveUntrusted(play) : serveRaw(play)

/** Ends the time limit of each attempt when its request has arrived, however busy the machine is. */
const clockOf = (server: RawServer): Clock.Clock => {
  let ended = 0
  return VirtualClock.make(() => {
    if (ended >= server.requests()) return false
    ended += 1
    return true
  })
}

const run = (row: Row, client: Client, call: Call): Effect.Effect<Ending> =>
  Effect.scoped(Effect.gen(function*() {
    const server = yield* serve(row)
    const layer = layerOf(client, {
      accessToken: Redacted.make("not-a-word-of-any-body"),
      baseUrl: server.url,
      retry: Retry.make({ times: 1, base: "1 millis" })
    })
    const ending = endingOf(call, row.counts === "connections" ? server.connections : server.requests)
    const run = Effect.provide(row.isWarm === true ? Effect.zipRight(Effect.orDie(find), ending) : ending, layer)
    return yield* row.isStalled === true ? Effect.withClock(run, clockOf(server)) : run
  }))

/** Runs each row with each client, several at once. */
export const runRows = (rows: ReadonlyArray<Row>): Effect.Effect<ReadonlyArray<Line>> =>
  Effect.forEach(
    rows.flatMap((row) => clients.map((client) => ({ row, client }))),
    ({ client, row }) =>
      Effect.all({ get: run(row, client, find), post: run(row, client, send) }).pipe(
        Effect.map((endings) => ({ row, client, ...endings }))
      ),
    { concurrency: 8 }
  )

/** What a client must show in a cell. */
export const cellOf = (expected: Expected, client: Client): Cell =>
  typeof expected === "string" ? expected : expected[client]
