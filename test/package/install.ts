/**
 * The package as others install it: packed, unpacked into a folder of its own, and compiled against there.
 */
import { execFileSync } from "node:child_process"
import { existsSync, mkdirSync, mkdtempSync, realpathSync, renameSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import ts from "typescript"

export const repository: string = join(import.meta.dirname, "..", "..")

/** Packs the built package into a folder. Gives the path of the tarball. */
export const pack = (folder: string): string => {
  if (!existsSync(join(repository, "dist", "index.d.ts"))) {
    throw new Error("dist/ is missing, and the package is made of it: run `npm run build` first")
  }
  const args = ["pack", "--ignore-scripts", "--silent", "--pack-destination", folder]
  return join(folder, execFileSync("npm", args, { cwd: repository, encoding: "utf8" }).trim())
}

/** Packs the built package and installs it, with its peers, in a new folder. Gives the path of the folder. */
export const install = (): string => {
  // The compiler names files by their real paths, and a temporary folder may be a link.
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "effect-intercom-package-")))
  const modules = join(folder, "node_modules")
  mkdirSync(join(modules, "@effect"), { recursive: true })
  for (const peer of ["effect", "@effect/platform", "@effect/experimental"]) {
    symlinkSync(join(repository, "node_modules", peer), join(modules, peer), "junction")
  }
  execFileSync("tar", ["-xzf", pack(folder)], { cwd: folder })
  renameSync(join(folder, "package"), join(modules, "effect-intercom"))
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }))
  return folder
}

export type Resolution = "nodenext" | "bundler"

export const resolutions: ReadonlyArray<Resolution> = ["nodenext", "bundler"]

/** What a careful dependent compiles with. */
export const optionsOf = (resolution: Resolution): ts.CompilerOptions => ({
  ...(resolution === "nodenext" ?
    { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext } :
    { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler }),
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  types: [],
  strict: true,
  skipLibCheck: false,
  noEmit: true
})

/** What the compiler refuses in the files of a folder, declarations of the installed package among them. */
export const problemsIn = (folder: string, program: ts.Program): ReadonlyArray<string> =>
  [
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    // Those of Effect are checked where Effect is made.
    ...program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(folder)).flatMap((file) => [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
      ...(program.getCompilerOptions().declaration ? program.getDeclarationDiagnostics(file) : [])
    ])
  ].map(({ code, file, messageText }) =>
    `${file?.fileName.slice(folder.length + 1)}: TS${code}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`
  )

/** Writes the declarations of a module into `dist` beside it, as a library publishes them. Returns its compile errors. */
export const declare = (path: string): ReadonlyArray<string> => {
  const folder = dirname(path)
  const program = ts.createProgram([path], {
    ...optionsOf("nodenext"),
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    outDir: join(folder, "dist")
  })
  program.emit()
  return problemsIn(folder, program)
}

/** Where a file has an `any`: one that is written, or a name that the compiler takes for one. */
export const anysIn = (program: ts.Program, path: string): ReadonlyArray<string> => {
  const checker = program.getTypeChecker()
  const file = program.getSourceFile(path)
  if (file === undefined) throw new Error(`${path} is not in the program`)
  const isAny = (node: ts.Node): boolean =>
    node.kind === ts.SyntaxKind.AnyKeyword ||
    ((ts.isTypeReferenceNode(node) || ts.isImportTypeNode(node) || ts.isIndexedAccessTypeNode(node) ||
      ts.isTypeQueryNode(node)) && (checker.getTypeFromTypeNode(node).flags & ts.TypeFlags.Any) !== 0)
  const found: Array<string> = []
  const visit = (node: ts.Node): void => {
    if (isAny(node)) found.push(node.parent.getText(file))
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

/** The modules that a file of declarations imports, exports from, or names in a type, as they are written. */
export const importsIn = (path: string, code: string): ReadonlyArray<string> => {
  const found: Array<string> = []
  const visit = (node: ts.Node): void => {
    const specifier = ts.isImportDeclaration(node) || ts.isExportDeclaration(node) ?
      node.moduleSpecifier :
      ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) ?
      node.argument.literal :
      undefined
    if (specifier !== undefined && ts.isStringLiteral(specifier)) found.push(specifier.text)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(path, code, ts.ScriptTarget.ESNext))
  return found
}
