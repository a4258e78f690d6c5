/**
 * Decoders compiled from a schema's AST into closures.
 *
 * On a page of contacts, Schema's interpreter costs almost three times as much as `JSON.parse`. Closures cost a third
 * of the interpreter. A compiled decoder checks the parsed JSON in place, so unknown keys are kept. It passes every
 * node that it does not support, and every value that it rejects, to `ParseResult`, so the result is always Schema's.
 * `onExcessProperty` is `"preserve"`, so `ParseResult` keeps unknown keys too.
 */
import * as Either from "effect/Either"
import { identity } from "effect/Function"
import * as ParseResult from "effect/ParseResult"
import * as Predicate from "effect/Predicate"
import * as Schema from "effect/Schema"
import * as AST from "effect/SchemaAST"
import { Id } from "./fields.js"

/** Returns the decoded value, or `failed`. */
type Node = (value: unknown, writes: Writes) => unknown

/**
 * The changes to make in place once the whole value is accepted, so that Schema sees a rejected value unchanged. The
 * array is flat (target, key, value, target, …), because a closure for each change slows the loops down.
 */
type Writes = Array<unknown>

const failed: unique symbol = Symbol("failed")

const parseOptions: AST.ParseOptions = { onExcessProperty: "preserve" }

const nodes = new WeakMap<AST.AST, Node>()

/**
 * Returns the decoder of a schema. It accepts exactly the values that Schema accepts.
 */
export const decoder = <A, I>(
  schema: Schema.Schema<A, I>
): (input: unknown) => Either.Either<A, ParseResult.ParseIssue> => {
  const isDecoded = (value: unknown): value is A => value !== failed
  return (input) => {
    const writes: Writes = []
    try {
      const value = compile(schema.ast)(input, writes)
      if (isDecoded(value)) {
        for (let i = 0; i < writes.length; i += 3) Reflect.set(Object(writes[i]), String(writes[i + 1]), writes[i + 2])
        return Either.right(value)
      }
    } catch {
      // The value is nested too deeply for the stack. Schema refuses it below.
    }
    return interpret(schema, input)
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
  if (isUnusual(ast)) return interpreted(ast)
  switch (ast._tag) {
    case "StringKeyword":
      return (value) => typeof value === "string" ? value : failed
    case "NumberKeyword":
      return (value) => typeof value === "number" ? value : failed
    case "BooleanKeyword":
      return (value) => typeof value === "boolean" ? value : failed
    case "UndefinedKeyword":
      return (value) => value === undefined ? value : failed
    case "Literal":
      return (value) => value === ast.literal ? value : failed
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

// A parse option or a fallback on a node changes what it accepts.
const isUnusual = ({ annotations }: AST.AST): boolean =>
  AST.ParseOptionsAnnotationId in annotations || AST.DecodingFallbackAnnotationId in annotations

const interpreted = (ast: AST.AST): Node => {
  const schema = Schema.make<unknown>(ast)
  return (value) => Either.getOrElse(interpret(schema, value), () => failed)
}

const interpret = <A, I>(schema: Schema.Schema<A, I>, input: unknown): Either.Either<A, ParseResult.ParseIssue> => {
  try {
    return ParseResult.decodeUnknownEither(schema, parseOptions)(input)
  } catch {
    // The interpreter throws if a tag cannot be converted to a string: `{ "type": { "toString": 0 } }`.
    return Either.left(new ParseResult.Type(schema.ast, input, "cannot be decoded"))
  }
}

const id: Node = (value) => typeof value === "string" ? value : typeof value === "number" ? String(value) : failed

const suspend = (ast: AST.Suspend): Node => {
  let node: Node | undefined
  return (value, writes) => (node ??= compile(ast.f()))(value, writes)
}

const array = (ast: AST.TupleType): Node => {
  const [item, ...others] = ast.rest
  if (item === undefined || others.length > 0 || ast.elements.length > 0) return interpreted(ast)
  const decode = compile(item.type)
  return (value, writes) => {
    if (!Array.isArray(value)) return failed
    for (let i = 0; i < value.length; i++) {
      const before: unknown = value[i]
      const after = decode(before, writes)
      if (after === failed) return failed
      if (after !== before) writes.push(value, i, after)
    }
    return value
  }
}

const struct = (ast: AST.TypeLiteral): Node => {
  const [index, another] = ast.indexSignatures
  const known = ast.propertySignatures
  // Only string keys are supported, because JSON has no other keys.
  const isKnown = another === undefined &&
    (index === undefined ?
      known.length > 0 :
      index.parameter._tag === "StringKeyword" && (known.length === 0 || index.type._tag === "UnknownKeyword"))
  if (!isKnown) return interpreted(ast)

  const nodeOf: Record<PropertyKey, Node> = Object.create(null)
  for (const { name, type } of known) nodeOf[name] = compile(type)
  const required = known.filter(({ isOptional }) => !isOptional).map(({ name, type }) => [name, compile(type)] as const)
  const rest = index === undefined ? identity : compile(index.type)
  return (value, writes) => {
    if (!Predicate.isRecord(value)) return failed
    for (const [key, decode] of required) {
      // Schema reads a missing key as `undefined`, or as an inherited property. `ParseResult` handles both.
      if (!Object.hasOwn(value, key) && (key in value || decode(undefined, writes) !== undefined)) return failed
    }
    for (const key in value) {
      const before = value[key]
      const after = (nodeOf[key] ?? rest)(before, writes)
      if (after === failed) return failed
      if (after !== before) writes.push(value, key, after)
    }
    return value
  }
}

/**
 * Schema may try the members in a different order. The order makes no difference if at most one member can be an object
 * or a list. All other unions are passed to Schema.
 */
const union = (ast: AST.Union): Node => {
  if (ast.types.filter((member) => !isScalar(member)).length > 1) return interpreted(ast)
  const [first = identity, ...others] = ast.types.map(compile)
  return (value, writes) => {
    const after = first(value, writes)
    if (after !== failed) return after
    for (const decode of others) {
      const after = decode(value, writes)
      if (after !== failed) return after
    }
    return failed
  }
}

const isScalar = (ast: AST.AST): boolean =>
  ast === Id.ast ||
  (/^(String|Number|Boolean|Undefined)Keyword$|^Literal$/.test(ast._tag) && !isUnusual(ast))
