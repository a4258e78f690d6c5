/** Every time that the library writes, found by reading the schemas of its inputs and the comments on their fields. */
import { assert, describe, it } from "@effect/vitest"
import * as Either from "effect/Either"
import * as ParseResult from "effect/ParseResult"
import * as Schema from "effect/Schema"
import * as AST from "effect/SchemaAST"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fromParseIssue } from "../../src/internal/issue.js"

const sources = join(import.meta.dirname, "..", "..", "src")

const filesIn = (directory: string): ReadonlyArray<string> =>
  readdirSync(join(sources, directory)).filter((file) => file.endsWith(".ts")).map((file) => `${directory}/${file}`)

const textOf = (file: string): string => readFileSync(join(sources, file), "utf8")

/** The names of fields whose comment says that they are Unix times. */
const documented = new Set(
  filesIn("models").flatMap((file) =>
    [...textOf(file).matchAll(/Unix time in seconds[^\n]*\n\s+readonly (\w+)\??: number/g)].map(([, name = ""]) => name)
  )
)

/** The names of the schemas with which endpoints encode a body. */
const written = new Set(
  filesIn("api").flatMap((file) => [...textOf(file).matchAll(/Endpoint\.json\((\w+)/g)].map(([, name = ""]) => name))
)

/** Schemas that an endpoint makes or chooses itself. */
const further = (
  "ContactChanges ContactReply AdminReply TicketContactReply TicketAdminReply NewEmail NewInAppMessage"
).split(" ")

interface Time {
  /** `NewEventSummary.event_summaries.first` */
  readonly path: string
  readonly ast: AST.AST
}

const isNumber = (ast: AST.AST): boolean =>
  AST.isNumberKeyword(ast) || (AST.isDeclaration(ast) && /number|seconds/.test(String(ast))) ||
  (AST.isUnion(ast) && ast.types.some(isNumber))

const timesIn = (ast: AST.AST, path: string, seen: ReadonlySet<AST.AST> = new Set()): ReadonlyArray<Time> => {
  if (seen.has(ast)) return []
  const inner = new Set([...seen, ast])
  const into = (next: AST.AST, name = path) => timesIn(next, name, inner)
  if (AST.isSuspend(ast)) return into(ast.f())
  if (AST.isUnion(ast)) return ast.types.flatMap((each) => into(each))
  if (AST.isRefinement(ast)) return into(ast.from)
  if (AST.isTransformation(ast)) return into(ast.to)
  if (AST.isTupleType(ast)) return [...ast.elements, ...ast.rest].flatMap(({ type }) => into(type, `${path}[]`))
  return AST.isTypeLiteral(ast) ?
    ast.propertySignatures.flatMap(({ name, type }) => [
      ...(documented.has(String(name)) && isNumber(type) ? [{ path: `${path}.${String(name)}`, ast: type }] : []),
      ...into(type, `${path}.${String(name)}`)
    ]) :
    []
}

const modules = await Promise.all(filesIn("models").map(async (file): Promise<object> => import(join(sources, file))))

const schemas = new Map(
  modules.flatMap((module) => Object.entries(module)).flatMap(([name, value]) =>
    Schema.isSchema(value) ? [[name, value] as const] : []
  )
)

const times = [...written, ...further].flatMap((name) => {
  const schema = schemas.get(name)
  return schema === undefined ? [] : timesIn(schema.ast, name)
})

describe("A time in an input", () => {
  it("is found in each of these", () => {
    assert.includeMembers(times.map(({ path }) => path), [
      "ContactChanges.signed_up_at",
      "ContactChanges.last_seen_at",
      "CompanyUpsert.remote_created_at",
      "NewContentExport.created_at_before",
      "NewEventFields.created_at",
      "NewEventSummary.event_summaries.last",
      "NewReportingExport.start_time",
      "CustomObjectInstanceUpsert.external_created_at",
      "NewNewsItem.newsfeed_assignments[].published_at",
      "TicketChanges.snoozed_until"
    ])
    // The one schema that is not exported has an id and an address.
    assert.deepStrictEqual([...written].filter((name) => /^[A-Z]/.test(name) && !schemas.has(name)), [
      "ParticipantBody"
    ])
    assert.isAtLeast(times.length, 18)
  })

  for (const { ast, path } of times) {
    it(`${path} is whole Unix seconds`, () => {
      const encode = ParseResult.encodeUnknownEither(Schema.make<unknown, unknown>(ast))
      for (const seconds of [1_796_000_000, 0, -1, 1e11 - 1]) assert.isTrue(Either.isRight(encode(seconds)))
      for (const wrong of [1_796_000_000_000, 1e11, -1e11, 1_796_000_000.5, Number.NaN, Infinity]) {
        const issue = fromParseIssue(Either.getOrThrow(Either.flip(encode(wrong))))
        assert.match(
          issue.reason,
          /^expected Unix seconds, not milliseconds( \| null)?( \| undefined)?, got (number|a number too large to be read exactly)$/
        )
      }
      for (const wrong of ["1796000000", new Date(0), {}, true]) assert.isTrue(Either.isLeft(encode(wrong)))
    })
  }
})
