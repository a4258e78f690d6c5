import { assert, describe, it } from "@effect/vitest"
import * as Companies from "effect-intercom/api/Companies"
import type * as IntercomError from "effect-intercom/IntercomError"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as Pagination from "effect-intercom/Pagination"
import * as Retry from "effect-intercom/Retry"
import * as Chunk from "effect/Chunk"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Schedule from "effect/Schedule"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/TestClock"
import { bodyOf, errorList, type Scripted, scripted, silence } from "../scripted.js"
import { attemptsOf, refusalOf } from "./sending.js"

type Call = Effect.Effect<unknown, IntercomError.IntercomError, IntercomHttp.IntercomHttp>

const company = (id: string) => ({ type: "company", id, company_id: `own-${id}`, name: `Company ${id}` })

const listOf = (ids: string, more: object = {}) =>
  Response.json({ type: "list", data: Array.from(ids).map(company), pages: { next: null }, ...more })

const requestsOf = ({ sent }: Scripted): ReadonlyArray<string> =>
  sent.map(({ method, url, urlParams }) => {
    const query = new URLSearchParams(urlParams.map(([key, value]) => [key, value])).toString()
    return `${method} ${new URL(url).pathname}${query === "" ? "" : `?${query}`}`
  })

const idsIn = <A extends { readonly id: string }, E, R>(stream: Stream.Stream<A, E, R>) =>
  Effect.map(Stream.runCollect(stream), (items) => Chunk.toReadonlyArray(items).map(({ id }) => id).join(""))

