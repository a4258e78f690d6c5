/**
 * The requests and responses of Canvas Kit. The apps are tested with everything else that Intercom signs.
 */
import * as HttpApp from "@effect/platform/HttpApp"
import { assert, describe, it } from "@effect/vitest"
import * as CanvasKit from "effect-intercom/CanvasKit"
import * as Signature from "effect-intercom/Signature"
import * as Brand from "effect/Brand"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { bytesOf, clientSecret, post } from "./webhookSender.js"

const decode = <A>(schema: Schema.Schema<A>, value: unknown): A =>
  Schema.decodeUnknownSync(schema, { onExcessProperty: "preserve" })(value)

const other = Brand.nominal<CanvasKit.OtherType>()

const content: CanvasKit.Content = {
  components: [
    { type: "text", text: "**Hi**", style: "header" },
    { type: "image", url: "https://example.com/a.png", width: 20, height: 10, align: "full_width" },
    { type: "data-table", items: [{ type: "field-value", field: "Plan", value: "Team" }] },
    { type: "divider", bottom_margin: "none" },
    { type: "spacer", size: "xl" },
    { type: "button", id: "save", label: "Save", action: { type: "submit" } },
    { type: "input", id: "email", placeholder: "ada@example.com", save_state: "failed" },
    { type: "textarea", id: "message", error: true },
    { type: "single-select", id: "size", options: [{ type: "option", id: "s", text: "Small" }], value: "s" },
    { type: "dropdown", id: "plan", options: [{ type: "option", id: "team", text: "Team" }] },
    { type: "checkbox", id: "days", option: [{ type: "option", id: "mon", text: "Monday" }], value: ["mon"] },
    {
      type: "list",
      items: [{ type: "item", id: "a", title: "A", action: { type: "sheet", url: "https://example.com/sheet" } }]
    },
    { type: other("carousel"), slides: [{ text: "One" }] }
  ]
}

const submitted = {
  workspace_id: "abc123",
  workspace_region: "EU",
  component_id: "save",
  context: { location: "home", locale: "en" },
  current_canvas: { content, stored_data: { step: 1 } },
  input_values: { email: "ada@example.com", plan: "team", days: ["mon"], empty: null }
}

describe("A SubmitRequest", () => {
  it("keeps the components and the values as they are", () => {
    assert.deepStrictEqual<unknown>(decode(CanvasKit.SubmitRequest, submitted), submitted)
  })

  it("has a component", () => {
    const { component_id: _, ...rest } = submitted
    assert.throws(() => decode(CanvasKit.SubmitRequest, rest), /component_id/)
  })

  it("may have any value as a value", () => {
    const input_values = { text: "a", number: 1, list: [{ a: 1 }], none: null }
    assert.deepStrictEqual(decode(CanvasKit.SubmitRequest, { ...submitted, input_values }).input_values, input_values)
  })
})

describe("A response", () => {
  it.effect("arrives with each component as it is", () =>
    Effect.gen(function*() {
      const response: CanvasKit.SubmitResponse = {
        canvas: { content, stored_data: { step: 2 } },
        event: { type: "completed" }
      }
      const handler = HttpApp.toWebHandler(
        yield* CanvasKit.submitApp({ clientSecret, onRequest: () => Effect.succeed(response) })
      )
      const body = bytesOf(JSON.stringify(submitted))
      const header = "X-Body-Signature"
      const signature = yield* Signature.sign({ secret: clientSecret, body, header })
      const { status, text } = yield* Effect.promise(async () => {
        const answer = await handler(post(body, { [header]: signature }))
        return { status: answer.status, text: await answer.text() }
      })
      assert.strictEqual(status, 200)
      assert.strictEqual(text, JSON.stringify(response))
      assert.include(text, `{"type":"carousel","slides":[{"text":"One"}]}`)
    }))
})

describe("An OpenSheetRequest", () => {
  it("is the JSON in a form, with an encrypted user", () => {
    const request = { ...submitted, component_id: "a", user: "MDEyMzQ1Njc4OWFi\n" }
    const form = new URLSearchParams({ intercom_data: JSON.stringify(request) })
    const json: unknown = JSON.parse(new URLSearchParams(form.toString()).get("intercom_data") ?? "")
    const decoded = decode(CanvasKit.OpenSheetRequest, json)
    assert.deepStrictEqual<unknown>(decoded, request)
    assert.strictEqual(decoded.user, request.user)
  })

  it("is no request whose user is an object", () => {
    assert.throws(() => decode(CanvasKit.OpenSheetRequest, { ...submitted, user: { id: "7" } }), /user/)
  })
})

describe("A SubmitSheetRequest", () => {
  it("has the values of the sheet, and no component", () => {
    const request = {
      workspace_id: "abc123",
      current_canvas: { content },
      sheet_values: { date: "2026-12-01", guests: 2 },
      user: { type: "contact", id: "7", role: "user" }
    }
    assert.deepStrictEqual<unknown>(decode(CanvasKit.SubmitSheetRequest, request), request)
  })

  // As Intercom's tutorial shows it.
  it("may have a contact and a customer instead of a user", () => {
    const request = {
      workspace_id: "abc123",
      workspace_region: "US",
      customer: { type: "user" },
      contact: { type: "contact", id: 7 },
      context: { locale: "en" },
      sheet_values: { date: "2024-07-30T23:00:00.000Z" }
    }
    const { contact, ...rest } = decode(CanvasKit.SubmitSheetRequest, request)
    assert.strictEqual(contact?.id, "7")
    assert.nestedPropertyVal(rest, "customer.type", "user")
  })
})
