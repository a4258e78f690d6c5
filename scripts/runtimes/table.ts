/** The tables of docs/runtimes.md. */
import type { Outcome } from "./program.js"
import type { Compiled } from "./types.js"

/** How a row ended. */
export interface Ended {
  readonly name: string
  readonly version: string
  /** The outcomes, or why there are none. */
  readonly result: ReadonlyArray<Outcome> | string
}

const line = (cells: ReadonlyArray<string>): string =>
  `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`

const table = (head: ReadonlyArray<string>, body: ReadonlyArray<ReadonlyArray<string>>): string =>
  [line(head), `|${"---|".repeat(head.length)}`, ...body.map(line)].join("\n")

/** The reasons why a row is not a pass. */
export const reasons = ({ result }: Ended): ReadonlyArray<string> =>
  typeof result === "string"
    ? [result]
    : result.filter(({ outcome }) => outcome !== "held").map(({ name, outcome }) => `${name}: ${outcome}`)

/** The result of a row in one line. */
export const resultOf = (row: Ended): string => {
  const found = reasons(row)
  return found.length === 0 ? "pass" : found.join("; ").replaceAll("\n", " ")
}

/** One row for each runtime. */
export const runtimeTable = (rows: ReadonlyArray<Ended>): string =>
  table(["runtime", "version", "result"], rows.map((row) => [row.name, row.version, resultOf(row)]))

/** The promises that the rows ran, each once, with the number of runtimes on which it holds. */
export const promiseTable = (rows: ReadonlyArray<Ended>): string => {
  const outcomes = rows.flatMap(({ result }) => typeof result === "string" ? [] : result)
  const names = [...new Set(outcomes.map(({ name }) => name))]
  return table(
    ["name", "promise", "holds on"],
    names.map((name) => {
      const ran = outcomes.filter((outcome) => outcome.name === name)
      const held = ran.filter(({ outcome }) => outcome === "held")
      return [
        name,
        ran[0]?.promise ?? "",
        held.length === ran.length ? `all ${ran.length}` : `${held.length} of ${ran.length}`
      ]
    })
  )
}

/** One row for each version of TypeScript. */
export const typeTable = (compiled: ReadonlyArray<Compiled>): string =>
  table(
    ["TypeScript", "`skipLibCheck: false`", "`skipLibCheck: true`", "a CommonJS file"],
    compiled.map(({ cells, version }) => [version, ...cells])
  )
