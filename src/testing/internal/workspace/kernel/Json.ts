import type * as Schema from "effect/Schema"
import * as SchemaAST from "effect/SchemaAST"

/** A JSON object in a request or a response. */
export interface JsonObject extends Readonly<Record<string, unknown>> {}

/** `null` for each optional field of a model. Models accept `null` for all of them. */
export const nulls = ({ ast }: Schema.Schema.AnyNoContext): Readonly<Record<string, null>> =>
  Object.fromEntries(
    SchemaAST.getPropertySignatures(ast).flatMap(({ isOptional, name }) => isOptional ? [[name, null]] : [])
  )
