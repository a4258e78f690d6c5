import { assert, beforeAll, beforeEach, describe, it, vi } from "@effect/vitest"
import { setImmediate } from "node:timers/promises"
import { type Compiler, makeCompiler, overloaded, typeIn } from "./compiler.js"

// A busy machine takes its time to compile.
vi.setConfig({ hookTimeout: 60_000, testTimeout: 60_000 })

// Vitest reports an error if a test file does not respond for a minute, and the compiler does not pause.
beforeEach(() => setImmediate())

let compiler: Compiler

beforeAll(() => {
  compiler = makeCompiler()
  // The first question loads Effect's types.
  compiler.check({})
})

const imports = `
import { Contacts, IntercomError, IntercomHttp, Pagination, SearchQuery } from "effect-intercom"
import { ConfigError, Effect, Layer, Redacted, Stream } from "effect"
`

/** A type, compared with another to the letter: `any` and unions of the same are not close enough. */
const same = `
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : false
`

/** What the compiler has against some code, the first line of each complaint. */
const problems = (code: string): ReadonlyArray<string> =>
  compiler.check({ "docs/snippet.ts": imports + same + code }).map(({ text }) => text.split("\n")[0] ?? "")

/** The same with all that follows the first line. */
const details = (code: string): string =>
  compiler.check({ "docs/snippet.ts": imports + same + code }).map(({ text }) => text).join("\n")

const endpoints: Readonly<Record<string, string>> = {
  create: "(contact: NewContact) => Effect<Contact, IntercomError, IntercomHttp>",
  find: overloaded("contactId: string"),
  findByExternalId: overloaded("externalId: string"),
  list: "(options?: ContactOptions & ListOptions) => List<Contact>",
  pages: "(options?: ContactOptions & StreamOptions) => Stream<Page<Contact>, IntercomError, IntercomHttp>",
  stream: "(options?: ContactOptions & StreamOptions) => Stream<Contact, IntercomError, IntercomHttp>",
  search: "(options: ContactSearch & ListOptions) => List<Contact>",
  count: "(search: ContactSearch) => Effect<number, IntercomError, IntercomHttp>",
  findMany: "(contactIds: ReadonlyArray<string>) => Effect<Found<Contact>, IntercomError, IntercomHttp>",
  searchPages: "(options: ContactSearch & StreamOptions) => Stream<Page<Contact>, IntercomError, IntercomHttp>",
  searchStream: "(options: ContactSearch & StreamOptions) => Stream<Contact, IntercomError, IntercomHttp>",
  pagesPartitioned: "(options?: ContactPartitionOptions) => Stream<Page<Contact>, IntercomError, IntercomHttp>",
  streamPartitioned: "(options?: ContactPartitionOptions) => Stream<Contact, IntercomError, IntercomHttp>",
  listByEmail: "(email: string, options?: ListOptions) => List<Contact>",
  update: "(contactId: string, changes: ContactUpdate) => Effect<Contact, IntercomError, IntercomHttp>",
  upsert: overloaded("contact: ContactUpsert", "ContactUpsertOptions", "UpsertedContact"),
  merge: "(merge: ContactMerge) => Effect<Contact, IntercomError, IntercomHttp>",
  archive: "(contactId: string) => Effect<ContactReference, IntercomError, IntercomHttp>",
  unarchive: "(contactId: string) => Effect<ContactReference, IntercomError, IntercomHttp>",
  block: "(contactId: string) => Effect<ContactReference, IntercomError, IntercomHttp>",
  delete: "(contactId: string) => Effect<ContactReference, IntercomError, IntercomHttp>",
  attachCompany: "(contactId: string, company: CompanyLink) => Effect<Company, IntercomError, IntercomHttp>",
  detachCompany: "(contactId: string, company: CompanyLink) => Effect<Company, IntercomError, IntercomHttp>",
  listCompanies: "(contactId: string, options?: ListOptions) => List<Company>",
  attachTag: "(contactId: string, tag: TagLink) => Effect<Tag, IntercomError, IntercomHttp>",
  detachTag: "(contactId: string, tag: TagLink) => Effect<Tag, IntercomError, IntercomHttp>",
  listTags: "(contactId: string) => List<Tag>",
  createNote: "(contactId: string, note: NewNote) => Effect<Note, IntercomError, IntercomHttp>",
  listNotes: "(contactId: string, options?: ListOptions) => List<Note>",
  listSegments: "(contactId: string) => List<Segment>",
  listSubscriptions: "(contactId: string) => List<SubscriptionType>",
  attachSubscription:
    "(contactId: string, consent: SubscriptionTypeConsent) => Effect<SubscriptionType, IntercomError, IntercomHttp>",
  detachSubscription:
    "(contactId: string, subscriptionType: SubscriptionTypeLink) => Effect<SubscriptionType, IntercomError, IntercomHttp>",
  listBanners: "(contactId: string) => List<Banner>",
  dismissBanner: "(contactId: string, view: BannerView) => Effect<BannerDismissal, IntercomError, IntercomHttp>",
  listMergeHistory: "(contactId: string, options?: ListMergeHistoryOptions & ListOptions) => List<MergeHistoryItem>"
}

