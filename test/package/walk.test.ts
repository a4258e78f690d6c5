/**
 * The walk of a newcomer, by the pages alone: an empty folder, the install line of the README, its three uses, getting
 * started, and the first program of each guide, all with the packed package and what the registry of npm has today.
 */
import { afterAll, assert, beforeAll, beforeEach, describe, it, vi } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { type Block, pages, read } from "../docs/blocks.js"
import type { Ended } from "../docs/execute.js"
import { startServer } from "../docs/server.js"
import { blocksOf, compiledOf, isStated, prints, programsOf, start, statedBy, withoutProgram } from "./firstPrograms.js"
import { pack, repository } from "./install.js"
import * as Newcomer from "./newcomer.js"

// A busy machine, and the network, take their time.
vi.setConfig({ hookTimeout: 600_000, testTimeout: 60_000 })

describe("The pages", () => {
  it("begin with a program, or have a reason for none", () => {
    assert.sameMembers(
      pages.filter((page) => programsOf(page).length === 0),
      Object.keys(withoutProgram)
    )
  })

  it("have three uses in the README and four steps in getting started, each a program", () => {
    const counts = ["README.md", start].map((page) => [blocksOf(page).length, programsOf(page).length])
    assert.deepStrictEqual(counts, [[3, 3], [4, 4]])
  })

  it("tell to install, as the README does, what their first programs import", () => {
    const missing = pages.flatMap((page) => {
      const names = [...Newcomer.installedBy("README.md"), ...Newcomer.installedBy(page)].map(Newcomer.nameOf)
      const imported = compiledOf(page).flatMap(Newcomer.packagesOf)
      return imported.filter((name) => !names.includes(name)).map((name) => `${page}: ${name}`)
    })
    assert.deepStrictEqual(missing, [])
  })

  // npm finds the version that fits, but others take the latest, which is for Effect 4.
  it("name the version of each peer that they tell to install", () => {
    const { peerDependencies = {} } = Newcomer.manifestOf(repository)
    const wrong = pages.flatMap((page) =>
      Newcomer.installedBy(page).filter((specifier) => {
        const name = Newcomer.nameOf(specifier)
        return name in peerDependencies &&
          !`${name}@${peerDependencies[name]}`.startsWith(`${specifier.replace(/@(?=\d)/, "@^")}.`)
      }).map((specifier) => `${page}: ${specifier}`)
    )
    assert.deepStrictEqual(wrong, [])
  })
})

