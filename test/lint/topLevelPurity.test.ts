import { assert, describe, it } from "@effect/vitest"
import { build } from "esbuild"
import { Linter } from "eslint"
import { createRequire } from "node:module"
import ts from "typescript"
import tseslint from "typescript-eslint"
import { topLevelPurity } from "../../scripts/eslint/topLevelPurity.mjs"

interface Babel {
  readonly transformSync: (code: string, options: object) => { readonly code: string }
}

const babel: Babel = createRequire(import.meta.url)("@babel/core")

const linter = new Linter()

const lint = (code: string): ReadonlyArray<string | undefined> =>
  linter.verify(code, {
    files: ["**/*.ts"],
    languageOptions: { parser: tseslint.parser as Linter.Parser },
    plugins: { local: { rules: { "top-level-purity": topLevelPurity } } },
    rules: { "local/top-level-purity": "error" }
  }, "module.ts").map(({ message, messageId }) => messageId ?? message)

const modules: Readonly<Record<string, string>> = {
  "effect/Schema": `
    const make = (...args) => ({ args, fields: {}, annotations: make, pipe: make })
    export const String = /* @__PURE__ */ make()
    export const Struct = make
    export const suspend = make
    export const TaggedError = () => () => class {}`,
  "./Base.js": `
    export const Base = /* @__PURE__ */ (() => ({ fields: {} }))()
    export const key = /* @__PURE__ */ (() => "key")()`
}

const prelude = `import * as Schema from "effect/Schema"; import { Base, key } from "./Base.js";`

/** What a program that uses nothing of a module still gets of it, built the way `scripts/build.ts` does. */
const leftover = async (code: string): Promise<string> => {
  const { outputText } = ts.transpileModule(prelude + code, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true }
  })
  const built = babel.transformSync(outputText, { plugins: ["annotate-pure-calls"], babelrc: false, configFile: false })
  const { outputFiles } = await build({
    stdin: { contents: `import "built"` },
    bundle: true,
    format: "esm",
    target: "es2022",
    write: false,
    plugins: [{
      name: "modules",
      setup: ({ onLoad, onResolve }) => {
        onResolve({ filter: /./ }, ({ path }) => ({ path, namespace: "modules" }))
        onLoad({ filter: /./, namespace: "modules" }, ({ path }) => ({ contents: modules[path] ?? built.code }))
      }
    }]
  })
  return outputFiles.map(({ text }) => text).join("").replace(/^\/\/.*$/gm, "").trim()
}

