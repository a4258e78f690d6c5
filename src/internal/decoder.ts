/**
 * Decoders compiled from a schema's AST. They check parsed JSON in place, so unknown keys are kept.
 *
 * Each node that is not supported is passed to `ParseResult`, and so is the whole value if a node rejects its part of
 * it. So the result is always Schema's. `onExcessProperty` is `"preserve"`, so `ParseResult` keeps unknown keys too.
 *
 * The figures compare `JSON.parse` with decoding to `JSON.parse` alone, for a page of 150 contacts. Schema's interpreter
 * costs 5.4, a closure for each node 1.37, and this decoder 1.13. A loop that only reads every key costs 1.07. Generated
 * code could avoid the loop, but some platforms forbid `eval`. The decoder comes close to the loop for these reasons:
 *
 * - A scalar costs no call. Each field knows which kinds of values it accepts unchanged.
 * - A key costs a comparison, not a lookup (0.05). Objects of one struct mostly have their keys in the same order, so
 *   each field remembers the field that followed it.
 * - The required keys are counted on the way. `Object.hasOwn` is slow if the objects have many shapes (0.17).
 * - A struct is not compiled before its first value arrives.
 */
import * as Either from "effect/Either"
import * as ParseResult from "effect/ParseResult"
import * as Predicate from "effect/Predicate"
import * as Schema from "effect/Schema"
import * as AST from "effect/SchemaAST"
import { otherForms } from "./fields.js"
import { kindOf } from "./kind.js"

/** Decodes a value that the node does not accept unchanged. Returns the decoded value, or `failed`. */
type Decode = (value: unknown, writes: Writes, holder?: object, key?: PropertyKey) => unknown

/** The changes to make in place once the whole value is accepted, so that Schema sees a rejected value unchanged. */
type Writes = Array<[holder: object, key: PropertyKey, value: unknown]>

/** A node of the AST, compiled. For the kinds of values, see `kindOf`. */
interface Node {
  /** The kinds that are accepted unchanged. */
  readonly accepts: number
  /** The kinds that are accepted, unchanged or by `decode`. */
  readonly reads: number
  readonly decode: Decode
}

/** A key of a struct. The item of a list is a field, too. */
interface Field {
  readonly key: PropertyKey
  /** The kinds that are accepted unchanged, and 128 if the key is required. */
  readonly accepts: number
  readonly decode: Decode
  /** The field that followed this one in the last object. */
  next: Field | undefined
}

/** The result of a node that rejects a value. It is a decoder itself, which rejects every value. */
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

const accept = (field: Field, value: unknown, holder: object, key: PropertyKey, writes: Writes): boolean => {
  if (field.accepts & kindOf(value)) return true
  const after = field.decode(value, writes, holder, key)
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
  // A parse option or a fallback on a node changes what it accepts.
  const { annotations } = ast
  if (AST.ParseOptionsAnnotationId in annotations || AST.DecodingFallbackAnnotationId in annotations) {
    return interpreted(ast)
  }
  const other = otherForms.get(ast)
  if (other !== undefined) {
    const { accepts, decode, reads } = compile(other.schema)
    return make(
      accepts & ~other.kinds,
      reads | other.kinds,
      (value, writes, holder, key) => other.read(value, holder, key) ?? decode(value, writes, holder, key)
    )
  }
  switch (ast._tag) {
    case "StringKeyword":
      return make(2)
    case "NumberKeyword":
      return make(4 + 64)
    case "BooleanKeyword":
      return make(8)
    case "UndefinedKeyword":
      return make(16)
    case "UnknownKeyword":
      // No node changes a value of the other kinds, so a union may contain them.
      return make(127, 2 + 4 + 32 + 64)
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
  return make(0, 127, (value) => Either.getOrElse(interpret(schema, value), () => failed))
}

const fieldOf = ({ accepts, decode }: Node, key: PropertyKey = "", required = 0): Field => ({
  key,
  accepts: accepts + required,
  decode,
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
    fields ??= new Map(
      known.map(({ isOptional, name, type }) => [name, fieldOf(compile(type), name, isOptional ? 0 : 128)])
    )
    let field = head
    let found = 0
    for (const key in value) {
      let next = field.next
      // `next?.key !== key` would compare `undefined` with a string once, and be slower from then on (0.03).
      if (next === undefined || next.key !== key) next = field.next = fields.get(key) ?? fieldOf(compile(rest), key)
      field = next
      if (!accept(field, value[key], value, key, writes)) return failed
      found += field.accepts >> 7
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
