import { assert, describe, it } from "@effect/vitest"
import { spawnSync } from "node:child_process"
import { type Bundle, bundle, bundleEndpoint, bundleProgram, bundlers, type Program, publicModules } from "./bundle.js"

const KB = 1024

// rollup takes a few seconds for each program.
const timeout = 120_000

const otherEndpoints = [
  "/contacts/merge",
  "/contacts/search",
  "/contacts/find_by_external_id/",
  "/contacts/{contact_id}/archive",
  "/contacts/{contact_id}/unarchive",
  "/contacts/{contact_id}/block"
]

/** What one reads first of each resource. */
const endpoints: Readonly<Record<string, string>> = {
  Admins: "find",
  Articles: "find",
  Audiences: "find",
  AwayStatusReasons: "list",
  Brands: "find",
  BulkJobs: "find",
  Calls: "find",
  Collections: "find",
  Companies: "find",
  ContactRelations: "listTags",
  Contacts: "find",
  Content: "search",
  ContentImportSources: "find",
  ContentSnippets: "find",
  ConversationActions: "attachTag",
  ConversationAttributes: "find",
  CustomObjects: "find",
  DataAttributes: "list",
  DataConnectors: "find",
  DataExport: "find",
  Emails: "find",
  Events: "create",
  ExternalPages: "find",
  FinAgent: "start",
  FinVoice: "find",
  HelpCenters: "find",
  InternalArticles: "find",
  IpAllowlist: "find",
  Jobs: "find",
  Macros: "find",
  Messages: "sendInApp",
  NewsItems: "find",
  Newsfeeds: "find",
  Notes: "find",
  OfficeHours: "find",
  PhoneCallRedirects: "create",
  ReportingDataExport: "find",
  Segments: "find",
  SubscriptionTypes: "list",
  Tags: "find",
  Teams: "find",
  TicketStates: "list",
  TicketTypes: "find",
  Visitors: "find",
  Workflows: "export"
}

/** The largest models. */
const largest: Readonly<Record<string, string>> = { Conversations: "find", Tickets: "find" }

/**
 * The bounds for the growth of a bundle, in bytes. The core falls short of the wanted ones: what is on by default is
 * part of each program with an endpoint. docs/performance.md says what each part weighs.
 */
const bounds = {
  first: { held: 10.25 * KB, wanted: 6 * KB },
  second: { held: 0.75 * KB, wanted: KB / 2 },
  // 62 KB without Canvas Kit, health checks and the unpacking of gzip files of several members.
  everything: 66 * KB
}

const unwantedPackages = ["fast-check", "find-my-way-ts", "msgpackr", "multipasta", "pure-rand"]

const ours = ({ modules }: Bundle): ReadonlyArray<string> => modules.filter((name) => name.startsWith("dist/"))

const within = (bytes: number, most: number): void =>
  assert.isAtMost(bytes, most, `${bytes} bytes where ${most} are allowed`)

