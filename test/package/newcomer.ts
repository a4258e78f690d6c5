/**
 * What a newcomer does with the pages: installs what they name, saves the programs they show, compiles them and runs
 * them. Nothing here comes from this repository but the tarball and the pages.
 */
import { execFile } from "node:child_process"
import { readFileSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import ts from "typescript"
import { type Block, fencesOfPage } from "../docs/blocks.js"
import { type Ended, execute } from "../docs/execute.js"
import { importsIn, repository } from "./install.js"

export const read = (page: string): string => readFileSync(join(repository, page), "utf8")

/** The packages that a text tells to install, as it writes them: `effect@3`. */
export const installedBy = (text: string): ReadonlyArray<string> =>
  Array.from(text.matchAll(/\bnpm (?:install|i) ((?:[^\n`#\\]|\\\n)*)/g), ([, line = ""]) => line.split(/[\s\\]+/))
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

/** The first block of a page in a language that has a text. */
export const blockOf = (page: string, language: string, text: string): Block => {
  const block = fencesOfPage(page, read(page)).find((each) => each.language === language && each.code.includes(text))
  if (block === undefined) throw new Error(`${page} has no block of ${language} with ${text}`)
  return block
}

/** The registry does not answer: nobody can install anything. */
export class Unreachable extends Error {}

const unreachable =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|E50[0234])\b/

/** Runs a script of a page in a folder, where `npm install` takes the tarball for the package. */
export const runScript = (folder: string, script: string, tarball: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const local = script.replaceAll(
      /\bnpm install .*/g,
      (line) => line.replace(/(?<=\s)effect-intercom(?=\s|$)/, tarball)
    )
    const env = {
      ...process.env,
      npm_config_audit: "false",
      npm_config_fund: "false",
      // By default npm asks a registry that is away again after 10 seconds, and after 60.
      npm_config_fetch_retry_mintimeout: "1000",
      npm_config_fetch_retry_maxtimeout: "5000"
    }
    execFile("sh", ["-e", "-c", local], { cwd: folder, env }, (error, stdout, stderr) => {
      if (error === null) return resolve()
      const [, code] = unreachable.exec(stderr) ?? []
      reject(code === undefined ? new Error(`${script.trim()}\n${stdout}${stderr}`) : new Unreachable(code))
    })
  })

/** The names of the dependencies in the `package.json` of a folder. */
export const dependenciesOf = (folder: string): ReadonlyArray<string> =>
  Object.keys(manifestOf(folder).dependencies ?? {})

/** The packages that the package in a folder cannot do without. */
export const peersOf = (folder: string): ReadonlyArray<string> => {
  const { peerDependencies = {}, peerDependenciesMeta = {} } = manifestOf(join(folder, "node_modules/effect-intercom"))
  return Object.keys(peerDependencies).filter((name) => peerDependenciesMeta[name]?.optional !== true)
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>
}

const manifestOf = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, "package.json"), "utf8"))

const moduleOf = ({ file, line }: Block): string => `${file.replaceAll(/\W/g, "-")}-${line}`

/** Saves blocks in a folder, each on the lines it has on its page. */
export const save = (folder: string, blocks: ReadonlyArray<Block>): void => {
  for (const block of blocks) writeFileSync(join(folder, `${moduleOf(block)}.ts`), block.code)
}

/**
 * Compiles a folder into the folder `js` in it by the TypeScript of another, or of the same. What the compiler refuses,
 * as `README.md(12,1): error TS2345: …`.
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
      const named = blocks.reduce((text, block) => text.replaceAll(`${moduleOf(block)}.ts`, block.file), stdout)
      resolve(error === null ? "" : `${named}${stderr}`)
    })
  })

/** What keeps a program on this machine, as a module that Node loads without a compiler. */
export const saveGuard = (folder: string): string => {
  const source = readFileSync(join(repository, "test/docs/loopbackOnly.ts"), "utf8")
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 }
  const path = join(folder, "loopbackOnly.mjs")
  writeFileSync(path, ts.transpileModule(source, { compilerOptions }).outputText)
  return pathToFileURL(path).href
}

export interface Run {
  readonly folder: string
  readonly url: string
  readonly guard: string
}

// A busy machine takes its time.
const timeLimit = 120_000

/** Runs a program as it was compiled. */
export const runCompiled = (block: Block, { folder, guard, url }: Run): Promise<Ended> =>
  execute([join("js", `${moduleOf(block)}.js`)], { directory: folder, url, imports: [guard], timeLimit })

/** Runs a program of a folder by the tsx in it, as `npx tsx` does. */
export const runSource = (program: ReadonlyArray<string>, { folder, guard, url }: Run): Promise<Ended> => {
  const tsx = pathToFileURL(createRequire(join(folder, "package.json")).resolve("tsx")).href
  return execute(program, { directory: folder, url, imports: [tsx, guard], timeLimit })
}

export const sourceOf = (block: Block): string => `${moduleOf(block)}.ts`

/** What a program says it prints: the comments behind `console.log`, on its line or the next. */
export const statedBy = ({ code }: Block): ReadonlyArray<string> =>
  code.split("\n").flatMap((line, index, lines) => {
    const [, rest] = /console\.log(.*)/.exec(line) ?? []
    if (rest === undefined) return []
    const [, stated] = /\s\/\/ (.+)$/.exec(rest) ?? /^\s*\/\/ (.+)$/.exec(lines[index + 1] ?? "") ?? []
    return stated === undefined ? [] : [stated]
  })
