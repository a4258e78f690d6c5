/**
 * What a compiled decoder owes to Schema, for one schema and one input.
 */
import { assert } from "@effect/vitest"
import * as Array from "effect/Array"
import * as Either from "effect/Either"
import * as FC from "effect/FastCheck"
import * as ParseResult from "effect/ParseResult"
import * as Predicate from "effect/Predicate"
import { isDate, isSet } from "node:util/types"
import { decoder } from "../../../src/internal/decoder.js"
import { inputOf } from "./inputs.js"
import { json, mutated } from "./json.js"
import type { AnySchema } from "./schemas.js"

export interface Case {
  readonly schema: AnySchema
  readonly input: unknown
}

/** Inputs the schema is likely to accept, the same with changes, and any JSON at all. */
export const inputs = (schema: AnySchema): FC.Arbitrary<unknown> => {
  const likely = inputOf(schema.ast)
  return FC.oneof(
    { weight: 5, arbitrary: likely },
    { weight: 5, arbitrary: mutated(likely) },
    { weight: 1, arbitrary: json }
  )
}

export const cases = (schemas: FC.Arbitrary<AnySchema>): FC.Arbitrary<Case> =>
  schemas.chain((schema) =>
    inputs(schema).map((input) => ({
      schema,
      input,
      // The compiled code of a schema says nothing in a report.
      [FC.toStringMethod]: () => `${schema.ast} <- ${FC.stringify(input)}`
    }))
  )

/** Several inputs of one schema: a decoder remembers the order of keys. */
export const sequences = (schemas: FC.Arbitrary<AnySchema>): FC.Arbitrary<ReadonlyArray<Case>> =>
  schemas.chain((schema) => FC.array(cases(FC.constant(schema)), { minLength: 2, maxLength: 5 }))

/** Both sides get a copy of their own: the decoder works in place. */
export const decodeBoth = ({ input, schema }: Case): {
  readonly ours: Either.Either<unknown, ParseResult.ParseIssue>
  readonly theirs: Either.Either<unknown, ParseResult.ParseIssue>
} => {
  const interpret = ParseResult.decodeUnknownEither(schema, { onExcessProperty: "preserve" })
  const theirs = Either.try(() => interpret(structuredClone(input)))
  // Schema itself throws where a tag is an object that has no text: there is no verdict to compare.
  FC.pre(Either.isRight(theirs))
  return { ours: decoder(schema)(structuredClone(input)), theirs: Either.getOrThrow(theirs) }
}

export const assertSameVerdict = (it: Case): void => {
  const { ours, theirs } = decodeBoth(it)
  assert.strictEqual(ours._tag, theirs._tag)
}

/** On all that Schema keeps, both results are equal. */
export const assertSameValue = (ours: unknown, theirs: unknown): void => {
  if (isObject(ours) && isObject(theirs)) {
    for (const key of Object.keys(theirs)) assertSameValue(ours[key], theirs[key])
  } else if (Array.isArray(ours) && Array.isArray(theirs)) {
    assert.strictEqual(ours.length, theirs.length)
    theirs.forEach((item, index) => assertSameValue(ours[index], item))
  } else {
    assert.deepEqual(ours, theirs)
  }
}

/** Every key that arrived is there; its value is what Schema made of it, or untouched where Schema drops the key. */
export const assertNothingLost = (before: unknown, after: unknown, theirs: unknown): void => {
  if (Array.isArray(before) && Array.isArray(after) && Array.isArray(theirs)) {
    before.forEach((item, index) => assertNothingLost(item, after[index], theirs[index]))
  } else if (isObject(before) && isObject(after) && isObject(theirs)) {
    for (const key of Object.keys(before)) {
      assert.isTrue(Object.hasOwn(after, key), `lost ${key}`)
      if (Object.hasOwn(theirs, key)) assertNothingLost(before[key], after[key], theirs[key])
      else assert.deepEqual(after[key], before[key])
    }
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  Predicate.isRecord(value) && !isDate(value) && !isSet(value)

/**
 * All there is in an issue: Schema's formatters throw on values without a text, and its results may have arrays for
 * prototypes, which no assertion compares well.
 */
export const outline = (issue: ParseResult.ParseIssue): unknown => {
  const actual = JSON.stringify(issue.actual)
  switch (issue._tag) {
    case "Pointer":
      return [issue._tag, issue.path, actual, outline(issue.issue)]
    case "Composite":
      return [issue._tag, issue.ast, actual, ...Array.ensure(issue.issues).map(outline)]
    case "Refinement":
    case "Transformation":
      return [issue._tag, issue.kind, issue.ast, actual, outline(issue.issue)]
    case "Missing":
      return [issue._tag, issue.ast]
    case "Unexpected":
    case "Type":
    case "Forbidden":
      return [issue._tag, issue.message, actual]
  }
}
