/**
 * What the compiler says of components of Canvas Kit. The examples of components are those of Intercom's reference.
 */
import { assert, beforeAll, beforeEach, describe, it, vi } from "@effect/vitest"
import { setImmediate } from "node:timers/promises"
import { type Compiler, makeCompiler, type Problem, typeIn } from "./compiler.js"

// A busy machine takes its time to compile.
vi.setConfig({ hookTimeout: 120_000, testTimeout: 60_000 })

const preamble = `
import { CanvasKit } from "effect-intercom"
import { Brand, Effect, Redacted } from "effect"
declare const clientSecret: Redacted.Redacted, component: CanvasKit.Component, names: ReadonlyArray<string>
const other = Brand.nominal<CanvasKit.OtherType>()
const show = (...components: CanvasKit.Content["components"]) => components
`
const line = preamble.split("\n").length

const options = `[{ type: "option", id: "a", text: "A" }, { type: "option", id: "b", text: "B", disabled: true }]`
const item = (fields: string): string =>
  `show({ type: "list", items: [{ type: "item", id: "a", title: "b", ${fields} }] })`
const button = (action: string): string => `show({ type: "button", id: "a", label: "b", action: ${action} })`
const respond = (components: string): string =>
  `CanvasKit.submitApp({ clientSecret, onRequest: () => Effect.succeed({ canvas: { content: { components: ${components} } } }) })`

const right: Readonly<Record<string, string>> = {
  "a text": `show({ type: "text", id: "a", text: "**Hi**", align: "center", style: "header", bottom_margin: "none" })`,
  "an image": `show({
    type: "image", id: "a", url: "https://example.com/a.png", align: "full_width", width: 20, height: 10,
    rounded: true, bottom_margin: "none", action: { type: "url", url: "https://example.com" }
  })`,
  "a data table": `show({ type: "data-table", items: [{ type: "field-value", field: "Key", value: "Value" }] })`,
  "rows that are made by a function":
    `show({ type: "data-table", items: names.map((field) => ({ type: "field-value", field, value: "" })) })`,
  "a divider": `show({ type: "divider", id: "a", bottom_margin: "none" })`,
  "a spacer": `show({ type: "spacer", id: "a", size: "xl" })`,
  "a button": `show({
    type: "button", id: "a", label: "Save", action: { type: "submit" }, style: "secondary", disabled: true
  })`,
  "an action that opens a page": button(`{ type: "url", url: "https://example.com" }`),
  "an action that opens a sheet": button(`{ type: "sheet", url: "https://example.com" }`),
  "an input": `show({
    type: "input", id: "a", label: "Email", placeholder: "ada@example.com", value: "", action: { type: "submit" },
    save_state: "unsaved", disabled: false
  })`,
  "a text area": `show({
    type: "textarea", id: "a", label: "Message", placeholder: "…", value: "", error: true, disabled: false
  })`,
  "a single select": `show({
    type: "single-select", id: "a", label: "Which?", options: ${options}, value: "b", save_state: "failed",
    disabled: false, action: { type: "submit" }
  })`,
  "a dropdown": `show({
    type: "dropdown", id: "a", label: "Which?", options: ${options}, value: "b", save_state: "saved", disabled: false
  })`,
  "a checkbox": `show({
    type: "checkbox", id: "a", label: "Which?", option: ${options}, value: ["a", "b"], save_state: "saved",
    disabled: false
  })`,
  "a checkbox without a label": `show({ type: "checkbox", id: "a", option: ${options} })`,
  "a list": `show({ type: "list", disabled: true, items: [{
    type: "item", id: "a", title: "A", subtitle: "B", tertiary_text: "C", image: "https://example.com/a.png",
    image_width: 48, image_height: 48, rounded_image: true, disabled: false, action: { type: "submit" }
  }, { type: "item", id: "b", title: "B" }] })`,
  "a component of a type that came later": `show({ type: other("carousel"), slides: [1, 2] })`,
  "a known component with a field that came later": `show({ type: other("text"), text: "a", colour: "red" })`,
  "the component that a test of its type finds":
    `if (component.type === "text") { const text: CanvasKit.TextComponent = component; show(text) }`,
  "a response of an app": respond(
    `[{ type: "text", text: "a" }, { type: "input", id: "b", action: { type: "submit" } }]`
  ),
  "the event of a response": `Effect.succeed<CanvasKit.SubmitResponse>({
    canvas: { content_url: "https://example.com", stored_data: { step: 1 } }, event: { type: "completed" }
  })`,
  "a response to the submission of a sheet": `Effect.map(
    Effect.succeed<CanvasKit.SubmitSheetRequest>({ workspace_id: "a", sheet_values: { date: "2026-12-01" } }),
    ({ sheet_values }): CanvasKit.SubmitResponse => ({
      canvas: { content: { components: [{ type: "text", text: String(sheet_values?.date) }] } }
    })
  )`
}

