/**
 * Asks for a doc comment on each module and on each export: a summary, `@since` and `@category`.
 *
 * A schema has the name of its interface, whose summary serves both: `export const Tag: Schema.Schema<Tag>`. Exports
 * that are marked `@internal` need none.
 */
const messages = {
  module: "Begin the module with a doc comment: a summary and `@since`.",
  comment: "Write a doc comment for `{{name}}`: a summary, `@since` and `@category`.",
  summary: "Begin the doc comment of `{{name}}` with a sentence that says what it does.",
  tag: "The doc comment of `{{name}}` lacks `{{tag}}`."
}

const isDoc = ({ type, value }) => type === "Block" && value.startsWith("*")

const hasTag = (comment, tag) => new RegExp(`^[\\s*]*${tag}\\b`, "m").test(comment)

const hasSummary = (comment) => /^[\s*]*[^\s*@]/.test(comment)

const namesOf = (declaration) =>
  declaration.type === "VariableDeclaration" ? declaration.declarations.map(({ id }) => id.name) : [declaration.id.name]

/** The exports of a statement: their names, and the nodes that the doc comment may stand before. */
const exportsOf = (statement) => {
  // An export of another module is documented there.
  if (statement.type !== "ExportNamedDeclaration" || statement.source !== null) return []
  const { declaration, specifiers } = statement
  if (declaration !== null) {
    return namesOf(declaration).map((name) => ({
      name,
      nodes: [statement],
      isValue: !declaration.type.startsWith("TS")
    }))
  }
  return specifiers.map((specifier) => ({
    name: specifier.exported.name,
    nodes: specifier === specifiers[0] ? [specifier, statement] : [specifier],
    isValue: true
  }))
}

export const documented = {
  meta: {
    type: "suggestion",
    docs: { description: "Require a doc comment on each module and on each export" },
    schema: [],
    messages
  },
  create: (context) => {
    const [first] = context.sourceCode.getAllComments()
    const docOf = (node) =>
      context.sourceCode.getCommentsBefore(node).findLast((comment) => isDoc(comment) && comment !== first)?.value

    return {
      Program(program) {
        const isFirst = first !== undefined && isDoc(first) && context.sourceCode.getTokenBefore(first) === null
        if (!isFirst || !hasSummary(first.value) || !hasTag(first.value, "@since")) {
          context.report({ loc: { line: 1, column: 0 }, messageId: "module" })
        }

        const found = program.body.flatMap(exportsOf).map(({ isValue, name, nodes }) => ({
          isValue,
          name,
          node: nodes[0],
          comment: nodes.map(docOf).find((comment) => comment !== undefined)
        }))
        const summaries = new Set(
          found.filter(({ comment }) => comment !== undefined && hasSummary(comment)).map(({ name }) => name)
        )
        const seen = new Set()
        for (const { comment, isValue, name, node } of found) {
          // The first of several overloads has the comment.
          const key = `${name} ${isValue}`
          if (seen.has(key)) continue
          seen.add(key)
          if (comment === undefined) context.report({ node, messageId: "comment", data: { name } })
          else if (!hasTag(comment, "@internal")) {
            if (!hasSummary(comment) && !(isValue && summaries.has(name))) {
              context.report({ node, messageId: "summary", data: { name } })
            }
            for (const tag of ["@since", "@category"].filter((tag) => !hasTag(comment, tag))) {
              context.report({ node, messageId: "tag", data: { name, tag } })
            }
          }
        }
      }
    }
  }
}
