import { assert, describe, it } from "@effect/vitest"
import { Contact, ContactReference } from "effect-intercom/models/Contact"
import { listBody } from "effect-intercom/Pagination"
import * as Either from "effect/Either"
import * as FC from "effect/FastCheck"
import * as ParseResult from "effect/ParseResult"
import * as Schema from "effect/Schema"
import { assertNothingLost, assertSameValue, cases, decodeBoth, outline, sequences } from "./support/conformance.js"
import { type AnySchema, knownSchemas, schemas } from "./support/schemas.js"

const models: FC.Arbitrary<AnySchema> = FC.constantFrom(
  ...[Contact, ContactReference, listBody(Contact, "data")].map(({ ast }) => Schema.make<unknown>(ast))
)

const promises = (subject: string, schemas: FC.Arbitrary<AnySchema>, numRuns: number): void => {
  describe(subject, () => {
    it.prop("accepts exactly what Schema accepts", [cases(schemas)], ([it]) => {
      const { ours, theirs } = decodeBoth(it)
      assert.strictEqual(ours._tag, theirs._tag)
    }, { fastCheck: { numRuns } })

    it.prop("gives what Schema gives", [cases(schemas)], ([it]) => {
      const { ours, theirs } = decodeBoth(it)
      if (Either.isRight(ours) && Either.isRight(theirs)) assertSameValue(ours.right, theirs.right)
    }, { fastCheck: { numRuns } })

    it.prop("keeps every key that arrived", [cases(schemas)], ([it]) => {
      const { ours, theirs } = decodeBoth(it)
      if (Either.isRight(ours) && Either.isRight(theirs)) assertNothingLost(it.input, ours.right, theirs.right)
    }, { fastCheck: { numRuns } })

    it.prop("does so whatever it decoded before", [sequences(schemas)], ([cases]) => {
      for (const it of cases) {
        const { ours, theirs } = decodeBoth(it)
        assert.strictEqual(ours._tag, theirs._tag)
        if (Either.isRight(ours) && Either.isRight(theirs)) assertSameValue(ours.right, theirs.right)
      }
    }, { fastCheck: { numRuns: 100 } })

    it.prop("fails with Schema's own issue", [cases(schemas)], ([it]) => {
      const { ours, theirs } = decodeBoth(it)
      if (Either.isLeft(ours) && Either.isLeft(theirs)) assert.deepEqual(outline(ours.left), outline(theirs.left))
    }, { fastCheck: { numRuns } })
  })
}

describe("a compiled decoder, whatever the input,", () => {
  promises("of a model", models, 300)
  promises("of a schema made of the nodes our models use", knownSchemas, 500)
  promises("of any schema", schemas, 500)

  it("is tried on inputs that are accepted and on inputs that are refused, many of each", () => {
    for (const arbitrary of [models, knownSchemas, schemas]) {
      const accepted = FC.sample(cases(arbitrary), { numRuns: 500, seed: 1 }).filter(({ input, schema }) =>
        Either.isRight(ParseResult.decodeUnknownEither(schema)(input))
      )
      assert.isAbove(accepted.length, 100)
      assert.isBelow(accepted.length, 400)
    }
  })
})
