/**
 * What a case has to say, and how it is printed. Times depend on the machine and on the minute: a bar is set for a
 * ratio of two variants measured in turns in one run.
 */

export interface Report {
  readonly title: string
  readonly columns: ReadonlyArray<string>
  readonly rows: ReadonlyArray<readonly [name: string, ...cells: Array<number>]>
  /** What the reader should know to judge the figures. */
  readonly notes?: ReadonlyArray<string> | undefined
  readonly bars?: ReadonlyArray<Bar> | undefined
}

export interface Bar {
  readonly what: string
  readonly measured: number
  readonly atMost?: number
  readonly atLeast?: number
  readonly goal?: number
}

export const isKept = ({ atLeast = -Infinity, atMost = Infinity, measured }: Bar): boolean =>
  measured <= atMost && measured >= atLeast

export const print = ({ bars = [], columns, notes = [], rows, title }: Report): string => {
  const isWhole = columns.map((_, i) => rows.every((row) => Number.isInteger(row[i])))
  const cellOf = (cell: string | number, i: number): string =>
    typeof cell === "string" ? cell : cell.toFixed(isWhole[i] || Math.abs(cell) >= 100 ? 0 : 2)
  const lines = [columns, ...rows.map((row) => row.map(cellOf))]
  const widths = columns.map((_, i) => Math.max(...lines.map((line) => (line[i] ?? "").length)))
  const table = lines.map((line) =>
    line.map((cell, i) => i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)).join("  ").trimEnd()
  )
  return [title, ...[...table, ...notes, ...bars.map(verdict)].map((line) => `  ${line}`)].join("\n")
}

/** The same as data: each row by the names of its columns, and whether each bar was kept. */
export const toJson = ({ bars = [], columns, rows, ...report }: Report): unknown => ({
  ...report,
  rows: rows.map((row) => Object.fromEntries(row.map((cell, i) => [i === 0 ? "name" : columns[i], cell]))),
  bars: bars.map((bar) => ({ ...bar, kept: isKept(bar) }))
})

const verdict = (bar: Bar): string => {
  const { atLeast, atMost, goal, measured, what } = bar
  const limit = atMost === undefined ? `at least ${atLeast}` : `at most ${atMost}`
  const aim = goal === undefined ? "" : `; goal ${goal}`
  return `${isKept(bar) ? "kept" : "BROKEN"}: ${what}: ${Number(measured.toFixed(3))} (${limit}${aim})`
}
