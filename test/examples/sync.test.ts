import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as Terminal from "@effect/platform/Terminal"
import * as SqlClient from "@effect/sql/SqlClient"
import { assert, describe, it } from "@effect/vitest"
import * as Contacts from "effect-intercom/api/Contacts"
import * as Conversations from "effect-intercom/api/Conversations"
import type * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as IntercomWorkspace from "effect-intercom/testing/IntercomWorkspace"
import * as Webhook from "effect-intercom/Webhook"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as TestClock from "effect/TestClock"
import { PCGRandom } from "effect/Utils"
import { join } from "node:path"
import * as Progress from "../../docs/examples/sync/progress.js"
import { onNotification } from "../../docs/examples/sync/removals.js"
import { sync, syncAll } from "../../docs/examples/sync/run.js"
import * as Store from "../../docs/examples/sync/store.js"
import { serveApp } from "../loopback.js"
import { runExample } from "../program.js"
import { bundle, makeDirectory, start } from "./processes.js"

const clientSecret = Redacted.make("client-secret")

/** A program starts in two seconds alone, and in thirty on a busy machine. */
const timeout = 600_000

/** Code that makes the clock of a process start at a time. */
const startClockAt = (time: string): string =>
  `const { now } = Date; const ahead = Date.parse("${time}") - now(); Date.now = () => now() + ahead`

const rowsOf = (kind: Store.Kind) =>
  Effect.flatMap(
    SqlClient.SqlClient,
    (sql) => sql<{ id: string; body: string }>`SELECT id, body FROM ${sql(kind)} ORDER BY id`
  )

const namesOf = Effect.map(
  Effect.flatMap(SqlClient.SqlClient, (sql) => sql<{ id: string; name: string }>`SELECT id, name FROM contacts`),
  (rows) => new Map(rows.map(({ id, name }) => [id, name]))
)

const idsOf = (kind: Store.Kind) => Effect.map(rowsOf(kind), (rows) => rows.map(({ id }) => id))

/** Delivers the webhooks of the workspace to the example's handler, and waits for each. */
const deliver = Effect.gen(function*() {
  const handler = yield* Webhook.webHandler({ clientSecret, acknowledge: "after", onNotification })
  return yield* IntercomWorkspace.deliver(handler, { clientSecret })
})

