import { afterAll, assert, beforeAll, describe, it, vi } from "@effect/vitest"
import { ESLint } from "eslint"
import { spawnSync } from "node:child_process"
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"

// A busy machine takes its time to load the linter.
vi.setConfig({ testTimeout: 120_000 })

// A checkout in small: the real configuration over modules that nobody else edits.
const modules: Readonly<Record<string, string>> = {
  "src/internal/path.ts": `export const path: string = "/"\n`,
  "src/internal/cycleA.ts": `import { b } from "./cycleB.js"\n\nexport const a = (): string => b()\n`,
  "src/internal/cycleB.ts": `import { a } from "./cycleA.js"\n\nexport const b = (): string => a()\n`,
  "src/models/Contact.ts": `export const Contact: string = "contact"\n`,
  "src/IntercomHttp.ts": `export const layer: string = "layer"\n`,
  "src/IntercomError.ts": `export const tag: string = "error"\n`,
  "src/api/Contacts.ts": `export const find: string = "find"\n`,
  "src/api/Companies.ts": `export const find: string = "find"\n`,
  "src/preview/Folders.ts": `export const find: string = "find"\n`,
  "src/preview/models/Folder.ts": `export const Folder: string = "folder"\n`,
  "src/testing/IntercomWorkspace.ts": `export const workspace: string = "workspace"\n`,
  "src/testing/Seed.ts": `export const seed: string = "seed"\n`,
  "src/testing/internal/workspace/app.ts": `export const app: string = "app"\n`,
  "src/testing/internal/workspace/Tables.ts": `export const tables: string = "tables"\n`,
  "src/testing/internal/workspace/Operation.ts": `export const get: string = "get"\n`,
  "src/testing/internal/workspace/kernel/Table.ts": `export const table: string = "table"\n`,
  "src/testing/internal/workspace/rows/Tag.ts": `export const row: string = "row"\n`,
  "src/testing/internal/workspace/teammates/Admins.ts": `export const admins: string = "admins"\n`,
  "src/testing/internal/workspace/contacts/Tags.ts": `export const tags: string = "tags"\n`,
  "src/testing/internal/workspace/parts/Authors.ts": `export const authors: string = "authors"\n`,
  "src/testing/internal/workspace/content/Articles.ts": `export const articles: string = "articles"\n`,
  "src/testing/internal/workspace/tickets/Tickets.ts": `export const tickets: string = "tickets"\n`,
  "src/testing/internal/workspace/conversations/Tags.ts": `export const tags: string = "tags"\n`,
  "src/index.ts": `export * as Contacts from "./api/Contacts.js"\n`,
  "test/utils.ts": `export const util: string = "util"\n`
}

const write = (root: string, modules: Readonly<Record<string, string>>): void => {
  for (const [path, code] of Object.entries(modules)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), code)
  }
}

/** Fills a folder with the real configuration and these modules. */
const checkOut = (root: string, modules: Readonly<Record<string, string>>): void => {
  const repository = join(import.meta.dirname, "..", "..")
  for (const path of ["eslint.config.mjs", "package.json", "scripts/eslint"]) {
    cpSync(join(repository, path), join(root, path), { recursive: true })
  }
  symlinkSync(join(repository, "node_modules"), join(root, "node_modules"), "junction")
  write(root, modules)
}

describe("npm run lint", () => {
  const root = mkdtempSync(join(tmpdir(), "effect-intercom-lint-"))
  afterAll(() => rmSync(root, { recursive: true }))

  const run = (): { readonly status: number | null; readonly output: string } => {
    const { status, stderr, stdout } = spawnSync("npm", ["run", "lint"], { cwd: root, encoding: "utf8", shell: true })
    return { status, output: stdout + stderr }
  }

  it("fails on a cycle made of types, and passes without it", () => {
    checkOut(root, {
      "src/internal/Left.ts": `import type { Right } from "./Right.js"\n\nexport type Left = Right | "left"\n`,
      "src/internal/Right.ts": `import type { Left } from "./Left.js"\n\nexport type Right = Left | "right"\n`
    })
    const { output, status } = run()
    assert.strictEqual(status, 1)
    assert.deepStrictEqual(output.match(/A cycle: [^.]*\.ts → [^ ]*\.ts → [^ ]*\.ts/g), [
      "A cycle: src/internal/Left.ts → src/internal/Right.ts → src/internal/Left.ts",
      "A cycle: src/internal/Right.ts → src/internal/Left.ts → src/internal/Right.ts"
    ])
    write(root, { "src/internal/Right.ts": `export type Right = "right"\n` })
    assert.strictEqual(run().status, 0)
  })
})

