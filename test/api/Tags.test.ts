import { assert, describe, it } from "@effect/vitest"
import * as Tags from "effect-intercom/api/Tags"
import * as Effect from "effect/Effect"
import { bodyOf, errorList, lineOf, scripted } from "../scripted.js"

const tag = () => Response.json({ type: "tag", id: 113, name: "Independent" })

describe("Tags", () => {
  it.effect("takes a tag off companies by the operation that puts it on", () =>
    Effect.gen(function*() {
      const { layer, sent } = scripted([tag])
      const companies = [{ id: "531ee472cce572a6ec000006" }, { company_id: "6" }]
      yield* Effect.provide(Tags.untagCompanies({ name: "Independent", companies }), layer)
      assert.deepStrictEqual(sent.map(lineOf), ["POST /tags"])
      assert.deepStrictEqual(bodyOf(sent[0]), {
        name: "Independent",
        companies: [{ id: "531ee472cce572a6ec000006", untag: true }, { company_id: "6", untag: true }]
      })
    }))

  it.effect("says which contacts and companies it was added to, from 2.16 on", () =>
    Effect.gen(function*() {
      const users = [{ id: 7, tagged: true }]
      const { layer } = scripted([() => Response.json({ type: "tag", id: "1", users, companies: [] })])
      const tagging = Tags.tagContacts({ name: "Independent", users: [{ id: "7" }, { id: "8" }] })
      const result = yield* Effect.provide(tagging, layer)
      assert.deepStrictEqual(result.users, [{ id: "7", tagged: true }])
      assert.deepStrictEqual(result.companies, [])
    }))

  for (const [name, company] of [["neither id", {}], ["both ids", { id: "1", company_id: "6" }]] as const) {
    it.effect(`refuses a company with ${name} before anything is sent`, () =>
      Effect.gen(function*() {
        const { layer, sent } = scripted([tag])
        const tagging = { name: "Independent", companies: [{ id: "1" }, company] }
        // @ts-expect-error the types keep this out too
        const error = yield* Effect.flip(Effect.provide(Tags.tagCompanies(tagging), layer))
        assert(error._tag === "IntercomInvalidInput")
        assert.strictEqual(error.field, "companies[1]")
        assert.lengthOf(sent, 0)
      }))
  }

  it.effect("gives nothing for a deletion, and the code where a segment is in the way", () =>
    Effect.gen(function*() {
      assert.isUndefined(yield* Effect.provide(Tags.delete("113"), scripted([() => new Response("")]).layer))
      const refusal = scripted([() => errorList(400, "tag_has_dependent_objects")])
      const error = yield* Effect.flip(Effect.provide(Tags.delete("113"), refusal.layer))
      assert(error._tag === "IntercomInvalidRequest")
      assert.deepStrictEqual(error.errors.map(({ code }) => code), ["tag_has_dependent_objects"])
    }))
})
