/**
 * Decoders compiled from a schema's AST into closures.
 *
 * Schema's interpreter costs five times what `JSON.parse` costs on a page of contacts; a closure for each node costs a
 * fifth of it. A compiled decoder checks the freshly parsed JSON in place, so every key that arrived is still there
 * afterwards, and it hands everything it does not know (and every value it rejects) to `ParseResult`: Schema always has
 * the last word.
 */
import * as Either from "effect/Either"
import { identity } from "effect/Function"
import * as ParseResult from "effect/ParseResult"
import * as Predicate from "effect/Predicate"
import * as Schema from "effect/Schema"
import * as AST from "effect/SchemaAST"
import { Id } from "./fields.js"

/** Gives back the decoded value, or `failed`. */
type Node = (value: unknown) => unknown

const failed: unique symbol = Symbol.for("effect-intercom/decoder/failed")

// Keys a model does not know survive the interpreter too.
const parseOptions: AST.ParseOptions = { onExcessProperty: "preserve" }

const nodes = new WeakMap<AST.AST, Node>()

/**
 * The decoder of a schema: what it accepts is exactly what Schema accepts.
 */
export const decoder = <A, I>(
  schema: Schema.Schema<A, I>
): (input: unknown) => Either.Either<A, ParseResult.ParseIssue> => {
  const isDecoded = (value: unknown): value is A => value !== failed
  return (input) => {
    const value = compile(schema.ast)(input)
    return isDecoded(value) ? Either.right(value) : ParseResult.decodeUnknownEither(schema, parseOptions)(input)
  }
}

const compile = (ast: AST.AST): Node => {
  const known = nodes.get(ast)
  if (known !== undefined) return known
  const node = compileNode(ast)
  nodes.set(ast, node)
  return node
}

const compileNode = (ast: AST.AST): Node => {
  if (ast === Id.ast) return id
  // A parse option or a fallback on a node changes what it accepts.
  if (AST.ParseOptionsAnnotationId in ast.annotations || AST.DecodingFallbackAnnotationId in ast.annotations) {
    return interpreted(ast)
  }
  switch (ast._tag) {
    case "StringKeyword":
      return scalar(Predicate.isString)
    case "NumberKeyword":
      return scalar(Predicate.isNumber)
    case "BooleanKeyword":
      return scalar(Predicate.isBoolean)
    case "UndefinedKeyword":
      return scalar(Predicate.isUndefined)
    case "Literal":
      return scalar((value) => value === ast.literal)
    case "UnknownKeyword":
      return identity
    case "TypeLiteral":
      return struct(ast)
    case "TupleType":
      return array(ast)
    case "Union":
      return union(ast)
    case "Suspend":
      return suspend(ast)
    default:
      return interpreted(ast)
  }
}

const interpreted = (ast: AST.AST): Node => {
  const decode = ParseResult.decodeUnknownEither(Schema.make<unknown>(ast), parseOptions)
  return (value) => Either.getOrElse(decode(value), () => failed)
}

const scalar = (is: (value: unknown) => boolean): Node => (value) => is(value) ? value : failed

const id: Node = (value) => typeof value === "string" ? value : typeof value === "number" ? String(value) : failed

const suspend = (ast: AST.Suspend): Node => {
  let node: Node | undefined
  return (value) => (node ??= compile(ast.f()))(value)
}

const array = (ast: AST.TupleType): Node => {
  const [item, ...others] = ast.rest
  if (item === undefined || others.length > 0 || ast.elements.length > 0) return interpreted(ast)
  const decode = compile(item.type)
  return (value) => {
    if (!Array.isArray(value)) return failed
    for (let i = 0; i < value.length; i++) {
      const before: unknown = value[i]
      const after = decode(before)
      if (after === failed) return failed
      if (after !== before) value[i] = after
    }
    return value
  }
}

const struct = (ast: AST.TypeLiteral): Node => {
  const [index, ...others] = ast.indexSignatures
  const known = ast.propertySignatures
  const isEmpty = known.length === 0 && index === undefined
  const isMixed = known.length > 0 && index !== undefined && index.type._tag !== "UnknownKeyword"
  const isPlain = known.every(({ name }) => typeof name === "string") && others.length === 0 &&
    (index === undefined || index.parameter._tag === "StringKeyword")
  if (isEmpty || isMixed || !isPlain) return interpreted(ast)

  const nodeOf: Record<PropertyKey, Node> = Object.create(null)
  for (const { name, type } of known) nodeOf[name] = compile(type)
  const required = known.filter(({ isOptional }) => !isOptional).map(({ name, type }) => [name, compile(type)] as const)
  const rest = index === undefined ? identity : compile(index.type)
  return (value) => {
    if (!Predicate.isRecord(value)) return failed
    for (const [key, decode] of required) {
      // As in Schema, a key that is missing reads `undefined`.
      if (!Object.hasOwn(value, key) && decode(undefined) === failed) return failed
    }
    for (const key in value) {
      const before = value[key]
      const after = (nodeOf[key] ?? rest)(before)
      if (after === failed) return failed
      if (after !== before) value[key] = after
    }
    return value
  }
}

/**
 * Decoding in place must not leave half of one member's work for the next one to see. Scalars cannot see inside a
 * composite, so one composite among scalars is safe; any other union is left to the interpreter.
 */
const union = (ast: AST.Union): Node => {
  if (ast.types.filter((member) => !isScalar(member)).length > 1) return interpreted(ast)
  const members = ast.types.map(compile)
  return (value) => {
    for (const decode of members) {
      const after = decode(value)
      if (after !== failed) return after
    }
    return failed
  }
}

const isScalar = (ast: AST.AST): boolean =>
  ast === Id.ast || ast._tag === "StringKeyword" || ast._tag === "NumberKeyword" || ast._tag === "BooleanKeyword" ||
  ast._tag === "UndefinedKeyword" || ast._tag === "Literal"