describe("eslint.config.mjs", () => {
  const root = mkdtempSync(join(tmpdir(), "effect-intercom-lint-"))
  const eslint = new ESLint({ cwd: root })

  beforeAll(() => checkOut(root, modules))
  afterAll(() => rmSync(root, { recursive: true }))

  const lintAll = async (filePath: string, code: string): Promise<ReadonlyArray<string | null>> => {
    const [result] = await eslint.lintText(code, { filePath: join(root, filePath) })
    return result?.messages.map(({ ruleId }) => ruleId) ?? []
  }

  // The modules of these tests have no doc comments.
  const lint = async (filePath: string, code: string): Promise<ReadonlyArray<string | null>> =>
    (await lintAll(filePath, code)).filter((ruleId) => ruleId !== "local/documented")

  const importing = (filePath: string, specifier: string): Promise<ReadonlyArray<string | null>> =>
    lint(filePath, `import { x } from "${specifier}"\n\nexport const y = (): string => x\n`)

  describe("lets every module import what is below it:", () => {
    const allowed: ReadonlyArray<readonly [from: string, specifier: string]> = [
      ["src/internal/a.ts", "./path.js"],
      ["src/internal/a.ts", "../IntercomError.js"],
      ["src/models/A.ts", "../internal/path.js"],
      ["src/models/A.ts", "./Contact.js"],
      ["src/models/A.ts", "../IntercomError.js"],
      ["src/A.ts", "./internal/path.js"],
      ["src/A.ts", "./models/Contact.js"],
      ["src/A.ts", "./IntercomHttp.js"],
      ["src/api/A.ts", "../models/Contact.js"],
      ["src/api/A.ts", "../IntercomHttp.js"],
      ["src/api/Conversations.ts", "./ConversationActions.js"],
      ["src/preview/A.ts", "../models/Contact.js"],
      ["src/preview/A.ts", "../internal/path.js"],
      ["src/preview/A.ts", "../IntercomHttp.js"],
      ["src/preview/A.ts", "./models/Folder.js"],
      ["src/preview/models/A.ts", "./Folder.js"],
      ["src/preview/models/A.ts", "../../models/Contact.js"],
      ["src/testing/A.ts", "../api/Contacts.js"],
      ["src/testing/A.ts", "./IntercomWorkspace.js"],
      ["src/index.ts", "./testing/IntercomWorkspace.js"],
      ["src/testing/A.ts", "./internal/workspace/app.js"],
      ["src/testing/internal/workspace/rows/A.ts", "../kernel/Table.js"],
      ["src/testing/internal/workspace/Tables.ts", "./rows/Tag.js"],
      ["src/testing/internal/workspace/Operation.ts", "./Tables.js"],
      ["src/testing/internal/workspace/teammates/A.ts", "../Operation.js"],
      ["src/testing/internal/workspace/contacts/A.ts", "../teammates/Admins.js"],
      ["src/testing/internal/workspace/parts/A.ts", "../teammates/Admins.js"],
      ["src/testing/internal/workspace/content/A.ts", "../contacts/Tags.js"],
      ["src/testing/internal/workspace/tickets/A.ts", "../parts/Authors.js"],
      ["src/testing/internal/workspace/conversations/A.ts", "../tickets/Tickets.js"],
      ["src/testing/internal/workspace/conversations/A.ts", "./Tags.js"],
      ["src/testing/internal/workspace/app.ts", "./conversations/Tags.js"],
      ["src/testing/internal/workspace/contacts/A.ts", "../../../Seed.js"],
      ["src/testing/internal/workspace/kernel/A.ts", "../../../../internal/path.js"],
      ["test/A.test.ts", "../src/internal/path.js"]
    ]
    for (const [from, specifier] of allowed) {
      it(`${from} from ${specifier}`, async () => {
        assert.deepStrictEqual(await importing(from, specifier), [])
      })
    }
  })

  describe("stops an import against the arrows:", () => {
    const refused: ReadonlyArray<readonly [from: string, specifier: string]> = [
      ["src/internal/a.ts", "../IntercomHttp.js"],
      ["src/internal/a.ts", "../models/Contact.js"],
      ["src/models/A.ts", "../IntercomHttp.js"],
      ["src/models/A.ts", "../api/Contacts.js"],
      ["src/IntercomHttp.ts", "./api/Contacts.js"],
      ["src/IntercomHttp.ts", "./testing/IntercomWorkspace.js"],
      ["src/api/Contacts.ts", "./Companies.js"],
      ["src/api/Contacts.ts", "../testing/IntercomWorkspace.js"],
      ["src/preview/A.ts", "./Folders.js"],
      ["src/preview/A.ts", "../api/Contacts.js"],
      ["src/preview/models/A.ts", "../Folders.js"],
      ["src/preview/models/A.ts", "../../IntercomHttp.js"],
      ["src/IntercomHttp.ts", "./preview/Folders.js"],
      ["src/models/A.ts", "../preview/models/Folder.js"],
      ["src/api/A.ts", "../preview/Folders.js"],
      ["src/testing/A.ts", "../preview/Folders.js"],
      ["src/index.ts", "./preview/Folders.js"],
      ["src/IntercomHttp.ts", "./index.js"],
      ["src/testing/IntercomWorkspace.ts", "../index.js"],
      ["src/IntercomHttp.ts", "../test/utils.js"],
      ["src/testing/internal/workspace/kernel/A.ts", "../rows/Tag.js"],
      ["src/testing/internal/workspace/rows/A.ts", "../Tables.js"],
      ["src/testing/internal/workspace/rows/A.ts", "../contacts/Tags.js"],
      ["src/testing/internal/workspace/Tables.ts", "./contacts/Tags.js"],
      ["src/testing/internal/workspace/Tables.ts", "./Operation.js"],
      ["src/testing/internal/workspace/Operation.ts", "./teammates/Admins.js"],
      ["src/testing/internal/workspace/teammates/A.ts", "../contacts/Tags.js"],
      ["src/testing/internal/workspace/contacts/A.ts", "../parts/Authors.js"],
      ["src/testing/internal/workspace/contacts/A.ts", "../conversations/Tags.js"],
      ["src/testing/internal/workspace/parts/A.ts", "../contacts/Tags.js"],
      ["src/testing/internal/workspace/content/A.ts", "../tickets/Tickets.js"],
      ["src/testing/internal/workspace/tickets/A.ts", "../content/Articles.js"],
      ["src/testing/internal/workspace/tickets/A.ts", "../conversations/Tags.js"],
      ["src/testing/internal/workspace/conversations/A.ts", "../content/Articles.js"],
      ["src/testing/internal/workspace/conversations/A.ts", "../app.js"],
      ["src/testing/internal/workspace/app.ts", "../../IntercomWorkspace.js"]
    ]
    for (const [from, specifier] of refused) {
      it(`${from} from ${specifier}`, async () => {
        assert.deepStrictEqual(await importing(from, specifier), ["import-x/no-restricted-paths"])
      })
    }

    it("also of a type alone", async () => {
      const code = `import type { Contacts } from "../index.js"\n\nexport type A = Contacts\n`
      assert.deepStrictEqual(await lint("src/api/A.ts", code), ["import-x/no-restricted-paths"])
      const row = `import type { tags } from "../contacts/Tags.js"\n\nexport type A = typeof tags\n`
      assert.deepStrictEqual(await lint("src/testing/internal/workspace/rows/A.ts", row), [
        "import-x/no-restricted-paths"
      ])
    })
  })

  it("stops a cycle", async () => {
    assert.deepStrictEqual(await lint("src/internal/cycleA.ts", modules["src/internal/cycleA.ts"] ?? ""), [
      "local/no-cycle"
    ])
  })

  it("stops two modules that know each other's types", async () => {
    const code = `import type { b } from "./cycleB.js"\n\nexport type A = typeof b\n`
    assert.deepStrictEqual(await lint("src/internal/cycleA.ts", code), ["local/no-cycle"])
  })

  describe("stops an import of a barrel", () => {
    const barrel = `import { Effect } from "effect"\n\nexport const x = (): unknown => Effect.void\n`

    for (const filePath of ["src/A.ts", "test/A.test.ts", "docs/examples/a.ts", "scripts/a.ts"]) {
      it(`in ${filePath}`, async () => {
        assert.include(await lint(filePath, barrel), "@effect/no-import-from-barrel-package")
      })
    }

    it("as a namespace or a type", async () => {
      const namespace = `import * as effect from "effect"\n\nexport const x = (): unknown => effect.Effect.void\n`
      assert.deepStrictEqual(await lint("src/A.ts", namespace), ["no-restricted-imports"])
      const type = `import type { Effect } from "effect"\n\nexport type A = Effect.Effect<string>\n`
      assert.deepStrictEqual(await lint("src/A.ts", type), ["no-restricted-imports"])
    })

    it("of the library by its own name", async () => {
      assert.deepStrictEqual(await importing("src/A.ts", "effect-intercom/api/Contacts"), ["no-restricted-imports"])
    })
  })

  describe("keeps the library free of its platform:", () => {
    const refused: ReadonlyArray<readonly [form: string, code: string, ruleId: string]> = [
      ["node:crypto", `import { hash } from "node:crypto"\n\nexport { hash }\n`, "import-x/no-nodejs-modules"],
      ["crypto", `import { hash } from "crypto"\n\nexport { hash }\n`, "import-x/no-nodejs-modules"],
      ["Date.now", "export const x = (): number => Date.now()\n", "no-restricted-properties"],
      ["new Date", "export const x = (): Date => new Date()\n", "no-restricted-syntax"],
      ["Math.random", "export const x = (): number => Math.random()\n", "no-restricted-properties"],
      ["setTimeout", "export const x = (): unknown => setTimeout(x)\n", "no-restricted-globals"],
      ["globalThis.setTimeout", "export const x = (): unknown => globalThis.setTimeout(x)\n", "no-restricted-globals"],
      ["process.env", "export const x = (): unknown => process.env.X\n", "no-restricted-globals"],
      ["console", "export const x = (): void => console.log(1)\n", "no-console"]
    ]
    for (const [form, code, ruleId] of refused) {
      it(form, async () => {
        assert.deepStrictEqual(await lint("src/A.ts", code), [ruleId])
      })
    }

    it("a date of a given time is none of it", async () => {
      assert.deepStrictEqual(await lint("src/A.ts", "export const x = (time: number): Date => new Date(time)\n"), [])
    })
  })

  it("asks for a doc comment on each export of a module that a program can import", async () => {
    const header = "/**\n * Tags.\n *\n * @since 1.0.0\n */\n"
    const code = `${header}export const x: string = ""\n`
    assert.deepStrictEqual(await lintAll("src/api/A.ts", code), ["local/documented"])
    assert.deepStrictEqual(await lintAll("src/preview/models/A.ts", code), ["local/documented"])
    const comment = "/**\n * A text.\n *\n * @since 1.0.0\n * @category models\n */\n"
    assert.deepStrictEqual(await lintAll("src/api/A.ts", code.replace("export", `${comment}export`)), [])
    for (const path of ["src/internal/a.ts", "src/testing/internal/a.ts", "src/index.ts", "scripts/a.ts"]) {
      assert.deepStrictEqual(await lintAll(path, code), [])
    }
  })

  it("asks for the type of an export", async () => {
    assert.deepStrictEqual(await lint("src/A.ts", "const x = (): string => \"\"\n\nexport const y = x()\n"), [
      "no-restricted-syntax"
    ])
  })

  it("keeps modules droppable", async () => {
    assert.deepStrictEqual(await lint("src/A.ts", "export enum A {\n  X\n}\n"), ["local/top-level-purity"])
  })

  it("keeps a module of the library within 700 lines", async () => {
    const lines = (count: number): string =>
      Array.from({ length: count }, (_, i) => `export const x${i}: string = ""\n`).join("")
    assert.deepStrictEqual(await lint("src/A.ts", lines(700)), [])
    assert.deepStrictEqual(await lint("src/A.ts", lines(701)), ["max-lines"])
    assert.deepStrictEqual(await lint("test/A.test.ts", lines(701)), [])
  })

  it("formats as Effect does", async () => {
    assert.deepStrictEqual(await lint("src/A.ts", "export const x: string = 'x';\n"), ["@effect/dprint"])
  })
})
