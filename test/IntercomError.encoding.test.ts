import { assert, describe, it } from "@effect/vitest"
import * as IntercomError from "effect-intercom/IntercomError"
import * as Schema from "effect/Schema"
import fixture from "./fixtures/errors.json" with { type: "json" }

const tags: Readonly<Record<IntercomError.IntercomError["_tag"], true>> = {
  IntercomUnauthorized: true,
  IntercomForbidden: true,
  IntercomNotFound: true,
  IntercomConflict: true,
  IntercomInvalidRequest: true,
  IntercomRateLimited: true,
  IntercomServerError: true,
  IntercomUnexpectedStatus: true,
  IntercomInvalidResponse: true,
  IntercomNetworkError: true,
  IntercomTimeout: true,
  IntercomInvalidInput: true
}

// Programs store errors and send them: a changed encoding cannot read what was written before.
describe("The encoding of errors does not change:", () => {
  it("the fixture has every class", () => {
    assert.sameMembers(fixture.map(({ _tag }) => _tag), Object.keys(tags))
  })

  for (const encoded of fixture) {
    it(`${encoded._tag} decodes and encodes to the same JSON`, () => {
      const error = Schema.decodeUnknownSync(IntercomError.IntercomError)(encoded)
      assert.isTrue(IntercomError.isIntercomError(error))
      assert.deepStrictEqual(JSON.parse(JSON.stringify(Schema.encodeSync(IntercomError.IntercomError)(error))), encoded)
    })
  }
})
