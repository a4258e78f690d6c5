/**
 * Arbitrary schemas, made of the nodes the compiled decoder knows and of those it leaves to Schema.
 */
import * as Either from "effect/Either"
import * as FC from "effect/FastCheck"
import * as Schema from "effect/Schema"
import * as AST from "effect/SchemaAST"
import { Id, nullish, orBareId, Seconds } from "../../../src/internal/fields.js"
import { inheritedKeys } from "./json.js"

export type AnySchema = Schema.Schema<unknown>

type Schemas = FC.Arbitrary<AnySchema>

type Field = Schema.Schema.All | Schema.PropertySignature.All

/** A schema of which only the AST matters. */
const forget = <A, I, R>(schema: Schema.Schema<A, I, R>): AnySchema => Schema.make<unknown>(schema.ast)

const oneOf = (...schemas: ReadonlyArray<AnySchema>): Schemas => FC.constantFrom(...schemas)

const Short: Schema.Schema<string> = Schema.declare((input): input is string =>
  typeof input === "string" && input.length < 3
)

const knownScalars: Schemas = oneOf(
  forget(Schema.String),
  forget(Schema.Number),
  forget(Schema.Boolean),
  forget(Schema.Null),
  forget(Schema.Undefined),
  forget(Schema.Literal("a")),
  forget(Schema.Literal(1)),
  forget(Schema.Literal("a", "b", 2, true, null)),
  forget(Id),
  forget(Seconds),
  forget(orBareId(Schema.Struct({ id: Id })))
)

const knownLeaves: Schemas = FC.oneof(
  { weight: 4, arbitrary: knownScalars },
  { weight: 1, arbitrary: FC.constant(forget(Schema.Unknown)) }
)

const foreignLeaves: Schemas = oneOf(
  forget(Schema.Any),
  forget(Schema.Object),
  forget(Schema.Struct({})),
  forget(Schema.Never),
  forget(Schema.Int),
  forget(Schema.NonEmptyString),
  forget(Schema.NumberFromString),
  forget(Schema.Date),
  forget(Schema.Set(Schema.String)),
  forget(Short),
  forget(Schema.TemplateLiteral("a", Schema.Number)),
  forget(Schema.Enums({ None: "none", Two: 2 })),
  forget(Id.annotations({ description: "an id with a node of its own" })),
  forget(Schema.String.annotations({ decodingFallback: () => Either.right("fallback") }))
)

const plainNames = ["id", "type", "name", "data", "a", "b"]

// Discriminating literals under inherited names make Schema itself throw.
const isDiscriminator = (schema: AnySchema): boolean => AST.isLiteral(AST.encodedAST(schema.ast))

/** A field as the models write them, and in the other ways Schema has. */
const field = (schemas: Schemas): FC.Arbitrary<Field> =>
  FC.tuple(schemas, FC.nat({ max: 6 })).map(([schema, kind]) => {
    switch (kind) {
      case 0:
        return nullish(schema)
      case 1:
        return Schema.optional(schema)
      case 2:
        return Schema.optionalWith(schema, { exact: true })
      case 3:
        return Schema.NullOr(schema)
      case 4:
        return Schema.UndefinedOr(schema)
      default:
        return schema
    }
  })

const defaulted: FC.Arbitrary<Field> = FC.constantFrom(
  Schema.optionalWith(Schema.String, { default: () => "none" }),
  Schema.optionalWith(Schema.NumberFromString, { default: () => 0, nullable: true }),
  Schema.optionalWith(Schema.Array(Id), { default: () => [] })
)

const fields = (schemas: Schemas, others: FC.Arbitrary<Field>): FC.Arbitrary<Record<string, Field>> => {
  const named = FC.tuple(FC.constantFrom(...plainNames), others)
  const inherited = FC.tuple(
    FC.constantFrom(...inheritedKeys),
    field(schemas.filter((schema) => !isDiscriminator(schema)))
  )
  return FC.array(FC.oneof({ weight: 4, arbitrary: named }, { weight: 1, arbitrary: inherited }), {
    minLength: 1,
    maxLength: 4
  }).map((entries) => Object.fromEntries(entries))
}

const struct = (schemas: Schemas): Schemas =>
  fields(schemas, field(schemas)).map((fields) => forget(Schema.Struct(fields)))

const openStruct = (schemas: Schemas): Schemas =>
  fields(schemas, field(schemas)).map((fields) =>
    forget(Schema.Struct(fields, Schema.Record({ key: Schema.String, value: Schema.Unknown })))
  )

const tagged = (schemas: Schemas, tag: string): Schemas =>
  fields(schemas, field(schemas)).map((fields) => forget(Schema.Struct({ ...fields, type: Schema.Literal(tag) })))