describe("The sync of docs/examples", () => {
  const Test = Layer.mergeAll(
    IntercomWorkspace.layer({ contacts: 300, conversations: 40, timezone: "America/Los_Angeles" }),
    Store.layer(":memory:")
  )

  const start2026 = TestClock.setTime(Date.parse("2026-03-01T12:00:00Z"))

  it.effect("copies all contacts and conversations", () =>
    Effect.gen(function*() {
      yield* start2026
      yield* syncAll(() => ({ perPage: 20 }))
      const { contacts, conversations } = yield* IntercomWorkspace.snapshot
      assert.strictEqual(contacts.length, 300)
      assert.deepStrictEqual(yield* namesOf, new Map(contacts.map(({ id, name }) => [id, name ?? ""])))
      assert.sameMembers(yield* idsOf("conversations"), conversations.map(({ id }) => id))
    }).pipe(Effect.provide(Test)))

  it.effect("then reads changes only, from 15 minutes before the last run started", () =>
    Effect.gen(function*() {
      yield* start2026
      yield* sync("contacts")
      yield* TestClock.adjust("10 minutes")
      const [first, second] = (yield* IntercomWorkspace.snapshot).contacts
      yield* Contacts.update(first?.id ?? "", { name: "Early" })
      yield* TestClock.adjust("1 hour")
      const read: Array<string> = []
      const options: Parameters<typeof sync>[1] = {
        onPage: ({ data }) => Effect.sync(() => read.push(...data.map(({ id }) => id)))
      }
      const { from, startedAt } = yield* sync("contacts", options)
      assert.strictEqual(startedAt - from, (70 + 15) * 60)
      assert.deepStrictEqual(read, [first?.id])
      // A change that the search showed only after the run.
      yield* Contacts.update(second?.id ?? "", { name: "Late" })
      yield* TestClock.adjust("1 second")
      yield* sync("contacts", options)
      assert.deepStrictEqual(read, [first?.id, second?.id])
      assert.strictEqual((yield* namesOf).get(second?.id ?? ""), "Late")
    }).pipe(Effect.provide(Test)))

  it.effect("has what changed during the first run", () =>
    Effect.gen(function*() {
      yield* start2026
      const { contacts } = yield* IntercomWorkspace.snapshot
      const changed = [contacts[3], contacts[150], contacts[298]].flatMap((contact) => contact?.id ?? [])
      const Intercom = yield* Effect.context<IntercomHttp.IntercomHttp>()
      let pages = 0
      yield* syncAll((kind) => ({
        perPage: 20,
        onPage: () =>
          kind === "contacts" && ++pages === 4 ?
            Effect.forEach(changed, (id) => Contacts.update(id, { name: "Changed" })).pipe(
              Effect.zipRight(TestClock.adjust("1 minute")),
              Effect.orDie,
              Effect.provide(Intercom)
            ) :
            Effect.void
      }))
      const names = yield* namesOf
      assert.strictEqual(names.size, 300)
      assert.deepStrictEqual(changed.map((id) => names.get(id)), ["Changed", "Changed", "Changed"])
    }).pipe(Effect.provide(Test)))

  it.effect("stores a page and its checkpoint together", () =>
    Effect.gen(function*() {
      yield* start2026
      const sql = yield* SqlClient.SqlClient
      yield* sql`
        CREATE TRIGGER fails BEFORE UPDATE OF checkpoint ON runs
        WHEN NEW.checkpoint IS NOT NULL BEGIN SELECT RAISE(ABORT, 'disk full'); END`
      const error = yield* Effect.flip(sync("contacts", { perPage: 20 }))
      assert.strictEqual(error._tag, "SqlError")
      assert.deepStrictEqual(yield* rowsOf("contacts"), [])
      yield* sql`DROP TRIGGER fails`
      yield* sync("contacts", { perPage: 20 })
      assert.strictEqual((yield* rowsOf("contacts")).length, 300)
    }).pipe(Effect.provide(Test)))

  it.effect("reads all pages again if Intercom refuses the stored cursor", () =>
    Effect.gen(function*() {
      yield* start2026
      const sql = yield* SqlClient.SqlClient
      let pages = 0
      const exit = yield* Effect.exit(sync("contacts", {
        perPage: 10,
        onPage: ({ checkpoint: { ranges } }) =>
          ranges.some(({ cursor }) => cursor !== undefined) && ++pages === 3 ? Effect.die("killed") : Effect.void
      }))
      assert.strictEqual(exit._tag, "Failure")
      const [before] = yield* sql<{ checkpoint: string }>`SELECT checkpoint FROM runs`
      const expired = (before?.checkpoint ?? "").replaceAll(/"cursor":"[^"]*"/g, "\"cursor\":\"expired\"")
      assert.notStrictEqual(expired, before?.checkpoint)
      yield* sql`UPDATE runs SET checkpoint = ${expired}`
      yield* sync("contacts", { perPage: 10 })
      assert.strictEqual((yield* rowsOf("contacts")).length, 300)
    }).pipe(Effect.provide(Test)))

  it.effect("keeps what was deleted, archived or merged out of the database", () =>
    Effect.gen(function*() {
      yield* start2026
      const { contacts, conversations } = yield* IntercomWorkspace.snapshot
      const [deleted, archived, back] = contacts.filter(({ role }) => role === "user").map(({ id }) => id)
      const user = contacts.find(({ id, role }) => role === "user" && ![deleted, archived, back].includes(id))?.id ?? ""
      const lead = yield* Contacts.create({ role: "lead", email: "lead@example.com" })
      const talk = conversations[0]?.id ?? ""
      yield* TestClock.adjust("1 second")
      yield* syncAll()
      const pageBefore = yield* Contacts.search({ query: { field: "created_at", operator: ">", value: 0 } }).page({
        perPage: 150,
        cursor: undefined
      })
      const deliveries = yield* deliver
      yield* Contacts.delete(deleted ?? "")
      yield* Contacts.archive(archived ?? "")
      yield* Contacts.archive(back ?? "")
      yield* Contacts.merge({ from: lead.id, into: user })
      yield* Conversations.delete(talk)
      yield* deliveries.settled
      const removed = [deleted ?? "", archived ?? "", back ?? "", lead.id]
      assert.notIncludeMembers(yield* idsOf("contacts"), removed)
      assert.strictEqual((yield* rowsOf("contacts")).length, 301 - 4)
      assert.notInclude(yield* idsOf("conversations"), talk)
      // A page that the sync had read before it stores it afterwards, and a later sync finds nothing either.
      yield* Store.save("contacts", pageBefore.data)
      yield* syncAll()
      assert.strictEqual((yield* rowsOf("contacts")).length, 301 - 4)
      yield* TestClock.adjust("1 second")
      yield* Contacts.unarchive(back ?? "")
      yield* deliveries.settled
      assert.strictEqual((yield* rowsOf("contacts")).length, 301 - 3)
      assert.include(yield* idsOf("contacts"), back)
    }).pipe(Effect.scoped, Effect.provide(Test)))

  it.effect("takes the later of two notifications that arrive in the wrong order", () =>
    Effect.gen(function*() {
      yield* Store.save("contacts", [{ id: "1", updated_at: 5 }])
      yield* Store.setRemoved("contacts", { id: "1", at: 20, isRemoved: false })
      yield* Store.setRemoved("contacts", { id: "1", at: 10, isRemoved: true })
      assert.deepStrictEqual(yield* idsOf("contacts"), ["1"])
      yield* Store.setRemoved("contacts", { id: "1", at: 30, isRemoved: true })
      yield* Store.setRemoved("contacts", { id: "1", at: 20, isRemoved: false })
      yield* Store.save("contacts", [{ id: "1", updated_at: 40 }])
      assert.deepStrictEqual(yield* idsOf("contacts"), [])
    }).pipe(Effect.provide(Test)))

  it.effect("does not replace a row by an older record", () =>
    Effect.gen(function*() {
      yield* Store.save("contacts", [{ id: "1", updated_at: 2 }])
      yield* Store.save("contacts", [{ id: "1", updated_at: 1 }, { id: "2", updated_at: 1 }])
      const rows = yield* rowsOf("contacts")
      assert.deepStrictEqual(rows.map(({ body }) => body), [
        "{\"id\":\"1\",\"updated_at\":2}",
        "{\"id\":\"2\",\"updated_at\":1}"
      ])
    }).pipe(Effect.provide(Test)))
})

