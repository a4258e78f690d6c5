import { assert, describe, it } from "@effect/vitest"
import { Linter } from "eslint"
import tseslint from "typescript-eslint"
import { documented } from "../../scripts/eslint/documented.mjs"

const linter = new Linter()

const lint = (code: string): ReadonlyArray<string | undefined> =>
  linter.verify(code, {
    files: ["**/*.ts"],
    languageOptions: { parser: tseslint.parser as Linter.Parser },
    plugins: { local: { rules: { documented } } },
    rules: { "local/documented": "error" }
  }, "module.ts").map(({ message }) => message)

const doc = (...lines: ReadonlyArray<string>): string =>
  ["/**", ...lines.map((line) => ` * ${line}`), " */", ""].join("\n")

const header = doc("Tags.", "", "@since 1.0.0")

const tags = ["@since 1.0.0", "@category models"]

const lintBody = (...code: ReadonlyArray<string>): ReadonlyArray<string | undefined> => lint(header + code.join("\n"))

describe("The rule on doc comments lets pass", () => {
  it("an export with a summary, @since and @category", () => {
    assert.deepStrictEqual(lintBody(doc("A tag.", "", ...tags), "export interface Tag {}"), [])
    assert.deepStrictEqual(lintBody("/** A tag. @since 1.0.0 */", "const x = 1"), [])
  })

  it("a schema without a summary if its interface has one, before or after it", () => {
    const model = [doc("A tag.", "", ...tags), "export interface Tag {}"]
    const schema = [doc("@since 1.0.0", "@category schemas"), "export const Tag: Schema<Tag> = make()"]
    assert.deepStrictEqual(lintBody(...model, ...schema), [])
    assert.deepStrictEqual(lintBody(...schema, ...model), [])
  })

  it("an export that is @internal", () => {
    assert.deepStrictEqual(lintBody("/** @internal */", "export const x: string = \"\""), [])
  })

  it("a renamed export whose comment is inside or before the braces", () => {
    const comment = doc("Deletes a tag.", "", ...tags)
    assert.deepStrictEqual(lintBody("const delete_ = 1", "export {", comment, "delete_ as delete", "}"), [])
    assert.deepStrictEqual(lintBody("const delete_ = 1", comment, "export { delete_ as delete }"), [])
  })

  it("exports of other modules, and overloads after the first", () => {
    const overloads = ["export function x(a: string): void", "export function x(a: number): void"]
    assert.deepStrictEqual(lintBody("export * from \"./a.js\"", "export type { B } from \"./b.js\""), [])
    assert.deepStrictEqual(lintBody(doc("Does it.", "", ...tags), ...overloads), [])
  })
})

describe("The rule on doc comments refuses", () => {
  it("a module without a comment, or whose comment lacks a summary or @since", () => {
    const message = "Begin the module with a doc comment: a summary and `@since`."
    assert.deepStrictEqual(lint("const x = 1"), [message])
    assert.deepStrictEqual(lint(`const x = 1\n${header}`), [message])
    assert.deepStrictEqual(lint(doc("@since 1.0.0")), [message])
    assert.deepStrictEqual(lint(doc("Tags.")), [message])
    assert.deepStrictEqual(lint("// Tags. @since 1.0.0"), [message])
  })

  for (
    const code of [
      "export interface Tag {}",
      "export type Tag = string",
      "export class Tag {}",
      "export function Tag() {}",
      "export const Tag: string = \"\"",
      "const tag = \"\"\nexport { tag as Tag }"
    ]
  ) {
    it(`${code} without a comment`, () => {
      assert.deepStrictEqual(lintBody(code), ["Write a doc comment for `Tag`: a summary, `@since` and `@category`."])
      assert.deepStrictEqual(lintBody(`// A tag.\n${code}`).length, 1)
    })
  }

  it("a comment without a summary", () => {
    const message = "Begin the doc comment of `Tag` with a sentence that says what it does."
    assert.deepStrictEqual(lintBody(doc(...tags), "export interface Tag {}"), [message])
    assert.deepStrictEqual(lintBody(doc(...tags), "export const Tag: Schema<Tag> = make()"), [message])
    const other = [doc("A team.", "", ...tags), "export interface Team {}"]
    assert.deepStrictEqual(lintBody(...other, doc(...tags), "export const Tag: Schema<Team> = make()"), [message])
  })

  it("an interface without a summary, although its schema has one", () => {
    const schema = [doc("A tag.", "", ...tags), "export const Tag: Schema<Tag> = make()"]
    assert.deepStrictEqual(lintBody(...schema, doc(...tags), "export interface Tag {}"), [
      "Begin the doc comment of `Tag` with a sentence that says what it does."
    ])
  })

  it("a comment without @since or @category", () => {
    assert.deepStrictEqual(lintBody(doc("A tag.", "", "@since 1.0.0"), "export interface Tag {}"), [
      "The doc comment of `Tag` lacks `@category`."
    ])
    assert.deepStrictEqual(lintBody(doc("A tag.", "", "@category models"), "export interface Tag {}"), [
      "The doc comment of `Tag` lacks `@since`."
    ])
  })
})