describe("Companies", () => {
  describe("find by company_id and by name", () => {
    const found: ReadonlyArray<readonly [name: string, answer: () => Response]> = [
      ["a bare company", () => Response.json(company("1"))],
      ["a list that has it", () => listOf("1")],
      ["a list that has more, of which the first is taken", () => listOf("12")],
      ["a list under its older name", () => Response.json({ type: "company.list", companies: [company("1")] })]
    ]
    for (const [name, answer] of found) {
      it.effect(`take ${name}`, () =>
        Effect.gen(function*() {
          const script = scripted([answer])
          const byId = yield* Effect.provide(Companies.findByCompanyId("a b"), script.layer)
          const byName = yield* Effect.provide(Companies.findByName("Blue & Sun"), script.layer)
          assert.deepStrictEqual([byId, byName], [company("1"), company("1")])
          assert.deepStrictEqual(requestsOf(script), [
            "GET /companies?company_id=a+b",
            "GET /companies?name=Blue+%26+Sun"
          ])
        }))
    }

    const missing: ReadonlyArray<readonly [name: string, tag: string, answer: () => Response]> = [
      ["an empty list", "IntercomNotFound", () => listOf("")],
      ["a list without items", "IntercomNotFound", () => Response.json({ type: "list" })],
      ["Intercom's own 404", "IntercomNotFound", () => errorList(404, "company_not_found")],
      ["neither a company nor a list", "IntercomInvalidResponse", () => Response.json({})],
      ["a list of errors", "IntercomInvalidResponse", () => Response.json({ type: "error.list", errors: [] })],
      ["a company that is not one", "IntercomInvalidResponse", () => Response.json({ ...company("1"), name: 5 })],
      ["a list of what are none", "IntercomInvalidResponse", () => listOf("", { data: [{ name: "Blue" }] })]
    ]
    for (const [name, tag, answer] of missing) {
      it.effect(`fail with ${tag} on ${name}`, () =>
        Effect.gen(function*() {
          const { layer } = scripted([answer])
          const error = yield* Effect.flip(Effect.provide(Companies.findByCompanyId("1"), layer))
          assert.strictEqual(error._tag, tag)
          assert.deepInclude(error, { operation: "Companies.findByCompanyId", method: "GET", path: "/companies" })
        }))
    }
  })

  describe("save", () => {
    it.effect("sends what is set and nothing else", () =>
      Effect.gen(function*() {
        const { layer, sent } = scripted([() => Response.json(company("1"))])
        yield* Effect.provide(Companies.upsert({ company_id: "own-1", plan: "Pro", size: undefined }), layer)
        yield* Effect.provide(Companies.upsert({ company_id: "own-1", monthly_spend: 2_147_483_647 }), layer)
        assert.deepStrictEqual(sent.map(bodyOf), [
          { company_id: "own-1", plan: "Pro" },
          { company_id: "own-1", monthly_spend: 2_147_483_647 }
        ])
      }))

    it.effect("sends update_last_request_at under 2.16 only", () =>
      Effect.gen(function*() {
        const call = Companies.upsert({ company_id: "own-1", update_last_request_at: true })
        const { layer, sent } = scripted([() => Response.json(company("1"))])
        yield* Effect.provide(IntercomHttp.withVersion(call, "2.16"), layer)
        assert.deepStrictEqual(sent.map(bodyOf), [{ company_id: "own-1", update_last_request_at: true }])
        assert.deepStrictEqual(yield* refusalOf(call), [
          "Companies.upsert",
          "update_last_request_at",
          "needs API version 2.16: use IntercomHttp.withVersion"
        ])
      }))

    it.effect("is sent again after a failure: it recognises the company", () =>
      Effect.gen(function*() {
        const { layer, sent } = scripted([() => errorList(502, "x"), () => Response.json(company("1"))], {
          retry: Retry.make()
        })
        const fiber = yield* Effect.fork(Effect.provide(Companies.upsert({ company_id: "own-1" }), layer))
        yield* TestClock.adjust("1 minute")
        assert.strictEqual((yield* Fiber.join(fiber)).id, "1")
        assert.lengthOf(sent, 2)
      }))
  })

  describe("notes", () => {
    it.effect("are read in both shapes that Intercom documents", () =>
      Effect.gen(function*() {
        const note = { type: "note", id: 31, body: "<p>Hello</p>", created_at: "1734537390" }
        const notes = [{ type: "note", id: "31", body: "<p>Hello</p>", created_at: 1734537390 }]
        const { layer } = scripted([
          () => Response.json({ ...company("1"), notes: { type: "note.list", notes: [note] } }),
          () =>
            Response.json({ ...company("1"), notes: { type: "list", data: [note], total_count: 1, has_more: false } })
        ])
        const [first, second] = yield* Effect.provide(Effect.all([Companies.find("1"), Companies.find("1")]), layer)
        assert.deepStrictEqual(first.notes, { type: "note.list", notes })
        assert.deepStrictEqual(second.notes, { type: "list", data: notes, total_count: 1, has_more: false })
      }))

    it.effect("are not created twice", () =>
      Effect.gen(function*() {
        assert.lengthOf(yield* attemptsOf(Companies.createNote("1", { body: "Hello" })), 1)
      }))
  })

  describe("refuses bad input before anything is sent", () => {
    const nobody = { monthly_spend: 1 }
    const cases: ReadonlyArray<readonly [name: string, field: string, call: Call]> = [
      ["a fraction of money", "monthly_spend", Companies.upsert({ company_id: "1", monthly_spend: 155.98 })],
      ["too much money", "monthly_spend", Companies.update("1", { monthly_spend: 2_147_483_648 })],
      ["an empty company_id", "company_id", Companies.upsert({ company_id: "", ...nobody })],
      ["an empty company_id to find", "company_id", Companies.findByCompanyId("")],
      ["an empty name to find", "name", Companies.findByName("")],
      ["an empty segment", "segment_id", Companies.listBySegment("")],
      ["an empty segment of a stream", "segment_id", Stream.runDrain(Pagination.stream(Companies.listBySegment("")))],
      ["an empty tag", "tag_id", Companies.listByTag("")],
      ["an empty tag of pages", "tag_id", Stream.runDrain(Pagination.pages(Companies.listByTag("")))],
      ["too large a page", "perPage", Companies.list({ perPage: 61 })],
      ["too large a page of a segment", "perPage", Companies.listBySegment("1", { perPage: 61 })],
      ["an empty scroll_param", "scroll_param", Companies.scroll({ scroll_param: "" })]
    ]
    for (const [name, field, call] of cases) {
      it.effect(name, () =>
        Effect.gen(function*() {
          const { layer, sent } = scripted([() => listOf("1")])
          const error = yield* Effect.flip(Effect.provide(call, layer))
          assert.deepInclude(error, { _tag: "IntercomInvalidInput", field })
          assert.lengthOf(sent, 0)
        }))
    }

    it.effect("a field that companies do not have", () =>
      Effect.gen(function*() {
        const { layer, sent } = scripted([() => Response.json(company("1"))])
        const fromElsewhere = { company_id: "1", user_count: 4 }
        const error = yield* Effect.flip(Effect.provide(Companies.upsert(fromElsewhere), layer))
        assert.deepInclude(error, { _tag: "IntercomInvalidInput", field: "user_count" })
        assert.lengthOf(sent, 0)
      }))
  })

  describe("lists in pages", () => {
    const next = (url: string) => ({ pages: { next: url } })

    it.effect("all companies: the next page is a POST too, in the same order", () =>
      Effect.gen(function*() {
        const script = scripted([
          () => listOf("12", next("https://api.intercom.io/companies/list?per_page=60&page=2")),
          () => listOf("3")
        ])
        assert.strictEqual(yield* Effect.provide(idsIn(Companies.stream({ order: "asc" })), script.layer), "123")
        assert.deepStrictEqual(requestsOf(script), [
          "POST /companies/list?per_page=60&order=asc",
          "POST /companies/list?per_page=60&page=2&order=asc"
        ])
        assert.deepStrictEqual(script.sent.map(bodyOf), [undefined, undefined])
      }))

    it.effect("those in a segment and those with a tag: each page with the filter", () =>
      Effect.gen(function*() {
        const script = scripted([
          () => listOf("1", next("https://api.intercom.io/companies?page=2")),
          () => listOf("2"),
          () => listOf("3")
        ])
        assert.strictEqual(
          yield* Effect.provide(idsIn(Pagination.stream(Companies.listBySegment("s 1"))), script.layer),
          "12"
        )
        assert.strictEqual(yield* Effect.provide(idsIn(Pagination.stream(Companies.listByTag("9"))), script.layer), "3")
        assert.deepStrictEqual(requestsOf(script), [
          "GET /companies?segment_id=s+1&per_page=60",
          "GET /companies?segment_id=s+1&per_page=60&page=2",
          "GET /companies?tag_id=9&per_page=60"
        ])
      }))

    it.effect("the contacts of a company: by cursor and by number, whichever Intercom sends", () =>
      Effect.gen(function*() {
        const script = scripted([
          () => listOf("1", { pages: { next: { page: 2, starting_after: "two" } } }),
          () => listOf("2", next("https://api.intercom.io/companies/c/contacts?page=3")),
          () => listOf("3")
        ])
        assert.strictEqual(
          yield* Effect.provide(idsIn(Pagination.stream(Companies.listContacts("c"))), script.layer),
          "123"
        )
        assert.deepStrictEqual(requestsOf(script), [
          "GET /companies/c/contacts?per_page=50",
          "GET /companies/c/contacts?per_page=50&starting_after=two",
          "GET /companies/c/contacts?per_page=50&page=3"
        ])
      }))

    it.effect("the contacts of a company you know by your own id: it is looked up once", () =>
      Effect.gen(function*() {
        const script = scripted([
          () => listOf("c"),
          () => listOf("1", { pages: { next: { starting_after: "two" } } }),
          () => listOf("2")
        ])
        const all = Stream.unwrap(
          Effect.map(Companies.findByCompanyId("own-c"), ({ id }) => Pagination.stream(Companies.listContacts(id)))
        )
        assert.strictEqual(yield* Effect.provide(idsIn(all), script.layer), "12")
        assert.deepStrictEqual(requestsOf(script), [
          "GET /companies?company_id=own-c",
          "GET /companies/c/contacts?per_page=50",
          "GET /companies/c/contacts?per_page=50&starting_after=two"
        ])
      }))
  })
})