describe("Its progress", () => {
  const pages = (remaining: ReadonlyArray<number>) =>
    remaining.map((remaining) => ({
      data: ["a", "b"],
      checkpoint: { search: "", ranges: remaining === 0 ? [] : [{ from: 0, to: 1, remaining }] }
    }))

  const shown = (isTTY: boolean, remaining: ReadonlyArray<number>) =>
    Effect.gen(function*() {
      let text = ""
      const Screen = Layer.succeed(Terminal.Terminal, {
        columns: Effect.succeed(80),
        display: (part: string) => Effect.sync(() => text += part),
        isTTY: Effect.succeed(isTTY),
        readInput: Effect.never,
        readLine: Effect.never,
        rows: Effect.succeed(24)
      })
      const show = (yield* Effect.provide(Progress.make, Screen))("contacts")
      yield* Effect.forEach(pages(remaining), show)
      return text
    })

  it.effect("is one line on a terminal", () =>
    Effect.gen(function*() {
      assert.strictEqual(
        yield* shown(true, [3, 1, 0]),
        "\rcontacts: 2 stored, about 3 to go\x1b[K\rcontacts: 4 stored, about 1 to go\x1b[K" +
          "\rcontacts: 6 stored in 3 pages\x1b[K\n"
      )
    }))

  it.effect("is every tenth line and the last one elsewhere", () =>
    Effect.gen(function*() {
      assert.strictEqual(
        yield* shown(false, [21, 19, 17, 15, 13, 11, 9, 7, 5, 3, 1, 0]),
        "contacts: 20 stored, about 3 to go\ncontacts: 24 stored in 12 pages\n"
      )
    }))
})

