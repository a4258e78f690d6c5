/**
 * Inputs that a schema is likely to accept, made from its AST: `Arbitrary.make` knows neither ids nor excess keys.
 */
import * as Arbitrary from "effect/Arbitrary"
import * as FC from "effect/FastCheck"
import * as Schema from "effect/Schema"
import type * as AST from "effect/SchemaAST"
import { otherForms } from "../../../src/internal/fields.js"
import { json, key, number, text } from "./json.js"

export const inputOf = (ast: AST.AST, depth = 3): FC.Arbitrary<unknown> => {
  const other = otherForms.get(ast)
  if (other !== undefined) return FC.oneof(inputOf(other.schema, depth), text, number)
  switch (ast._tag) {
    case "Literal":
      return FC.constant(ast.literal)
    case "UndefinedKeyword":
      return FC.constant(undefined)
    case "StringKeyword":
      return text
    case "NumberKeyword":
      return number
    case "BooleanKeyword":
      return FC.boolean()
    case "TemplateLiteral":
      return Arbitrary.make(Schema.make<unknown>(ast))
    case "Refinement":
    case "Transformation":
      return inputOf(ast.from, depth)
    case "Suspend":
      // Not before it is needed, or a recursive schema would never end.
      return FC.constant(null).chain(() => inputOf(ast.f(), depth - 1))
    case "TypeLiteral":
      return structOf(ast, depth - 1)
    case "TupleType":
      return arrayOf(ast, depth - 1)
    case "Union": {
      const leaves = ast.types.filter(isLeaf)
      const members = depth <= 0 && leaves.length > 0 ? leaves : ast.types
      return FC.oneof(...members.map((member) => inputOf(member, depth)))
    }
    default:
      return depth <= 0 ? text : json
  }
}

const isLeaf = (ast: AST.AST): boolean => inputLeaves.includes(ast._tag)

const inputLeaves: ReadonlyArray<string> = [
  "Literal",
  "StringKeyword",
  "NumberKeyword",
  "BooleanKeyword",
  "UndefinedKeyword",
  "Declaration",
  "TemplateLiteral"
]

const arrayOf = (ast: AST.TupleType, depth: number): FC.Arbitrary<unknown> => {
  const [rest, ...tail] = ast.rest.map(({ type }) => inputOf(type, depth))
  return FC.tuple(
    FC.tuple(...ast.elements.map(({ type }) => inputOf(type, depth))),
    rest === undefined ? FC.constant([]) : FC.array(rest, { maxLength: depth <= 0 ? 1 : 3 }),
    FC.tuple(...tail)
  ).map((parts) => parts.flat())
}

const structOf = (ast: AST.TypeLiteral, depth: number): FC.Arbitrary<unknown> => {
  const known = ast.propertySignatures.map(({ isOptional, name, type }) =>
    isOptional ?
      FC.option(entry(name, type, depth), { freq: depth <= 0 ? 1 : 3, nil: undefined }) :
      entry(name, type, depth)
  )
  const indexed = ast.indexSignatures.map(({ parameter, type }) =>
    FC.array(FC.tuple(parameter._tag === "StringKeyword" ? key : inputOf(parameter), inputOf(type, depth)), {
      maxLength: depth <= 0 ? 1 : 3
    })
  )
  const names = ast.propertySignatures.map(({ name }) => name)
  const excess = FC.tuple(key.filter((key) => !names.includes(key)), json)
  return FC.tuple(
    FC.tuple(...known),
    FC.tuple(...indexed),
    FC.option(excess, { freq: 2, nil: undefined }),
    FC.boolean(),
    FC.boolean()
  ).map(([known, indexed, excess, isExcessFirst, keepsUndefined]) => {
    const entries = [...known, ...indexed.flat()]
    if (isExcessFirst) entries.unshift(excess)
    else entries.push(excess)
    return Object.fromEntries(
      entries.flatMap((entry) => entry === undefined || (entry[1] === undefined && !keepsUndefined) ? [] : [entry])
    )
  })
}

const entry = (name: PropertyKey, type: AST.AST, depth: number): FC.Arbitrary<readonly [string, unknown]> =>
  inputOf(type, depth).map((value) => [String(name), value])
