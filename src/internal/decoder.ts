/**
 * Decoders compiled from a schema's AST. They check parsed JSON in place, so unknown keys are kept.
 *
 * Each node that is not supported is passed to `ParseResult`, and so is the whole value if a node rejects its part of
 * it. So the result is always Schema's. `onExcessProperty` is `"preserve"`, so `ParseResult` keeps unknown keys too.
 *
 * `JSON.parse` and the interpreter of Schema together cost 5.4 times as much as `JSON.parse` alone, and one closure for
 * each node 1.37 times. This design costs 1.13 times for a page of contacts and for a conversation of 100 parts. A bare
 * `for…in` over all keys costs 1.10 times. What makes the difference:
 *
 * - A scalar costs no call. Each field has the set of scalar types that it accepts unchanged.
 * - Objects of one struct have their keys in the same order. Each field remembers which field followed it, so a key
 *   costs a comparison instead of a lookup (0.05).
 * - Required keys are counted during the walk, because `Object.hasOwn` is slow for objects of many shapes (0.15).
 */
import * as Either from "effect/Either"
import * as ParseResult from "effect/ParseResult"
import * as Predicate from "effect/Predicate"
import * as Schema from "effect/Schema"
import * as AST from "effect/SchemaAST"
import { Id } from "./fields.js"

/** Decodes a value that is not accepted unchanged. Returns the decoded value, or `failed`. */
type Decode = (value: unknown, writes: Writes) => unknown

/**
 * The changes to make in place once the whole value is accepted, so that Schema sees a rejected value unchanged.
 */
type Writes = Array<[holder: object, key: PropertyKey, value: unknown]>

/** The compiled form of a node. Both sets are bits: see `kindOf`. */
interface Node {
  /** The kinds of values that are accepted unchanged. */
  readonly accepts: number
  /** The kinds of values that are accepted unchanged, or that `decode` may accept. */
  readonly reads: number
  readonly decode: Decode
}

interface Field extends Pick<Node, "accepts" | "decode"> {
  readonly key: PropertyKey
  readonly isOptional: boolean
  /** The field that followed this one in the object before. */
  next: Field | undefined
}

/** A function that returns itself. It is the decoder of a node that accepts nothing more, and its result. */
const failed: Decode = () => failed

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
      const value = compile(schema.ast).decode(input, writes)
      if (isDecoded(value)) {
        for (const write of writes) Reflect.set(...write)
        return Either.right(value)
      }
    } catch {
      // The value is nested too deeply for the stack. Schema refuses it below.
    }
    return interpret(schema, input)
  }
}

const interpret = <A, I>(schema: Schema.Schema<A, I>, input: unknown): Either.Either<A, ParseResult.ParseIssue> => {
  try {
    return ParseResult.decodeUnknownEither(schema, { onExcessProperty: "preserve" })(input)
  } catch {
    // The interpreter throws if a tag cannot be converted to a string: `{ "type": { "toString": 0 } }`.
    return Either.left(new ParseResult.Type(schema.ast, input, "cannot be decoded"))
  }
}

/**
 * The kind of a value. A set of kinds is their sum; 63 is every kind. They have no names, because bundlers do not inline
 * constants.
 */
const kindOf = (value: unknown): number => {
  if (value === null) return 1
  if (typeof value === "string") return 2
  if (typeof value === "number") return 4
  if (typeof value === "boolean") return 8
  return value === undefined ? 16 : 32
}

const accept = (field: Field, value: unknown, holder: object, key: PropertyKey, writes: Writes): boolean => {
  if (field.accepts & kindOf(value)) return true
  const after = field.decode(value, writes)
  if (after !== value) writes.push([holder, key, after])
  return after !== failed
}

const compile = (ast: AST.AST): Node => {
  const node = nodes.get(ast) ?? compileNode(ast)
  nodes.set(ast, node)
  return node
}

