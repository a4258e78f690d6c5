/**
 * Decoders compiled from a schema's AST into closures.
 *
 * Schema's interpreter costs almost three times what `JSON.parse` costs on a page of contacts; a closure for each node
 * costs a third of it. A compiled decoder checks the freshly parsed JSON in place, so every key that arrived is still there
 * afterwards, and it hands everything it does not know (and every value it rejects) to `ParseResult`: Schema always has
 * the last word. What is left to `ParseResult` keeps its unknown keys too: `onExcessProperty` is `"preserve"`.
 */
import * as Either from "effect/Either"
import { identity } from "effect/Function"
import * as ParseResult from "effect/ParseResult"
import * as Predicate from "effect/Predicate"
import * as Schema from "effect/Schema"
import * as AST from "effect/SchemaAST"
import { Id } from "./fields.js"

/** Gives back the decoded value, or `failed`. */
type Node = (value: unknown, writes: Writes) => unknown

/**
 * What is to change in place once the whole value is accepted: target, key, value, and so on, flat since a closure for
 * each slows the loops down. Schema gets to see a refused value as it arrived.
 */
type Writes = Array<unknown>

const failed: unique symbol = Symbol("failed")

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
    const writes: Writes = []
    try {
      const value = compile(schema.ast)(input, writes)
      if (isDecoded(value)) {
        for (let i = 0; i < writes.length; i += 3) Reflect.set(Object(writes[i]), String(writes[i + 1]), writes[i + 2])
        return Either.right(value)
      }
    } catch {
      // What is nested too deep for the stack is Schema's to refuse.
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
    // A tag that cannot be made text, `{ "type": { "toString": 0 } }`, is more than the interpreter takes.
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
  // No key of JSON is a symbol.
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
      // To Schema a missing key reads `undefined`, or what every object inherits: what becomes of it is left to it.
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
 * Schema may try the members in another order than they are written. Where at most one can be an object or a list, the
 * order makes no difference; any other union is left to it.
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
