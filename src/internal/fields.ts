/**
 * The field schemas every model is made of, each built once and shared: building a fresh one for each field costs three
 * times as much.
 *
 * A nullish field is what `optionalWith(NullishOr(x), { exact: true })` makes, a third cheaper to interpret than
 * `optional(NullOr(x))`; made by hand it does not bring all that `optionalWith` can do into a bundle.
 */
import { identity } from "effect/Function"
import * as ParseResult from "effect/ParseResult"
import * as Schema from "effect/Schema"

/** A field Intercom may leave out or send as `null`. */
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

// What arrives as an id: a string, or a number that becomes one.
const WireId: Schema.Schema<string> = Schema.declare([], {
  decode: () => (input, _, ast) =>
    typeof input === "string" || typeof input === "number" ?
      ParseResult.succeed(String(input)) :
      ParseResult.fail(new ParseResult.Type(ast, input)),
  encode: () => (input) => ParseResult.succeed(String(input))
}, { identifier: "effect-intercom/Id", jsonSchema: { type: ["string", "integer"] } })

/** An id: Intercom sends some as numbers, on our side each is a string. */
export const Id: Schema.Schema<string> = Schema.compose(WireId, Schema.String)

/** What an answer says it is, where nothing else in it is certain: a list of errors is none of ours. */
export const ListType: Schema.Schema<string> = Schema.declare(
  (input): input is string => typeof input === "string" && input !== "error.list",
  { identifier: "ListType", jsonSchema: { type: "string" } }
)

/** An id to be written. A declaration, since a filter would bring all of them into a bundle. */
export const IdInput: Schema.Schema<string> = Schema.declare(
  (input): input is string => typeof input === "string" && input !== "",
  { identifier: "NonEmptyString", jsonSchema: { type: "string", minLength: 1 } }
)

/** An id that is named as in a path, `tag_id`, and sent as `id`. */
export const sentAsId: Schema.PropertySignature<":", string, "id", ":", string> = Schema.fromKey(
  Schema.propertySignature(IdInput),
  "id"
)

/**
 * The id of an admin or of help content, to be written: on our side a string like every id, on the wire the integer that
 * 2.15 documents.
 */
export const IntegerIdInput: Schema.Schema<string | number> = Schema.transform(
  Schema.Union(Schema.String, Schema.Number),
  Schema.Union(Schema.String, Schema.Number),
  { decode: identity, encode: (id) => typeof id === "string" && /^\d{1,15}$/.test(id) ? Number(id) : id }
)

/** Any JSON, where Intercom sends more shapes than one. */
export const anything: Schema.optional<typeof Schema.Unknown> = Schema.optional(Schema.Unknown)

/** An object whose keys a workspace decides, or nobody documents. */
export const AnyRecord: Schema.Schema<Readonly<Record<string, unknown>>> = Schema.Record({
  key: Schema.String,
  value: Schema.Unknown
})

/** The same, to be written. */
export const optionalRecord: Schema.optional<typeof AnyRecord> = Schema.optional(AnyRecord)

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
