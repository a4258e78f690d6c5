import { afterAll, assert, beforeAll, describe, it, vi } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { existsSync } from "node:fs"
import { join } from "node:path"
import { type Compiler, makeCompiler, repository } from "../types/compiler.js"
import type { Block, Sandbox } from "./blocks.js"
import { blocksOfPage, blocksOfSource, checkBlocks, findBlocks, isProgram, makeSandbox } from "./blocks.js"
import { type Server, startServer } from "./server.js"

const pages = [
  "README.md",
  "docs/getting-started.md",
  "docs/configuration.md",
  "docs/without-effect.md",
  "docs/errors.md",
  "docs/streams.md",
  "docs/search.md",
  "docs/batches.md",
  "docs/jobs.md",
  "docs/endpoints.md",
  "docs/versions.md",
  "docs/whole-workspace.md",
  "docs/retries.md",
  "docs/observability.md",
  "docs/proxies.md",
  "docs/webhooks.md",
  "docs/mounting-webhooks.md",
  "docs/signatures.md",
  "docs/canvas-kit.md",
  "docs/syncing.md",
  "docs/durable-syncs.md",
  "docs/oauth.md",
  "docs/tenants.md",
  "docs/messenger.md",
  "docs/testing.md",
  "docs/workspace.md",
  "docs/recordings.md",
  "docs/modules.md",
  "docs/names.md",
  "docs/runtimes.md",
  "docs/design.md",
  "docs/writing.md",
  "docs/from-intercom-go.md",
  "docs/from-intercom-go-names.md",
  "docs/recipes.md",
  "docs/from-intercom-client.md"
]

// Loading the types of Effect, and starting Node, on a busy machine.
const slow = 60_000
vi.setConfig({ hookTimeout: slow, testTimeout: slow })

let compiler: Compiler
let sandbox: Sandbox
let server: Server

beforeAll(async () => {
  // As in a project for Node, which has no types of browsers.
  compiler = makeCompiler({ lib: ["lib.es2022.d.ts"] })
  sandbox = makeSandbox()
  server = await startServer()
})
afterAll(async () => {
  sandbox.remove()
  await server.close()
})

const run = (block: Block, timeLimit?: number): Promise<string | undefined> =>
  sandbox.run(block, { url: server.url, ...(timeLimit === undefined ? {} : { timeLimit }) })

describe("The documentation", () => {
  const blocks = findBlocks()
  const blocksOf = (file: string): ReadonlyArray<Block> => blocks.filter((block) => block.file === file)

  for (const page of pages) {
    it(`has ${page}`, () => {
      assert.isTrue(existsSync(join(repository, page)))
    })
  }

  it("shows code in README.md: three blocks or more", () => {
    assert.isAtLeast(blocksOf("README.md").length, 3)
  })

  it("shows a whole program in README.md", () => {
    assert.isNotEmpty(blocksOf("README.md").filter(isProgram))
  })

  describe("compiles, each block on its own:", () => {
    let problems: ReadonlyArray<string>
    beforeAll(() => {
      problems = checkBlocks(compiler, blocks)
    })

    for (const file of new Set(blocks.map(({ file }) => file))) {
      it(file, () => {
        assert.strictEqual(problems.filter((problem) => problem.startsWith(`${file}:`)).join("\n"), "")
      })
    }

    it("under options that are sound", () => {
      const files = new Set(blocks.map(({ file }) => file))
      assert.deepStrictEqual(problems.filter((problem) => !files.has(problem.slice(0, problem.indexOf(":")))), [])
    })
  })

  describe("runs, each whole program to its end:", () => {
    const programs = blocks.filter(isProgram)
    const failures = new Map<Block, string | undefined>()
    beforeAll(() =>
      Effect.runPromise(Effect.forEach(
        programs,
        (program) => Effect.map(Effect.promise(() => run(program)), (failure) => failures.set(program, failure)),
        { concurrency: 2, discard: true }
      )), slow * Math.max(programs.length, 1))

    for (const program of programs) {
      it(`${program.file}:${program.line}`, () => {
        assert.isTrue(failures.has(program))
        const failure = failures.get(program)
        if (failure !== undefined) assert.fail(failure)
      })
    }
  })
})