describe("A hover shows what an endpoint takes, gives, fails with and needs:", () => {
  const imported: ReadonlyArray<readonly [from: string, code: string]> = [
    ["the barrel", `import { Contacts } from "effect-intercom"`],
    ["its own module", `import * as Contacts from "effect-intercom/api/Contacts"`]
  ]
  for (const [from, code] of imported) {
    const uses = [code, ...Object.keys(endpoints).map((name) => `Contacts.${name}`)].join("\n")
    for (const [name, type] of Object.entries(endpoints)) {
      it(`Contacts.${name}, imported from ${from}`, () => {
        assert.strictEqual(typeIn(compiler.hover(uses, `\nContacts.${name}`)), type)
      })
    }
  }

  it("every one of them is listed here", () => {
    const names = compiler.values("src/api/Contacts.ts").filter(({ declaredIn }) =>
      /^src\/api\/Contact/.test(declaredIn)
    )
    assert.sameMembers(names.map(({ name }) => name), Object.keys(endpoints))
  })
})

describe("A hover names a type, it does not spell it out:", () => {
  it("what Effect.gen yields is a Contact", () => {
    const code = `${imports}
      export const program = Effect.gen(function*() {
        const contact = yield* Contacts.find("1")
        const page = yield* Contacts.list()
        return [contact, page]
      })`
    assert.strictEqual(typeIn(compiler.hover(code, "const contact")), "Contact")
    assert.strictEqual(typeIn(compiler.hover(code, "const page")), "Page<Contact>")
  })

  it("a program of several calls has one error and one requirement", () => {
    const code = `${imports}
      export const program = Effect.gen(function*() {
        const { id } = yield* Contacts.create({ email: "a@example.com" })
        return yield* Contacts.update(id, { name: "A" })
      })`
    assert.strictEqual(typeIn(compiler.hover(code, "const program")), "Effect<Contact, IntercomError, IntercomHttp>")
  })

  it("what a stream emits is a Contact", () => {
    const code = `${imports}\nContacts.stream().pipe(Stream.map((contact) => contact.id))`
    assert.strictEqual(typeIn(compiler.hover(code, "(contact")), "Contact")
  })

  it("a schema is a schema of the model, both ways", () => {
    assert.strictEqual(
      typeIn(compiler.hover(`${imports}\nContacts.Contact`, "\nContacts.Contact")),
      "Schema<Contact, Contact, never>"
    )
  })
})

