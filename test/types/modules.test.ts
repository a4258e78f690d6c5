/**
 * What holds for the types of every module, whoever adds it.
 */
import { assert, beforeAll, beforeEach, describe, it, vi } from "@effect/vitest"
import { statSync } from "node:fs"
import { join } from "node:path"
import { setImmediate } from "node:timers/promises"
import { isHidden } from "../bundle/hidden.js"
import { type Compiler, makeCompiler, overloaded, repository, typeIn } from "./compiler.js"
import hovers from "./hovers.json" with { type: "json" }

// A busy machine takes its time to compile.
vi.setConfig({ hookTimeout: 120_000, testTimeout: 120_000 })

interface Value {
  /** `Contacts.find` */
  readonly name: string
  readonly declaredIn: string
  /** What an editor shows over it. */
  readonly hover: string
}

// Vitest reports an error if a test file does not respond for a minute, and the compiler does not pause.
beforeEach(() => setImmediate())

let compiler: Compiler
let values: ReadonlyArray<Value>

beforeAll(() => {
  compiler = makeCompiler()
  // The first question loads Effect's types.
  compiler.check({})
  values = valuesOfBarrel()
})

/** Each value of each module of the barrel. */
const valuesOfBarrel = (): ReadonlyArray<Value> => {
  const found = compiler.values("src/index.ts").flatMap((module) =>
    compiler.values(module.declaredIn).map(({ declaredIn, name }) => ({ declaredIn, name: `${module.name}.${name}` }))
  )
  const modules = new Set(found.map(({ name }) => name.slice(0, name.indexOf("."))))
  const code = [
    `import { ${[...modules].join(", ")} } from "effect-intercom"`,
    ...found.map(({ name }) => name)
  ].join("\n")
  return found.map(({ declaredIn, name }) => ({ declaredIn, name, hover: compiler.hover(code, `\n${name}`) }))
}

/** All that an api module declares and that is no endpoint of one signature. */
const others: Readonly<Record<string, string>> = {
  "Collections.tree": "(collections: ReadonlyArray<Collection>) => CollectionTree",
  "Companies.ScrollBroken": "class ScrollBroken",
  "Companies.ScrollInUse": "class ScrollInUse",
  "Contacts.find": overloaded("contactId: string"),
  "Contacts.findByExternalId": overloaded("externalId: string"),
  "Contacts.upsert": overloaded("contact: ContactUpsert", "ContactUpsertOptions", "UpsertedContact"),
  "Jobs.batch": "<A, B, E, R>(items: Iterable<A>, send: (item: A) => Effect<B, E, R>, options?: BatchOptions) => " +
    "Effect<ReadonlyArray<Exit<B, E>>, never, R>",
  "BulkJobs.contactItem": `(contact: BulkItem["data"], method: BulkItem["method"]) => BulkItem`,
  "BulkJobs.eventItem": `(event: BulkItem["data"]) => BulkItem`
}

const input = /(string|[A-Z]\w*( & [A-Z]\w*)*|ReadonlyArray<(string|[A-Z]\w*)>|Pick<[A-Z]\w*, "\w+">)/.source
const inputs = `(\\w+\\??: ${input}(, \\w+\\??: ${input})*)?`
const errors = /IntercomError( \| [A-Z]\w*)*/.source
const endpoint = new RegExp([
  `^\\(${inputs}\\) => `,
  `(Effect<(void|string|number|[A-Z]\\w*|(Page|ReadonlyArray|Found)<[A-Z]\\w*>), ${errors}, IntercomHttp>|`,
  `Stream<([A-Z]\\w*|Page<[A-Z]\\w*>), ${errors}, IntercomHttp>|List<(string|[A-Z]\\w*)(, [A-Z]\\w*)?>)$`
].join(""))

describe("The rule for endpoints takes", () => {
  const taken = [
    "() => Effect<Admin, IntercomError, IntercomHttp>",
    "(callId: string) => Effect<void, IntercomError, IntercomHttp>",
    "(id: string, options?: ReplyFilter & ListOptions) => Stream<Page<Reply>, IntercomError, IntercomHttp>",
    "(id: string, options?: ListOptions) => List<Reply>",
    "(id: string) => List<Reply, ReplyPage>",
    "() => List<string>",
    "(id: string) => Stream<Uint8Array, IntercomError | ArchiveFound | InvalidGzip, IntercomHttp>"
  ]
  for (const type of taken) {
    it(type, () => {
      assert.match(type, endpoint)
    })
  }
})