describe("docs/examples/sync/main.ts", () => {
  it.scopedLive("runs without a token and a network", () =>
    Effect.gen(function*() {
      const database = join(yield* makeDirectory, "intercom.db")
      // How many pages there are depends on the time, because the sync splits the time up to now into parts.
      const { errors, output, status } = yield* runExample("sync/main", ["--database", database], {
        NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(startClockAt("2026-11-30T02:50:00Z"))}`
      })
      assert.deepStrictEqual([status, errors], [0, []])
      assert.deepStrictEqual(output.filter((line) => line.includes("pages")), [
        "contacts: 3000 stored in 44 pages",
        "contacts: 0 stored in 1 pages",
        "conversations: 500 stored in 4 pages",
        "conversations: 0 stored in 1 pages"
      ])
    }), timeout)

  it.scopedLive("says in one line why it cannot open its database", () =>
    Effect.gen(function*() {
      const database = join(yield* makeDirectory, "missing", "intercom.db")
      const { errors, status } = yield* runExample("sync/main", ["--database", database])
      assert.deepStrictEqual(errors, ["sync: Cannot open database because the directory does not exist"])
      assert.strictEqual(status, 1)
    }), timeout)

  it.scopedLive(
    "killed at ten random moments, ends with the same rows as a run that was not killed",
    () =>
      Effect.gen(function*() {
        const random = new PCGRandom(14)
        const directory = yield* makeDirectory
        const main = yield* bundle(directory, "sync/main")
        const database = join(directory, "killed.db")

        let requests = 0
        let onRequest: () => void = () => {}
        const { httpApp } = yield* IntercomWorkspace.IntercomWorkspace
        const url = yield* serveApp(Effect.suspend(() => {
          requests += 1
          onRequest()
          return httpApp
        }))
        const run = start(main, ["--database", database, "--per-page", "10"], {
          INTERCOM_ACCESS_TOKEN: "token",
          INTERCOM_BASE_URL: url
        })

        /** Starts the program and kills it some milliseconds after a request, or during it. */
        const runAndKill = Effect.gen(function*() {
          const program = yield* run
          const last = requests + 1 + random.integer(15)
          const delay = random.integer(2) * random.integer(25)
          onRequest = () => {
            if (requests < last) return
            onRequest = () => {}
            const kill = () => program.child.kill("SIGKILL")
            if (delay === 0) kill()
            else setTimeout(kill, delay)
          }
          assert.deepStrictEqual([yield* program.ended, program.errors], ["SIGKILL", []])
        }).pipe(Effect.scoped)

        // The workspace changes while the sync is going on, and notifies the handler that writes to the same file.
        const { contacts } = yield* IntercomWorkspace.snapshot
        const idOf = (index: number) => contacts[index]?.id ?? ""
        const opened = yield* Layer.build(Store.layer(database))
        const stored = Effect.provide(idsOf("contacts"), opened)
        const deliveries = yield* Effect.provide(deliver, opened)
        for (let kills = 0; kills < 10; kills++) {
          yield* runAndKill
          if (kills % 3 !== 0 || kills === 0) continue
          yield* Contacts.update(idOf(kills), { name: `Changed ${kills}` })
          yield* Contacts.update(idOf(990 - kills), { name: `Changed ${kills}` })
          yield* Contacts.create({ email: `new-${kills}@example.com` })
          const [deleted = idOf(500)] = yield* stored
          yield* Contacts.delete(deleted)
          yield* deliveries.settled
          assert.notInclude(yield* stored, deleted)
        }
        const last = yield* run
        assert.deepStrictEqual([yield* last.ended, last.errors], ["0", []])
        assert.match(last.output.at(-1) ?? "", /^conversations: \d+ stored in \d+ pages$/)
        const killed = yield* Effect.provide(Effect.all([rowsOf("contacts"), rowsOf("conversations")]), opened)

        const before = (yield* IntercomWorkspace.requests).length
        const reference = yield* syncAll(() => ({ perPage: 10 })).pipe(
          Effect.zipRight(Effect.all([rowsOf("contacts"), rowsOf("conversations")])),
          Effect.provide(Store.layer(":memory:"))
        )
        assert.strictEqual(reference[0].length, 1000)
        assert.deepStrictEqual(killed, reference)
        // A run continues: only the pages that were under way, eight at most, are requested again.
        const requestsOfReference = (yield* IntercomWorkspace.requests).length - before
        assert.isAtMost(requests, requestsOfReference + 10 * 8)
      }).pipe(
        Effect.provide(IntercomWorkspace.layer({ contacts: 1000, conversations: 200, rateLimit: Infinity }))
      ),
    timeout
  )
})

describe("docs/examples/sync/webhooks.ts", () => {
  it.scopedLive(
    "removes a deleted contact from the database that another process writes",
    () =>
      Effect.gen(function*() {
        const directory = yield* makeDirectory
        const database = join(directory, "intercom.db")
        const url = yield* serveApp(yield* Effect.map(IntercomWorkspace.IntercomWorkspace, ({ httpApp }) => httpApp))
        const program = yield* start(
          yield* bundle(directory, "sync/webhooks"),
          ["--database", database, "--port", "0"],
          {
            INTERCOM_ACCESS_TOKEN: "token",
            INTERCOM_BASE_URL: url,
            INTERCOM_CLIENT_SECRET: Redacted.value(clientSecret)
          }
        )
        const address = (yield* program.line((line) => line.startsWith("listening on "))).slice("listening on ".length)
        const deliveries = yield* IntercomWorkspace.deliverTo(address, { clientSecret })
        yield* Effect.gen(function*() {
          yield* syncAll()
          const [first = "", ...others] = yield* idsOf("contacts")
          yield* Contacts.delete(first)
          yield* deliveries.settled
          assert.deepStrictEqual((yield* deliveries.attempts).map(({ status }) => status), [200])
          assert.deepStrictEqual(yield* idsOf("contacts"), others)
        }).pipe(Effect.provide(Store.layer(database)))
      }).pipe(Effect.provide([IntercomWorkspace.layer({ contacts: 5 }), FetchHttpClient.layer])),
    timeout
  )
})