describe("An error is caught by its tag", () => {
  const tags = [
    "Unauthorized",
    "Forbidden",
    "NotFound",
    "Conflict",
    "InvalidRequest",
    "RateLimited",
    "ServerError",
    "UnexpectedStatus",
    "InvalidResponse",
    "NetworkError",
    "Timeout",
    "InvalidInput"
  ]

  it("which narrows it and takes it off the error channel", () => {
    const code = `
      export const program = Contacts.find("1").pipe(
        Effect.catchTag("IntercomNotFound", (error) => Effect.succeed(error.canonicalId))
      )
      export const isGone: Same<
        Effect.Effect.Error<typeof program>,
        Exclude<IntercomError.IntercomError, IntercomError.NotFound>
      > = true
      export const answers: Same<Effect.Effect.Success<typeof program>, Contacts.Contact | string | undefined> = true`
    assert.deepStrictEqual(problems(code), [])
    assert.strictEqual(typeIn(compiler.hover(imports + code, "(error")), "NotFound")
  })

  it("all twelve of them at once, and none is left", () => {
    const code = `
      export const program = Contacts.find("1").pipe(Effect.catchTags({
        ${tags.map((tag) => `Intercom${tag}: (error: IntercomError.${tag}) => Effect.succeed(error._tag)`).join(",\n")}
      }))
      export const isSafe: Same<Effect.Effect.Error<typeof program>, never> = true
      export const areAll: Same<
        IntercomError.IntercomError["_tag"],
        ${tags.map((tag) => `"Intercom${tag}"`).join(" | ")}
      > = true`
    assert.deepStrictEqual(problems(code), [])
  })

  it("each under its own, with its own fields", () => {
    const code = `
      Contacts.find("1").pipe(Effect.catchTags({
        IntercomConflict: ({ archived, existingId }) => Effect.succeed([archived, existingId]),
        IntercomRateLimited: ({ retryAfter }) => Effect.sleep(retryAfter ?? "1 second"),
        IntercomInvalidResponse: ({ at, reason }) => Effect.fail([...at, reason].join(" ")),
        IntercomTimeout: ({ operation, timeout }) => Effect.logError(operation, timeout),
        IntercomForbidden: ({ errors, requestId, status }) => Effect.logError(status, requestId, errors[0]?.code)
      }))`
    assert.deepStrictEqual(problems(code), [])
  })

  it("and a tag that does not exist is refused", () => {
    const code = `Contacts.find("1").pipe(Effect.catchTag("IntercomNotFond", () => Effect.void))`
    assert.deepStrictEqual(problems(code), ["TS2769: No overload matches this call."])
    assert.include(details(code), "Argument of type '\"IntercomNotFond\"' is not assignable")
  })
})

describe("A search is checked", () => {
  const search = (options: string): string => `Contacts.search({ ${options} })\nContacts.searchStream({ ${options} })`

  const misspelt: ReadonlyArray<readonly [where: string, query: string]> = [
    ["a comparison", `SearchQuery.equals("emial", "a")`],
    ["a group", `SearchQuery.and(SearchQuery.equals("role", "user"), SearchQuery.contains("emial", "a"))`],
    ["a query written as it is sent", `{ field: "emial", operator: "=", value: "a" }`]
  ]
  for (const [where, query] of misspelt) {
    it(`and refuses a field that contacts do not have, naming the one that was meant: in ${where}`, () => {
      const complaints = details(search(`query: ${query}`)).match(/Did you mean '"email"'\?/g)
      assert.lengthOf(complaints ?? [], 2)
      assert.lengthOf(problems(search(`query: ${query}`)), 2)
    })
  }

  it("in its order too", () => {
    const sort = `sort: { field: "emial", order: "ascending" }`
    assert.lengthOf(problems(search(`query: SearchQuery.equals("role", "user"), ${sort}`)), 2)
  })

  const queries = [
    `SearchQuery.equals("email", "a@example.com")`,
    `SearchQuery.equals("custom_attributes.plan", "pro")`,
    `SearchQuery.and(SearchQuery.equals("custom_attributes.plan", "pro"), SearchQuery.oneOf("tag_id", ["1"]))`,
    `{ field: "email", operator: "=", value: "a@example.com" }`,
    `{ field: "custom_attributes.plan", operator: "~", value: "pro" }`,
    `{ operator: "AND", value: [{ field: "role", operator: "=", value: "user" }, {
      operator: "OR",
      value: [{ field: "tag_id", operator: "IN", value: ["1"] }]
    }] }`
  ]
  for (const query of queries) {
    it(`and takes ${query}`, () => {
      assert.deepStrictEqual(problems(search(`query: ${query}, sort: { field: "email", order: "ascending" }`)), [])
    })
  }
})

