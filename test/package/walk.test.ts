/**
 * The walk of a newcomer, by the pages alone: an empty folder, the install line of the README, its three uses, getting
 * started, and the first program of each guide, all against the packed package and what npm's registry has today.
 */
import { afterAll, assert, beforeAll, beforeEach, describe, it, vi } from "@effect/vitest"
import { Contacts, IntercomHttp } from "effect-intercom"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { type Block, blocksOfPage, isProgram } from "../docs/blocks.js"
import type { Ended } from "../docs/execute.js"
import { startServer } from "../docs/server.js"
import { pack, repository } from "./install.js"
import * as Newcomer from "./newcomer.js"

// A busy machine, and the network, take their time.
vi.setConfig({ hookTimeout: 600_000, testTimeout: 30_000 })

const start = "docs/getting-started.md"

/** What the programs of the pages print, from the first one on: what comments in them state, or else this. */
const prints: Readonly<Record<string, ReadonlyArray<"stated" | RegExp>>> = {
  "README.md": [/contact \w+/, /exported note \w+/, "stated"],
  [start]: [/the token belongs to \w+/, /message=/, /stored 4 contacts/, /^$/],
  "docs/batches.md": ["stated"],
  "docs/canvas-kit.md": ["stated"],
  "docs/endpoints.md": ["stated"],
  "docs/errors.md": ["stated"],
  "docs/from-intercom-client.md": [/\w+ is a (user|lead)"\n.*\w+ is a (user|lead)"\n/],
  "docs/from-intercom-go.md": [/\w+ is a (user|lead)"\n.*\w+ is a (user|lead)"\n/],
  "docs/jobs.md": ["stated"],
  "docs/messenger.md": ["stated"],
  "docs/oauth.md": [/^https:\/\/app\.eu\.intercom\.com\/oauth\?client_id=.+&state=.{43}$/m],
  "docs/observability.md": [/level=DEBUG fiber=#0 message="Contacts\.find: 200 \(GET \/contacts\/\{contact_id\}\)"/],
  "docs/proxies.md": ["stated"],
  "docs/search.md": ["stated"],
  "docs/signatures.md": ["stated"],
  "docs/streams.md": ["stated"],
  "docs/syncing.md": [/150 contacts.*\n.*150 contacts.*\n.*100 contacts, 0 ranges to go/],
  "docs/tenants.md": ["stated"],
  "docs/testing.md": ["stated"],
  "docs/webhooks.md": ["stated"],
  "docs/whole-workspace.md": [/stored 150"\n.*stored 150"\n.*stored 100"/],
  "docs/without-effect.md": ["stated"]
}

/** Why a page has no program to begin with. Its first block compiles, if it has one. */
const withoutProgram: Readonly<Record<string, string>> = {
  "docs/configuration.md": "its blocks are layers for any program",
  "docs/design.md": "it is about the sources",
  "docs/durable-syncs.md": "its program is a runner of a cluster: test/examples/workflow.test.ts runs two",
  "docs/from-intercom-client-methods.md": "it is a table",
  "docs/from-intercom-go-names.md": "it is a table",
  "docs/modules.md": "it is a table",
  "docs/mounting-webhooks.md": "its programs are servers: test/examples.webhooks.test.ts sends them requests",
  "docs/names.md": "it is about names",
  "docs/performance.md": "it is about measurements",
  "docs/recipes.md": "its blocks are functions: test/docs/recipes.test.ts calls them",
  "docs/recordings.md": "its block needs a recording",
  "docs/reliability.md": "it is about tests",
  "docs/retries.md": "its blocks are layers for any program",
  "docs/runtimes.md": "its block is for a worker",
  "docs/versions.md": "its blocks are calls that need a workspace of one's own",
  "docs/workspace.md": "its program is a command: test/bin runs it",
  "docs/writing.md": "it is about the pages"
}

const pages: ReadonlyArray<string> = [
  "README.md",
  ...readdirSync(join(repository, "docs")).filter((name) => name.endsWith(".md")).map((name) => `docs/${name}`)
]
const blocks: ReadonlyArray<Block> = pages.flatMap((page) => blocksOfPage(page, Newcomer.read(page)))
const blocksOf = (page: string): ReadonlyArray<Block> => blocks.filter(({ file }) => file === page)
const programsOf = (page: string): ReadonlyArray<Block> =>
  blocksOf(page).filter(isProgram).slice(0, prints[page]?.length ?? 0)
const savedOf = (page: string): ReadonlyArray<Block> => page in prints ? programsOf(page) : blocksOf(page).slice(0, 1)

describe("The pages", () => {
  it("have a first program each, or a reason for none", () => {
    assert.sameMembers([...Object.keys(prints), ...Object.keys(withoutProgram)], [...pages])
    assert.deepStrictEqual(Object.keys(withoutProgram).filter((page) => blocksOf(page).some(isProgram)), [])
    assert.deepStrictEqual(Object.keys(prints).filter((page) => programsOf(page).length !== prints[page]?.length), [])
  })

  it("have three uses in the README and four steps in getting started, each a program", () => {
    assert.deepStrictEqual([blocksOf("README.md").length, blocksOf(start).length], [3, 4])
  })

  for (const page of pages) {
    it(`name what the first program of ${page} imports where they say what to install`, () => {
      const named = ["README.md", page].flatMap((each) => Newcomer.installedBy(Newcomer.read(each)))
        .map(Newcomer.nameOf)
      assert.deepStrictEqual(savedOf(page).flatMap(Newcomer.packagesOf).filter((name) => !named.includes(name)), [])
    })
  }
})

describe("A newcomer (skipped if the registry of npm cannot be reached)", () => {
  let root: string
  let unreachable: string | undefined
  /** Where the lines of the README were run, and those of getting started. */
  let readme: string
  let guide: string
  /** What the compiler refuses. */
  let problems = ""
  const ends = new Map<Block, Ended>()

  const install = async (): Promise<void> => {
    const tarball = pack(root)
    readme = join(root, "readme")
    guide = join(root, "guide", "first-sync")
    for (const folder of [readme, dirname(guide)]) mkdirSync(folder)
    await Promise.all([
      // Without a package.json, npm would install into the nearest folder above that has one.
      Newcomer.runScript(readme, `npm init --yes\n${Newcomer.blockOf("README.md", "sh", "npm install").code}`, tarball),
      Newcomer.runScript(dirname(guide), Newcomer.blockOf(start, "sh", "npm install").code, tarball)
    ])
    const further = pages.flatMap((page) => {
      const imported = savedOf(page).flatMap(Newcomer.packagesOf)
      return Newcomer.installedBy(Newcomer.read(page)).filter((specifier) =>
        imported.includes(Newcomer.nameOf(specifier)) &&
        !Newcomer.installedBy(Newcomer.read(start)).includes(specifier)
      )
    })
    if (further.length > 0) await Newcomer.runScript(guide, `npm install ${further.join(" ")}`, tarball)
  }

  const compile = async (): Promise<void> => {
    const uses = savedOf("README.md")
    const others = pages.filter((page) => page !== "README.md").flatMap(savedOf)
    Newcomer.save(readme, uses)
    Newcomer.save(guide, others)
    writeFileSync(join(guide, "tsconfig.json"), Newcomer.blockOf(start, "json", "compilerOptions").code)
    const options = ["--strict", "--module", "nodenext", "--skipLibCheck", ...uses.map(Newcomer.sourceOf)]
    problems = await Newcomer.compile(readme, guide, uses, options) +
      await Newcomer.compile(guide, guide, others, ["--noEmit", "false"])
  }

  const run = async (): Promise<void> => {
    const guard = Newcomer.saveGuard(root)
    // Two, because the first use writes a contact.
    const [first, second] = await Promise.all([startServer(), startServer()])
    await addNote(first.url)
    const atReadme = { folder: readme, url: first.url, guard }
    const atGuide = { folder: guide, url: second.url, guard }
    await Effect.runPromise(Effect.forEach(
      pages.flatMap(programsOf),
      (block) =>
        Effect.map(
          Effect.promise(() =>
            block.file === "README.md" ?
              Newcomer.runCompiled(block, atReadme) :
              block.file === start ?
              Newcomer.runSource([Newcomer.sourceOf(block)], atGuide) :
              Newcomer.runCompiled(block, atGuide)
          ),
          (end) => ends.set(block, end)
        ),
      { concurrency: 2, discard: true }
    ))
    await Promise.all([first.close(), second.close()])
  }

  beforeAll(async () => {
    // The compiler names files by their real paths, and a temporary folder may be a link.
    root = realpathSync(mkdtempSync(join(tmpdir(), "effect-intercom-walk-")))
    try {
      await install()
    } catch (error) {
      if (!(error instanceof Newcomer.Unreachable)) throw error
      unreachable = `the registry of npm cannot be reached: ${error.message}`
      process.stdout.write(`The walk of a newcomer is skipped: ${unreachable}\n`)
      return
    }
    await compile()
    await run()
  })
  afterAll(() => rmSync(root, { recursive: true }))
  beforeEach(({ skip }) => {
    if (unreachable !== undefined) skip(unreachable)
  })

  it("has all that the library needs, by the line of the README", () => {
    assert.includeMembers([...Newcomer.dependenciesOf(readme)], [...Newcomer.peersOf(readme)])
  })

  it("has all that the library needs, by the lines of getting started", () => {
    assert.includeMembers([...Newcomer.dependenciesOf(guide)], [...Newcomer.peersOf(guide)])
  })

  it("compiles the programs with the options of getting started", () => {
    assert.strictEqual(problems, "")
  })

  for (const page of Object.keys(prints)) {
    for (const [index, block] of programsOf(page).entries()) {
      it(`runs ${page}:${block.line}, which prints what it says`, () => {
        const { stderr, stdout, trouble } = ends.get(block) ?? assert.fail("it was not run")
        assert.isUndefined(trouble, `${stdout}${stderr}`)
        const stated = Newcomer.statedBy(block)
        const expected = prints[page]?.[index]
        if (expected instanceof RegExp) assert.match(stdout, expected)
        else assert.isNotEmpty(stated)
        const lines = stdout.split("\n")
        const printed = stated.map((text) => lines.find((line) => line !== "" && isStated(text, line)) ?? stdout)
        assert.deepStrictEqual(printed.filter((line, at) => !isStated(stated[at] ?? "", line)), [])
      })
    }
  }

  it("has the contacts in a file in the end, as getting started says", () => {
    const lines = readFileSync(join(guide, "contacts.jsonl"), "utf8").trimEnd().split("\n")
    assert.strictEqual(lines.length, 4)
  })
})

/** The comment may say more behind it: `4: both are closed`. */
const isStated = (text: string, line: string): boolean =>
  text === line || /^[,:;] /.test(text.slice(line.length)) && text.startsWith(line)

/** Without it, there is nothing to export. */
const addNote = (url: string): Promise<unknown> =>
  Contacts.stream().pipe(
    Stream.filter(({ role }) => role === "user"),
    Stream.take(1),
    Stream.runForEach(({ id }) => Contacts.createNote(id, { body: "Prefers e-mail." })),
    Effect.provide(IntercomHttp.layerFetch({ accessToken: Redacted.make("test-token"), baseUrl: url })),
    Effect.runPromise
  )