const wrong: Readonly<Record<string, readonly [code: string, says: RegExp]>> = {
  "an unknown type": [
    `show({ type: "carousel" })`,
    /^TS2322: Type '"carousel"' is not assignable to type 'OtherType \| "text"/
  ],
  "a multi-select": [`show({ type: "multi-select", id: "a", options: [] })`, /^TS2322: Type '"multi-select"'/],
  "a text without a text": [`show({ type: "text" })`, /'text' is missing in .* required in type 'TextComponent'/],
  "an unknown style": [
    `show({ type: "text", text: "a", style: "big" })`,
    /^TS2322: Type '"big"' is not assignable .*"header"/
  ],
  "a misspelt field": [
    `show({ type: "text", text: "a", styl: "muted" })`,
    /^TS2561: .*'styl' does not exist in type 'TextComponent'. Did you mean to write 'style'\?/
  ],
  "a misspelt field in a response with a type": [
    `Effect.succeed<CanvasKit.LiveCanvasResponse>({ content: { components: [{ type: "divider", margin: "none" }] } })`,
    /^TS2353: .*'margin' does not exist in type 'DividerComponent'/
  ],
  "an unknown style in a response": [respond(`[{ type: "text", text: "a", style: "big" }]`), /"big"/],
  "an image without its size": [
    `show({ type: "image", url: "https://example.com" })`,
    /type 'ImageComponent': width, height/
  ],
  "an image that opens a sheet": [
    `show({ type: "image", url: "", width: 1, height: 1, action: { type: "sheet", url: "" } })`,
    /^TS2322: Type '"sheet"' is not assignable to type '"url"'/
  ],
  "a number in a data table": [
    `show({ type: "data-table", items: [{ type: "field-value", field: "a", value: 1 }] })`,
    /^TS2322: Type 'number' is not assignable to type 'string'/
  ],
  "a spacer with a margin": [`show({ type: "spacer", bottom_margin: "none" })`, /^TS2353: .*'SpacerComponent'/],
  "a size in pixels": [`show({ type: "spacer", size: 10 })`, /^TS2322: Type 'number'/],
  "a button without an action": [
    `show({ type: "button", id: "a", label: "b" })`,
    /'action' is missing in .* required in type 'ButtonComponent'/
  ],
  "an action without its URL": [button(`{ type: "url" }`), /'url' is missing in .* required in type 'UrlAction'/],
  "a sheet without its URL": [button(`{ type: "sheet" }`), /'url' is missing in .* required in type 'SheetAction'/],
  "a submit action with a URL": [
    button(`{ type: "submit", url: "" }`),
    /^TS2353: .*'url' does not exist in type 'SubmitAction'/
  ],
  "an unknown action": [button(`{ type: "call" }`), /^TS2322: Type '"call"' is not assignable/],
  "an input without an id": [`show({ type: "input" })`, /'id' is missing in .* required in type 'InputComponent'/],
  "an unknown save state": [`show({ type: "input", id: "a", save_state: "new" })`, /^TS2322: Type '"new"'.*"unsaved"/],
  "a text area with a save state": [
    `show({ type: "textarea", id: "a", save_state: "saved" })`,
    /^TS2353: .*'TextareaComponent'/
  ],
  "a single select with several values": [
    `show({ type: "single-select", id: "a", options: ${options}, value: ["a"] })`,
    /^TS2322: Type 'string\[\]' is not assignable to type 'string'/
  ],
  "a dropdown with an action": [
    `show({ type: "dropdown", id: "a", options: ${options}, action: { type: "submit" } })`,
    /^TS2353: .*'action' does not exist in type 'DropdownComponent'/
  ],
  "options of a checkbox in the plural": [
    `show({ type: "checkbox", id: "a", options: ${options} })`,
    /^TS2561: .*'CheckboxComponent'. Did you mean to write 'option'\?/
  ],
  "a checkbox with one value": [
    `show({ type: "checkbox", id: "a", option: [], value: "a" })`,
    /^TS2322: Type 'string'/
  ],
  "an option without a text": [
    `show({ type: "dropdown", id: "a", options: [{ type: "option", id: "a" }] })`,
    /'ComponentOption'/
  ],
  "an item without a title": [`show({ type: "list", items: [{ type: "item", id: "a" }] })`, /'title' is missing/],
  "an item with an image without its size": [item(`image: ""`), /type 'ItemImage': image_width, image_height/],
  "an item with a misspelt field": [item(`roundedImage: true`), /^TS2561: .*Did you mean to write 'rounded_image'\?/],
  "another event": [
    `Effect.succeed<CanvasKit.SubmitResponse>({ canvas: { content_url: "" }, event: { type: "started" } })`,
    /^TS2322: Type '"started"' is not assignable to type '"completed"'/
  ],
  "a number as the type of another component": [`show({ type: other(1) })`, /^TS2345: Argument of type 'number'/]
}

