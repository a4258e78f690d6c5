/**
 * The compiler as an editor runs it: the project's own options over modules that exist only in memory. Whatever a test
 * says of types is then asserted while it runs, not only when somebody calls `tsc`.
 */
import { join, relative } from "node:path"
import ts from "typescript"

export const repository: string = join(import.meta.dirname, "..", "..")

/** Modules by their path from the root of the repository. */
export type Modules = Readonly<Record<string, string>>

export interface Problem {
  readonly path: string
  /** Counted from 1. */
  readonly line: number
  /** `TS2345: Argument of type …`, further lines where the compiler goes into detail. */
  readonly text: string
}

export interface Compiler {
  /** What the compiler refuses in these modules. */
  readonly check: (modules: Modules) => ReadonlyArray<Problem>
  /** What an editor shows over the last name of the first `expression` in the code, without the documentation. */
  readonly hover: (code: string, expression: string) => string
  /** The files of the library. */
  readonly sources: () => ReadonlyArray<string>
  /** The declarations of one of them, as the build would write them. */
  readonly declarations: (path: string) => string
  /** What is `any` in one of them: where a type is written that is, or the declarations have one that was inferred. */
  readonly anys: (path: string) => ReadonlyArray<string>
  /** The values one of them exports, and where each is declared. */
  readonly values: (path: string) => ReadonlyArray<{ readonly name: string; readonly declaredIn: string }>
}

/**
 * The type a hover shows. Three things are taken away, since they depend on the imports of the reader's own file and
 * not on ours: what the hover says before the type (`const find: `), what it adds behind it (`export delete`), and
 * qualifiers, that is a name and a dot before another name. `Effect.Effect<Contacts.Contact>` is the one reader's
 * `Effect<Contact>`, and a namespace import from a deep path qualifies fewer names than the barrel does.
 */
export const typeIn = (hover: string): string =>
  hover
    .replace(/^(\(\w+\) )?(\w+ )?[\w.]+: /, "")
    .replace(/\n(export|import) [^]*$/, "")
    .replace(/\b[A-Za-z_$][\w$]*\.(?=[A-Za-z_$])/g, "")

const optionsOf = (root: string): ts.CompilerOptions => {
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile)
  return {
    ...ts.parseJsonConfigFileContent(config, ts.sys, root).options,
    // A snippet shows one thing: what else it names need not be used. And each is a module, also without an export.
    noUnusedLocals: false,
    noUnusedParameters: false,
    moduleDetection: ts.ModuleDetectionKind.Force
  }
}

/** Loading Effect's types takes a second or two: make one for a test file, and ask it again. */
export const makeCompiler = (): Compiler => {
  const options = optionsOf(repository)
  const sources = ts.sys.readDirectory(join(repository, "src"), [".ts"])
  let version = 0
  let files: ReadonlyMap<string, string> = new Map()

  const read = (path: string): string | undefined => files.get(path) ?? ts.sys.readFile(path)
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getCurrentDirectory: () => repository,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    getScriptFileNames: () => [...sources, ...files.keys()],
    // What is on the disk does not change while a test runs.
    getScriptVersion: (path) => files.has(path) ? `${version}` : "disk",
    getScriptSnapshot: (path) => {
      const text = read(path)
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text)
    },
    fileExists: (path) => files.has(path) || ts.sys.fileExists(path),
    readFile: read,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    ...(ts.sys.realpath === undefined ? {} : { realpath: ts.sys.realpath })
  })

  const load = (modules: Modules): ReadonlyArray<string> => {
    const next = new Map(Object.entries(modules).map(([path, code]) => [join(repository, path), code]))
    const isLoaded = next.size === files.size && [...next].every(([path, code]) => files.get(path) === code)
    if (!isLoaded) {
      files = next
      version++
    }
    return [...next.keys()]
  }

  const program = (): ts.Program => {
    const program = service.getProgram()
    if (program === undefined) throw new Error("the language service has no program")
    return program
  }

  const problem = ({ code, file, messageText, start = 0 }: ts.Diagnostic): Problem => ({
    path: file === undefined ? "" : relative(repository, file.fileName),
    line: file === undefined ? 0 : file.getLineAndCharacterOfPosition(start).line + 1,
    text: `TS${code}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`
  })

  const sourceFile = (path: string): ts.SourceFile => {
    const file = program().getSourceFile(join(repository, path))
    if (file === undefined) throw new Error(`${path} is no module of the library`)
    return file
  }

  const declarations = (path: string): string => {
    // Forced: the project itself does not emit.
    const [output] = service.getEmitOutput(join(repository, path), true, true).outputFiles
    if (output === undefined) throw new Error(`${path} has no declarations`)
    return output.text
  }

  return {
    check: (modules) => {
      const paths = load(modules)
      return [
        ...service.getCompilerOptionsDiagnostics(),
        ...paths.flatMap((path) => [...service.getSyntacticDiagnostics(path), ...service.getSemanticDiagnostics(path)])
      ].map(problem)
    },
    hover: (code, expression) => {
      const [path = ""] = load({ "docs/hover.ts": code })
      // Not in the longer name that begins the same.
      const start = code.search(new RegExp(`${expression.replaceAll(/[^\w\s]/g, "\\$&")}(?!\\w)`))
      const info = start === -1 ? undefined : service.getQuickInfoAtPosition(path, start + expression.length - 1)
      if (info === undefined) throw new Error(`nothing to see over ${expression}`)
      return ts.displayPartsToString(info.displayParts)
    },
    sources: () => sources.map((path) => relative(repository, path)),
    declarations,
    anys: (path) => {
      const checker = program().getTypeChecker()
      // Also one that the compiler could not find.
      const isAny = (node: ts.Node): boolean =>
        (ts.isTypeReferenceNode(node) || ts.isIndexedAccessTypeNode(node) || ts.isTypeQueryNode(node)) &&
        !ts.isConstTypeReference(node) && (checker.getTypeFromTypeNode(node).flags & ts.TypeFlags.Any) !== 0
      const isKeyword = ({ kind }: ts.Node): boolean => kind === ts.SyntaxKind.AnyKeyword
      const emitted = ts.createSourceFile(path, declarations(path), ts.ScriptTarget.ESNext, true)
      return [...nodesIn(sourceFile(path)).filter(isAny), ...nodesIn(emitted).filter(isKeyword)].map(({ parent }) =>
        `${path}: ${parent.getText()}`
      )
    },
    values: (path) => {
      const checker = program().getTypeChecker()
      const module = checker.getSymbolAtLocation(sourceFile(path))
      if (module === undefined) throw new Error(`${path} exports nothing`)
      return checker.getExportsOfModule(module).flatMap((symbol) => {
        const origin = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
        const [declaration] = origin.declarations ?? []
        return origin.flags & ts.SymbolFlags.Value && declaration !== undefined ?
          [{ name: symbol.name, declaredIn: relative(repository, declaration.getSourceFile().fileName) }] :
          []
      })
    }
  }
}

const nodesIn = (node: ts.Node): ReadonlyArray<ts.Node> => {
  const nodes = [node]
  // Grows while it is walked.
  for (const parent of nodes) ts.forEachChild(parent, (child) => void nodes.push(child))
  return nodes
}