describe("Companies.changesOf", () => {
  it("has what can be written back", () => {
    const read: Companies.Company = {
      id: "1",
      company_id: "own-1",
      name: "Acme",
      website: null,
      size: 5,
      plan: { id: "2", name: "Team" },
      monthly_spend: 1.5,
      created_at: 1,
      custom_attributes: { tier: "gold", order: { type: "list" } }
    }
    assert.deepStrictEqual(Companies.changesOf(read), { name: "Acme", size: 5, custom_attributes: { tier: "gold" } })
  })
})

/** A workspace of companies in pages, `["ab", "c"]`, with the one scroll Intercom allows. */
interface ScrollServer extends Scripted {
  /** What was asked for: `open`, or the `scroll_param` to go on with. */
  readonly asked: Array<string>
}

/** Instead of the answer to the request of this number. The scroll has gone on all the same. */
type Faults = Readonly<Record<number, () => Response | Effect.Effect<Response>>>

const scrollServer = (
  pages: ReadonlyArray<string>,
  faults: Faults = {},
  options?: Partial<IntercomHttp.Options>
): ScrollServer => {
  const asked: Array<string> = []
  let opened = 0
  let position = 0
  let usedAt = -Infinity

  const answer = Effect.map(Clock.currentTimeMillis, (now): Response => {
    const param = Object.fromEntries(script.sent.at(-1)?.urlParams ?? []).scroll_param
    const isOpen = position <= pages.length && now - usedAt < 60_000
    asked.push(param ?? "open")
    if (param === undefined && isOpen) return errorList(400, "scroll_exists")
    if (param === undefined) {
      opened++
      position = 0
    } else if (!isOpen || param !== `scroll-${opened}`) {
      return errorList(404, "not_found", {}, "scroll parameter not found")
    }
    usedAt = now
    return listOf(pages[position++] ?? "", { pages: null, total_count: null, scroll_param: `scroll-${opened}` })
  })
  const script = scripted([
    () => {
      const fault = faults[script.sent.length]
      return Effect.flatMap(answer, (response): Effect.Effect<Response> => {
        const given = fault?.() ?? response
        return Effect.isEffect(given) ? given : Effect.succeed(given)
      })
    }
  ], options)
  return { ...script, asked }
}

