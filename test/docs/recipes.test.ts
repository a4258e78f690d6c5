/**
 * The recipes of docs/recipes.md do what the page says.
 */
import { assert, describe, it } from "@effect/vitest"
import * as Contacts from "effect-intercom/api/Contacts"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as IntercomWorkspace from "effect-intercom/testing/IntercomWorkspace"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as ParseResult from "effect/ParseResult"
import * as TestClock from "effect/TestClock"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import * as Answers from "../../docs/examples/recipes/answers.js"
import * as Attributes from "../../docs/examples/recipes/attributes.js"
import * as Batch from "../../docs/examples/recipes/batch.js"
import * as Caching from "../../docs/examples/recipes/cache.js"
import * as NewField from "../../docs/examples/recipes/newField.js"
import * as Overrides from "../../docs/examples/recipes/overrides.js"
import * as Upsert from "../../docs/examples/recipes/upsert.js"
import { bodyOf, contact, errorList, lineOf, scripted } from "../scripted.js"
import { repository } from "../types/compiler.js"
import { blocksOfPage } from "./blocks.js"

describe("docs/recipes.md", () => {
  // The imports differ: the page has those of the barrel.
  const withoutImports = (code: string): string => code.replaceAll(/^import .*\n/gm, "").trim()
  const read = (path: string): string => readFileSync(join(repository, path), "utf8")
  const page = read("docs/recipes.md")
  const blocks = blocksOfPage("docs/recipes.md", page).map(({ code }) => withoutImports(code))

  it("has less than 200 lines", () => {
    assert.isBelow(page.trimEnd().split("\n").length, 200)
  })

  for (const file of readdirSync(join(repository, "docs/examples/recipes"))) {
    it(`shows ${file} as it is, or links to it`, () => {
      if (!page.includes(`](examples/recipes/${file})`)) {
        assert.include(blocks, withoutImports(read(`docs/examples/recipes/${file}`)))
      }
    })
  }
})

