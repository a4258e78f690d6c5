import type * as Schema from "effect/Schema"
import * as SchemaAST from "effect/SchemaAST"

/** A JSON object in a request or a response. */
export interface JsonObject extends Readonly<Record<string, unknown>> {}

interface Nulls extends Readonly<Record<string, null>> {}

/** `null` for each optional field of a model. Models accept `null` for all of them. */
export const nulls = ({ ast }: Schema.Schema.AnyNoContext): Nulls => {
  const known = nullsOf.get(ast)
  if (known !== undefined) return known
  const fields = SchemaAST.getPropertySignatures(ast).flatMap(({ isOptional, name }) =>
    isOptional ? [[name, null]] : []
  )
  const made: Nulls = Object.fromEntries(fields)
  nullsOf.set(ast, made)
  return made
}

// Reading the fields of a model costs more than everything else that a new contact needs.
const nullsOf = new WeakMap<SchemaAST.AST, Nulls>()
