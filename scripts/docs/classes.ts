/**
 * Shows the fields of an error class as its own: it extends an expression, `Schema.TaggedError<NotFound>()(…)`, which
 * would be printed beside each of them.
 */
import { type ProjectReflection, ReflectionKind } from "typedoc"

export const showFields = (project: ProjectReflection): void => {
  for (const errorClass of project.getReflectionsByKind(ReflectionKind.Class)) {
    if (!errorClass.isDeclaration()) continue
    delete errorClass.typeHierarchy
    delete errorClass.extendedTypes
    for (const field of errorClass.children ?? []) {
      delete field.defaultValue
      delete field.inheritedFrom
      delete field.overwrites
      for (const signature of field.signatures ?? []) {
        delete signature.inheritedFrom
        delete signature.overwrites
      }
    }
  }
}
