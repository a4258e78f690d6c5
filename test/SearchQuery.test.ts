import { assert, describe, it } from "@effect/vitest"
import type { ListOptions } from "effect-intercom/Pagination"
import * as SearchQuery from "effect-intercom/SearchQuery"
import * as Array from "effect/Array"
import * as Either from "effect/Either"
import * as FC from "effect/FastCheck"
import { formatPath } from "../src/internal/formatPath.js"
import { textOf } from "./scripted.js"

type Query = SearchQuery.SearchQuery

const encode = (query: Query, options: ListOptions = {}, sort?: SearchQuery.Sort): Either.Either<string, string> =>
  Either.mapBoth(SearchQuery.body({ ...{ query, sort }, ...options }).encode(), {
    onLeft: ({ path, reason }) => `${formatPath(path)} ${reason}`,
    onRight: textOf
  })

const bodyOf = (query: Query, options?: ListOptions, sort?: SearchQuery.Sort): unknown =>
  JSON.parse(Either.getOrThrow(encode(query, options, sort)))

const passes = (query: Query): void => assert.deepEqual<unknown>(bodyOf(query), { query, pagination: {} })

const refusal = (query: Query): string => Either.getOrThrow(Either.flip(encode(query)))

const filter = SearchQuery.equals("role", "user")

/** What a caller without the compiler may pass: the fields of a group, unless the query has its own. */
const untyped = (query: object): Query => Object.assign(SearchQuery.and(filter), query)

/** The same as a filter. */
const untypedFilter = (query: object): SearchQuery.Filter => Object.assign(SearchQuery.equals("role", "user"), query)

const empty = untyped({ value: [] })

const filters = (count: number): Array.NonEmptyReadonlyArray<SearchQuery.Filter> =>
  Array.makeBy(count, (index) => SearchQuery.equals("name", `${index}`))

describe("a comparison has the shape Intercom documents:", () => {
  const comparisons: ReadonlyArray<readonly [filter: SearchQuery.Filter, shape: unknown]> = [
    [SearchQuery.equals("role", "user"), { field: "role", operator: "=", value: "user" }],
    [SearchQuery.equals("open", true), { field: "open", operator: "=", value: true }],
    [SearchQuery.equals("email", null), { field: "email", operator: "=", value: null }],
    [SearchQuery.notEquals("email", null), { field: "email", operator: "!=", value: null }],
    [SearchQuery.oneOf("id", ["1", 2]), { field: "id", operator: "IN", value: ["1", 2] }],
    [SearchQuery.noneOf("id", ["1", 2]), { field: "id", operator: "NIN", value: ["1", 2] }],
    [SearchQuery.lessThan("created_at", 1), { field: "created_at", operator: "<", value: 1 }],
    [SearchQuery.lessThanOrEqualTo("score", 1), { field: "score", operator: "<=", value: 1 }],
    [SearchQuery.greaterThan("created_at", 1), { field: "created_at", operator: ">", value: 1 }],
    [SearchQuery.greaterThanOrEqualTo("score", 1), { field: "score", operator: ">=", value: 1 }],
    [SearchQuery.contains("name", "a"), { field: "name", operator: "~", value: "a" }],
    [SearchQuery.notContains("name", "a"), { field: "name", operator: "!~", value: "a" }],
    [SearchQuery.startsWith("name", "a"), { field: "name", operator: "^", value: "a" }],
    [SearchQuery.endsWith("name", "a"), { field: "name", operator: "$", value: "a" }]
  ]
  for (const [filter, shape] of comparisons) {
    it(JSON.stringify(shape), () => {
      assert.deepEqual<unknown>(filter, shape)
      passes(filter)
    })
  }
})

describe("a group", () => {
  it("has its filters in the order they were given", () => {
    const [first, second] = [SearchQuery.equals("role", "user"), SearchQuery.contains("email", "@")]
    assert.deepEqual<unknown>(SearchQuery.and(first, second), { operator: "AND", value: [first, second] })
    assert.deepEqual<unknown>(SearchQuery.or(first, second), { operator: "OR", value: [first, second] })
  })

  it("takes filters beside groups", () => {
    passes(SearchQuery.and(SearchQuery.or(filter, filter), filter))
  })

  it("nests in one more, not in two", () => {
    passes(SearchQuery.and(SearchQuery.or(filter)))
    assert.strictEqual(
      refusal(untyped({ value: [filter, untyped({ operator: "OR", value: [filter, SearchQuery.and(filter)] })] })),
      "query.value[1].value[1] must not nest groups more than 2 deep"
    )
  })

  it("has 15 filters at most", () => {
    passes(SearchQuery.and(...filters(15)))
    assert.strictEqual(
      refusal(SearchQuery.and(...filters(16))),
      "query must not have more than 15 filters in a group"
    )
  })

  it("has 15 groups of 15 filters at most", () => {
    const group = SearchQuery.or(...filters(15))
    passes(SearchQuery.and(...Array.map(filters(15), () => group)))
    assert.strictEqual(
      refusal(SearchQuery.and(group, group, SearchQuery.or(...filters(16)))),
      "query.value[2] must not have more than 15 filters in a group"
    )
  })

  it("has one filter at least", () => {
    passes(SearchQuery.and(filter))
    assert.strictEqual(refusal(empty), "query must have at least one filter")
    assert.strictEqual(
      refusal(untyped({ value: [filter, empty] })),
      "query.value[1] must have at least one filter"
    )
  })
})