const make = (accepts: number, reads = accepts, decode = failed): Node => ({ accepts, reads, decode })

const compileNode = (ast: AST.AST): Node => {
  if (ast === Id.ast) {
    return make(2, 2 + 4, (value) => typeof value === "number" ? String(value) : failed)
  }
  // A parse option or a fallback on a node changes what it accepts.
  const { annotations } = ast
  if (AST.ParseOptionsAnnotationId in annotations || AST.DecodingFallbackAnnotationId in annotations) {
    return interpreted(ast)
  }
  switch (ast._tag) {
    case "StringKeyword":
      return make(2)
    case "NumberKeyword":
      return make(4)
    case "BooleanKeyword":
      return make(8)
    case "UndefinedKeyword":
      return make(16)
    case "UnknownKeyword":
      return make(63, 63 - 16)
    case "Literal":
      return ast.literal === null ? make(1) : interpreted(ast)
    case "TypeLiteral":
      return struct(ast)
    case "TupleType":
      return array(ast)
    case "Union":
      return union(ast)
    case "Suspend":
      return compile(ast.f())
    default:
      return interpreted(ast)
  }
}

const interpreted = (ast: AST.AST): Node => {
  const schema = Schema.make<unknown>(ast)
  return make(0, 63, (value) => Either.getOrElse(interpret(schema, value), () => failed))
}

const fieldOf = ({ accepts, decode }: Node, key: PropertyKey = "", isOptional = true): Field => ({
  accepts,
  decode,
  key,
  isOptional,
  next: undefined
})

const array = (ast: AST.TupleType): Node => {
  const [rest] = ast.rest
  if (rest === undefined || ast.rest.length + ast.elements.length > 1) return interpreted(ast)
  let item: Field | undefined
  return make(0, 32, (value, writes) => {
    if (!Array.isArray(value)) return failed
    // Not before the first value, or a recursive schema would never end.
    item ??= fieldOf(compile(rest.type))
    for (let i = 0; i < value.length; i++) if (!accept(item, value[i], value, i, writes)) return failed
    return value
  })
}

const struct = (ast: AST.TypeLiteral): Node => {
  const [index, another] = ast.indexSignatures
  const known = ast.propertySignatures
  const rest = index === undefined ? AST.unknownKeyword : index.type
  const isOpen = rest === AST.unknownKeyword
  // Only string keys are supported, because JSON has no other keys.
  if (
    another || (known.length > 0 ? !isOpen : !index) || (index && index.parameter !== AST.stringKeyword)
  ) return interpreted(ast)

  let fields: Map<PropertyKey, Field> | undefined
  const required = known.filter(({ isOptional }) => !isOptional).length
  const head = fieldOf(make(0))
  return make(0, 32, (value, writes) => {
    if (!Predicate.isRecord(value)) return failed
    if (known.length === 0 && isOpen) return value
    fields ??= new Map(known.map(({ isOptional, name, type }) => [name, fieldOf(compile(type), name, isOptional)]))
    let field = head
    let found = 0
    for (const key in value) {
      let next = field.next
      // `next?.key !== key` would compare `undefined` with a string once, and be slower from then on (0.03).
      if (next === undefined || next.key !== key) next = field.next = fields.get(key) ?? fieldOf(compile(rest), key)
      field = next
      if (!accept(field, value[key], value, key, writes)) return failed
      if (!field.isOptional) found++
    }
    return found < required ? failed : value
  })
}

/**
 * If each kind of value has one member that reads it, the order of the members makes no difference. All other unions
 * are passed to Schema.
 */
const union = (ast: AST.Union): Node => {
  let accepts = 0
  let reads = 0
  let decode = failed
  for (const member of ast.types.map(compile)) {
    if (reads & member.reads) return interpreted(ast)
    accepts |= member.accepts
    reads |= member.reads
    if (member.decode !== failed) decode = member.decode
  }
  return make(accepts, reads, decode)
}
