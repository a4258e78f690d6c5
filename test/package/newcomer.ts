/**
 * What a newcomer does with the pages: installs what they name, saves the programs they show, compiles them and runs
 * them. Nothing here comes from this repository but the tarball and the pages.
 */
import type * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { execFile, spawn } from "node:child_process"
import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import ts from "typescript"
import { type Running, runningOf } from "../bin/command.js"
import { type Block, fencesOfPage, read } from "../docs/blocks.js"
import { type Ended, execute } from "../docs/execute.js"
import { importsIn, repository } from "./install.js"

/** The first block of a page in a language that has a text. */
export const blockOf = (page: string, language: string, text: string): Block => {
  const block = fencesOfPage(page, read(page)).find((each) => each.language === language && each.code.includes(text))
  if (block === undefined) throw new Error(`${page} has no block of ${language} with ${text}`)
  return block
}

/** The packages that a page tells to install, as it writes them: `effect@3`. */
export const installedBy = (page: string): ReadonlyArray<string> =>
  Array.from(read(page).matchAll(/\bnpm install ((?:[^\n`#\\]|\\\n)*)/g), ([, line = ""]) => line.split(/[\s\\]+/))
    .flat()
    .filter((word) => /^@?[a-z]/.test(word))

/** Without its version. */
export const nameOf = (specifier: string): string => specifier.replace(/(?<=.)@.*$/, "")

/** The packages that a program imports. */
export const packagesOf = ({ code, file }: Block): ReadonlyArray<string> => [
  ...new Set(
    importsIn(file, code)
      .filter((specifier) => !/^(node:|\.)/.test(specifier))
      .map((specifier) => specifier.split("/").slice(0, specifier.startsWith("@") ? 2 : 1).join("/"))
  )
]

/** Why the registry of npm cannot be reached, such as `ENOTFOUND`, or `undefined` if it can. */
export const registryTrouble = (): Promise<string | undefined> =>
  new Promise((resolve) => {
    const options = ["--fetch-retries", "1", "--fetch-retry-mintimeout", "1000", "--fetch-timeout", "20000"]
    execFile("npm", ["view", "effect", "version", ...options], (_error, _stdout, stderr) => {
      resolve(unreachable.exec(stderr)?.[0])
    })
  })

const unreachable =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|E50[0234])\b/

/** Runs a script of a page in a folder, where `npm install` takes the tarball for the package. */
export const runScript = (folder: string, script: string, tarball: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const local = script.replaceAll(
      /\bnpm install .*/g,
      (line) => line.replace(/(?<=\s)effect-intercom(?=\s|$)/, tarball)
    )
    const env = { ...process.env, npm_config_audit: "false", npm_config_fund: "false" }
    execFile("sh", ["-e", "-c", local], { cwd: folder, env }, (error, stdout, stderr) => {
      if (error === null) resolve()
      else reject(new Error(`${script.trim()}\n${stdout}${stderr}`))
    })
  })

export interface Manifest {
  readonly version?: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>
}

/** The `package.json` of a folder. */
export const manifestOf = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, "package.json"), "utf8"))

/** The packages that the library in a folder cannot do without and that the folder itself does not name. */
export const missingPeersOf = (folder: string): ReadonlyArray<string> => {
  const { peerDependencies = {}, peerDependenciesMeta = {} } = manifestOf(join(folder, "node_modules/effect-intercom"))
  const { dependencies = {} } = manifestOf(folder)
  return Object.keys(peerDependencies).filter((name) =>
    peerDependenciesMeta[name]?.optional !== true && !(name in dependencies)
  )
}

const moduleOf = ({ file, line }: Block): string => `${file.replaceAll(/\W/g, "-")}-${line}`

export const sourceOf = (block: Block): string => `${moduleOf(block)}.ts`

/** Saves blocks in a folder, each on the lines it has on its page. */
export const save = (folder: string, blocks: ReadonlyArray<Block>): void => {
  for (const block of blocks) writeFileSync(join(folder, sourceOf(block)), block.code)
}

/**
 * Compiles the blocks of a folder into the folder `js` in it, by the TypeScript of another folder, or of the same.
 * Gives what the compiler refuses, as `README.md(12,1): error TS2345: …`.
 */
export const compile = (
  folder: string,
  typescript: string,
  blocks: ReadonlyArray<Block>,
  options: ReadonlyArray<string>
): Promise<string> =>
  new Promise((resolve) => {
    const tsc = join(typescript, "node_modules", ".bin", "tsc")
    execFile(tsc, [...options, "--pretty", "false", "--outDir", "js"], { cwd: folder }, (error, stdout, stderr) => {
      const named = blocks.reduce((text, block) => text.replaceAll(sourceOf(block), block.file), stdout)
      resolve(error === null ? "" : `${error.message}\n${named}${stderr}`)
    })
  })

/** Saves what keeps a program on this machine, as a module that Node loads without a compiler. Gives its URL. */
export const saveGuard = (folder: string): string => {
  const source = readFileSync(join(repository, "test/docs/loopbackOnly.ts"), "utf8")
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 }
  const path = join(folder, "loopbackOnly.mjs")
  writeFileSync(path, ts.transpileModule(source, { compilerOptions }).outputText)
  return pathToFileURL(path).href
}

export interface Place {
  readonly folder: string
  readonly guard: string
  /** Where Intercom is for the programs. */
  readonly url: string
}

// A busy machine takes its time.
const timeLimit = 120_000

/** Runs a program as it was compiled. */
export const runCompiled = (block: Block, { folder, guard, url }: Place): Promise<Ended> =>
  execute([join("js", `${moduleOf(block)}.js`)], { directory: folder, url, imports: [guard], timeLimit })

/** Runs a program, given by its path and its arguments, by the tsx of the folder, as `npx tsx` does. */
export const runSource = (program: ReadonlyArray<string>, { folder, guard, url }: Place): Promise<Ended> => {
  const tsx = pathToFileURL(createRequire(join(folder, "package.json")).resolve("tsx")).href
  return execute(program, { directory: folder, url, imports: [tsx, guard], timeLimit })
}

/**
 * The SQLite of this repository, in the line that a page names: to install it would compile it for minutes, or load it
 * from another host than the registry.
 */
export const takeSqlite = (folder: string, page: string): void => {
  const name = "@effect/sql-sqlite-node"
  const { version } = manifestOf(join(repository, "node_modules", name))
  const named = installedBy(page).find((specifier) => nameOf(specifier) === name)
  if (named === undefined || version?.startsWith(`${named.slice(name.length + 1)}.`) !== true) {
    throw new Error(`${page} tells to install ${named}, and ${version} is here`)
  }
  // A copy takes effect from the folder, a link would take it from here.
  cpSync(join(repository, "node_modules", name), join(folder, "node_modules", name), { recursive: true })
  symlinkSync(join(repository, "node_modules/better-sqlite3"), join(folder, "node_modules/better-sqlite3"), "junction")
}

/** Starts the command of the package, and ends it when the scope closes. */
export const startCommand = (
  folder: string,
  args: ReadonlyArray<string>
): Effect.Effect<Running, never, Scope.Scope> =>
  runningOf(() => spawn(join(folder, "node_modules", ".bin", "effect-intercom"), args))
