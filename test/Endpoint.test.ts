import { assert, describe, it } from "@effect/vitest"
import * as Contacts from "effect-intercom/api/Contacts"
import * as Endpoint from "effect-intercom/Endpoint"
import type { IntercomError } from "effect-intercom/IntercomError"
import type { IntercomHttp } from "effect-intercom/IntercomHttp"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import * as Tracer from "effect/Tracer"
import { bodyOf, contact, errorList, scripted } from "./scripted.js"

interface Recorded {
  readonly tracer: Layer.Layer<never>
  readonly spans: Array<Tracer.Span>
}

const recorded = (): Recorded => {
  const spans: Array<Tracer.Span> = []
  const tracer = Effect.map(Effect.tracer, (native) =>
    Tracer.make({
      ...native,
      span: (...args) => {
        const span = native.span(...args)
        spans.push(span)
        return span
      },
      context: native.context
    }))
  return { tracer: Layer.unwrapEffect(Effect.map(tracer, Layer.setTracer)), spans }
}

const secrets = /secret|ada|5ba6|per_page/

describe("Endpoint", () => {
  describe("runs each call in one span", () => {
    const secret = "ada-secret@example.com"

    it.effect("named after it, with method, template, status and request id, and nothing of the request", () =>
      Effect.gen(function*() {
        const { spans, tracer } = recorded()
        const { layer } = scripted([
          () => Response.json({ id: "5ba6", email: secret }, { headers: { "x-request-id": "req-5" } })
        ])
        yield* Contacts.findByExternalId(secret).pipe(Effect.provide(layer), Effect.provide(tracer))
        yield* Contacts.create({ email: secret }).pipe(Effect.provide(layer), Effect.provide(tracer))
        assert.deepStrictEqual(spans.map(({ name }) => name), [
          "Intercom.Contacts.findByExternalId",
          "Intercom.Contacts.create"
        ])
        const [find] = spans
        assert(find !== undefined)
        assert.strictEqual(find.kind, "client")
        assert.deepStrictEqual(Object.fromEntries(find.attributes), {
          "http.request.method": "GET",
          "url.template": "/contacts/find_by_external_id/{external_id}",
          "http.response.status_code": 200,
          "intercom.request_id": "req-5",
          "server.address": "api.intercom.io",
          "server.port": 443
        })
        for (const { attributes, name } of spans) {
          assert.notMatch(JSON.stringify([name, ...attributes]), secrets)
        }
      }))

    it.effect("with the status and the request id of a failure too", () =>
      Effect.gen(function*() {
        const { spans, tracer } = recorded()
        const { layer } = scripted([() => errorList(404, "not_found")])
        yield* Contacts.find("5ba6").pipe(Effect.provide(layer), Effect.provide(tracer), Effect.flip)
        assert.deepInclude(Object.fromEntries(spans[0]?.attributes ?? []), {
          "http.response.status_code": 404,
          "intercom.request_id": "req-1"
        })
      }))

    it.effect("and is a child of the caller's span", () =>
      Effect.gen(function*() {
        const { spans, tracer } = recorded()
        const { layer } = scripted([() => contact("1")])
        yield* Contacts.find("1").pipe(Effect.withSpan("outer"), Effect.provide(layer), Effect.provide(tracer))
        const [outer, inner] = spans
        assert(inner?.parent._tag === "Some")
        assert.strictEqual(inner.parent.value.spanId, outer?.spanId)
      }))
  })

  describe("makes endpoints this library does not have", () => {
    interface Macro {
      readonly id: string
      readonly name: string
    }
    const Macro: Schema.Schema<Macro> = Schema.Struct({ id: Schema.String, name: Schema.String })

    const rename: (
      macroId: string,
      name: string,
      notify?: boolean
    ) => Effect.Effect<Macro, IntercomError, IntercomHttp> = Endpoint.make(
      "Macros.rename",
      Macro,
      (macroId, name, notify) =>
        Endpoint.put("/macros/{macro_id}", {
          path: { macro_id: macroId },
          query: { notify, display: undefined },
          body: Endpoint.json(Schema.Struct({ name: Schema.NonEmptyString }), { name })
        })
    )

    it.effect("with path, query and body", () =>
      Effect.gen(function*() {
        const { layer, sent } = scripted([() => Response.json({ id: "1", name: "x" })])
        assert.deepStrictEqual(yield* rename("a b", "x", false).pipe(Effect.provide(layer)), { id: "1", name: "x" })
        assert.strictEqual(sent[0]?.url, "https://api.intercom.io/macros/a%20b")
        assert.deepStrictEqual(sent[0]?.urlParams, [["notify", "false"]])
        assert.deepStrictEqual(bodyOf(sent[0]), { name: "x" })
      }))

    it.effect("and the same errors", () =>
      Effect.gen(function*() {
        const { layer } = scripted([() => Response.json({ id: "1" })])
        const refused = yield* Effect.flip(Effect.provide(rename("1", ""), layer))
        assert.deepInclude(refused, { _tag: "IntercomInvalidInput", operation: "Macros.rename", field: "name" })
        const wrong = yield* Effect.flip(Effect.provide(rename("1", "x"), layer))
        assert.deepInclude(wrong, { _tag: "IntercomInvalidResponse", path: "/macros/{macro_id}", at: ["name"] })
      }))

    it.effect("that check and send nothing before they are run, and again each time they are", () =>
      Effect.gen(function*() {
        const { layer, sent } = scripted([() => Response.json({ id: "1", name: "x" })])
        const call = rename("1", "x")
        assert.lengthOf(sent, 0)
        yield* Effect.provide(Effect.zipRight(call, call), layer)
        assert.lengthOf(sent, 2)
      }))
  })
})