describe("The recipe for", () => {
  it.effect("a sync tells what became of each row", () =>
    Effect.gen(function*() {
      const { id } = yield* Contacts.create({ external_id: "1", email: "ada@example.com" })
      const gone = yield* Contacts.create({ external_id: "4", email: "joan@example.com" })
      yield* Contacts.archive(gone.id)
      const outcomes = yield* Upsert.sync([
        { external_id: "1", name: "Ada" },
        { external_id: "2", email: "ada@example.com" },
        { external_id: "3", email: "bob@example.com" },
        { external_id: "4", name: "Joan" }
      ])
      assert.deepStrictEqual(outcomes, ["updated", `email taken: ${id}`, "created", `archived: ${gone.id}`])
    }).pipe(Effect.provide(IntercomWorkspace.layer())))

  it.effect("a cache reads a contact once for 50 fibers, and again after its time", () =>
    Effect.gen(function*() {
      const { layer, sent } = scripted([() => contact("1")])
      const cache = yield* Effect.provide(Caching.makeCache, layer)
      const fifty = Array.from({ length: 50 }, () => cache.get("1"))
      assert.lengthOf(yield* Effect.all(fifty, { concurrency: "unbounded" }), 50)
      assert.lengthOf(sent, 1)
      yield* TestClock.adjust("4 minutes")
      yield* cache.get("1")
      assert.lengthOf(sent, 1)
      yield* TestClock.adjust("2 minutes")
      yield* cache.get("1")
      assert.lengthOf(sent, 2)
    }))

  it.effect("a cache does not keep a failure", () =>
    Effect.gen(function*() {
      const { layer, sent } = scripted([() => errorList(403, "forbidden"), () => contact("1")])
      const cache = yield* Effect.provide(Caching.makeCache, layer)
      assert.strictEqual((yield* Effect.flip(cache.get("1")))._tag, "IntercomForbidden")
      yield* TestClock.adjust("1 millis")
      assert.strictEqual((yield* cache.get("1")).id, "1")
      assert.lengthOf(sent, 2)
    }))

  it.effect("batches finds 60 contacts with one request", () =>
    Effect.gen(function*() {
      const { layer, sent } = scripted([() => Response.json({ type: "list", data: [{ id: "7" }, { id: "59" }] })])
      const found = yield* Effect.provide(Batch.program, layer)
      assert.deepStrictEqual(sent.map(lineOf), ["POST /contacts/search"])
      assert.lengthOf(found, 60)
      const ids = found.flatMap((contact, n) => Option.isSome(contact) ? [[n, contact.value.id]] : [])
      assert.deepStrictEqual(ids, [[7, "7"], [59, "59"]])
    }))

  it.effect("batches fails each find of a request that failed", () =>
    Effect.gen(function*() {
      const { layer, sent } = scripted([() => errorList(403, "forbidden")])
      const finds = Effect.forEach(["1", "2"], (id) => Effect.flip(Batch.find(id)), { batching: true })
      const errors = yield* Effect.provide(finds, layer)
      assert.deepStrictEqual(errors.map(({ _tag }) => _tag), ["IntercomForbidden", "IntercomForbidden"])
      assert.lengthOf(sent, 1)
    }))

  it.effect("settings of one call changes its headers, retries and query", () =>
    Effect.gen(function*() {
      const { layer, sent } = scripted([() => errorList(500, "server_error"), () => contact("1")])
      const fiber = yield* Effect.fork(Effect.provide(Overrides.patient, layer))
      yield* TestClock.adjust("1 minute")
      yield* fiber
      assert.lengthOf(sent, 2)
      assert.deepInclude(sent[1]?.headers, { "x-request-reason": "nightly sync", "intercom-version": "2.16" })
      const plain = scripted([() => contact("1")])
      yield* Effect.provide(Effect.all([Overrides.beta, Contacts.find("1")]), plain.layer)
      assert.deepStrictEqual(plain.sent.map(lineOf), [
        "GET /contacts/63a07ddf05a32042dffac965?beta=true",
        "GET /contacts/1"
      ])
    }))

  it.effect("settings of one call takes the token of another layer", () =>
    Effect.gen(function*() {
      const here = scripted([() => contact("1")])
      const there = scripted([() => contact("2")])
      const found = yield* Effect.provide(
        Effect.all([Contacts.find("1"), Overrides.elsewhere(there.layer)]),
        here.layer
      )
      assert.deepStrictEqual(found.map(({ id }) => id), ["1", "2"])
    }))

  it.effect("typed attributes reads what it writes, and refuses what does not fit", () =>
    Effect.gen(function*() {
      const renewal_at = new Date("2027-01-01T00:00:00Z")
      const { layer, sent } = scripted([() => contact("1")])
      yield* Effect.provide(Attributes.save("1", { plan: "team", seats: 5, renewal_at }), layer)
      const written = { plan: "team", seats: 5, renewal_at: 1_798_761_600 }
      assert.deepStrictEqual(bodyOf(sent[0]), { custom_attributes: written })
      const attributes = yield* Attributes.attributesOf({ id: "1", custom_attributes: { ...written, more: true } })
      assert.deepStrictEqual(attributes, { plan: "team", seats: 5, renewal_at })
      const refused = yield* Effect.flip(Attributes.attributesOf({ id: "1", custom_attributes: { plan: "gold" } }))
      assert.isTrue(ParseResult.isParseError(refused))
    }))

  it.effect("a new field writes and reads it, and keeps the checks of the others", () =>
    Effect.gen(function*() {
      const { layer, sent } = scripted([() => Response.json({ id: 1, nickname: "Countess" })])
      const updated = yield* Effect.provide(NewField.update("1", { name: "Ada", nickname: "Countess" }), layer)
      assert.deepInclude(updated, { id: "1", nickname: "Countess" })
      assert.deepStrictEqual(bodyOf(sent[0]), { name: "Ada", nickname: "Countess" })
      const misspelt: object = { nikname: "Countess" }
      const error = yield* Effect.flip(Effect.provide(NewField.update("1", misspelt), layer))
      assert.deepInclude(error, { _tag: "IntercomInvalidInput", field: "nikname" })
      const odd = scripted([() => Response.json({ id: "1", nickname: 7 })])
      const refused = yield* Effect.flip(Effect.provide(NewField.update("1", {}), odd.layer))
      assert.deepInclude(refused, { _tag: "IntercomInvalidResponse", at: ["nickname"] })
    }))

  it.effect("the headers of a success gives those of each request", () =>
    Effect.gen(function*() {
      const Test = IntercomHttp.layerTest(() =>
        Response.json({ id: "1" }, { headers: { "x-ratelimit-remaining": "166" } })
      )
      const { answers, result } = yield* Effect.provide(Answers.withAnswers(Contacts.find("1")), Test)
      assert.strictEqual(result.id, "1")
      assert.deepStrictEqual(
        answers.map(({ headers, status }) => [status, headers["x-ratelimit-remaining"]]),
        [[200, "166"]]
      )
    }))
})
