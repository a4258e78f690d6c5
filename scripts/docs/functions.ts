/**
 * Shows constants of a function type as functions: `Contacts.find` is a `const` with a type annotation.
 */
import { type DeclarationReflection, type ProjectReflection, ReflectionFlag, ReflectionKind } from "typedoc"

const toFunction = (constant: DeclarationReflection): void => {
  const type = constant.type?.type === "reflection" ? constant.type.declaration : undefined
  if (type?.signatures === undefined) return
  constant.kind = ReflectionKind.Function
  constant.signatures = type.signatures
  for (const signature of type.signatures) {
    signature.name = constant.name
    signature.parent = constant
    if (constant.comment !== undefined) signature.comment ??= constant.comment.clone()
  }
  delete constant.comment
  delete constant.type
  delete constant.defaultValue
  constant.setFlag(ReflectionFlag.Const, false)
  delete type.signatures
  constant.project.removeReflection(type)
}

export const showFunctions = (project: ProjectReflection): void => {
  for (const constant of project.getReflectionsByKind(ReflectionKind.Variable)) {
    if (constant.isDeclaration()) toFunction(constant)
  }
}