const page = (...lines: ReadonlyArray<string>): ReadonlyArray<Block> => blocksOfPage("page.md", lines.join("\n"))

const program = (...lines: ReadonlyArray<string>): Block => {
  const [block] = page("```ts", ...lines, "```")
  if (block === undefined) throw new Error("no block")
  return block
}

describe("A block is found", () => {
  const found = (blocks: ReadonlyArray<Block>): ReadonlyArray<readonly [line: number, code: string]> =>
    blocks.map(({ code, line }) => [line, code.trim()])

  it("in a fence marked ts or typescript, no other", () => {
    const blocks = page(
      "# A",
      "```ts",
      "a",
      "",
      "b",
      "```",
      "```sh",
      "c",
      "```",
      "~~~typescript",
      "d",
      "~~~",
      "```",
      "```"
    )
    assert.deepStrictEqual(found(blocks), [[3, "a\n\nb"], [11, "d"]])
  })

  it("in a list and in a quote, without their marks", () => {
    const blocks = page("1. ```ts", "   a", "     b", "   ```", "> ```ts", "> c", ">", "> d", "> ```")
    assert.deepStrictEqual(found(blocks), [[2, "a\n  b"], [6, "c\n\nd"]])
  })

  it("not where a page shows how to write one", () => {
    assert.deepStrictEqual(page("````md", "```ts", "a", "```", "````"), [])
  })

  it("with what stands behind the language", () => {
    assert.deepStrictEqual(page("```ts no-run", "a", "```").map(({ marks }) => marks), [["no-run"]])
  })

  it("in a doc comment, and in no other text of a source", () => {
    const source = [
      "/**",
      " * A module.",
      " *",
      " * ```ts",
      " * a",
      " *   b",
      " * ```",
      " */",
      "const text = `",
      "```ts",
      "c",
      "```",
      "`",
      "export interface A {",
      "  /** Its name. */",
      "  readonly a: string",
      "  /**",
      "   * ```ts",
      "   * d",
      "   * ```",
      "   */",
      "  readonly d: string",
      "}"
    ]
    const blocks = blocksOfSource("a.ts", source.join("\n"))
    assert.deepStrictEqual(found(blocks), [[5, "a\n  b"], [19, "d"]])
  })

  it("or its fence is named, when nothing closes it", () => {
    assert.throws(() => page("a", "```ts", "b", "``"), "page.md:2: the fence is never closed")
  })
})

describe("A block compiles", () => {
  it("unless it has a type error, which is reported with its line", () => {
    const [problem = "", ...others] = checkBlocks(
      compiler,
      page(
        "```ts",
        "export const a: number = 1",
        "```",
        "```ts",
        "import { Contacts } from \"effect-intercom\"",
        "",
        "export const contact = Contacts.find(1)",
        "```"
      )
    )
    assert.strictEqual(
      problem,
      "page.md:7: TS2345: Argument of type 'number' is not assignable to parameter of type 'string'."
    )
    assert.deepStrictEqual(others, [])
  })

  it("unless it is no TypeScript", () => {
    const problems = checkBlocks(compiler, page("```ts", "const", "```"))
    assert.deepStrictEqual(problems.map((problem) => problem.slice(0, 17)), ["page.md:2: TS1123"])
  })

  it("by the project's options", () => {
    const problems = checkBlocks(
      compiler,
      page("```ts", "export const a: { b?: string } = { b: undefined }", "export const c: string = [\"d\"][0]", "```")
    )
    assert.deepStrictEqual(problems.map((problem) => problem.slice(0, 17)), ["page.md:2: TS2375", "page.md:3: TS2322"])
  })

  it("by itself: names mean nothing in the next one, and need not be used", () => {
    const problems = checkBlocks(
      compiler,
      page("```ts", "const a: string = \"\"", "```", "```ts", "const a: number = 1", "```", "```ts", "a", "```")
    )
    assert.deepStrictEqual(problems, ["page.md:8: TS2304: Cannot find name 'a'."])
  })

  it("with the modules below the barrel, by their deep paths", () => {
    const block = program("import * as Contacts from \"effect-intercom/api/Contacts\"", "Contacts.find(\"1\")")
    assert.deepStrictEqual(checkBlocks(compiler, [block]), [])
  })
})