for (const bundler of bundlers) {
  const built = (program: Program): Promise<Bundle> => bundleProgram(bundler, program)

  const difference = async (program: Program, from: Program): Promise<number> =>
    (await built(program)).gzip - (await built(from)).gzip

  describe(`A program bundled by ${bundler}`, { timeout }, () => {
    it("grows by at most 10.25 KB gzip with its first endpoint", async () => {
      within(await difference("find", "baseline"), bounds.first.held)
    })

    const seconds: ReadonlyArray<Program> = ["findAndArchive", "findAndCreate", "findAndList", "findAndUpdate"]
    it.each(seconds)("grows by at most 0.75 KB gzip with a second endpoint: %s", async (program) => {
      within(await difference(program, "find"), bounds.second.held)
    })

    // These fall short. It is time to lower what is held when one of them fails.
    it.fails("grows by at most 6 KB gzip with its first endpoint", async () => {
      within(await difference("find", "baseline"), bounds.first.wanted)
    })

    it.fails("grows by at most 0.5 KB gzip with a second endpoint that writes", async () => {
      within(await difference("findAndCreate", "find"), bounds.second.wanted)
    })

    it("grows by at most 66 KB gzip with everything there is", async () => {
      const apis = publicModules().filter((name) => name.includes("/api/")).map((name) => name.split("/").at(-1))
      assert.includeMembers(
        [...(await built("everything")).modules],
        apis.map((name) => `dist/api/${name}.js`)
      )
      within(await difference("everything", "baseline"), bounds.everything)
    })

    it("holds the endpoint it uses and no other", async () => {
      const { code } = await built("find")
      assert.include(code, "\"Contacts.find\"")
      assert.deepStrictEqual(otherEndpoints.filter((path) => code.includes(path)), [])
      assert.deepStrictEqual(code.match(/"Contacts\.\w+"/g), ["\"Contacts.find\""])
    })

    it("holds neither paging nor search nor what encodes bodies unless it uses them", async () => {
      const unused = /^dist\/(Pagination|SearchQuery)\.js$/
      const { code, modules } = await built("find")
      assert.deepStrictEqual(modules.filter((name) => unused.test(name)), [])
      assert.notInclude(code, "must be plain JSON")
      assert.include((await built("findAndUpdate")).code, "must be plain JSON")
    })

    const programs: ReadonlyArray<Program> = [
      "find",
      "findAndArchive",
      "findAndStream",
      "findAndUpdate",
      "findByBarrel"
    ]
    it.each(programs)("holds no test workspace and none of the platform's heavy dependencies: %s", async (program) => {
      const { modules } = await built(program)
      assert.isNotEmpty(modules)
      assert.deepStrictEqual(modules.filter((name) => name.startsWith("dist/testing/")), [])
      assert.deepStrictEqual(
        modules.filter((name) => unwantedPackages.some((unwanted) => name.startsWith(`${unwanted}/`))),
        []
      )
    })

    it("holds nothing of a module it imports and does not use", async () => {
      assert.deepStrictEqual(ours(await bundle(bundler, importsOfEverything())), [])
    })

    it("holds nothing of a module it does not use even where `sideEffects` in package.json is ignored", async () => {
      const found = await bundle(bundler, importsOfEverything(), { ignoreSideEffects: true })
      assert.deepStrictEqual(ours(found), [])
    })

    it("works", async () => {
      const { code } = await built("find")
      assert.include(run(code), "contact 1 Ada")
    })
  })
}

describe("A program with one endpoint of any module", { timeout }, () => {
  it("is bundled here for each module", () => {
    const modules = publicModules().filter((name) => name.includes("/api/")).map((name) => name.split("/").at(-1))
    assert.sameMembers([...Object.keys(endpoints), ...Object.keys(largest)], modules)
  })

  const growth = async (module: string, endpoint: string): Promise<number> =>
    (await bundleEndpoint("esbuild", module, endpoint)).gzip - (await bundleProgram("esbuild", "baseline")).gzip

  it.each(Object.entries(endpoints))("grows by at most 10.25 KB gzip: %s.%s", async (module, endpoint) => {
    within(await growth(module, endpoint), bounds.first.held)
  })

  it.each(Object.entries(largest))("grows by at most 11.25 KB gzip: %s.%s", async (module, endpoint) => {
    within(await growth(module, endpoint), 11.25 * KB)
  })
})

describe("A program that imports the barrel", { timeout }, () => {
  it("is the same as one with deep imports, with rollup", async () => {
    const deep = await bundleProgram("rollup", "find")
    const barrel = await bundleProgram("rollup", "findByBarrel")
    assert.sameMembers([...barrel.modules], [...deep.modules])
    // The same code in another order.
    within(Math.abs(barrel.gzip - deep.gzip), 64)
    within(barrel.gzip - (await bundleProgram("rollup", "baseline")).gzip, bounds.first.held)
  })

  it("has all endpoints of the resource it names, with esbuild, and no other resource", async () => {
    const { code, modules } = await bundleProgram("esbuild", "findByBarrel")
    assert.deepStrictEqual(modules.filter((name) => name.startsWith("dist/api/")).sort(), [
      "dist/api/ContactRelations.js",
      "dist/api/Contacts.js"
    ])
    assert.deepStrictEqual(otherEndpoints.filter((path) => !code.includes(path)), [])
  })
})

// Once for its effects and once for a name.
const importsOfEverything = (): string =>
  ["effect-intercom", ...publicModules()]
    .map((name, i) => `import "${name}"\nimport * as unused${i} from "${name}"\n`)
    .join("")

/** What a program prints where every server answers the same. */
const run = (code: string): string => {
  const answers = {
    shop: { orders: [{ id: "1", total: 1, currency: "EUR", lines: [] }], next: null },
    intercom: { type: "contact", id: 1, name: "Ada" }
  }
  const answering = `globalThis.fetch = async (url) => Response.json(
    (${JSON.stringify(answers)})[String(url).startsWith("https://shop.example/") ? "shop" : "intercom"]
  )\n`
  const { status, stderr, stdout } = spawnSync(process.execPath, ["--input-type=module", "-"], {
    encoding: "utf8",
    env: { ...process.env, SHOP_TOKEN: "token" },
    input: answering + code
  })
  assert.strictEqual(status, 0, stderr)
  return stdout
}
