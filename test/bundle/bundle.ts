/**
 * Builds the programs in `programs/` the way an application would, against the built package, and tells what is inside.
 */
import { nodeResolve } from "@rollup/plugin-node-resolve"
import * as esbuild from "esbuild"
import { existsSync, readdirSync } from "node:fs"
import { isAbsolute, join, relative, sep } from "node:path"
import { gzipSync } from "node:zlib"
import { type Plugin, rollup } from "rollup"
import { isHidden } from "./hidden.js"

export type Bundler = "esbuild" | "rollup"

export const bundlers: ReadonlyArray<Bundler> = ["esbuild", "rollup"]

export interface Bundle {
  readonly code: string
  /** Bytes, minified. */
  readonly minified: number
  /** Bytes, minified and compressed with `gzip -9`. */
  readonly gzip: number
  /** The modules with code in the bundle: `dist/api/Contacts.js`, `effect/dist/esm/Effect.js`. */
  readonly modules: ReadonlyArray<string>
}

export interface Options {
  /** Bundle as if our package.json had no `sideEffects`. */
  readonly ignoreSideEffects?: boolean | undefined
}

const root = join(import.meta.dirname, "..", "..")
const directory = import.meta.dirname

/** The programs in `programs/` that begin with the baseline. */
export type Program =
  | "baseline"
  | "everything"
  | "find"
  | "findAndArchive"
  | "findAndCreate"
  | "findAndList"
  | "findAndStream"
  | "findAndUpdate"
  | "findByBarrel"
  | "plainBaseline"
  | "plainFind"

/** Bundles a program once, however often it is asked for. */
export const bundleProgram = (bundler: Bundler, program: Program): Promise<Bundle> => {
  const key = `${bundler} ${program}`
  const made = bundles.get(key) ?? readProgram(program).then((code) => bundle(bundler, code))
  bundles.set(key, made)
  return made
}

const bundles = new Map<string, Promise<Bundle>>()

/** The program with one endpoint of another module than `Contacts` in it. */
export const bundleEndpoint = async (bundler: Bundler, module: string, endpoint: string): Promise<Bundle> => {
  const code = await readProgram("find")
  return bundle(bundler, code.replaceAll("Contacts", module).replace(`${module}.find(`, `${module}.${endpoint}(`))
}

/** Bundles the text of a program. Both bundlers get the same JavaScript. */
export const bundle = async (bundler: Bundler, code: string, options: Options = {}): Promise<Bundle> => {
  if (!existsSync(join(root, "dist", "index.js"))) {
    throw new Error("dist/ is missing, and bundles are made of it: run `npm run build` first")
  }
  const made = await (bundler === "esbuild" ? withEsbuild(code, options) : withRollup(code, options))
  return {
    code: made.code,
    minified: Buffer.byteLength(made.code),
    gzip: gzipSync(made.code, { level: 9 }).length,
    modules: made.modules
  }
}

/** Every public module, as one imports it. */
export const publicModules = (): ReadonlyArray<string> => {
  const files = readdirSync(join(root, "dist"), { encoding: "utf8", recursive: true })
  return files
    .map((file) => file.replaceAll(sep, "/"))
    .filter((file) => file.endsWith(".js") && file !== "index.js" && !isHidden(file))
    .map((file) => `effect-intercom/${file.slice(0, -3)}`)
    .sort()
}

type Made = Pick<Bundle, "code" | "modules">

// The paths in tsconfig.json would lead to src/.
const tsconfigRaw = {}

/** A program as one module of JavaScript that still imports its packages. */
const readProgram = async (program: Program): Promise<string> =>
  text(
    await esbuild.build({
      entryPoints: [join(directory, "programs", `${program}.ts`)],
      bundle: true,
      packages: "external",
      format: "esm",
      write: false,
      tsconfigRaw
    })
  )

const withEsbuild = async (code: string, { ignoreSideEffects = false }: Options): Promise<Made> => {
  const result = await esbuild.build({
    absWorkingDir: root,
    stdin: { contents: code, resolveDir: directory },
    bundle: true,
    minify: true,
    format: "esm",
    legalComments: "none",
    // It warns of every import that `sideEffects` lets it leave out.
    logLevel: "error",
    metafile: true,
    write: false,
    plugins: ignoreSideEffects ? [esbuildSideEffects] : [],
    tsconfigRaw
  })
  const modules = Object.values(result.metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path)
  )
  return { code: text(result), modules: modules.filter((path) => path !== "<stdin>").map(moduleName) }
}

const withRollup = async (code: string, { ignoreSideEffects = false }: Options): Promise<Made> => {
  const build = await rollup({
    input: entry,
    plugins: [entryOf(code), rollupSideEffects(ignoreSideEffects), nodeResolve()],
    onLog: (_, { code = "", message }) => {
      if (!harmless.includes(code)) throw new Error(message)
    }
  })
  const { output: [chunk] } = await build.generate({ format: "esm" })
  const { code: minified } = await esbuild.transform(chunk.code, { format: "esm", legalComments: "none", minify: true })
  const modules = Object.entries(chunk.modules).filter(([, { renderedLength }]) => renderedLength > 0)
  return { code: minified, modules: modules.map(([id]) => id).filter((id) => id !== entry).map(moduleName) }
}

// fast-check's `this`, in modules that do not stay; and what is left of a program that only imports.
const harmless: ReadonlyArray<string> = ["EMPTY_BUNDLE", "THIS_IS_UNDEFINED"]

const entry = join(directory, "entry.js")

const entryOf = (code: string): Plugin => ({
  name: "entry",
  resolveId: (id) => id === entry ? id : null,
  load: (id) => id === entry ? code : null
})

const isOurs = (path: string): boolean => path.startsWith(join(root, "dist") + sep)

const esbuildSideEffects: esbuild.Plugin = {
  name: "side-effects",
  setup: ({ onResolve, resolve }) => {
    onResolve({ filter: /^(\.|effect-intercom)/ }, async ({ kind, path, pluginData, resolveDir }) => {
      if (pluginData === resolving) return null
      const resolved = await resolve(path, { kind, pluginData: resolving, resolveDir })
      return isOurs(resolved.path) ? { path: resolved.path, sideEffects: true } : null
    })
  }
}

const resolving = Symbol("resolving")

// For a package that imports itself by name, node-resolve forgets its `sideEffects`; not so for a path.
const rollupSideEffects = (ignored: boolean): Plugin => ({
  name: "side-effects",
  async resolveId(source, importer) {
    const resolved = await this.resolve(source, importer, { skipSelf: true })
    if (resolved === null || !isOurs(resolved.id)) return resolved
    return ignored ? { ...resolved, moduleSideEffects: true } : this.resolve(resolved.id, importer, { skipSelf: true })
  }
})

const text = ({ outputFiles }: esbuild.BuildResult<{ write: false }>): string =>
  outputFiles.map((file) => file.text).join("")

const moduleName = (path: string): string =>
  (isAbsolute(path) ? relative(root, path) : path).replaceAll(sep, "/").replace(/^.*node_modules\//, "")