let compiler: Compiler
let problems: ReadonlyArray<Problem>

const programs: Readonly<Record<string, string>> = Object.fromEntries([
  ...Object.values(right).map((code, index) => [`docs/right${index}.ts`, preamble + code]),
  ...Object.values(wrong).map(([code], index) => [`docs/wrong${index}.ts`, preamble + code])
])

beforeAll(() => {
  compiler = makeCompiler()
  // All of them at once: the compiler reads the library's types for each program it is asked about.
  problems = compiler.check(programs)
})

// Vitest reports an error if a test file does not respond for a minute, and the compiler does not pause.
beforeEach(() => setImmediate())

const complaints = (side: "right" | "wrong", index: number): ReadonlyArray<Problem> =>
  problems.filter(({ path }) => path === `docs/${side}${index}.ts`)

describe("The compiler takes", () => {
  for (const [index, what] of Object.keys(right).entries()) {
    it(what, () => {
      assert.deepStrictEqual(complaints("right", index), [])
    })
  }
})

describe("The compiler refuses", () => {
  for (const [index, [what, [, says]]] of Object.entries(wrong).entries()) {
    it(what, () => {
      const [complaint, ...others] = complaints("wrong", index)
      assert(complaint !== undefined, "it compiles")
      assert.match(complaint.text, says)
      assert.strictEqual(complaint.line, line)
      assert.deepStrictEqual(others, [])
    })
  }
})

describe("A component", () => {
  it("has one of the twelve types of Intercom's reference", () => {
    const hover = typeIn(compiler.hover(`${preamble}\nconst known = component.type`, "const known"))
    assert.sameMembers(hover.split(" | "), [
      ...[`"text"`, `"image"`, `"data-table"`, `"divider"`, `"spacer"`],
      ...[`"button"`, `"input"`, `"textarea"`, `"single-select"`, `"dropdown"`, `"checkbox"`, `"list"`]
    ])
  })

  it("shows the words of a field", () => {
    const code = `${preamble}\nconst read = (text: CanvasKit.TextComponent) => text.style`
    assert.include(compiler.hover(code, "text.style"), `"header" | "paragraph" | "muted" | "error" | undefined`)
  })

  // No excess property is found in a type that was inferred.
  it("in a response without a type may have a misspelt field", () => {
    const code = preamble + respond(`[{ type: "text", text: "a", styl: "muted" }]`)
    assert.deepStrictEqual(compiler.check({ "docs/inferred.ts": code }), [])
  })
})
