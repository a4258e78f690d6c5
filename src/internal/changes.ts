/**
 * Picks what of an object can be written back.
 */
import * as Predicate from "effect/Predicate"
import * as Schema from "effect/Schema"
import type * as AST from "effect/SchemaAST"

/** Makes a function that keeps the fields of an object that an input has too, if the input accepts their values. */
export const changesIn = <A, I>(input: Schema.Schema<A, I>): (object: object) => A => (object) => {
  const fields = fieldsOf(input.ast).flatMap(({ name, type }) => {
    const value: unknown = Reflect.get(object, name)
    const kept = Predicate.isRecord(value) ? scalarsOf(value) : value
    return kept !== undefined && Schema.is(Schema.make(type))(kept) ? [[name, kept] as const] : []
  })
  return Schema.validateSync(input)(Object.fromEntries(fields))
}

const fieldsOf = (ast: AST.AST): ReadonlyArray<AST.PropertySignature> => {
  if (ast._tag === "Suspend") return fieldsOf(ast.f())
  return ast._tag === "TypeLiteral" ? ast.propertySignatures : []
}

// An attribute that links objects is sent as a list of objects, and written as a list of ids.
const scalarsOf = (attributes: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => typeof value !== "object" || value === null))
