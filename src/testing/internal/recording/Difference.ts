/**
 * Two texts side by side, line by line.
 */

/**
 * What became of a line: it is in both, in the first alone, or in the second alone.
 */
export type Change =
  | { readonly kind: "same"; readonly before: string; readonly after: string }
  | { readonly kind: "removed"; readonly before: string }
  | { readonly kind: "added"; readonly after: string }

/**
 * The fewest changes that make the second of the first, where `keyOf` says which lines count as the same. Parts that
 * differ for more than about a thousand lines count as changed altogether.
 */
export const between = (
  before: ReadonlyArray<string>,
  after: ReadonlyArray<string>,
  keyOf: (line: string) => string
): ReadonlyArray<Change> => {
  const left = before.map(keyOf)
  const right = after.map(keyOf)
  const isSame = (at: number, other: number): boolean => left[at] === right[other]

  const shorter = Math.min(left.length, right.length)
  let start = 0
  while (start < shorter && isSame(start, start)) start++
  let end = 0
  while (end < shorter - start && isSame(left.length - 1 - end, right.length - 1 - end)) end++

  const rows = left.length - start - end
  const columns = right.length - start - end
  // For each pair of places, how many lines the rest of both has in common.
  const isLarge = rows * columns > 1_000_000
  const common = new Uint32Array(isLarge ? 0 : (rows + 1) * (columns + 1))
  const commonAt = (row: number, column: number): number => common[row * (columns + 1) + column] ?? 0
  for (let row = rows - 1; row >= 0 && !isLarge; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      common[row * (columns + 1) + column] = isSame(start + row, start + column)
        ? commonAt(row + 1, column + 1) + 1
        : Math.max(commonAt(row + 1, column), commonAt(row, column + 1))
    }
  }

  const changes: Array<Change> = []
  const keep = (at: number, other: number) =>
    changes.push({ kind: "same", before: before[at] ?? "", after: after[other] ?? "" })
  for (let at = 0; at < start; at++) keep(at, at)
  let row = 0
  let column = 0
  while (row < rows || column < columns) {
    const [at, other] = [start + row, start + column]
    if (!isLarge && row < rows && column < columns && isSame(at, other)) {
      keep(at, other)
      row++
      column++
    } else if (row < rows && (column === columns || commonAt(row + 1, column) >= commonAt(row, column + 1))) {
      changes.push({ kind: "removed", before: before[at] ?? "" })
      row++
    } else {
      changes.push({ kind: "added", after: after[other] ?? "" })
      column++
    }
  }
  for (let at = end; at > 0; at--) keep(before.length - at, after.length - at)
  return changes
}

/**
 * The changes as people read them: `-` before what is in the first alone, `+` before what is in the second alone. Of
 * the lines that did not change, the first and the three next to a change are shown.
 */
export const format = (changes: ReadonlyArray<Change>): string => {
  const isShown = (index: number): boolean =>
    index === 0 || changes.slice(Math.max(0, index - 3), index + 4).some(({ kind }) => kind !== "same")
  return changes.flatMap((change, index) => {
    if (change.kind === "removed") return `- ${change.before}`
    if (change.kind === "added") return `+ ${change.after}`
    if (isShown(index)) return `  ${change.before}`
    return isShown(index - 1) ? "  …" : []
  }).join("\n")
}
