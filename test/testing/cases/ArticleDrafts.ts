import { assert } from "@effect/vitest"
import * as Articles from "effect-intercom/api/Articles"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as Pagination from "effect-intercom/Pagination"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { refusal } from "../calls.js"
import type { Case } from "../ways.js"

const seed: Case["seed"] = {
  articles: [
    { id: "1", title: "Refunds", body: "<p>A day</p>" },
    { id: "2", title: "Soon", state: "draft" },
    {
      id: "3",
      title: "Prices",
      translated_content: { fr: { title: "Prix", state: "published" }, de: { title: "Preise", state: "published" } }
    }
  ]
}

const in216 = <A, E>(call: Effect.Effect<A, E, IntercomHttp.IntercomHttp>) => IntercomHttp.withVersion(call, "2.16")

const invalid = "IntercomInvalidRequest 422 parameter_invalid"

const missing = "IntercomNotFound 404 not_found"

const titles = ({ data }: { readonly data: ReadonlyArray<Articles.ArticleVersionListItem> }) =>
  data.map(({ state, title }) => `${title} (${state})`)

export const cases: ReadonlyArray<Case> = [
  {
    name: "stages changes of a published article, which readers see once they are published",
    seed,
    test: Effect.gen(function*() {
      assert.strictEqual(yield* refusal(Articles.findDraft("1")), missing)
      assert.strictEqual(yield* refusal(Articles.publishDraft("1")), invalid)
      const draft = yield* Articles.stageDraft("1", { title: "All refunds" })
      assert.deepInclude(draft, {
        id: "1",
        title: "All refunds",
        body: "<p>A day</p>",
        state: "published",
        has_unpublished_changes: true
      })
      assert.isNumber(draft.draft_updated_at)
      yield* Articles.stageDraft("1", { body: "<p>Two days</p>" })
      const staged = yield* Articles.findDraft("1")
      assert.deepInclude(staged, { title: "All refunds", body: "<p>Two days</p>" })
      assert.deepInclude(yield* in216(Articles.find("1")), { title: "Refunds", has_unpublished_changes: true })
      assert.notProperty(
        yield* IntercomHttp.withVersion(Articles.find("1"), "2.15"),
        "has_unpublished_changes"
      )
      const published = yield* Articles.publishDraft("1")
      assert.deepInclude(published, {
        title: "All refunds",
        body: "<p>Two days</p>",
        has_unpublished_changes: false,
        draft_updated_at: null
      })
      assert.deepInclude(yield* Articles.find("1"), { title: "All refunds", state: "published" })
      assert.strictEqual(yield* refusal(Articles.findDraft("1")), missing)
    })
  },
  {
    name: "stages nothing on an article that is not published, and no empty title",
    seed,
    test: Effect.gen(function*() {
      assert.strictEqual(yield* refusal(Articles.stageDraft("2", { title: "Now" })), invalid)
      assert.strictEqual(yield* refusal(Articles.stageDraft("9", { title: "Now" })), missing)
      assert.strictEqual(
        yield* refusal(Articles.stageDraft("1", { title: "" })),
        "IntercomInvalidRequest 400 parameter_invalid"
      )
      assert.deepInclude(yield* Articles.stageDraft("1", { title: "Refunds" }), { has_unpublished_changes: false })
    })
  },
  {
    name: "publishes the draft of an article in several languages by language",
    seed,
    test: Effect.gen(function*() {
      yield* Articles.stageDraft("3", { title: "All prices", translated_content: { fr: { title: "Tous les prix" } } })
      assert.strictEqual(
        yield* refusal(Articles.publishDraft("3")),
        "IntercomInvalidRequest 422 parameter_not_found"
      )
      assert.strictEqual(yield* refusal(Articles.publishDraft("3", { locales: ["fr", "de"] })), invalid)
      const french = yield* Articles.publishDraft("3", { locales: ["fr"] })
      assert.deepInclude(french, { title: "Prices", has_unpublished_changes: true })
      assert.strictEqual(french.translated_content?.fr?.title, "Tous les prix")
      const all = yield* Articles.publishDraft("3", { locales: ["en"] })
      assert.deepInclude(all, { title: "All prices", has_unpublished_changes: false })
    })
  },
  {
    name: "keeps a version of each content of an article",
    seed,
    test: Effect.gen(function*() {
      yield* Articles.update("1", { title: "More refunds" })
      yield* Articles.update("1", { state: "published" })
      yield* Articles.stageDraft("1", { title: "All refunds" })
      const versions = yield* Articles.listVersions("1")
      assert.deepStrictEqual(titles(versions), ["All refunds (draft)", "More refunds (published)", "Refunds (draft)"])
      yield* Articles.publishDraft("1")
      const after = yield* Articles.listVersions("1")
      assert.deepStrictEqual(titles(after), ["All refunds (published)", "More refunds (draft)", "Refunds (draft)"])
      const [latest, middle] = after.data
      assert.deepInclude(latest, {
        type: "article_version",
        article_id: "1",
        created_by_id: "814860",
        created_via: "api",
        from_version_id: middle?.id
      })
      assert.notProperty(latest, "body")
      const version = yield* Articles.findVersion("1", { version_id: middle?.id ?? "" })
      assert.deepInclude(version, { title: "More refunds", body: "<p>A day</p>" })
      assert.strictEqual(yield* refusal(Articles.findVersion("2", { version_id: middle?.id ?? "" })), missing)
      const streamed = Chunk.toReadonlyArray(
        yield* Stream.runCollect(Pagination.stream(Articles.listVersions("1", { perPage: 2 })))
      )
      assert.deepStrictEqual(streamed, after.data)
      yield* Articles.delete("1")
      assert.strictEqual(yield* refusal(Articles.listVersions("1")), missing)
    })
  },
  {
    name: "lists the versions in a language",
    seed,
    test: Effect.gen(function*() {
      assert.deepStrictEqual(titles(yield* Articles.listVersions("3", { locale: "fr" })), ["Prix (published)"])
      assert.lengthOf((yield* Articles.listVersions("3")).data, 3)
      assert.strictEqual(
        yield* refusal(Articles.listVersions("3", { locale: "it" })),
        "IntercomInvalidRequest 400 parameter_invalid"
      )
    })
  }
]
