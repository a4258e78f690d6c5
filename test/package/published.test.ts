/**
 * What publint and Are The Types Wrong say of the tarball that npm would publish.
 */
import { afterAll, assert, beforeAll, describe, it, vi } from "@effect/vitest"
import { execFile } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { publint } from "publint"
import { isHidden } from "../bundle/hidden.js"
import { pack, repository } from "./install.js"

// A busy machine takes its time.
vi.setConfig({ hookTimeout: 120_000, testTimeout: 300_000 })

const run = promisify(execFile)

let folder: string
let tarball: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "effect-intercom-published-"))
  tarball = pack(folder)
})
afterAll(() => rmSync(folder, { recursive: true }))

const subpaths = (): ReadonlyArray<string> =>
  readdirSync(join(repository, "dist"), { encoding: "utf8", recursive: true })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".d.ts") && path !== "index.d.ts" && !isHidden(path))
    .map((path) => path.replace(/\.d\.ts$/, ""))

describe("The tarball", () => {
  it("has no error, warning or suggestion of publint", async () => {
    const { buffer, byteLength, byteOffset } = readFileSync(tarball)
    const { messages } = await publint({
      strict: true,
      pack: { tarball: new Uint8Array(buffer, byteOffset, byteLength).slice().buffer }
    })
    assert.deepStrictEqual(messages, [])
  })

  it("has types that resolve for every public module, for attw with the profile esm-only", async () => {
    const modules = subpaths()
    assert.isAtLeast(modules.length, 100)
    const attw = join(repository, "node_modules", ".bin", "attw")
    const options = ["--profile", "esm-only", "--format", "json", "--include-entrypoints", ...modules]
    // Any problem of a resolution that the profile does not ignore is an exit status, and so a rejection.
    const { stdout } = await run(attw, [tarball, ...options], { maxBuffer: 64 * 1024 * 1024 })
    const { analysis }: { readonly analysis: { readonly entrypoints: Readonly<Record<string, unknown>> } } = JSON.parse(
      stdout
    )
    assert.includeMembers(Object.keys(analysis.entrypoints), [".", ...modules.map((module) => `./${module}`)])
  })
})
