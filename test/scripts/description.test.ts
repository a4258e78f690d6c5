/** `npm run description`, with a server on loopback in place of GitHub. */
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { execFile } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { files, hasDescription, note } from "../contract/description.js"
import { serveNode } from "../loopback.js"

const timeout = 120_000

const folder: Effect.Effect<string, never, Scope.Scope> = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "effect-intercom-description-"))),
  (folder) => Effect.sync(() => rmSync(folder, { recursive: true }))
)

const download = (url: string, folder: string) =>
  Effect.async<{ readonly status: unknown; readonly errors: string }>((resume) => {
    const args = ["--import", "tsx", "scripts/description.ts", "--base-url", url, "--folder", folder]
    execFile(process.execPath, args, (error, _, errors) => {
      resume(Effect.succeed({ status: error === null ? 0 : error.code, errors }))
    })
  })

const path = /^\/8889625\/descriptions\/(2\.1[56])\/api\.intercom\.io\.yaml$/

describe("npm run description", () => {
  it.scopedLive.skipIf(!hasDescription)(`writes the files of the pinned commit${note}`, () =>
    Effect.gen(function*() {
      const target = join(yield* folder, "new")
      const url = yield* serveNode(({ url = "" }, response) => {
        const file = files[path.exec(url)?.[1] ?? ""]
        return file === undefined ? response.writeHead(404).end() : response.end(readFileSync(file))
      })
      assert.deepStrictEqual(yield* download(url, target), { status: 0, errors: "" })
      for (const [version, file] of Object.entries(files)) {
        assert.isTrue(readFileSync(join(target, `intercom-${version}.yaml`)).equals(readFileSync(file)))
      }
    }), timeout)

  it.scopedLive("refuses other files, and writes nothing", () =>
    Effect.gen(function*() {
      const target = join(yield* folder, "new")
      const url = yield* serveNode((_, response) => response.end("openapi: 3.0.1\n"))
      const { errors, status } = yield* download(url, target)
      assert.strictEqual(status, 1)
      assert.match(errors, /^description: http:\S+ has the SHA-256 \w{64}, expected \w{64}: nothing was written\n$/)
      assert.isFalse(existsSync(target))
    }), timeout)

  it.scopedLive("says in one line that there is no file or no server", () =>
    Effect.gen(function*() {
      const target = join(yield* folder, "new")
      const url = yield* serveNode((_, response) => response.writeHead(404).end())
      assert.match((yield* download(url, target)).errors, /^description: http:\S+ responds with status 404\n$/)
      const { errors, status } = yield* download("http://127.0.0.1:1", target)
      assert.strictEqual(status, 1)
      assert.match(errors, /^description: .+\n$/)
    }), timeout)
})
