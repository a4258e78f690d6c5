/**
 * A test of `welcome` without HTTP: seed the workspace, run the program, check the result.
 */
import { assert, it } from "@effect/vitest"
import * as IntercomWorkspace from "effect-intercom/testing/IntercomWorkspace"
import * as Effect from "effect/Effect"
import { welcome } from "./welcome.js"

it.effect("welcomes a contact once", () =>
  Effect.gen(function*() {
    yield* IntercomWorkspace.seed({ contacts: [{ external_id: "ada", email: "ada@example.com" }] })
    yield* Effect.repeatN(welcome("ada"), 1)
    const { contacts, notes } = yield* IntercomWorkspace.snapshot
    assert.deepInclude(contacts[0]?.tags, { total_count: 1 })
    assert.deepStrictEqual(notes.map(({ body }) => body), ["<p>Welcomed.</p>"])
  }).pipe(Effect.provide(IntercomWorkspace.layer())))
