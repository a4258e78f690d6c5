/**
 * Reads the doc comments that TypeDoc does not find: the first one of a module, and that of `export { delete_ as delete }`.
 */
import { readFileSync } from "node:fs"
import {
  type Application,
  Comment,
  CommentTag,
  MinimalSourceFile,
  type NormalizedPath,
  type ProjectReflection,
  type Reflection
} from "typedoc"

const moduleComment = /^\/\*\*[^]*?\*\//

const specifierComment = (name: string): RegExp => new RegExp(`/\\*\\*(?:(?!\\*/)[^])*\\*/(?=\\s+\\w+ as ${name}\\b)`)

/** Gives their comments to the modules and to the exports that a specifier renames. */
export const readComments = (app: Application, project: ProjectReflection): void => {
  const parse = (comment: string, fileName: NormalizedPath): Comment => {
    const text = comment.replace(/^\/\*\*|\*\/$/g, "").replaceAll(/^[ \t]*\* ?/gm, "")
    const [body = "", ...tags] = text.split(/^(?=@(?:since|category) )/m)
    const { content } = app.converter.parseRawComment(
      new MinimalSourceFile(body.trim(), fileName),
      project.files
    )
    const blocks = tags.map((tag) => {
      const [name = "@since", ...words] = tag.trim().split(" ")
      return new CommentTag(name === "@category" ? name : "@since", [{ kind: "text", text: words.join(" ") }])
    })
    return new Comment(content, blocks)
  }

  const read = (reflection: Reflection, pattern: RegExp): void => {
    const fileName = project.getSymbolIdFromReflection(reflection)?.fileName
    if (fileName === undefined) return
    const [comment] = pattern.exec(readFileSync(fileName, "utf8")) ?? []
    if (comment !== undefined) reflection.comment = parse(comment, fileName)
  }

  for (const module of project.children ?? []) {
    read(module, moduleComment)
    for (const child of module.children ?? []) {
      if (child.comment === undefined && !child.isReference()) read(child, specifierComment(child.name))
    }
  }
}