describe("A block is a whole program", () => {
  for (
    const code of [
      "Effect.runPromise(main)",
      "Effect.runPromise(main).then(console.log)",
      "await Effect.runPromiseExit(main)",
      "const contact = await run(main)",
      "main.pipe(Effect.runFork)",
      "const a = Effect.runSync(main)",
      "NodeRuntime.runMain(main)",
      "if (isMain) runtime.runPromise(main)"
    ]
  ) {
    it(`when it runs itself: ${code}`, () => {
      assert.isTrue(isProgram(program(code)))
    })
  }

  for (
    const code of [
      "export const main = Contacts.find(\"1\")",
      "export const handler = () => Effect.runPromise(main)",
      "app.get(\"/\", function() { Effect.runPromise(main) })",
      "class A { run() { return Effect.runPromise(main) } }",
      "export const contact = async () => await run(main)",
      "// Effect.runPromise(main)",
      "Stream.runCollect(contacts)"
    ]
  ) {
    it(`not when somebody else has to run it: ${code}`, () => {
      assert.isFalse(isProgram(program(code)))
    })
  }

  it("not when it is marked no-run", () => {
    assert.deepStrictEqual(page("```ts no-run", "NodeRuntime.runMain(server)", "```").map(isProgram), [false])
  })
})

describe("A program", () => {
  const imports = [
    "import { Contacts, IntercomHttp } from \"effect-intercom\"",
    "import { FetchHttpClient } from \"@effect/platform\"",
    "import { Effect, Layer, Redacted, Stream } from \"effect\"",
    "const Intercom = IntercomHttp.layerConfig().pipe(Layer.provide(FetchHttpClient.layer))"
  ]

  it("passes when it ends well, having talked to the server", async () => {
    const code = [
      "const all = await Contacts.stream().pipe(Stream.runCount, Effect.provide(Intercom), Effect.runPromise)",
      "if (all < 4) throw new Error(`${all} contacts`)"
    ]
    assert.isUndefined(await run(program(...imports, ...code)))
  })

  it("is reported when it throws, with the line it threw on", async () => {
    const failure = await run(program("console.log(\"on its way\")", "throw new Error(\"no way\")"))
    assert.match(failure ?? "", /^page\.md:2: exit status 1\n[^]*page\.md:3[^]*Error: no way/)
  })

  it("is reported when its effect fails", async () => {
    const failure = await run(
      program(...imports, "Effect.runPromise(Contacts.find(\"unknown\").pipe(Effect.provide(Intercom)))")
    )
    assert.match(failure ?? "", /^page\.md:2: exit status 1\n[^]*Contacts\.find: 404 not_found/)
  })

  it("is reported when its effect fails in runMain, which logs why to stdout", async () => {
    const runMain = "NodeRuntime.runMain(Contacts.find(\"unknown\").pipe(Effect.provide(Intercom)))"
    const failure = await run(
      program("import { NodeRuntime } from \"@effect/platform-node\"", ...imports, runMain)
    )
    assert.match(failure ?? "", /^page\.md:2: exit status 1\n[^]*Contacts\.find: 404 not_found/)
  })

  it("is reported when it does not end in time", async () => {
    const failure = await run(program("setTimeout(() => {}, 6000)"), 1000)
    assert.strictEqual(failure, "page.md:2: did not end within 1000 ms\n")
  })

  it("is reported when it reaches for another machine, whatever it makes of the error", async () => {
    const failure = await run(
      program(
        ...imports,
        "const Real = IntercomHttp.layerFetch({ accessToken: Redacted.make(\"token\") })",
        "Effect.runPromise(Contacts.find(\"1\").pipe(Effect.ignore, Effect.provide(Real)))"
      )
    )
    assert.match(failure ?? "", /^page\.md:2: exit status 1\nIt reached for api\.intercom\.io/)
  })
})
