/**
 * The field schemas of all models. Each is built once and shared, because a new one for each field costs three times as
 * much.
 *
 * A nullish field is the same as `optionalWith(NullishOr(x), { exact: true })`. It is a third cheaper to interpret than
 * `optional(NullOr(x))`. It is built by hand, because `optionalWith` would make every bundle larger.
 */
import { identity } from "effect/Function"
import * as Predicate from "effect/Predicate"
import * as Schema from "effect/Schema"
import * as AST from "effect/SchemaAST"
import { isSeconds } from "./seconds.js"

/** A field that Intercom may leave out or send as `null`. */
export type Nullish<A, I = A> = Schema.PropertySignature<
  "?:",
  A | null | undefined,
  never,
  "?:",
  I | null | undefined
>

export const nullish = <A, I>(schema: Schema.Schema<A, I>): Nullish<A, I> =>
  Schema.makePropertySignature(
    new Schema.PropertySignatureDeclaration(Schema.NullishOr(schema).ast, true, true, {}, undefined)
  )

/** An id. Intercom sends some ids as numbers. This library always has strings. */
export const Id: Schema.Schema<string> = encodedAsDecoded(
  Schema.transform(Schema.Union(Schema.String, Schema.Number), Schema.String, { decode: String, encode: identity })
)

/** A schema that accepts more than it encodes. Its type tells what it encodes. */
function encodedAsDecoded<A, I>(schema: Schema.Schema<A, I>): Schema.Schema<A> {
  return Schema.make(schema.ast)
}

/** A time in an input. */
export const SecondsInput: Schema.Schema<number> = Schema.declare(
  isSeconds,
  { title: "Unix seconds, not milliseconds", jsonSchema: { type: "integer" } }
)

/** The `type` of a response that has no other certain field. It refuses a list of errors. */
export const ListType: Schema.Schema<string> = Schema.declare(
  (input): input is string => typeof input === "string" && input !== "error.list",
  { identifier: "ListType", jsonSchema: { type: "string" } }
)

/** An id in an input. It is a declaration, because a filter would bring all filters into a bundle. */
export const IdInput: Schema.Schema<string> = Schema.declare(
  (input): input is string => typeof input === "string" && input !== "",
  { identifier: "NonEmptyString", jsonSchema: { type: "string", minLength: 1 } }
)

/** An id that has the name of a path parameter, such as `tag_id`, and is sent as `id`. */
export const sentAsId: Schema.PropertySignature<":", string, "id", ":", string> = Schema.fromKey(
  Schema.propertySignature(IdInput),
  "id"
)

/**
 * The id of an admin or of help content in an input. It is a string like every id, and is sent as the integer that 2.15
 * documents.
 */
export const IntegerIdInput: Schema.Schema<string | number> = Schema.transform(
  Schema.Union(Schema.String, Schema.Number),
  Schema.Union(Schema.String, Schema.Number),
  { decode: identity, encode: (id) => typeof id === "string" && /^\d{1,15}$/.test(id) ? Number(id) : id }
)

/** Any JSON, for a field that Intercom sends in several shapes. */
export const anything: Schema.optional<typeof Schema.Unknown> = Schema.optional(Schema.Unknown)

/** An object whose keys are defined by the workspace or are not documented. */
export const AnyRecord: Schema.Schema<Readonly<Record<string, unknown>>> = Schema.make(
  new AST.TypeLiteral([], [new AST.IndexSignature(AST.stringKeyword, AST.unknownKeyword, true)])
)

/** The same as `AnyRecord`, for an input. It is a declaration, because a copy would lose the key `__proto__`. */
export const RecordInput: Schema.Schema<Readonly<Record<string, unknown>>> = Schema.declare(
  Predicate.isRecord,
  { title: "object", jsonSchema: { type: "object" } }
)

export const optionalRecord: Schema.optional<typeof RecordInput> = Schema.optional(RecordInput)

export const nullishId: Nullish<string> = nullish(Id)
export const nullishString: Nullish<string> = nullish(Schema.String)
export const nullishNumber: Nullish<number> = nullish(Schema.Number)
export const nullishBoolean: Nullish<boolean> = nullish(Schema.Boolean)
export const nullishRecord: Nullish<Readonly<Record<string, unknown>>> = nullish(AnyRecord)
export const nullishIds: Nullish<ReadonlyArray<string>> = nullish(Schema.Array(Id))
export const nullishStrings: Nullish<ReadonlyArray<string>> = nullish(Schema.Array(Schema.String))

/** A struct that is built when it is first used. Messages call it by its name. */
export const struct: (name: string) => <Fields extends Schema.Struct.Fields>(
  fields: () => Fields
) => Schema.Schema<
  Schema.Simplify<Schema.Struct.Type<Fields>>,
  Schema.Simplify<Schema.Struct.Encoded<Fields>>,
  Schema.Struct.Context<Fields>
> = (name) => (fields) =>
  Schema.suspend(() => Schema.Struct(fields())).annotations({ identifier: "effect-intercom/" + name })
