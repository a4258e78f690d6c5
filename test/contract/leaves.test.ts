import { assert, describe, it } from "@effect/vitest"
import * as Exit from "effect/Exit"
import * as Predicate from "effect/Predicate"
import { isDeepStrictEqual } from "node:util"
import { hasDescription, note } from "./description.js"
import { inEachVersion, operations } from "./operations.js"
import { respond, successesOf } from "./support/answers.js"
import { decode } from "./support/exchange.js"

type Path = ReadonlyArray<string>

const leavesOf = (value: unknown, path: Path = []): ReadonlyArray<readonly [Path, unknown]> => [
  [path, value],
  ...(Predicate.isObject(value) ?
    Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key])) :
    [])
]

const replace = (value: unknown, [key, ...path]: Path, other: unknown): unknown =>
  key === undefined ?
    other :
    Array.isArray(value) ?
    value.map((item: unknown, index) => String(index) === key ? replace(item, path, other) : item) :
    Object.fromEntries(
      Object.entries(Predicate.isRecord(value) ? value : {}).map(([name, inner]) => [
        name,
        name === key ? replace(inner, path, other) : inner
      ])
    )

const isTime = (key: string, value: unknown): value is number =>
  /_(at|since|until)$/.test(key) && Number.isInteger(value) && Number(value) > 0

const timeForms = (seconds: number): ReadonlyArray<unknown> => {
  const iso = new Date(seconds * 1000).toISOString()
  return [
    // A time of the first years after 1970 cannot be told from seconds.
    ...(seconds >= 1e8 ? [seconds * 1000, seconds * 1000 + 999, `${seconds * 1000}`] : []),
    `${seconds}`,
    iso,
    iso.replace("Z", "+00:00"),
    iso.replace("Z", ""),
    iso.replace(/T(.*)Z/, " $1")
  ]
}

const isNumber = (key: string, value: unknown): value is number =>
  typeof value === "number" && Number.isFinite(value) && !isTime(key, value) && !/(^|_)ids?$/.test(key)

const isReference = (value: unknown): value is { readonly id: string | number } =>
  Predicate.hasProperty(value, "id") && (Predicate.isString(value.id) || Predicate.isNumber(value.id)) &&
  Object.keys(value).every((key) => key === "id" || key === "type")

describe.skipIf(!hasDescription)(`Leaves of an answer that come in another form${note}:`, () => {
  const kept = new Set<string>()
  for (const operation of inEachVersion(operations)) {
    it(`${operation.version} ${operation.name}`, async () => {
      const wrong: Array<string> = []
      for (const answer of successesOf(operation).filter(({ kind }) => kind === "json")) {
        const expected = await decode(operation.call, () => respond(answer))
        const check = async (path: Path, form: unknown, isExpected: (value: unknown) => boolean): Promise<void> => {
          const value = replace(answer.value, path, form)
          const exit = await decode(operation.call, () => respond({ ...answer, value }))
          const name = `${operation.name} ${path.map((key) => /^\d+$/.test(key) ? "*" : key).join(".")}`
          if (Exit.isFailure(exit)) wrong.push(`${name} ${JSON.stringify(form)}`)
          else if (!isExpected(exit.value)) kept.add(name)
        }
        for (const [path, value] of leavesOf(answer.value)) {
          const key = path.at(-1) ?? ""
          const isSame = (decoded: unknown): boolean =>
            Exit.isSuccess(expected) && isDeepStrictEqual(decoded, expected.value)
          if (isTime(key, value)) { for (const form of timeForms(value)) await check(path, form, isSame) }
          if (isNumber(key, value)) await check(path, String(value), isSame)
          if (isReference(value)) {
            await check(path, value.id, (decoded) => JSON.stringify(decoded).includes(`{"id":"${value.id}"}`))
          }
        }
      }
      assert.deepStrictEqual(wrong, [])
    })
  }

  // Values that no model describes, and times of calls, whose type allows every form.
  const undescribed = new RegExp([
    "(metadata|custom_attributes|company|pages)\\.",
    "^Calls\\.\\w+ (data\\.\\*\\.)?\\w+_at$",
    "^Conversations\\.(at|de)tachContact ",
    "^Events\\.list events\\.\\*\\.count$",
    "^(Audiences|ContentSnippets)\\.list (page|per_page|total_pages)$",
    "\\.newsfeed_assignments\\.\\*\\.published_at$",
    "\\.updated_attribute_data\\.value\\.",
    "^TicketStates\\.list .*\\.ticket_type_attributes\\."
  ].join("|"))

  it("come in one form, wherever a model describes them", () => {
    assert.deepStrictEqual([...kept].filter((name) => !undescribed.test(name)), [])
  })
})
