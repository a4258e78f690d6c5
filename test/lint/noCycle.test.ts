import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { Linter } from "eslint"
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import tseslint from "typescript-eslint"
import { noCycle } from "../../scripts/eslint/noCycle.mjs"

const repository = join(import.meta.dirname, "..", "..")
const folder = mkdtempSync(join(tmpdir(), "effect-intercom-cycle-"))

afterAll(() => rmSync(folder, { recursive: true }))

/** The messages about one file, as ESLint gives them. */
const lint = (root: string, path: string): ReadonlyArray<string> =>
  new Linter({ cwd: root }).verify(readFileSync(join(root, path), "utf8"), {
    files: ["**/*.ts"],
    languageOptions: { parser: tseslint.parser as Linter.Parser },
    linterOptions: { reportUnusedDisableDirectives: "off" },
    plugins: { local: { rules: { "no-cycle": noCycle } } },
    rules: { "local/no-cycle": "error" }
  }, { filename: join(root, path), allowInlineConfig: false }).map(({ message }) => message)

const write = (path: string, code: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), code)
}

const message = (...chain: ReadonlyArray<string>): string =>
  `A cycle: ${chain.join(" → ")}. Move what both need to a module that imports neither.`

describe("no-cycle finds a cycle that is made of", () => {
  const forms: ReadonlyArray<readonly [form: string, code: string]> = [
    ["import type", `import type { B } from "./b.js"\nexport type A = B\n`],
    ["import of an inline type", `import { type B } from "./b.js"\nexport type A = B\n`],
    ["import type of a namespace", `import type * as b from "./b.js"\nexport type A = b.B\n`],
    ["export type from", `export type { B } from "./b.js"\n`],
    ["export type *", `export type * from "./b.js"\n`],
    ["export type * as", `export type * as b from "./b.js"\n`],
    ["a type that is imported in place", `export interface A {\n  readonly b: Array<import("./b.js").B>\n}\n`],
    ["typeof import", `export type A = typeof import("./b.js")\n`],
    ["an import of a value", `import { b } from "./b.js"\nexport const a = (): unknown => b\n`],
    ["an import for its effect", `import "./b.js"\n`],
    ["export from", `export { b } from "./b.js"\n`],
    ["export *", `export * from "./b.js"\n`],
    ["export * as", `export * as b from "./b.js"\n`],
    ["a dynamic import", `export const a = (): unknown => import("./b.js")\n`]
  ]

  for (const [form, code] of forms) {
    it(form, () => {
      const root = form.replaceAll(/\W/g, "_")
      write(`${root}/a.ts`, code)
      write(`${root}/b.ts`, `import type { A } from "./a.js"\nexport type B = A\nexport const b = 1\n`)
      assert.deepStrictEqual(lint(join(folder, root), "a.ts"), [message("a.ts", "b.ts", "a.ts")])
      assert.deepStrictEqual(lint(join(folder, root), "b.ts"), [message("b.ts", "a.ts", "b.ts")])
    })
  }
})

describe("no-cycle", () => {
  beforeAll(() => {
    write("tree/low/ground.ts", `export type Ground = "ground"\n`)
    write("tree/low/left.ts", `import type { Ground } from "./ground.js"\nexport type Left = Ground\n`)
    write("tree/low/right.ts", `export type { Ground as Right } from "./ground.js"\n`)
    write("tree/top.ts", `export * from "./low/left.js"\nexport type Top = import("./low/right.js").Right\n`)
    write(
      "ring/start.ts",
      `import type { One } from "./ring/one.js"\nimport type { Three } from "./ring/three.js"\nexport type Start = One | Three\n`
    )
    write("ring/ring/one.ts", `import type { Two } from "./two.js"\nexport type One = Two\n`)
    write("ring/ring/two.ts", `import type { Three } from "./three.js"\nexport type Two = Three\n`)
    write("ring/ring/three.ts", `import type { One } from "./one.js"\nexport type Three = One\n`)
    write("self/self.ts", `import type { Self } from "./self.js"\nexport type Other = Self\n`)
  })

  it("finds nothing in a tree whose branches meet", () => {
    for (const path of ["low/ground.ts", "low/left.ts", "low/right.ts", "top.ts"]) {
      assert.deepStrictEqual(lint(join(folder, "tree"), path), [])
    }
  })

  it("names every file of a longer cycle", () => {
    assert.deepStrictEqual(lint(join(folder, "ring"), "ring/two.ts"), [
      message("ring/two.ts", "ring/three.ts", "ring/one.ts", "ring/two.ts")
    ])
  })

  it("lets a module import a cycle that it is not part of", () => {
    assert.deepStrictEqual(lint(join(folder, "ring"), "start.ts"), [])
  })

  it("finds a module that imports itself", () => {
    assert.deepStrictEqual(lint(join(folder, "self"), "self.ts"), [message("self.ts", "self.ts")])
  })

  it("ignores comments, strings and other packages", () => {
    write("text/a.ts", `// import "./a.js"\nimport type { x } from "a"\nexport const a: x = "import './a.js'"\n`)
    assert.deepStrictEqual(lint(join(folder, "text"), "a.ts"), [])
  })

  it("reads a file again after a change", () => {
    write("edited/a.ts", `import type { B } from "./b.js"\nexport type A = B\n`)
    write("edited/b.ts", `export type B = "b"\n`)
    utimesSync(join(folder, "edited/b.ts"), 1, 1)
    assert.deepStrictEqual(lint(join(folder, "edited"), "a.ts"), [])
    write("edited/b.ts", `import type { A } from "./a.js"\nexport type B = A | "changed"\n`)
    assert.deepStrictEqual(lint(join(folder, "edited"), "a.ts"), [message("a.ts", "b.ts", "a.ts")])
  })

  it("finds no cycle in src", () => {
    const files = readdirSync(join(repository, "src"), { encoding: "utf8", recursive: true })
      .filter((path) => path.endsWith(".ts"))
    assert.isAbove(files.length, 100)
    assert.deepStrictEqual(files.flatMap((path) => lint(repository, join("src", path))), [])
  }, 60_000)
})
