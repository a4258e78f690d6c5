/**
 * The kind of a value. A set of kinds is their sum; 127 is every kind. They have no names, because bundlers do not
 * inline constants. A number from 10^11 on has a kind of its own: it is no time in seconds.
 */
export const kindOf = (value: unknown): number => {
  if (value === null) return 1
  if (typeof value === "string") return 2
  if (typeof value === "number") return value < 1e11 ? 4 : 64
  if (typeof value === "boolean") return 8
  return value === undefined ? 16 : 32
}
