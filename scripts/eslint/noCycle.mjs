/**
 * Forbids an import that leads back to its own module, also if types alone are imported.
 *
 * `import-x/no-cycle` skips type imports. Modules that know each other's types cannot be read, moved or tested apart
 * either.
 */
import { readFileSync, statSync } from "node:fs"
import { dirname, relative, resolve } from "node:path"
import ts from "typescript"

const specifierOf = (node) => {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier
  if (ts.isImportTypeNode(node)) return node.argument.literal
  return ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
    ? node.arguments[0]
    : undefined
}

/** The modules of this project that a module names, and where it does. */
const importsIn = (path, code) => {
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.ESNext)
  const imports = []
  const visit = (node) => {
    const specifier = specifierOf(node)
    if (specifier?.text?.startsWith(".")) {
      // Sources say `./x.js` and mean `x.ts`.
      const target = resolve(dirname(path), specifier.text).replace(/\.js$/, ".ts")
      imports.push({ target, start: specifier.getStart(file), end: specifier.end })
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return imports
}

const parsed = new Map()

/** An editor lints again and again: what has changed on the disk is parsed again. */
const importsOf = (path) => {
  const time = statSync(path, { throwIfNoEntry: false })?.mtimeMs
  if (time === undefined) return []
  const known = parsed.get(path)
  if (known?.time === time) return known.imports
  const imports = importsIn(path, readFileSync(path, "utf8"))
  parsed.set(path, { time, imports })
  return imports
}

/** The shortest way along imports, both ends included. */
const findChain = (from, to, importsOf) => {
  const cameFrom = new Map([[from, undefined]])
  // Grows while it is walked.
  for (const path of cameFrom.keys()) {
    if (path === to) {
      const chain = []
      for (let step = path; step !== undefined; step = cameFrom.get(step)) chain.unshift(step)
      return chain
    }
    for (const { target } of importsOf(path)) if (!cameFrom.has(target)) cameFrom.set(target, path)
  }
}

export const noCycle = {
  meta: {
    type: "problem",
    schema: [],
    messages: { cycle: "A cycle: {{chain}}. Move what both need to a module that imports neither." }
  },
  create: ({ cwd, filename, report, sourceCode }) => ({
    Program: () => {
      const seen = new Map()
      const once = (path) => {
        const imports = seen.get(path) ?? importsOf(path)
        seen.set(path, imports)
        return imports
      }
      for (const { end, start, target } of importsIn(filename, sourceCode.text)) {
        const chain = findChain(target, filename, once)
        if (chain === undefined) continue
        report({
          loc: { start: sourceCode.getLocFromIndex(start), end: sourceCode.getLocFromIndex(end) },
          messageId: "cycle",
          data: { chain: [filename, ...chain].map((path) => relative(cwd, path).replaceAll("\\", "/")).join(" → ") }
        })
      }
    }
  })
}
