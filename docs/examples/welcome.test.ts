/**
 * Its test, without HTTP: what Intercom holds, what the program does, what Intercom holds then.
 */
import { assert, it } from "@effect/vitest"
import * as IntercomWorkspace from "effect-intercom/testing/IntercomWorkspace"
import * as Effect from "effect/Effect"
import { welcome } from "./welcome.js"

it.effect("welcomes a customer once", () =>
  Effect.gen(function*() {
    yield* IntercomWorkspace.seed({ contacts: [{ external_id: "ada", email: "ada@example.com" }] })
    yield* Effect.repeatN(welcome("ada"), 1)
    const { contacts, notes } = yield* IntercomWorkspace.snapshot
    assert.deepInclude(contacts[0]?.tags, { total_count: 1 })
    assert.deepStrictEqual(notes.map(({ body }) => body), ["<p>Welcomed.</p>"])
  }).pipe(Effect.provide(IntercomWorkspace.layer())))
