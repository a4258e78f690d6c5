import { assert, describe, it } from "@effect/vitest"
import * as IntercomWorkspace from "effect-intercom/testing/IntercomWorkspace"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { serveApp } from "./loopback.js"
import { runExample } from "./program.js"

const demo = (args: ReadonlyArray<string>, environment?: Record<string, string>) =>
  runExample("demo", args, environment)

describe("npm run demo", () => {
  it.live(
    "streams 10,000 contacts in 67 pages with 67 requests, with plain lines of progress",
    () =>
      Effect.gen(function*() {
        const { errors, output, status } = yield* demo([])
        assert.deepStrictEqual(errors, [])
        assert.strictEqual(status, 0)
        assert.match(output.at(-1) ?? "", /^streamed 10000 contacts in 67 pages, 67 requests, /)
        assert.include(output, "1500 of 10000 contacts, 10 pages")
      }),
    60_000
  )

  it.live("takes other figures", () =>
    Effect.gen(function*() {
      const { output, status } = yield* demo(["--contacts", "101", "--per-page", "10", "--prefetch", "3"])
      assert.strictEqual(status, 0)
      assert.match(output.at(-1) ?? "", /^streamed 101 contacts in 11 pages, 11 requests, /)
    }), 60_000)

  it.live("says in one line what is wrong with the figures", () =>
    Effect.gen(function*() {
      for (const args of [["--contacts", "many"], ["--per-page", "151"], ["--loud"]]) {
        const { errors, status } = yield* demo(args)
        assert.strictEqual(status, 1)
        assert.lengthOf(errors, 1)
      }
    }), 60_000)

  it.scopedLive("with a token reads what that token opens, and writes nothing", () =>
    Effect.gen(function*() {
      const workspace = yield* IntercomWorkspace.make({ contacts: 200, accessToken: Redacted.make("good") })
      const environment = { INTERCOM_ACCESS_TOKEN: "good", INTERCOM_BASE_URL: yield* serveApp(workspace.httpApp) }
      const { output, status } = yield* demo([], environment)
      assert.strictEqual(status, 0)
      assert.match(output.at(-1) ?? "", /^streamed 200 contacts in 2 pages, 2 requests, /)
      const requests = (yield* workspace.requests).map(({ method, path }) => `${method} ${path}`)
      assert.deepStrictEqual(requests, ["GET /contacts", "GET /contacts"])
    }), 60_000)

  it.scopedLive(
    "with a bad token ends in one clear line without the token, and status 1",
    () =>
      Effect.gen(function*() {
        const { httpApp } = yield* IntercomWorkspace.make({ contacts: 200, accessToken: Redacted.make("good") })
        const environment = { INTERCOM_ACCESS_TOKEN: "bad-token", INTERCOM_BASE_URL: yield* serveApp(httpApp) }
        const { errors, output, status } = yield* demo([], environment)
        assert.strictEqual(status, 1)
        assert.deepStrictEqual(output, [])
        assert.lengthOf(errors, 1)
        assert.match(errors[0] ?? "", /401 unauthorized/)
        assert.notInclude(errors[0], "bad-token")
      }),
    60_000
  )
})
