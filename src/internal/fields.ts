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
import { kindOf } from "./kind.js"
import { isSeconds } from "./seconds.js"
import { sourceOf } from "./source.js"
import { millisOf } from "./time.js"

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

/** Converts another form in which Intercom sends a value. Returns `undefined` if it cannot be converted. */
type Read = (value: unknown, holder?: object, key?: PropertyKey) => unknown

/** The schemas that `orFrom` made: the schema of the documented form, and the other form with its kinds. */
export const otherForms: WeakMap<
  AST.AST,
  { readonly schema: AST.AST; readonly kinds: number; readonly read: Read }
> = new WeakMap()

/** A schema that also accepts some other kinds of values and converts them. Its type tells what it encodes. */
export const orFrom = <A>(schema: Schema.Schema<A>, kinds: number, convert: Read): Schema.Schema<A> => {
  const read: Read = (value, holder, key) => kinds & kindOf(value) ? convert(value, holder, key) : undefined
  const title = { title: `${schema.ast}` }
  const other = Schema.declare((value): value is unknown => read(value) !== undefined, { jsonSchema: {} })
  const { ast } = Schema.transform(Schema.Union(schema, other).annotations(title), schema, {
    strict: false,
    decode: (value: unknown) => read(value) ?? value,
    encode: identity
  }).annotations(title)
  otherForms.set(ast, { schema: schema.ast, kinds, read })
  return Schema.make(ast)
}

/** Reads an id from text or a whole number. */
export const readId = (value: unknown, holder?: object, key?: PropertyKey): string | undefined =>
  typeof value === "string" || Number.isSafeInteger(value) ? String(value) : sourceOf(holder, key)

/** Reads the `id` of a value, if it has one that can be read. */
export const idOf = (value: unknown): string | undefined => {
  const { id }: { readonly id?: unknown } = Object(value)
  return readId(id)
}

/**
 * An id. Intercom sends some ids as numbers. This library always has strings. A negative number is accepted, because
 * notifications have `ruleset_version_id: -1`.
 */
export const Id: Schema.Schema<string> = orFrom(Schema.String, 68, readId)

/** A struct in whose place Intercom also sends the bare id of the object. */
export const orBareId = <A extends { readonly id?: string | null | undefined }>(
  schema: Schema.Schema<A>
): Schema.Schema<A> =>
  orFrom(schema, 70, (value, holder, key) => {
    const id = readId(value, holder, key)
    return id === undefined ? id : { id }
  })

/** A number. Intercom sends some numbers as text. */
export const Numeric: Schema.Schema<number> = orFrom(
  Schema.Number,
  2,
  (value) => /^-?\d{1,15}(\.\d+)?$/.test(String(value)) ? Number(value) : undefined
)

/** A time in Unix seconds. Intercom sends some times in milliseconds or as text. */
export const Seconds: Schema.Schema<number> = orFrom(Schema.Number, 66, (value) => {
  const seconds = Math.floor(millisOf(value) / 1000)
  return Number.isFinite(seconds) ? seconds : undefined
})

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
export const nullishNumber: Nullish<number> = nullish(Numeric)
export const nullishSeconds: Nullish<number> = nullish(Seconds)
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
