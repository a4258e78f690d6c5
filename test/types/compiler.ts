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

/** A field that holds one of several words. */
export interface Words {
  /** `Contact.role` */
  readonly field: string
  /** Whether it may hold other text, too: `"user" | "lead" | (string & {})`. */
  readonly isOpen: boolean
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
  /** The words that the endpoints of one of them take, and those that they give. */
  readonly words: (path: string) => { readonly taken: ReadonlyArray<Words>; readonly given: ReadonlyArray<Words> }
  /** The functions that one of them exports, and how many parameters each has. */
  readonly parameters: (path: string) => ReadonlyArray<{ readonly name: string; readonly count: number }>
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

/** The type of an endpoint that can also be passed to `Effect.forEach`: it has a signature without options. */
export const overloaded = (id: string): string => {
  const result = "Effect<Contact, IntercomError, IntercomHttp>"
  return `{\n    (${id}: string, options: ContactOptions): ${result};\n    (${id}: string): ${result};\n}`
}

const optionsOf = (root: string, changes: ts.CompilerOptions): ts.CompilerOptions => {
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile)
  return {
    ...ts.parseJsonConfigFileContent(config, ts.sys, root).options,
    // A snippet shows one thing: what else it names need not be used. And each is a module, also without an export.
    noUnusedLocals: false,
    noUnusedParameters: false,
    moduleDetection: ts.ModuleDetectionKind.Force,
    ...changes
  }
}

/** Loading Effect's types takes a second or two: make one for a test file, and ask it again. */
export const makeCompiler = (changes: ts.CompilerOptions = {}): Compiler => {
  const options = optionsOf(repository, changes)
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

  /** What a module exports, as it is declared. */
  const exportsOf = (path: string): ReadonlyArray<ts.Symbol> => {
    const checker = program().getTypeChecker()
    const module = checker.getSymbolAtLocation(sourceFile(path))
    return module === undefined ?
      [] :
      checker.getExportsOfModule(module).map((symbol) =>
        symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
      )
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
    words: (path) => {
      const checker = program().getTypeChecker()
      const endpoints = exportsOf(path).flatMap((symbol) => checker.getTypeOfSymbol(symbol).getCallSignatures()).filter(
        (signature) => /^(Effect|List|Stream)$/.test(signature.getReturnType().getSymbol()?.name ?? "")
      )
      return {
        taken: wordsIn(
          checker,
          endpoints.flatMap(({ parameters }) => parameters.map((each) => checker.getTypeOfSymbol(each)))
        ),
        // The first argument of `Effect<A, E, R>`, `Stream<A, E, R>` and `List<A, Page<A>>`.
        given: wordsIn(
          checker,
          endpoints.flatMap((signature) => argumentsOf(checker, signature.getReturnType()).slice(0, 1))
        )
      }
    },
    parameters: (path) => {
      const checker = program().getTypeChecker()
      return exportsOf(path).flatMap((symbol) => {
        const counts = checker.getTypeOfSymbol(symbol).getCallSignatures().map(({ parameters }) => parameters.length)
        return counts.length === 0 ? [] : [{ name: symbol.name, count: Math.max(...counts) }]
      })
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

const argumentsOf = (checker: ts.TypeChecker, type: ts.Type): ReadonlyArray<ts.Type> =>
  isReference(type) ? checker.getTypeArguments(type) : []

const isReference = (type: ts.Type): type is ts.TypeReference => (type.flags & ts.TypeFlags.Object) !== 0

/** The fields with words in these types, and in all that they are made of as far as the library declares it. */
const wordsIn = (checker: ts.TypeChecker, roots: ReadonlyArray<ts.Type>): ReadonlyArray<Words> => {
  const words = new Map<string, Words>()
  const types = new Set(roots)
  // Grows while it is walked.
  for (const type of types) {
    const parts = [
      ...(type.isUnionOrIntersection() ? type.types : []),
      ...argumentsOf(checker, type),
      ...checker.getIndexInfosOfType(type).map((index) => index.type)
    ]
    for (const part of parts) types.add(part)
    for (const property of type.getProperties()) {
      const [declaration] = property.declarations ?? []
      if (declaration?.getSourceFile().fileName.startsWith(join(repository, "src")) !== true) continue
      const value = checker.getTypeOfSymbol(property)
      types.add(value)
      if (!value.isUnion() || !value.types.some((each) => each.isStringLiteral())) continue
      const owner = ts.isInterfaceDeclaration(declaration.parent) ? declaration.parent.name.text : "{}"
      const field = `${owner}.${property.name}`
      words.set(field, { field, isOpen: value.types.some((each) => each.isIntersection()) })
    }
  }
  return [...words.values()]
}

const nodesIn = (node: ts.Node): ReadonlyArray<ts.Node> => {
  const nodes = [node]
  // Grows while it is walked.
  for (const parent of nodes) ts.forEachChild(parent, (child) => void nodes.push(child))
  return nodes
}
