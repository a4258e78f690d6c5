/**
 * What the package promises to those who install it: its types hold outside this repository, and what is private cannot
 * be reached.
 */
import { afterAll, assert, beforeAll, beforeEach, describe, it, vi } from "@effect/vitest"
import { spawnSync } from "node:child_process"
import { copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"
import { setImmediate } from "node:timers/promises"
import ts from "typescript"
import { isHidden } from "../bundle/hidden.js"
import { anysIn, declare, importsIn, install, optionsOf, problemsIn, resolutions } from "./install.js"

// A busy machine takes its time to compile.
vi.setConfig({ hookTimeout: 120_000, testTimeout: 120_000 })

let folder: string
/** The declarations in the package, as paths in `dist`: `api/Contacts.d.ts`. */
let declarations: ReadonlyArray<string>
let problemsOfWrapper: ReadonlyArray<string>

const programs = join(import.meta.dirname, "programs")
const dist = (): string => join(folder, "node_modules", "effect-intercom", "dist")
const wrapper = (): string => join(folder, "app", "wrapper.d.ts")

// Vitest reports an error if a test file does not respond for a minute, and the compiler does not pause.
const respond = (): Promise<void> => setImmediate()
beforeEach(respond)

beforeAll(async () => {
  folder = install()
  declarations = readdirSync(dist(), { encoding: "utf8", recursive: true })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".d.ts"))
  await respond()
  mkdirSync(join(folder, "wrapper"))
  copyFileSync(join(programs, "wrapper.ts"), join(folder, "wrapper", "wrapper.ts"))
  problemsOfWrapper = declare(join(folder, "wrapper", "wrapper.ts"))
  renameSync(join(folder, "wrapper", "dist"), join(folder, "app"))
  copyFileSync(join(programs, "consumer.ts"), join(folder, "app", "consumer.ts"))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** As one imports it: `effect-intercom/api/Contacts`. */
const specifierOf = (path: string): string =>
  path === "index.d.ts" ? "effect-intercom" : `effect-intercom/${path.replace(/\.d\.ts$/, "")}`

const hidden = (): ReadonlyArray<string> => ["effect-intercom/index", ...declarations.filter(isHidden).map(specifierOf)]

describe("The installed package", () => {
  it("has public and private modules", () => {
    assert.isAtLeast(declarations.filter((path) => !isHidden(path)).length, 100)
    assert.includeMembers([...hidden()], [
      "effect-intercom/internal/issue",
      "effect-intercom/models/notifications/kinds"
    ])
  })

  it("names no private module in a public declaration", () => {
    const leaks = declarations.filter((path) => !isHidden(path)).flatMap((path) =>
      importsIn(path, readFileSync(join(dist(), path), "utf8"))
        .filter((specifier) => specifier.startsWith("."))
        .map((specifier) => new URL(specifier, `file:///${path}`).pathname.slice(1))
        .filter(isHidden)
        .map((target) => `${path}: ${target}`)
    )
    assert.deepStrictEqual(leaks, [])
  })

  it("has a command that runs", () => {
    const bin = join(folder, "node_modules", "effect-intercom", "dist", "bin", "main.js")
    assert.deepStrictEqual(
      JSON.parse(readFileSync(join(folder, "node_modules", "effect-intercom", "package.json"), "utf8")).bin,
      { "effect-intercom": "dist/bin/main.js" }
    )
    assert.match(readFileSync(bin, "utf8"), /^#!\/usr\/bin\/env node\n/)
    const { status, stdout } = spawnSync(process.execPath, [bin, "workspace", "--help"], { encoding: "utf8" })
    assert.strictEqual(status, 0)
    assert.include(stdout, "--seed <file.json>")
  })

  it("gives no private module to Node", () => {
    const { resolve } = createRequire(join(folder, "app", "consumer.js"))
    assert.strictEqual(resolve("effect-intercom"), join(dist(), "index.js"))
    assert.strictEqual(resolve("effect-intercom/Endpoint"), join(dist(), "Endpoint.js"))
    for (const specifier of hidden()) {
      assert.throws(() => resolve(specifier), /ERR_PACKAGE_PATH_NOT_EXPORTED|is not defined by "exports"/, specifier)
    }
  })

  for (const resolution of resolutions) {
    it(`gives no private module to the compiler under ${resolution}`, () => {
      const resolve = (specifier: string): string | undefined =>
        ts.resolveModuleName(
          specifier,
          join(folder, "app", "consumer.ts"),
          optionsOf(resolution),
          ts.sys,
          undefined,
          undefined,
          ts.ModuleKind.ESNext
        ).resolvedModule?.resolvedFileName
      assert.strictEqual(resolve("effect-intercom"), join(dist(), "index.d.ts"))
      assert.strictEqual(resolve("effect-intercom/Endpoint"), join(dist(), "Endpoint.d.ts"))
      assert.deepStrictEqual(hidden().filter((specifier) => resolve(specifier) !== undefined), [])
    })
  }
})

describe("A library that wraps the package", () => {
  it("compiles with declarations", () => {
    assert.deepStrictEqual(problemsOfWrapper, [])
  })

  it("names only public modules in its declarations", () => {
    const ours = importsIn(wrapper(), readFileSync(wrapper(), "utf8")).filter((name) => /^effect-intercom\b/.test(name))
    assert.includeMembers([...ours], ["effect-intercom", "effect-intercom/IntercomHttp"])
    assert.sameMembers(
      [...new Set(ours)].filter((name) => !declarations.some((path) => !isHidden(path) && specifierOf(path) === name)),
      []
    )
  })
})

describe("A program that uses that library, and all of the package", () => {
  beforeAll(() => {
    const modules = declarations.filter((path) => !isHidden(path)).map(specifierOf)
    writeFileSync(
      join(folder, "app", "everything.ts"),
      modules.map((specifier, index) => `export * as module${index} from "${specifier}"\n`).join("")
    )
  })

  for (const resolution of resolutions) {
    it(`compiles without an any under ${resolution}, declarations checked`, () => {
      const paths = ["consumer.ts", "everything.ts"].map((path) => join(folder, "app", path))
      const program = ts.createProgram(paths, optionsOf(resolution))
      assert.deepStrictEqual(problemsIn(folder, program), [])
      assert.deepStrictEqual(anysIn(program, wrapper()), [])
    })
  }
})