describe("A newcomer (skipped if the registry of npm cannot be reached)", () => {
  let root: string
  /** Where the line of the README was run, and those of getting started. */
  let readme: string
  let guide: string
  let unreachable: string | undefined
  let problems: string
  const ends = new Map<Block, Ended>()
  let example: Ended

  const install = async (): Promise<void> => {
    const tarball = pack(root)
    readme = join(root, "readme")
    guide = join(root, "guide", "first-sync")
    for (const folder of [readme, dirname(guide)]) mkdirSync(folder)
    await Promise.all([
      // Without a package.json, npm would install into the nearest folder above that has one.
      Newcomer.runScript(
        readme,
        `npm init --yes\n${Newcomer.blockOf("README.md", "sh", "npm install").code.trim()}`,
        tarball
      ),
      Newcomer.runScript(dirname(guide), Newcomer.blockOf(start, "sh", "npm install").code, tarball)
    ])
    // What the lines of the other guides add for their first programs.
    const further = pages.flatMap((page) => {
      const imported = compiledOf(page).flatMap(Newcomer.packagesOf)
      return Newcomer.installedBy(page).filter((specifier) => imported.includes(Newcomer.nameOf(specifier)))
    }).filter((specifier) => !Newcomer.installedBy(start).includes(specifier))
    if (further.length > 0) await Newcomer.runScript(guide, `npm install ${further.join(" ")}`, tarball)
    Newcomer.takeSqlite(guide, "docs/syncing.md")
  }

  /** Why the registry cannot be reached, before that or in the middle. */
  const tryToInstall = async (): Promise<string | undefined> => {
    const trouble = await Newcomer.registryTrouble()
    if (trouble !== undefined) return trouble
    try {
      await install()
      return undefined
    } catch (error) {
      // npm itself then says that versions do not fit.
      const trouble = await Newcomer.registryTrouble()
      if (trouble === undefined) throw error
      return trouble
    }
  }

  const compile = async (): Promise<string> => {
    const uses = compiledOf("README.md")
    const others = pages.filter((page) => page !== "README.md").flatMap(compiledOf)
    Newcomer.save(readme, uses)
    Newcomer.save(guide, others)
    writeFileSync(join(guide, "tsconfig.json"), Newcomer.blockOf(start, "json", "compilerOptions").code)
    // The README has no options. These are the fewest that a careful program has.
    const options = ["--strict", "--module", "nodenext", "--skipLibCheck", ...uses.map(Newcomer.sourceOf)]
    const refused = await Promise.all([
      Newcomer.compile(readme, guide, uses, options),
      Newcomer.compile(guide, guide, others, ["--noEmit", "false"])
    ])
    return refused.join("")
  }

  const run = async (): Promise<void> => {
    const guard = Newcomer.saveGuard(root)
    // The first use writes a contact, and the guides count them.
    const [first, second] = await Promise.all([startServer(), startServer()])
    await addNote(first.url)
    const atReadme = { folder: readme, url: first.url, guard }
    const atGuide = { folder: guide, url: second.url, guard }
    const runBlock = (block: Block): Promise<Ended> =>
      block.file === start ?
        Newcomer.runSource([Newcomer.sourceOf(block)], atGuide) :
        Newcomer.runCompiled(block, block.file === "README.md" ? atReadme : atGuide)
    const [, path = "", args = ""] = /^npx tsx (\S+) (.*)$/m.exec(read("docs/syncing.md")) ?? []
    const runs: ReadonlyArray<() => Promise<void>> = [
      ...pages.flatMap(programsOf).map((block) => async () => {
        ends.set(block, await runBlock(block))
      }),
      async () => {
        example = await Newcomer.runSource([path, ...args.split(" ")], atGuide)
      }
    ]
    await Effect.runPromise(Effect.forEach(runs, Effect.promise, { concurrency: 2, discard: true }))
    await Promise.all([first.close(), second.close()])
  }

  beforeAll(async () => {
    // The compiler names files by their real paths, and a temporary folder may be a link.
    root = realpathSync(mkdtempSync(join(tmpdir(), "effect-intercom-walk-")))
    const trouble = await tryToInstall()
    if (trouble !== undefined) {
      unreachable = `the registry of npm cannot be reached: ${trouble}`
      process.stdout.write(`The walk of a newcomer is skipped: ${unreachable}\n`)
      return
    }
    problems = await compile()
    await run()
  })
  afterAll(() => rmSync(root, { recursive: true }))
  beforeEach(({ skip }) => {
    if (unreachable !== undefined) skip(unreachable)
  })

  it("has all that the library needs, by the line of the README", () => {
    assert.deepStrictEqual(Newcomer.missingPeersOf(readme), [])
  })

  it("has all that the library needs, by the lines of getting started", () => {
    assert.deepStrictEqual(Newcomer.missingPeersOf(guide), [])
  })

  it("compiles the programs, with the options of getting started", () => {
    assert.strictEqual(problems, "")
  })

  for (const page of pages) {
    for (const [index, block] of programsOf(page).entries()) {
      it(`runs ${page}:${block.line}, which prints what it says`, () => {
        const { stderr, stdout, trouble } = ends.get(block) ?? assert.fail("it was not run")
        assert.isUndefined(trouble, `${stdout}${stderr}`)
        const lines = stdout.split("\n")
        const stated = statedBy(block)
        const expected = prints[page]?.[index]
        if (expected !== undefined) assert.match(stdout, expected)
        else assert.isNotEmpty(stated, "its output is neither stated nor expected")
        assert.deepStrictEqual(stated.filter((text) => !lines.some((line) => isStated(text, line))), [], stdout)
      })
    }
  }

  it("has all contacts in a file, as getting started says", () => {
    assert.lengthOf(readFileSync(join(guide, "contacts.jsonl"), "utf8").trimEnd().split("\n"), 4)
  })

  it("runs the example of docs/syncing.md from the package", () => {
    assert.isUndefined(example.trouble, `${example.stdout}${example.stderr}`)
    assert.match(example.stdout, /^contacts: 4 stored/m)
  })

  it.scopedLive("has a workspace without a token, by the command of getting started", () =>
    Effect.gen(function*() {
      const [, args = ""] = /npx effect-intercom (workspace [^`]+)/.exec(read(start)) ?? []
      assert.include(args, "--port 4000 --contacts 400")
      const { lines } = yield* Newcomer.startCommand(guide, args.replace("4000", "0").split(" "))
      const [line = ""] = yield* lines(1)
      const headers = { authorization: "Bearer any" }
      const response = yield* Effect.promise(() => fetch(`${line.replace("listening on ", "")}/contacts`, { headers }))
      const { total_count }: { readonly total_count: number } = JSON.parse(yield* Effect.promise(() => response.text()))
      assert.strictEqual(total_count, 400)
    }))
})

/** Without a note, there is nothing to export. */
const addNote = async (url: string): Promise<void> => {
  const headers = { "authorization": "Bearer test-token", "content-type": "application/json" }
  const response = await fetch(`${url}/contacts`, { headers })
  const { data }: { readonly data: ReadonlyArray<{ readonly id: string; readonly role: string }> } = JSON.parse(
    await response.text()
  )
  const user = data.find(({ role }) => role === "user")
  const body = JSON.stringify({ body: "Prefers e-mail." })
  await fetch(`${url}/contacts/${user?.id}/notes`, { method: "POST", headers, body })
}
