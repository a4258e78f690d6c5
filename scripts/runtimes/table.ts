/** The tables of docs/runtimes.md. */
import { limitsOf } from "./limits.js"
import type { Outcome } from "./program.js"
import type { Compiled } from "./types.js"

/** How a row ended. */
export interface Ended {
  readonly id: string
  readonly name: string
  readonly version: string
  /** The outcomes, or why there are none. */
  readonly result: ReadonlyArray<Outcome> | string
}

const line = (cells: ReadonlyArray<string>): string =>
  `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`

const table = (head: ReadonlyArray<string>, body: ReadonlyArray<ReadonlyArray<string>>): string =>
  [line(head), `|${"---|".repeat(head.length)}`, ...body.map(line)].join("\n")

/** The reasons why a row is not a pass: a promise is broken, or one of its limits is a limit no more. */
export const reasons = ({ id, result }: Ended): ReadonlyArray<string> =>
  typeof result === "string"
    ? [result]
    : result.flatMap(({ name, outcome }) => {
      if (limitsOf(id).includes(name)) {
        return outcome === "held"
          ? [`${name}: holds, although it is listed as a limit`]
          : []
      }
      return outcome === "held" ? [] : [`${name}: ${outcome}`]
    })

/** The result of a row in one line. */
export const resultOf = (row: Ended): string => {
  const found = reasons(row)
  if (found.length > 0) return found.join("; ").replaceAll("\n", " ")
  const numbers = new Set(limitsOf(row.id).map((name) => name.split(" ")[0]))
  return numbers.size === 0 ? "pass" : `pass, but for ${[...numbers].join(", ")}`
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
