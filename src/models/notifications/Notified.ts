/**
 * The objects of the API, as notifications contain them.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import * as AST from "effect/SchemaAST"
import { type Nullish, nullish, otherForms } from "../../internal/fields.js"

/**
 * An object of the API, as a notification contains it. For times in Unix seconds (`created_at`, `waiting_since`,
 * `snoozed_until`), a notification can contain ISO 8601 strings. Use `Timestamp.toSeconds` or `Timestamp.toDateTime` to
 * read both.
 *
 * @since 1.0.0
 * @category models
 */
export type Notified<A> = {
  readonly [Key in keyof A]: Key extends TimeKey ? OrText<A[Key]> : NotifiedValue<A[Key]>
}

type NotifiedValue<A> = A extends string | number | boolean | null | undefined ? A :
  A extends ReadonlyArray<infer Item> ? ReadonlyArray<NotifiedValue<Item>> :
  A extends object ? Notified<A> :
  A

type TimeKey = `${string}_at` | `${string}_since` | `${string}_until`

type OrText<A> = number extends A ? A | string : A

/** @internal */
export const notified = <A>(schema: Schema.Schema<A>): Schema.Schema<Notified<A>> => Schema.make(loosen(schema.ast))

/** @internal */
export const nullishTime: Nullish<number | string> = nullish(Schema.Union(Schema.Number, Schema.String))

// Applies to nested objects, too: the statistics of a conversation have strings, its parts have numbers.
const loosen = (ast: AST.AST): AST.AST => {
  switch (ast._tag) {
    case "Suspend":
      return new AST.Suspend(() => loosen(ast.f()), ast.annotations)
    case "Union":
      return AST.Union.make(ast.types.map(loosen), ast.annotations)
    case "TupleType": {
      const rest = ast.rest.map(({ annotations, type }) => new AST.Type(loosen(type), annotations))
      return new AST.TupleType(ast.elements, rest, ast.isReadonly, ast.annotations)
    }
    case "TypeLiteral":
      return new AST.TypeLiteral(
        ast.propertySignatures.map(loosenProperty),
        ast.indexSignatures.map(({ isReadonly, parameter, type }) =>
          new AST.IndexSignature(parameter, loosen(type), isReadonly)
        ),
        ast.annotations
      )
    default:
      return ast
  }
}

const loosenProperty = (
  { annotations, isOptional, isReadonly, name, type }: AST.PropertySignature
): AST.PropertySignature => {
  const isTime = /_(at|since|until)$/.test(String(name))
  return new AST.PropertySignature(name, isTime ? orText(type) : loosen(type), isOptional, isReadonly, annotations)
}

// The text stays as it is.
const orText = (ast: AST.AST): AST.AST =>
  AST.Union.make(
    (ast._tag === "Union" ? ast.types : [ast]).flatMap((type) =>
      otherForms.get(type)?.schema === AST.numberKeyword ? [AST.numberKeyword, AST.stringKeyword] : [type]
    )
  )
