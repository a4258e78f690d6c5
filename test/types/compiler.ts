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
  /** The files of the library, all that its barrel reaches. */
  readonly sources: () => ReadonlyArray<string>
  /** The declarations of one of them, as the build would write them. */
  readonly declarations: (path: string) => string
  /** The values one of them exports, and where each is declared. */
  readonly values: (path: string) => ReadonlyArray<{ readonly name: string; readonly declaredIn: string }>
}

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
  let version = 0
  let files: ReadonlyMap<string, string> = new Map()

  const read = (path: string): string | undefined => files.get(path) ?? ts.sys.readFile(path)
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getCurrentDirectory: () => repository,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    getScriptFileNames: () => [join(repository, "src/index.ts"), ...files.keys()],
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
    sources: () =>
      program().getSourceFiles().map(({ fileName }) => relative(repository, fileName)).filter((path) =>
        path.startsWith("src/")
      ),
    declarations: (path) => {
      // Forced: the project itself does not emit.
      const [output] = service.getEmitOutput(join(repository, path), true, true).outputFiles
      if (output === undefined) throw new Error(`${path} has no declarations`)
      return output.text
    },
    values: (path) => {
      const checker = program().getTypeChecker()
      const file = program().getSourceFile(join(repository, path))
      const module = file && checker.getSymbolAtLocation(file)
      if (module === undefined) throw new Error(`${path} is no module of the library`)
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