const record = (schemas: Schemas): Schemas =>
  schemas.map((value) => forget(Schema.Record({ key: Schema.String, value })))

const array = (schemas: Schemas): Schemas => schemas.map((item) => forget(Schema.Array(item)))

const optionalComposite = (schemas: Schemas): Schemas =>
  FC.tuple(schemas, FC.nat({ max: 3 })).map(([schema, kind]) =>
    forget(
      kind === 0 ?
        Schema.NullOr(schema) :
        kind === 1 ?
        Schema.NullishOr(schema) :
        kind === 2 ?
        Schema.Union(Schema.String, schema, Schema.Number) :
        Schema.Union(schema, Id)
    )
  )

/** A tree whose nodes have the struct's fields and a way to further nodes. */
const recursive = (schemas: Schemas): Schemas =>
  FC.tuple(fields(schemas, field(schemas)), FC.nat({ max: 2 })).map(([fields, kind]) => {
    const tree: AnySchema = Schema.suspend(() => {
      const children = kind === 0 ? Schema.NullOr(tree) : kind === 1 ? Schema.Array(tree) : nullish(tree)
      return forget(Schema.Struct({ ...fields, data: children }))
    })
    return tree
  })

const lazy = (schemas: Schemas): Schemas => schemas.map((schema) => forget(Schema.suspend(() => schema)))

const knownComposites = (schemas: Schemas): ReadonlyArray<FC.WeightedArbitrary<AnySchema>> => [
  { weight: 4, arbitrary: struct(schemas) },
  { weight: 1, arbitrary: openStruct(schemas) },
  { weight: 2, arbitrary: record(schemas) },
  { weight: 2, arbitrary: array(schemas) },
  { weight: 2, arbitrary: recursive(schemas) },
  { weight: 1, arbitrary: lazy(schemas) }
]

const foreignComposites = (schemas: Schemas): ReadonlyArray<FC.WeightedArbitrary<AnySchema>> => [
  {
    weight: 1,
    arbitrary: FC.tuple(schemas, schemas).map(([a, b]) => forget(Schema.Tuple(a, Schema.optionalElement(b))))
  },
  { weight: 1, arbitrary: schemas.map((item) => forget(Schema.NonEmptyArray(item))) },
  { weight: 1, arbitrary: schemas.map((item) => forget(Schema.Array(item).pipe(Schema.maxItems(2)))) },
  { weight: 1, arbitrary: FC.tuple(schemas, schemas).map(([a, b]) => forget(Schema.Union(a, b))) },
  { weight: 1, arbitrary: FC.tuple(struct(schemas), struct(schemas)).map(([a, b]) => forget(Schema.Union(a, b))) },
  {
    weight: 2,
    arbitrary: FC.tuple(tagged(schemas, "a"), tagged(schemas, "b"), schemas).map(([a, b, other]) =>
      forget(Schema.Union(a, b, other))
    )
  },
  {
    weight: 1,
    arbitrary: schemas.map((value) => forget(Schema.Record({ key: Schema.String.pipe(Schema.minLength(2)), value })))
  },
  {
    weight: 1,
    arbitrary: schemas.map((value) =>
      forget(Schema.Struct({ a: Schema.Unknown }, Schema.Record({ key: Schema.String, value })))
    )
  },
  {
    weight: 1,
    arbitrary: fields(schemas, FC.oneof(defaulted, field(schemas))).map((fields) => forget(Schema.Struct(fields)))
  },
  {
    weight: 1,
    arbitrary: struct(schemas).map((schema) =>
      forget(schema.pipe(Schema.filter((value) => typeof value === "object" && !(value !== null && "b" in value))))
    )
  },
  {
    weight: 1,
    arbitrary: FC.tuple(struct(schemas), FC.constantFrom({ exact: true }, { onExcessProperty: "error" } as const)).map(
      ([schema, parseOptions]) => forget(schema.annotations({ parseOptions }))
    )
  }
]

const schemasOf = (
  leaves: Schemas,
  composites: (schemas: Schemas) => ReadonlyArray<FC.WeightedArbitrary<AnySchema>>,
  depth: number
): Schemas => {
  if (depth === 0) return leaves
  const inner = schemasOf(leaves, composites, depth - 1)
  const others = composites(inner)
  return FC.oneof(
    { weight: 3, arbitrary: leaves },
    { weight: 3, arbitrary: optionalComposite(FC.oneof(...others)) },
    ...others
  )
}

/** Schemas of the nodes our models use: the decoder compiles all of these. */
export const knownSchemas: Schemas = schemasOf(knownLeaves, knownComposites, 3)

/** Schemas of any nodes. */
export const schemas: Schemas = schemasOf(
  FC.oneof(knownLeaves, foreignLeaves),
  (inner) => [...knownComposites(inner), ...foreignComposites(inner)],
  3
)