/** Runs something while the clock goes on. */
const whileTimePasses = <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
  Effect.race(effect, Effect.forever(TestClock.adjust("1 second")))

const secondsNow: Effect.Effect<number> = Effect.map(Clock.currentTimeMillis, (now) => now / 1000)

const stuck = () => errorList(400, "scroll_exists")

describe("Companies.scroll", () => {
  it.effect("gives a page and the `scroll_param` of the next, of which the last has none", () =>
    Effect.gen(function*() {
      const server = scrollServer(["ab"])
      const first = yield* Effect.provide(Companies.scroll(), server.layer)
      assert.deepInclude(first, { next: "scroll-1", total_count: null })
      assert.deepStrictEqual(first.data.map(({ id }) => id), ["a", "b"])
      const last = yield* Effect.provide(Companies.scroll({ scroll_param: "scroll-1" }), server.layer)
      assert.deepInclude<object>(last, { data: [], next: undefined, scroll_param: "scroll-1" })
      assert.deepStrictEqual(requestsOf(server), [
        "GET /companies/scroll",
        "GET /companies/scroll?scroll_param=scroll-1"
      ])
    }))

  it.effect("never repeats a call that has used up its page, and repeats one that opens a scroll", () =>
    Effect.gen(function*() {
      const { layer, sent } = scripted([() => errorList(502, "x")], { retry: Schedule.recurs(1) })
      yield* Effect.flip(Effect.provide(Companies.scroll({ scroll_param: "p" }), layer))
      assert.lengthOf(sent, 1)
      yield* Effect.flip(Effect.provide(Companies.scroll(), layer))
      assert.lengthOf(sent, 3)
    }))
})