describe("The rule for endpoints refuses", () => {
  const refused: ReadonlyArray<readonly [what: string, type: string]> = [
    ["what is spelled out", "() => Effect<{ readonly id: string; }, IntercomError, IntercomHttp>"],
    ["input that is spelled out", "(x: { id: string; }) => Effect<Admin, IntercomError, IntercomHttp>"],
    ["an array that is spelled out", "() => Effect<readonly Admin[], IntercomError, IntercomHttp>"],
    ["any", "() => Effect<any, IntercomError, IntercomHttp>"],
    ["unknown", "(x: unknown) => Effect<Admin, IntercomError, IntercomHttp>"],
    ["no error", "() => Effect<Admin, never, IntercomHttp>"],
    ["an error that is not ours", "() => Effect<Admin, ParseError, IntercomHttp>"],
    ["other requirements", "() => Effect<Admin, IntercomError, IntercomHttp | Scope>"],
    ["no requirement", "() => Effect<Admin, IntercomError>"],
    ["a list of what is spelled out", "() => List<{ readonly id: string; }>"],
    ["a promise", "() => Promise<Admin>"]
  ]
  for (const [what, type] of refused) {
    it(what, () => {
      assert.notMatch(type, endpoint)
    })
  }
})

describe("Every function of an api module", () => {
  it("returns an Effect or a Stream of named types, or is listed here", () => {
    const declared = values.filter(({ declaredIn }) => declaredIn.startsWith("src/api/"))
    const odd = declared.map(({ hover, name }) => [name, typeIn(hover)] as const).filter(([, type]) =>
      !endpoint.test(type)
    )
    assert.deepStrictEqual(Object.fromEntries(odd), others)
    // 231 operations, and what is made of them.
    assert.isAtLeast(declared.length - odd.length, 231)
  })

  it("has the hover that hovers.json holds", () => {
    const declared = values.filter(({ declaredIn }) => declaredIn.startsWith("src/api/"))
    assert.deepStrictEqual(Object.fromEntries(declared.map(({ hover, name }) => [name, typeIn(hover)])), hovers)
  })

  it("streams the list or the search of its module, and no other list", () => {
    const streams = Object.keys(hovers).map((name) => name.replace(/^.*\./, "")).filter((name) =>
      /^(stream|pages)./.test(name)
    )
    assert.deepStrictEqual([...new Set(streams)].sort(), ["pagesPartitioned", "streamPartitioned"])
  })

  it("takes its second id by name", () => {
    assert.deepStrictEqual(Object.entries(hovers).filter(([, hover]) => /^\(\w+: string, \w+: string/.test(hover)), [])
  })

  it("is of a module that the barrel has", () => {
    const modules = compiler.sources().filter((path) => path.startsWith("src/api/"))
    assert.sameMembers(
      [...new Set(values.map(({ declaredIn }) => declaredIn))].filter((path) => modules.includes(path)),
      modules
    )
  })

  it("has a hover of at most three lines", () => {
    const ofApi = values.filter(({ declaredIn }) => declaredIn.startsWith("src/api/"))
    assert.deepStrictEqual(ofApi.filter(({ hover }) => /\bunknown\b/.test(hover) || hover.length > 360), [])
  })
})

describe("Every function of a preview module", () => {
  it("returns an Effect or a Stream of named types", () => {
    const paths = compiler.sources().filter((path) => /^src\/preview\/\w+\.ts$/.test(path))
    const hovers = paths.flatMap((path) => {
      const names = compiler.values(path).filter(({ declaredIn }) => declaredIn === path).map(({ name }) => name)
      const code = [
        `import * as Preview from "effect-intercom/${path.replace(/^src\/|\.ts$/g, "")}"`,
        ...names.map((name) => `Preview.${name}`)
      ].join("\n")
      return names.map((name) => [`${path}: ${name}`, typeIn(compiler.hover(code, `\nPreview.${name}`))] as const)
    })
    assert.isAtLeast(hovers.length, 27)
    assert.deepStrictEqual(hovers.filter(([, type]) => !endpoint.test(type)), [])
  })
})

describe("Every exported function", () => {
  /** The third is an option, or a function that is given the first two. */
  const longer: Readonly<Record<string, number>> = {
    "src/Endpoint.ts: make": 3,
    "src/Endpoint.ts: decoding": 3,
    "src/MessengerIdentity.ts: userJwt": 3,
    "src/Pagination.ts: make": 3,
    "src/Pagination.ts: makeFrom": 3,
    "src/Pagination.ts: makeNested": 3,
    "src/api/Jobs.ts: batch": 3,
    "src/testing/Faults.ts: failFor": 3
  }

  it("has at most two parameters, or is listed here", () => {
    const paths = compiler.sources().filter((path) => !isHidden(path.replace(/^src\//, "")))
    const found = paths.flatMap((path) =>
      compiler.parameters(path).filter(({ count }) => count > 2).map(({ count, name }) => [`${path}: ${name}`, count])
    )
    assert.deepStrictEqual(Object.fromEntries(found), longer)
  })
})

describe("A field that holds one of several words", () => {
  const words = (side: "taken" | "given"): ReadonlyMap<string, boolean> =>
    new Map(
      compiler.sources().filter((path) => path.startsWith("src/api/")).flatMap((path) =>
        compiler.words(path)[side].map(({ field, isOpen }) => [field, isOpen] as const)
      )
    )

  it("takes no other text in an input", () => {
    const taken = words("taken")
    assert.isAtLeast(taken.size, 40)
    assert.deepStrictEqual([...taken].filter(([, isOpen]) => isOpen), [])
  })

  it("may hold other text in a response", () => {
    const given = words("given")
    assert.isAtLeast(given.size, 40)
    // Words of `upsert`, not of Intercom.
    const ours = ["UpsertedContact.outcome", "UpsertedContact.matchedBy"]
    assert.deepStrictEqual([...given].filter(([, isOpen]) => !isOpen).map(([field]) => field), ours)
  })
})

describe("Every schema of a model", () => {
  it("is one of a type with a name, to which an input's may add the constants that are sent with it", () => {
    const schemas = values.filter(({ declaredIn, hover }) =>
      declaredIn.startsWith("src/models/") && typeIn(hover).startsWith("Schema<")
    )
    assert.isAtLeast(schemas.length, 100)
    const named = /^Schema<(?:Omit<)?([A-Z]\w*)[^]*\b\1\b[^]*, never>$/
    assert.deepStrictEqual(schemas.filter(({ hover }) => !named.test(typeIn(hover)) || hover.length > 480), [])
  })
})

describe("Nothing is any:", () => {
  it("in no file of the library, written or inferred", () => {
    assert.deepStrictEqual(compiler.sources().flatMap((path) => compiler.anys(path)), [
      // Effect's own: what may be given to a class made by `Data.TaggedError`.
      "src/bin/UsageError.ts: Record<string, any>",
      "src/internal/signedRequest.ts: Record<string, any>",
      "src/testing/internal/workspace/kernel/Result.ts: Record<string, any>"
    ])
  })

  it("in no hover", () => {
    assert.deepStrictEqual(values.filter(({ hover }) => /\bany\b/.test(hover)), [])
  })
})

describe("Declarations stay small:", () => {
  const kilobytes = (...paths: ReadonlyArray<string>): number =>
    paths.reduce((size, path) => size + compiler.declarations(path).length, 0) / 1024

  it("Contacts and Contact below 24 KB", () => {
    assert.isBelow(kilobytes("src/api/Contacts.ts", "src/models/Contact.ts"), 24)
  })

  it("IntercomError below 16 KB", () => {
    assert.isBelow(kilobytes("src/IntercomError.ts"), 16)
  })

  // IntercomWorkspace exports them, so whoever imports it reads them.
  const seeds = /^src\/testing\/(ConversationSeed|Delivery|ObjectSeed|Seed|Snapshot)\.ts$/

  // Nobody reads them who does not import them, and they may change.
  const preview = /^src\/preview\//

  // What came with the shared rate limit, and how to observe it.
  const added = /^src\/(HttpLog|Metrics|(Shared)?RateLimit)\.ts$/

  // What Intercom signs beside webhooks.
  const signed = /^src\/(Signature|(models\/)?(CanvasKit|HealthCheck))\.ts$/

  // What an app of Canvas Kit responds with.
  const canvas = /^src\/models\/Canvas(Component)?\.ts$/

  it("each module below 16 KB, all that users can import below 529 KB, what was added since and the seeds apart", () => {
    const sources = compiler.sources()
    assert.deepStrictEqual(sources.filter((path) => kilobytes(path) >= 16), [])
    const importable = sources.filter((path) => !isHidden(path.replace(/^src\//, "")))
    assert.isBelow(
      kilobytes(
        ...importable.filter((path) => ![seeds, added, signed, canvas, preview].some((apart) => apart.test(path)))
      ),
      529
    )
    assert.isBelow(kilobytes(...importable.filter((path) => added.test(path))), 11)
    assert.isBelow(kilobytes(...importable.filter((path) => signed.test(path))), 18)
    assert.isBelow(kilobytes(...importable.filter((path) => canvas.test(path))), 10.5)
    assert.isBelow(kilobytes(...importable.filter((path) => seeds.test(path))), 28)
    assert.isBelow(kilobytes(...importable.filter((path) => preview.test(path))), 33)
  })

  // What a compiler infers is longer than what was written: plain structs made 172 KB of one model.
  it("of no module longer than its source by a quarter", () => {
    const sizes = compiler.sources().map((path) => ({
      path,
      source: statSync(join(repository, path)).size,
      declarations: compiler.declarations(path).length
    }))
    assert.isNotEmpty(sizes)
    assert.deepStrictEqual(sizes.filter(({ declarations, source }) => declarations > source * 1.25 + 256), [])
  })
})
