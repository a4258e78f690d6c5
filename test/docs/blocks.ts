/**
 * The code blocks of the documentation: found, type-checked and, where one is a whole program, run.
 *
 * A block is what stands in a fence marked `ts` or `typescript`, on a page or in a doc comment. Each is a module of its
 * own: it imports what it uses and shares nothing with the block before it. So a reader can copy any of them.
 *
 * A block is a whole program when it runs itself: outside of every function and class it names a member that runs
 * effects (`Effect.runPromise`, `Effect.runSync`, `Effect.runFork`, `NodeRuntime.runMain`, `runtime.runPromise`, …), or
 * it waits for a promise. A program that is not meant to end, a server, is marked `no-run` behind the language: it is
 * type-checked only. Write programs with `runPromise` or `runMain`: `runFork` and `runPromiseExit` end with status 0
 * whatever happened.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import ts from "typescript"
import { type Compiler, repository } from "../types/compiler.js"
import { execute } from "./execute.js"

export interface Block {
  /** From the root of the repository. */
  readonly file: string
  /** Where its code begins, counted from 1. */
  readonly line: number
  /** On the lines it has in the file: what speaks of a line of the block speaks of the file's. */
  readonly code: string
  /** `""` if the fence names none. */
  readonly language: string
  /** What stands behind the language. */
  readonly marks: ReadonlyArray<string>
}

/** The blocks of the pages, then those of the doc comments. */
export const findBlocks = (): ReadonlyArray<Block> => [
  ...pages.flatMap((file) => blocksOfPage(file, read(file))),
  ...filesIn("src", ".ts").flatMap((file) => blocksOfSource(file, read(file)))
]

export const read = (file: string): string => readFileSync(join(repository, file), "utf8")

const filesIn = (directory: string, extension: string): ReadonlyArray<string> =>
  readdirSync(join(repository, directory), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(extension))
    .map((file) => `${directory}/${file.replaceAll("\\", "/")}`)
    .sort()

/** The pages of the docs, with the README. */
export const pages: ReadonlyArray<string> = ["README.md", ...filesIn("docs", ".md")]

interface Fence {
  readonly mark: string
  readonly indent: number
  readonly info: ReadonlyArray<string>
  readonly line: number
}

export const blocksOfPage = (file: string, text: string): ReadonlyArray<Block> =>
  fencesOfPage(file, text).filter(({ language }) => language === "ts" || language === "typescript")

/** The blocks of a page in any language. */
export const fencesOfPage = (file: string, text: string): ReadonlyArray<Block> => {
  const blocks: Array<Block> = []
  const lines = text.split(/\r?\n/)
  let fence: Fence | undefined
  let code: Array<string> = []
  for (const [index, line] of lines.entries()) {
    if (fence === undefined) {
      fence = openingFence(line, index)
      code = []
    } else if (closes(line, fence)) {
      const [language = "", ...marks] = fence.info
      blocks.push({ file, line: fence.line + 1, code: "\n".repeat(fence.line) + code.join("\n"), language, marks })
      fence = undefined
    } else {
      code.push(withoutIndent(line, fence.indent))
    }
  }
  // Renderers take the rest of the page for code; the writer meant something else.
  if (fence !== undefined) throw new Error(`${file}:${fence.line}: the fence is never closed`)
  return blocks
}

// In a list item or a quote a fence is indented, or comes right after the bullet.
const openingFence = (line: string, index: number): Fence | undefined => {
  const [, before = "", mark, info = ""] = /^([\s>]*(?:(?:[-*+]|\d+[.)])\s+)?)(`{3,}|~{3,})([^`]*)$/.exec(line) ?? []
  return mark === undefined ?
    undefined :
    { mark, indent: before.length, info: info.trim().split(/\s+/), line: index + 1 }
}

const closes = (line: string, { mark }: Fence): boolean => {
  const text = line.replace(/^[\s>]*/, "").trimEnd()
  return text.length >= mark.length && text === mark.charAt(0).repeat(text.length)
}