describe("a filter is refused", () => {
  it("with AND or OR for an operator", () => {
    assert.match(refusal(untyped({ field: "role", operator: "AND", value: "user" })), /^query must not have a field/)
    assert.match(
      refusal(SearchQuery.and(filter, untypedFilter({ operator: "OR", value: ["user"] }))),
      /^query\.value\[1\] must not have a field/
    )
  })

  it("with IN or NIN and one value", () => {
    assert.strictEqual(refusal(untypedFilter({ operator: "IN", value: "1" })), "query must have a list for IN")
    assert.strictEqual(
      refusal(SearchQuery.or(filter, SearchQuery.and(untypedFilter({ operator: "NIN", value: 1 })))),
      "query.value[1].value[0] must have a list for NIN"
    )
  })

  it("with a list and another operator", () => {
    assert.strictEqual(
      refusal(untypedFilter({ operator: "=", value: ["1"] })),
      "query must have one value, not a list"
    )
  })

  it("without the name of a field", () => {
    assert.strictEqual(refusal(SearchQuery.equals("", 1)), "query must name a field")
    assert.strictEqual(refusal(untyped({ field: 5 })), "query must name a field")
  })

  it("with a number that JSON does not have", () => {
    for (const value of [Number.NaN, Infinity, -Infinity]) {
      assert.include(refusal(SearchQuery.greaterThan("session_count", value)), "must be plain JSON")
      assert.include(
        refusal(SearchQuery.and(SearchQuery.oneOf("id", ["1", value]))),
        "must be plain JSON"
      )
    }
  })

  it("with a value that is neither text nor a number, a boolean or null", () => {
    for (const value of [{}, new Date(0), Symbol.iterator, 1n, () => 1]) {
      assert.strictEqual(
        refusal(untypedFilter({ operator: "=", value })),
        "query must have text, a number or a boolean for ="
      )
      assert.match(refusal(untypedFilter({ operator: "IN", value: ["a", value] })), /^query must have text/)
    }
  })

  it("with null, unless it asks whether the field is there", () => {
    passes(SearchQuery.equals("email", null))
    passes(SearchQuery.notEquals("email", null))
    for (const operator of ["<", ">", "~", "!~", "^", "$"]) {
      assert.include(refusal(untypedFilter({ operator, value: null })), `a boolean for ${operator}`)
    }
    assert.include(refusal(untypedFilter({ operator: "IN", value: [null] })), "a boolean for IN")
  })

  it("with milliseconds or a fraction for a time", () => {
    const now = 1_796_000_000
    for (const value of [now * 1000, -now * 1000, 1e11, now + 0.5, `${now}000`, `${now}.5`] as const) {
      for (const field of ["created_at", "updated_at", "statistics.last_close_at"]) {
        const reason = "must be whole Unix seconds, not milliseconds"
        assert.strictEqual(refusal({ field, operator: ">", value }), `query ${reason}`)
        assert.strictEqual(
          refusal(SearchQuery.and(filter, SearchQuery.equals(field, value))),
          `query.value[1] ${reason}`
        )
        assert.strictEqual(refusal(SearchQuery.oneOf(field, [1, value])), `query ${reason}`)
      }
      passes({ field: "custom_attributes.marked_at", operator: ">", value })
      passes({ field: "session_count", operator: ">", value })
    }
    for (const value of [now, 0, -1, 1e11 - 1, `${now}`] as const) passes({ field: "created_at", operator: ">", value })
    passes(SearchQuery.equals("signed_up_at", null))
  })

  it("without a value, which JSON would drop in silence", () => {
    const { value: _, ...incomplete } = filter
    const raw: { readonly value: ReadonlyArray<object> } = { value: [incomplete] }
    assert.include(refusal(untyped(raw)), "query.value[0]")
    assert.include(refusal(untyped({ value: [{ ...filter, value: undefined }] })), "query.value[0]")
  })

  it("without an operator", () => {
    assert.include(refusal(untyped({ value: [{ field: "role", value: "user" }] })), "query.value[0]")
  })
})

describe("a query written by hand", () => {
  it("passes as it is", () => {
    passes({
      operator: "AND",
      value: [
        { operator: "OR", value: [{ field: "email", operator: "~", value: "@example.com" }, filter] },
        { field: "custom_attributes.plan", operator: "IN", value: ["pro", "team"] }
      ]
    })
    passes({ field: "role", operator: "=", value: "lead" })
  })

  it("may have an operator of a later version, if the caller tells the compiler so", () => {
    passes(untypedFilter({ operator: "SOUNDS_LIKE", value: "lead" }))
  })

  it("is refused where it is neither a filter nor a group", () => {
    const strange: ReadonlyArray<unknown> = [null, undefined, "role", 5, [], [filter], {}, {
      operator: "NOT",
      value: []
    }]
    for (const value of strange) {
      assert.match(refusal(untyped({ value: [filter, value] })), /^query\.value\[1\] must be /)
    }
    assert.match(refusal(untyped({ value: "role" })), /^query must have at least one filter$/)
  })

  it("is refused where it is circular, and does not hang", () => {
    const members: Array<Query> = [filter]
    const group = untyped({ value: members })
    members.push(group)
    assert.include(refusal(group), "must not nest groups")
    const value: Array<string | number> = ["1"]
    const list = SearchQuery.oneOf("id", value)
    Object.assign(value, { 0: value })
    assert.include(refusal(list), "must have text, a number or a boolean")
  })
})