describe("Companies.scrollStream", () => {
  const run = (server: ScrollServer, options?: Companies.ScrollStreamOptions) =>
    Effect.provide(idsIn(Companies.scrollStream(options)), server.layer)

  it.effect("emits all companies and calls no more after the empty page, even one with a `scroll_param`", () =>
    Effect.gen(function*() {
      const server = scrollServer(["ab", "cd", "e"])
      assert.strictEqual(yield* run(server), "abcde")
      assert.deepStrictEqual(server.asked, ["open", "scroll-1", "scroll-1", "scroll-1"])
    }))

  it.effect("emits nothing of a workspace without companies", () =>
    Effect.gen(function*() {
      const server = scrollServer([])
      assert.strictEqual(yield* run(server), "")
      assert.lengthOf(server.sent, 1)
    }))

  it.effect("emits a company that comes on two pages once", () =>
    Effect.gen(function*() {
      assert.strictEqual(yield* run(scrollServer(["ab", "bb", "bc"])), "abc")
    }))

  it.effect("begins anew each time it is run", () =>
    Effect.gen(function*() {
      const server = scrollServer(["ab", "c"])
      const all = idsIn(Companies.scrollStream())
      const twice = Effect.provide(Effect.all([all, all]), server.layer)
      assert.deepStrictEqual(yield* twice, ["abc", "abc"])
    }))

  describe("with `onInvalidItem`", () => {
    const mixed = (ids: string, broken: ReadonlyArray<string>) => () =>
      Response.json({
        type: "list",
        data: [...broken.map((id) => ({ ...company(id), name: 5 })), ...Array.from(ids).map(company)],
        scroll_param: "p"
      })
    const lost = () => new Response(null, { status: 500 })

    const outcomeOf = (answers: Parameters<typeof scripted>[0]) =>
      Effect.gen(function*() {
        const reported: Array<string | undefined> = []
        const onInvalidItem = Pagination.skipInvalid(({ id }) => Effect.sync(() => reported.push(id)))
        const { layer, sent } = scripted(answers)
        const ids = yield* Effect.either(Effect.provide(idsIn(Companies.scrollStream({ onInvalidItem })), layer))
        return { ids: ids._tag === "Right" ? ids.right : ids.left._tag, reported, requests: sent.length }
      })

    it.effect("it goes on behind companies that cannot be read, even if a whole page of them comes", () =>
      Effect.gen(function*() {
        const outcome = yield* outcomeOf([mixed("a", ["1"]), mixed("", ["2", "3"]), mixed("b", []), mixed("", [])])
        assert.deepStrictEqual(outcome, { ids: "ab", reported: ["1", "2", "3"], requests: 4 })
      }))

    it.effect("it counts them when it catches up after a restart", () =>
      Effect.gen(function*() {
        const pages = [mixed("a", ["1"]), mixed("", ["2"]), lost, mixed("a", ["1"]), mixed("", ["2"]), mixed("b", [])]
        const outcome = yield* outcomeOf([pages[0] ?? lost, ...pages.slice(1), mixed("", [])])
        assert.deepStrictEqual(outcome, { ids: "ab", reported: ["1", "2", "1", "2"], requests: 7 })
      }))

    it.effect("it ends if a page of them repeats", () =>
      Effect.gen(function*() {
        const outcome = yield* outcomeOf([mixed("a", []), mixed("", ["2"])])
        assert.strictEqual(outcome.ids, "IntercomInvalidResponse")
        assert.strictEqual(outcome.requests, 6)
      }))

    it.effect("a single page of them has a next page", () =>
      Effect.gen(function*() {
        const onInvalidItem = Pagination.skipInvalid(() => Effect.void)
        const page = yield* Effect.provide(Companies.scroll({ onInvalidItem }), scripted([mixed("", ["2"])]).layer)
        assert.deepInclude<object>(page, { data: [], next: "p" })
      }))
  })

  describe("while another scroll is open", () => {
    it.effect("waits for its end", () =>
      Effect.gen(function*() {
        const server = scrollServer(["ab", "c"])
        // Somebody opens a scroll and leaves it.
        yield* Effect.provide(Companies.scroll(), server.layer)
        const fiber = yield* Effect.fork(run(server))
        yield* TestClock.adjust("59 seconds")
        assert.deepStrictEqual(server.asked, ["open", "open", "open", "open", "open"])
        yield* TestClock.adjust("1 second")
        assert.strictEqual(yield* Fiber.join(fiber), "abc")
        assert.deepStrictEqual(server.asked.slice(5), ["open", "scroll-2", "scroll-2"])
      }))

    it.effect("gives up after two minutes", () =>
      Effect.gen(function*() {
        const { layer, sent } = scripted([stuck])
        const fiber = yield* Effect.fork(Effect.provide(Effect.flip(idsIn(Companies.scrollStream())), layer))
        yield* TestClock.adjust("119 seconds")
        assert.lengthOf(sent, 8)
        assert.strictEqual((yield* Fiber.poll(fiber))._tag, "None")
        yield* TestClock.adjust("1 second")
        const error = yield* Fiber.join(fiber)
        assert.instanceOf(error, Companies.ScrollInUse)
        assert.strictEqual(error.message, "Companies.scroll: another scroll is open (GET /companies/scroll)")
        assert.lengthOf(sent, 9)
      }))

    it.effect("waits as it is told", () =>
      Effect.gen(function*() {
        const { layer, sent } = scripted([stuck])
        const impatient = Companies.scrollStream({ whileInUse: Schedule.stop })
        const error = yield* Effect.flip(Effect.provide(idsIn(impatient), layer))
        assert.strictEqual(error._tag, "IntercomScrollInUse")
        assert.lengthOf(sent, 1)
      }))
  })

  describe("starts over, and emits each company once, after", () => {
    const breaks: ReadonlyArray<readonly [name: string, fault: () => Response | Effect.Effect<Response>]> = [
      ["a scroll that expired", () => errorList(404, "not_found")],
      ["an internal error", () => errorList(500, "server_error")],
      ["the page of a proxy", () => new Response("<html>Bad Gateway</html>", { status: 502 })],
      ["a connection that was lost", () => Response.error()],
      ["a timeout", () => silence],
      ["an answer without a body", () => new Response("")],
      ["an answer that was cut off", () => new Response(`{"type":"list","data":[{"id":"c"`)],
      ["a scroll somebody else has opened meanwhile", stuck]
    ]
    for (const [name, fault] of breaks) {
      it.effect(name, () =>
        Effect.gen(function*() {
          // The answer with "c" and "d" is lost, although Intercom has gone on.
          const server = scrollServer(["ab", "cd", "ef"], { 2: fault }, { retry: Retry.make() })
          assert.strictEqual(yield* whileTimePasses(run(server)), "abcdef")
          const again = ["scroll-2", "scroll-2", "scroll-2"]
          assert.deepStrictEqual(server.asked.filter((asked) => asked !== "open"), ["scroll-1", ...again])
          // The scroll that broke is in the way for a minute.
          assert.isAtLeast(yield* secondsNow, 60)
        }))
    }

    it.effect("each time its slow consumer has let it expire", () =>
      Effect.gen(function*() {
        const server = scrollServer(["ab", "cd", "ef", "gh", "ij", "kl"])
        const slow = Companies.scrollStream({ restarts: 1 }).pipe(Stream.tap(() => Effect.sleep("31 seconds")))
        assert.strictEqual(yield* whileTimePasses(Effect.provide(idsIn(slow), server.layer)), "abcdefghijkl")
        assert.strictEqual(server.asked.filter((asked) => asked === "open").length, 7)
      }))

    it.effect("each time its slow consumer, who takes chunks, has let it expire; none of them is empty", () =>
      Effect.gen(function*() {
        const server = scrollServer(["ab", "cd", "ef", "gh"])
        const sizes: Array<number> = []
        yield* Companies.scrollStream({ restarts: 1 }).pipe(
          Stream.runForEachChunk((chunk) =>
            Effect.zipRight(Effect.sync(() => sizes.push(chunk.length)), Effect.sleep("70 seconds"))
          ),
          Effect.provide(server.layer),
          whileTimePasses
        )
        assert.deepStrictEqual(sizes, [2, 2, 2, 2])
      }))

    it.effect("but not where a buffer keeps the pages for its slow consumer", () =>
      Effect.gen(function*() {
        const server = scrollServer(["ab", "cd", "ef"])
        const slow = Companies.scrollStream().pipe(
          Stream.buffer({ capacity: "unbounded" }),
          Stream.tap(() => Effect.sleep("2 minutes"))
        )
        assert.strictEqual(yield* whileTimePasses(Effect.provide(idsIn(slow), server.layer)), "abcdef")
        assert.deepStrictEqual(server.asked, ["open", "scroll-1", "scroll-1", "scroll-1"])
      }))

    it.effect("a failure to open it again", () =>
      Effect.gen(function*() {
        const lost = () => errorList(500, "server_error")
        const server = scrollServer(["ab", "cd"], { 2: lost, 3: lost, 4: lost })
        assert.strictEqual(yield* whileTimePasses(run(server)), "abcd")
      }))
  })

  describe("fails", () => {
    const lost = () => errorList(500, "server_error")

    /** The first page can be had, what comes after cannot. */
    const half = (fault: () => Response): Scripted => {
      const script = scripted([
        () => script.sent.length % 2 === 1 ? listOf("ab", { scroll_param: "p" }) : fault()
      ])
      return script
    }

    it.effect("with what broke it, after three starts in a row that brought nothing new", () =>
      Effect.gen(function*() {
        const { layer, sent } = half(lost)
        const emitted: Array<string> = []
        const error = yield* Companies.scrollStream().pipe(
          Stream.runForEach(({ id }) => Effect.sync(() => emitted.push(id))),
          Effect.flip,
          Effect.provide(layer)
        )
        assert.instanceOf(error, Companies.ScrollBroken)
        assert.deepInclude(error, { operation: "Companies.scroll", method: "GET", path: "/companies/scroll" })
        assert.deepInclude(error.cause, { _tag: "IntercomServerError", status: 500 })
        assert.strictEqual(
          error.message,
          "Companies.scroll: the scroll broke too often (GET /companies/scroll)"
        )
        assert.deepStrictEqual(emitted, ["a", "b"])
        assert.lengthOf(sent, 8)
      }))

    it.effect("after as many starts as it is told", () =>
      Effect.gen(function*() {
        const { layer, sent } = half(lost)
        const error = yield* Effect.flip(Effect.provide(idsIn(Companies.scrollStream({ restarts: 0 })), layer))
        assert.strictEqual(error._tag, "IntercomScrollBroken")
        assert.lengthOf(sent, 2)
      }))

    const final: ReadonlyArray<readonly [tag: string, answer: () => Response]> = [
      ["IntercomUnauthorized", () => errorList(401, "unauthorized")],
      ["IntercomForbidden", () => errorList(403, "api_plan_restricted")],
      ["IntercomRateLimited", () => errorList(429, "rate_limit_exceeded")],
      ["IntercomInvalidRequest", () => errorList(400, "parameter_invalid")],
      ["IntercomInvalidResponse", () => Response.json({})],
      ["IntercomInvalidResponse", () => Response.json({ data: [{ name: "no id" }], scroll_param: "p" })],
      ["IntercomInvalidResponse", () => listOf("c", { pages: null })]
    ]
    for (const [tag, answer] of final) {
      it.effect(`at once with ${tag}: starting over does not help`, () =>
        Effect.gen(function*() {
          const { layer, sent } = half(answer)
          const error = yield* Effect.flip(Effect.provide(idsIn(Companies.scrollStream()), layer))
          assert.strictEqual(error._tag, tag)
          assert.lengthOf(sent, 2)
        }))
    }

    const repeating: ReadonlyArray<readonly [pages: ReadonlyArray<string>, requests: number]> = [
      [["ab"], 5],
      [["ab", "cd"], 6],
      [["ab", "cd", "ba", "a", "d", "ef"], 10],
      [["ab", "a", "b", "cd", "a", "b"], 8]
    ]
    for (const [pages, requests] of repeating) {
      it.effect(`with InvalidResponse where the pages are ${pages.join(", ")}, and then the last for ever`, () =>
        Effect.gen(function*() {
          const script = scripted([
            () =>
              script.sent.length > 50 ?
                errorList(401, "asked_50_times") :
                listOf(pages[script.sent.length - 1] ?? pages.at(-1) ?? "", { scroll_param: "p" })
          ])
          const error = yield* Effect.flip(Effect.provide(idsIn(Companies.scrollStream()), script.layer))
          assert(error._tag === "IntercomInvalidResponse")
          assert.deepStrictEqual([error.at, error.reason], [["data"], "repeats"])
          assert.lengthOf(script.sent, requests)
        }))
    }

    it.effect("with InvalidInput, before it sends anything, if `restarts` is no count", () =>
      Effect.gen(function*() {
        for (const restarts of [Number.NaN, -1, 1.5]) {
          const error = yield* Effect.flip(
            Effect.provide(idsIn(Companies.scrollStream({ restarts })), half(lost).layer)
          )
          assert.deepInclude({ ...error }, {
            _tag: "IntercomInvalidInput",
            field: "restarts",
            reason: "must be an integer, 0 or more"
          })
        }
      }))

    it.effect("not before it has caught up after a restart", () =>
      Effect.gen(function*() {
        const pages = ["ab", "cd", "ef", "gh", "", "ab", "cd", "ef", "gh", "ij", "", "ab", "cd", "ef", "gh", "ij", "kl"]
        const pageAt = (index: number) =>
          pages[index] === "" ? lost() : listOf(pages[index] ?? "", { scroll_param: "p" })
        const script = scripted([() => pageAt(script.sent.length - 1)])
        const all = idsIn(Companies.scrollStream({ restarts: 1 }))
        assert.strictEqual(yield* Effect.provide(all, script.layer), "abcdefghijkl")
      }))

    const closed: ReadonlyArray<readonly [tag: string, answer: () => Response]> = [
      ["IntercomServerError", lost],
      ["IntercomNotFound", () => errorList(404, "not_found")],
      ["IntercomNetworkError", () => Response.error()],
      ["IntercomInvalidResponse", () => new Response("")],
      ["IntercomInvalidResponse", () => listOf("ab")]
    ]
    for (const [tag, answer] of closed) {
      it.effect(`at once with ${tag} where no scroll could be opened`, () =>
        Effect.gen(function*() {
          const { layer, sent } = scripted([answer])
          const error = yield* Effect.flip(Effect.provide(idsIn(Companies.scrollStream()), layer))
          assert.strictEqual(error._tag, tag)
          assert.lengthOf(sent, 1)
        }))
    }
  })

  describe("stops with its consumer:", () => {
    it.effect("it asks for no page that is not pulled", () =>
      Effect.gen(function*() {
        const server = scrollServer(["ab", "cd", "ef"])
        const two = idsIn(Stream.take(Companies.scrollStream(), 3))
        assert.strictEqual(yield* Effect.provide(two, server.layer), "abc")
        assert.lengthOf(server.asked, 2)
      }))

    it.effect("an interruption aborts the request in flight", () =>
      Effect.gen(function*() {
        let aborted = false
        const never = Effect.onInterrupt(Effect.never, () => Effect.sync(() => aborted = true))
        const { layer, sent } = scripted([() => listOf("ab", { scroll_param: "p" }), () => never])
        const fiber = yield* Effect.fork(Effect.provide(idsIn(Companies.scrollStream()), layer))
        yield* TestClock.adjust("1 second")
        assert.lengthOf(sent, 2)
        yield* Fiber.interrupt(fiber)
        assert.isTrue(aborted)
      }))

    it.effect("an interruption ends the wait for another scroll", () =>
      Effect.gen(function*() {
        const { layer, sent } = scripted([stuck])
        const fiber = yield* Effect.fork(Effect.provide(idsIn(Companies.scrollStream()), layer))
        yield* TestClock.adjust("20 seconds")
        yield* Fiber.interrupt(fiber)
        yield* TestClock.adjust("5 minutes")
        assert.lengthOf(sent, 2)
      }))
  })
})
