/**
 * What the workflows may do on GitHub. They cannot run here, so their text is checked.
 */
import { assert, describe, it } from "@effect/vitest"
import * as Predicate from "effect/Predicate"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { parse } from "yaml"
import { at, listOf } from "../contract/support/json.js"

const repository = join(import.meta.dirname, "..", "..")

const read = (path: string): string => readFileSync(join(repository, path), "utf8")

const filesIn = (folder: string): ReadonlyArray<string> =>
  readdirSync(join(repository, folder)).filter((name) => name.endsWith(".yml")).map((name) => `${folder}/${name}`)

const workflows = filesIn(".github/workflows")

const { scripts }: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(read("package.json"))

/** The jobs of a workflow by name. */
const jobsOf = (path: string): ReadonlyArray<readonly [name: string, job: Readonly<Record<string, unknown>>]> =>
  Object.entries(at(parse(read(path)), "jobs")).map(([name, job]) => [name, at(job)])

const stepsOf = (path: string): ReadonlyArray<Readonly<Record<string, unknown>>> =>
  jobsOf(path).flatMap(([, { steps }]) => listOf(steps).map((step) => at(step)))

describe("A workflow", () => {
  it("is there for every change and for releases", () => {
    assert.deepStrictEqual(workflows, [".github/workflows/ci.yml", ".github/workflows/release.yml"])
  })

  for (const path of workflows) {
    it(`names each action with its full version: ${path}`, () => {
      const actions = stepsOf(path).flatMap(({ uses }) => uses === undefined ? [] : [String(uses)])
      assert.isNotEmpty(actions)
      assert.deepStrictEqual(actions.filter((action) => !/^[\w-]+\/[\w-]+@v\d+\.\d+\.\d+$/.test(action)), [])
    })

    it(`runs only commands that exist: ${path}`, () => {
      const commands = stepsOf(path).flatMap(({ run }) => run === undefined ? [] : [String(run)])
      assert.include(commands, "bash .ci/run")
      const isThere = (command: string): boolean => {
        const [, script] = /^npm run ([\w:-]+)$/.exec(command) ?? []
        return script === undefined
          ? command === "npm ci" || existsSync(join(repository, command.replace("bash ", "")))
          : script in scripts
      }
      assert.deepStrictEqual(commands.filter((command) => !isThere(command)), [])
    })

    it(`ends after a while, and may do nothing unless it says so: ${path}`, () => {
      const { permissions } = at(parse(read(path)))
      assert.isTrue(Predicate.isRecord(permissions))
      assert.notInclude(Object.values(at(permissions)), "write")
      for (const [, job] of jobsOf(path)) assert.isNumber(job["timeout-minutes"])
    })
  }

  it("writes only if it releases, and proves to npm where it runs", () => {
    const permissions = [...workflows].flatMap((path) =>
      jobsOf(path).flatMap(([name, { permissions }]) => permissions === undefined ? [] : [[name, permissions]])
    )
    assert.deepStrictEqual(permissions, [
      ["release", { "contents": "write", "pull-requests": "write", "id-token": "write" }]
    ])
  })

  it("hands no secret but GitHub's own token to a step", () => {
    const secrets = workflows.flatMap((path) => Array.from(read(path).matchAll(/secrets\.(\w+)/g), ([, name]) => name))
    assert.deepStrictEqual(secrets, ["GITHUB_TOKEN"])
  })
})

describe("A form for issues", () => {
  const forms = filesIn(".github/ISSUE_TEMPLATE").filter((path) => !path.endsWith("/config.yml"))

  for (const path of forms) {
    it(`has what GitHub requires: ${path}`, () => {
      const form = at(parse(read(path)))
      assert.isString(form.name)
      assert.isString(form.description)
      const fields = listOf(form.body).map((field) => at(field))
      assert.isNotEmpty(fields)
      const labels = fields.filter(({ type }) => type !== "markdown").map((field) => at(field, "attributes").label)
      assert.deepStrictEqual(labels.filter((label) => typeof label !== "string"), [])
    })
  }
})

describe("package.json", () => {
  it("publishes to everybody, with provenance", () => {
    const { publishConfig } = JSON.parse(read("package.json"))
    assert.deepStrictEqual(publishConfig, { access: "public", provenance: true })
  })

  it("lacks only what CONTRIBUTING.md lists", () => {
    const missing = ["repository", "homepage", "bugs", "author"].filter((key) =>
      !(key in JSON.parse(read("package.json")))
    )
    const [, list = ""] = /^## Add what is missing\n([^]*)/m.exec(read("CONTRIBUTING.md")) ?? []
    assert.deepStrictEqual(missing.filter((key) => !list.includes(`\`${key}\``)), [])
  })
})