const withoutIndent = (line: string, indent: number): string => {
  const [before = ""] = /^[\s>]*/.exec(line.slice(0, indent)) ?? []
  return line.slice(before.length)
}

/** The doc comments of a source are a page, on the lines they have in the file. */
export const blocksOfSource = (file: string, text: string): ReadonlyArray<Block> => {
  let isComment = false
  const page = text.split(/\r?\n/).map((line) => {
    isComment ||= /^\s*\/\*\*/.test(line)
    const content = isComment ? line.replace(/^\s*(\/\*\*|\*(?!\/)) ?/, "").replace(/\*\/.*$/, "") : ""
    isComment &&= !line.includes("*/")
    return content
  })
  return blocksOfPage(file, page.join("\n"))
}

const place = ({ file, line }: Block): string => `${file}:${line}`

/** As if it stood in `docs`, where a program of the documentation is written. */
const moduleOf = ({ file, line }: Block): string => `docs/${file.replaceAll("/", "-")}.${line}.ts`

/** What the compiler refuses in them, each as `README.md:12: TS2345: …`. */
export const checkBlocks = (compiler: Compiler, blocks: ReadonlyArray<Block>): ReadonlyArray<string> => {
  const files = new Map(blocks.map((block) => [moduleOf(block), block.file]))
  const modules = Object.fromEntries(blocks.map((block) => [moduleOf(block), block.code]))
  return compiler.check(modules).map(({ line, path, text }) => `${files.get(path) ?? path}:${line}: ${text}`)
}

/** Whether a block runs itself, see above. */
export const isProgram = ({ code, marks }: Block): boolean => {
  const runs = (node: ts.Node): boolean =>
    !ts.isFunctionLike(node) && !ts.isClassLike(node) &&
    (ts.isAwaitExpression(node) || (ts.isPropertyAccessExpression(node) && runners.test(node.name.text)) ||
      (ts.forEachChild(node, runs) ?? false))
  return !marks.includes("no-run") && runs(ts.createSourceFile("block.ts", code, ts.ScriptTarget.ESNext))
}

const runners = /^run(Main|Promise|PromiseExit|Sync|SyncExit|Fork|Callback)$/

/** A directory of its own for each program, from where it resolves what a block in `docs` does. */
export interface Sandbox {
  /** Runs a program to its end. What is wrong with how it ended, or `undefined` if it succeeded. */
  readonly run: (block: Block, options: RunOptions) => Promise<string | undefined>
  readonly remove: () => void
}

export interface RunOptions {
  /** Where Intercom is for the program. */
  readonly url: string
  /** In milliseconds. Default: 30 seconds. */
  readonly timeLimit?: number
}

/**
 * Outside of the repository, so that neither the compiler nor a watcher of somebody at work sees it. Below
 * `node_modules` it could not be: tsx applies no `paths` there.
 */
export const makeSandbox = (): Sandbox => {
  const root = mkdtempSync(join(tmpdir(), "effect-intercom-docs-"))
  symlinkSync(join(repository, "node_modules"), join(root, "node_modules"), "junction")
  writeFileSync(join(root, "package.json"), JSON.stringify({ type: "module" }))
  return {
    run: async (block, options) => {
      const directory = mkdtempSync(join(root, "program-"))
      const path = join(directory, "program.ts")
      writeFileSync(path, block.code)
      const { stderr, stdout, trouble } = await execute([path], {
        ...options,
        directory,
        imports: [tsx, loopbackOnly],
        // What `tsx --tsconfig` sets.
        variables: { TSX_TSCONFIG_PATH: join(repository, "tsconfig.json") }
      })
      if (trouble === undefined) return undefined
      // Both: `runMain` logs what a program died of, and Effect logs to stdout.
      return `${place(block)}: ${trouble}\n${stdout}${stderr}`.replaceAll(path, block.file)
    },
    remove: () => rmSync(root, { recursive: true })
  }
}

// The loader and not the `tsx` command: that one is a parent of the program, which would outlive it when killed.
const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href
const loopbackOnly = pathToFileURL(join(import.meta.dirname, "loopbackOnly.ts")).href