describe("top-level-purity refuses what a bundler keeps:", () => {
  const refused: ReadonlyArray<readonly [form: string, messageId: string, code: string]> = [
    ["a spread of fields", "spread", `export const A = Schema.Struct({ ...Base.fields, x: Schema.String })`],
    ["a spread in an array", "spread", `export const a = [...key]`],
    ["a spread of arguments", "spread", `export const A = Schema.Struct(...key)`],
    ["a property of a value", "read", `export const fields = Base.fields`],
    ["a property of a value of a namespace", "read", `export const args = Schema.String.args`],
    ["a property of what a call returns", "read", `export const fields = Schema.Struct({ x: Schema.String }).fields`],
    ["a property in an argument", "read", `export const A = Schema.Struct({ id: Base.fields })`],
    ["a property in an argument of a chain", "read", `export const A = Schema.Struct({}).pipe(Base.fields)`],
    ["a computed property of a namespace", "read", `export const a = Schema[key]`],
    ["a property of a global", "read", `export const request = globalThis.fetch`],
    ["a property as the default export", "read", `export default Base.fields`],
    ["a property to extend", "read", `export class A extends Base.fields {}`],
    ["a property in a static initialiser", "read", `export class A { static readonly fields = Base.fields }`],
    ["a property behind a type assertion", "read", `export const a = (Base as { fields: object }).fields`],
    ["an optional chain", "optional", `export const fields = Base?.fields`],
    ["an optional call", "optional", `export const a = Base?.()`],
    ["a computed key", "computed", `export const a = { [key]: 1 }`],
    ["a computed class field", "computed", `export class A { readonly [key] = 1 }`],
    ["a computed method", "computed", `export class A { [key]() {} }`],
    ["a destructured export", "destructuring", `export const { fields } = Base`],
    ["a destructured array", "destructuring", `export const [a, b] = key`],
    ["an enum", "enum", `export enum A { X }`],
    ["a namespace with a value", "namespace", `export namespace A { export const x = 1 }`],
    ["a static block", "staticBlock", `export class A { static { Schema.suspend() } }`],
    ["a tagged template", "operation", "export const a = key`x`"],
    ["a template of values", "operation", "export const a = `${key}/x`"],
    ["arithmetic", "operation", `export const a = key + "/x"`],
    ["a sign before a value", "operation", `export const a = -key`],
    ["an assignment", "operation", `let a: string; export const b = (a = key)`],
    ["an await", "operation", `export const a = await Base`],
    ["an import call", "operation", `export const a = import("./Base.js")`],
    ["a bare call", "statement", `Schema.suspend()`],
    ["a condition", "statement", `if (key) Schema.suspend()`],
    ["a property set on a function", "statement", `export const a = () => key; a.label = "a"`]
  ]
  for (const [form, messageId, code] of refused) {
    it(form, async () => {
      assert.deepStrictEqual(lint(prelude + code), [messageId])
      assert.notStrictEqual(await leftover(code), "")
    })
  }

  it("Object.assign, which the build would mark as pure", () => {
    assert.deepStrictEqual(lint(`export const a = Object.assign({}, {})`), ["assign"])
  })

  it("each occurrence in a module, on its own", () => {
    assert.deepStrictEqual(lint(`export const a = { ...b }; export enum C { X }`), ["spread", "enum"])
  })
})

describe("top-level-purity accepts what a bundler drops:", () => {
  const accepted: ReadonlyArray<readonly [form: string, code: string]> = [
    [
      "a lazy schema",
      `export const A = Schema.suspend(() => Schema.Struct({ ...Base.fields })).annotations({ title: key })`
    ],
    ["a struct", `export const A = Schema.Struct({ x: Schema.String, y: Schema.suspend(() => Base.fields) })`],
    ["a pipeline", `export const A = Schema.String.pipe(Schema.suspend(), Schema.suspend(key))`],
    ["a call reached through properties", `export const a = Base.fields.make(key)`],
    ["an error class", `export class A extends Schema.TaggedError<A>()("A", { x: Schema.String }) {}`],
    [
      "a class with members",
      `export class A { static a = Schema.Struct({}); b = [...key]; c = Base.fields; d() { return this.b } }`
    ],
    ["a function", `export function a() { const { fields } = Base; return { ...fields, [key]: Base.fields } }`],
    ["an arrow", `export const a = (x = Base.fields) => ({ ...x })`],
    ["an arrow called at once", `export const a = (() => ({ ...Base.fields }))()`],
    ["a getter", `export const a = { get fields() { return Base.fields } }`],
    ["a new instance", `export const a = new Map([[key, Schema.String]])`],
    ["literals", "export const a = [-1, `x`, /x/u, 1n, null, undefined, { 'a-b': true, ['c']: 1 }] as const"],
    ["choices", `export const a = key === "x" ? Base : !Base || (typeof key === "string" && key)`],
    [
      "types",
      `export interface A extends Schema.A.B { x: typeof Base.fields } export type B = A["x"]; declare enum C { X }`
    ],
    ["a namespace of types", `export declare namespace A { interface B { x: typeof Base.fields } }`],
    ["an instantiated function", `export const a = Schema.suspend<string> satisfies object`],
    [
      "what is passed on",
      `export * as A from "./Base.js"; export { Base } from "./Base.js"; export default Schema.String`
    ]
  ]
  for (const [form, code] of accepted) {
    it(form, async () => {
      assert.deepStrictEqual(lint(prelude + code), [])
      assert.strictEqual(await leftover(code), "")
    })
  }
})
