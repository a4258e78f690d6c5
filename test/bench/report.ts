/**
 * Measuring and printing. Times depend on the machine and on the minute: what is promised is a ratio of two things
 * measured in turns in one run.
 */

export interface Report {
  readonly title: string
  readonly columns: ReadonlyArray<string>
  readonly rows: ReadonlyArray<ReadonlyArray<string>>
  /** What the reader should know to judge the figures. */
  readonly notes?: ReadonlyArray<string> | undefined
  readonly promises?: ReadonlyArray<Promised> | undefined
}

export interface Promised {
  readonly what: string
  readonly measured: number
  readonly atMost: number
}

export const isKept = ({ atMost, measured }: Promised): boolean => measured <= atMost

export const median = (values: ReadonlyArray<number>): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] ?? NaN : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2
}

export interface Figure {
  /** The median over the rounds, in the unit of what was measured. */
  readonly value: number
  /** The median over the rounds of its ratio to the first one measured in the same round. */
  readonly ratio: number
}

/**
 * Measures each in every round, in reverse order in every second one, so that a slow minute or a growing heap is
 * nobody's own. The first is what the others are compared with.
 */
export const inTurns = async <Name extends string>(
  rounds: number,
  measures: Readonly<Record<Name, () => number | Promise<number>>>
): Promise<(name: Name) => Figure> => {
  const names = Object.keys(measures).filter((name): name is Name => name in measures)
  const values = new Map<Name, Array<number>>(names.map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : [...names].reverse()) {
      values.get(name)?.push(await measures[name]())
    }
  }
  const first = names.slice(0, 1).flatMap((name) => values.get(name) ?? [])
  return (name) => {
    const own = values.get(name) ?? []
    return { value: median(own), ratio: median(own.map((value, round) => value / (first[round] ?? NaN))) }
  }
}

export const times = (ratio: number): string => `${ratio.toFixed(2)} x`

export const print = ({ columns, notes = [], promises = [], rows, title }: Report): string => {
  const lines = [columns, ...rows]
  const widths = columns.map((_, i) => Math.max(...lines.map((line) => (line[i] ?? "").length)))
  const table = lines.map((line) =>
    line.map((cell, i) => i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)).join("  ").trimEnd()
  )
  return [
    title,
    ...[...table, ...notes, ...promises.map(verdict)].map((line) => `  ${line}`)
  ].join("\n")
}

const verdict = (promised: Promised): string =>
  `${isKept(promised) ? "kept" : "BROKEN"}: ${promised.what}: ${round(promised.measured)} (at most ${promised.atMost})`

const round = (value: number): number => Number(value.toFixed(3))
