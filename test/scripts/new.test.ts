/** `npm run new`, in a copy of the repository. */
import { afterAll, assert, beforeAll, describe, it, vi } from "@effect/vitest"
import { execFile } from "node:child_process"
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { layOut, modulesPage } from "../../scripts/new/layOut.js"

// It starts the compiler, the linter and the tests.
vi.setConfig({ hookTimeout: 240_000, testTimeout: 240_000 })

const repository = join(import.meta.dirname, "..", "..")
let copy: string

/** What a command prints if it fails. */
const problemsOf = (command: string, ...args: ReadonlyArray<string>): Promise<string> =>
  new Promise((resolve) => {
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("VITEST")))
    execFile("npx", ["--no-install", command, ...args], { cwd: copy, env }, (error, stdout, stderr) => {
      resolve(error === null ? "" : `${error.message}\n${stdout}${stderr}`)
    })
  })

const created = [
  "src/models/SurveyAnswer.ts",
  "src/api/SurveyAnswers.ts",
  "test/api/SurveyAnswers.test.ts",
  "test/contract/operations/SurveyAnswers.ts"
]

const changed = [
  "src/index.ts",
  "test/contract/operations/index.ts",
  "test/bundle/bundle.test.ts",
  "test/types/hovers.json",
  modulesPage
]

beforeAll(() => {
  copy = realpathSync(mkdtempSync(join(tmpdir(), "effect-intercom-new-")))
  const copied = ["docs", "scripts", "src", "test", "eslint.config.mjs", "package.json", "README.md", "tsconfig.json"]
  for (const path of [...copied, "vitest.config.ts", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "LICENSE"]) {
    cpSync(join(repository, path), join(copy, path), { recursive: true })
  }
  symlinkSync(join(repository, "node_modules"), join(copy, "node_modules"), "junction")
})
afterAll(() => rmSync(copy, { recursive: true }))

describe("npm run new -- SurveyAnswers", () => {
  it("writes the files of the module, and its line in each list", () => {
    assert.deepStrictEqual(layOut(copy, "SurveyAnswers"), [...created, ...changed])
    assert.include(readFileSync(join(copy, "src/api/SurveyAnswers.ts"), "utf8"), "`GET /survey_answers/{id}`")
    const added = changed.map((path) => {
      const before = readFileSync(join(repository, path), "utf8").split("\n")
      return readFileSync(join(copy, path), "utf8").split("\n").filter((line) => !before.includes(line))
    })
    assert.deepStrictEqual(added, [
      [`export * as SurveyAnswers from "./api/SurveyAnswers.js"`],
      [`export * from "./SurveyAnswers.js"`],
      [`  SurveyAnswers: "find",`],
      [
        `  "SurveyAnswers.list": "() => List<SurveyAnswer>",`,
        `  "SurveyAnswers.find": "(surveyAnswerId: string) => Effect<SurveyAnswer, IntercomError, IntercomHttp>",`
      ],
      ["| `SurveyAnswers` | survey answers |"]
    ])
  })

  it("is in order: the modules are sorted in each list", () => {
    const modules = Array.from(
      readFileSync(join(copy, "src/index.ts"), "utf8").matchAll(/^export \* as (\w+) from .+api/gm),
      ([, name = ""]) => name.toLowerCase()
    )
    assert.include(modules, "surveyanswers")
    assert.deepStrictEqual(modules, [...modules].sort())
  })

  it("type-checks", async () => {
    const include = ["src/index.ts", ...created, "test/contract/operations/index.ts", "test/bundle/bundle.test.ts"]
    writeFileSync(join(copy, "tsconfig.new.json"), JSON.stringify({ extends: "./tsconfig.json", include }))
    assert.strictEqual(await problemsOf("tsc", "--project", "tsconfig.new.json"), "")
  })

  it("has nothing that the linter refuses", async () => {
    assert.strictEqual(await problemsOf("eslint", ...created, ...changed.filter((path) => path.endsWith(".ts"))), "")
  })

  it("passes its tests, and those of the pages", async () => {
    assert.strictEqual(
      await problemsOf("vitest", "run", "test/api/SurveyAnswers.test.ts", "test/docs/names.test.ts"),
      ""
    )
  })

  it("refuses a name that is taken, or is none, and writes nothing", () => {
    assert.throws(() => layOut(copy, "Brands"), /^src\/models\/Brand\.ts and src\/api\/Brands\.ts .*exists already$/)
    assert.throws(() => layOut(copy, "news-items"), /^news-items is not a name such as NewsItems/)
    assert.throws(() => layOut(copy, "Feedback"), /add --model <Name>$/)
  })
})
