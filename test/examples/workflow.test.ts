import * as HttpServerResponse from "@effect/platform/HttpServerResponse"
import * as SqlClient from "@effect/sql/SqlClient"
import { assert, describe, it } from "@effect/vitest"
import * as IntercomWorkspace from "effect-intercom/testing/IntercomWorkspace"
import * as Effect from "effect/Effect"
import { createServer } from "node:net"
import { join } from "node:path"
import * as Store from "../../docs/examples/sync/store.js"
import { serveApp } from "../loopback.js"
import { bundle, makeDirectory, start } from "./processes.js"

const isActivity = (line: string): boolean => /^\d+-\d+: \d+$/.test(line)

/** A port that nobody listens on. */
const freePort = Effect.promise(() =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address()
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0))
    })
  })
)

describe("docs/examples/workflow/runner.ts", () => {
  it.scopedLive("of two runners, one finishes the workflow of the one that was killed", () =>
    Effect.gen(function*() {
      const directory = yield* makeDirectory
      const runner = yield* bundle(directory, "workflow/runner")
      const database = join(directory, "intercom.db")
      const url = yield* serveApp(yield* Effect.map(IntercomWorkspace.IntercomWorkspace, ({ httpApp }) => httpApp))
      const startRunner = Effect.gen(function*() {
        const range = ["--from", "1600000000", "--to", "1604000000", "--parts", "20"]
        const files = ["--database", database, "--cluster", join(directory, "cluster.db")]
        const program = yield* start(runner, [...range, ...files, "--port", `${yield* freePort}`], {
          INTERCOM_ACCESS_TOKEN: "token",
          INTERCOM_BASE_URL: url
        })
        yield* program.line((line) => line.includes("Listening on"))
        return program
      })
      const first = yield* startRunner
      const second = yield* startRunner
      const killed = yield* Effect.race(
        Effect.as(first.line(isActivity), first),
        Effect.as(second.line(isActivity), second)
      )
      const other = killed === first ? second : first
      killed.child.kill("SIGKILL")
      assert.strictEqual(yield* killed.ended, "SIGKILL")
      assert.strictEqual(yield* other.line((line) => line.endsWith(" contacts")), "1000 contacts")

      const activities = [...killed.output, ...other.output].filter(isActivity)
      // Only the activity that was under way may have run twice.
      assert.strictEqual(new Set(activities).size, 20)
      assert.isAtMost(activities.length, 21)
      assert.isNotEmpty(killed.output.filter(isActivity))
      assert.isNotEmpty(other.output.filter(isActivity))
      const rows = yield* Effect.flatMap(SqlClient.SqlClient, (sql) => sql<{ id: string }>`SELECT id FROM contacts`)
        .pipe(
          Effect.provide(Store.layer(database))
        )
      const { contacts } = yield* IntercomWorkspace.snapshot
      assert.sameMembers(rows.map(({ id }) => id), contacts.map(({ id }) => id))
    }).pipe(Effect.provide(IntercomWorkspace.layer({ contacts: 1000, rateLimit: Infinity }))), 600_000)

  it.scopedLive("goes on when Intercom accepts the token again, in the same execution", () =>
    Effect.gen(function*() {
      const directory = yield* makeDirectory
      const runner = yield* bundle(directory, "workflow/runner")
      const { httpApp } = yield* IntercomWorkspace.IntercomWorkspace
      let requests = 0
      const url = yield* serveApp(
        Effect.suspend(() => requests++ === 0 ? HttpServerResponse.empty({ status: 401 }) : httpApp)
      )
      const program = yield* start(runner, [
        ...["--from", "1600000000", "--to", "1604000000", "--parts", "2", "--port", `${yield* freePort}`],
        ...["--database", join(directory, "intercom.db"), "--cluster", join(directory, "cluster.db")]
      ], { INTERCOM_ACCESS_TOKEN: "token", INTERCOM_BASE_URL: url })
      const line = program.line((line) => line.endsWith(" contacts"))
      assert.strictEqual(yield* Effect.race(line, program.ended), "20 contacts")
      assert.match(program.errors.join(), /^1600000000-1602000000: Contacts\.search: 401/)
    }).pipe(Effect.provide(IntercomWorkspace.layer({ contacts: 20 }))), 600_000)
})