describe("the body of a search", () => {
  it("carries the page in its own pagination, never in the query", () => {
    assert.deepEqual(bodyOf(filter, { perPage: 150, cursor: "abc" }), {
      query: filter,
      pagination: { per_page: 150, starting_after: "abc" }
    })
  })

  it("leaves out what was not given", () => {
    assert.deepEqual(Object.keys(Object(bodyOf(filter))), ["query", "pagination"])
    assert.deepEqual(bodyOf(filter, { perPage: 5 }), { query: filter, pagination: { per_page: 5 } })
    assert.deepEqual(bodyOf(filter, { perPage: undefined, cursor: "abc" }), {
      query: filter,
      pagination: { starting_after: "abc" }
    })
  })

  it("carries the order", () => {
    const sort: SearchQuery.Sort = { field: "updated_at", order: "ascending" }
    assert.deepEqual(bodyOf(filter, {}, sort), { query: filter, sort, pagination: {} })
  })

  it("is checked when it is sent, not before", () => {
    assert.isFunction(SearchQuery.body({ query: empty }).encode)
  })
})

const fieldName = FC.string({ minLength: 1 })

const text = FC.string()

const anyFilter: FC.Arbitrary<SearchQuery.Filter> = FC.oneof(
  FC.tuple(fieldName, FC.oneof(text, FC.integer(), FC.boolean(), FC.constant(null))).chain(([field, value]) =>
    FC.constantFrom(SearchQuery.equals(field, value), SearchQuery.notEquals(field, value))
  ),
  FC.tuple(fieldName, FC.array(FC.oneof(text, FC.integer()))).chain(([field, values]) =>
    FC.constantFrom(SearchQuery.oneOf(field, values), SearchQuery.noneOf(field, values))
  ),
  FC.tuple(fieldName, FC.integer()).chain(([field, value]) =>
    FC.constantFrom<SearchQuery.Filter>(
      SearchQuery.lessThan(field, value),
      SearchQuery.greaterThanOrEqualTo(field, value),
      { field, operator: ">", value: `${value}` }
    )
  ),
  FC.tuple(fieldName, text).chain(([field, value]) =>
    FC.constantFrom(SearchQuery.contains(field, value), SearchQuery.startsWith(field, value))
  )
)

/** Groups as a caller without the compiler may make them: of any length and depth. */
const groupOf = (
  members: FC.Arbitrary<Query>,
  { minLength = 1, maxLength = 15 }: FC.ArrayConstraints = {}
): FC.Arbitrary<Query> =>
  FC.tuple(FC.constantFrom("AND", "OR"), FC.array(members, { minLength, maxLength, size: "max" })).map((
    [operator, value]
  ) => untyped({ operator, value }))

const inner = groupOf(anyFilter)

const withinLimits: FC.Arbitrary<Query> = FC.oneof(anyFilter, inner, groupOf(FC.oneof(anyFilter, inner)))

const tooLong = groupOf(anyFilter, { minLength: 16, maxLength: 20 })

const tooDeep = groupOf(groupOf(inner, { maxLength: 2 }), { maxLength: 2 })

/** A fault, with good queries before and after it, or alone. */
const beyondLimits: FC.Arbitrary<Query> = FC.tuple(
  FC.array(FC.oneof(anyFilter, inner), { maxLength: 3 }),
  FC.oneof(tooLong, tooDeep, groupOf(anyFilter, { minLength: 0, maxLength: 0 })),
  FC.array(FC.oneof(anyFilter, inner), { maxLength: 3 }),
  FC.boolean()
).map(([before, fault, after, isAlone]) => isAlone ? fault : untyped({ value: [...before, fault, ...after] }))

describe("whatever the query,", () => {
  it.prop("within the limits it is sent as it is", [withinLimits, FC.option(FC.nat()), FC.option(FC.string())], (
    [query, perPage, cursor]
  ) => {
    const pagination = {
      ...perPage === null ? {} : { per_page: perPage },
      ...cursor === null ? {} : { starting_after: cursor }
    }
    assert.deepEqual<unknown>(
      bodyOf(query, { perPage: perPage ?? undefined, cursor: cursor ?? undefined }),
      { query, pagination }
    )
  })

  it.prop("beyond the limits it is refused, with the group that is at fault, and nothing worse happens", [
    beyondLimits
  ], ([query]) => {
    assert.match(refusal(query), /^query(\.value\[\d+\])* must (not nest|not have more than|have at least)/)
  })
})