describe("Input is checked:", () => {
  for (const call of ["create({ emial: \"a\" })", "update(\"1\", { emial: \"a\" })", "upsert({ emial: \"a\" })"]) {
    it(`a field that cannot be written is refused in Contacts.${call}`, () => {
      const [problem = "", ...others] = problems(`Contacts.${call}`)
      assert.match(problem, /^TS2561: .*'emial' does not exist in type '[\w &]+'\. Did you mean to write 'email'\?$/)
      assert.deepStrictEqual(others, [])
    })
  }

  for (
    const call of ["find(1)", "find()", "update({ name: \"A\" })", "merge(\"1\", \"2\")", "list({ per_page: 10 })"]
  ) {
    it(`Contacts.${call} is refused`, () => {
      assert.lengthOf(problems(`Contacts.${call}`), 1)
    })
  }

  it("an option may be undefined, under exactOptionalPropertyTypes too", () => {
    const code = `
      declare const perPage: number | undefined
      declare const text: string | undefined
      Contacts.list({ perPage: undefined, cursor: undefined })
      Contacts.stream({ perPage, cursor: text, prefetch: undefined })
      Contacts.search({ query: SearchQuery.equals("role", "user"), sort: undefined, perPage })
      Contacts.create({ role: "lead", name: text, owner_id: undefined })
      IntercomHttp.layerFetch({ accessToken: Redacted.make("token"), region: undefined, retry: undefined })
      const page: Pagination.ListOptions = { perPage }`
    assert.deepStrictEqual(problems(code), [])
    // The option is on: without it this test would say nothing.
    assert.lengthOf(problems(`const options: { perPage?: number } = { perPage: undefined }`), 1)
  })
})

describe("A layer says what it provides, how it fails and what it needs:", () => {
  const isLayer = (layer: string, type: string): string =>
    `export const proof: Same<typeof layer, ${type}> = true
    const layer = ${layer}`

  it("layerFetch needs nothing", () => {
    const layer = `IntercomHttp.layerFetch({ accessToken: Redacted.make("token") })`
    const type = "Layer.Layer<IntercomHttp.IntercomHttp, ConfigError.ConfigError, never>"
    assert.deepStrictEqual(problems(isLayer(layer, type)), [])
  })

  it("layerTest cannot fail", () => {
    const layer = `IntercomHttp.layerTest(() => Response.json({}))`
    assert.deepStrictEqual(problems(isLayer(layer, "Layer.Layer<IntercomHttp.IntercomHttp, never, never>")), [])
  })

  it("layerTest needs what its handler needs", () => {
    const layer = `IntercomHttp.layerTest(() => Effect.as(Effect.scope, Response.json({})))`
    const type = `Layer.Layer<IntercomHttp.IntercomHttp, never, import("effect").Scope.Scope>`
    assert.deepStrictEqual(problems(isLayer(layer, type)), [])
  })

  it("a program with its layer needs nothing more", () => {
    const code = `
      export const program: Effect.Effect<Contacts.Contact, IntercomError.IntercomError | ConfigError.ConfigError> =
        Effect.provide(Contacts.find("1"), IntercomHttp.layerFetch({ accessToken: Redacted.make("token") }))`
    assert.deepStrictEqual(problems(code), [])
  })
})
