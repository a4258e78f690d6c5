import * as Order from "effect/Order"

/** Sorts rows by a time, latest first. Of rows with the same time, the one added last comes first. */
export const newestFirst = <A>(rows: ReadonlyArray<A>, timeOf: (row: A) => number): ReadonlyArray<A> =>
  [...rows].reverse().sort(Order.mapInput(Order.reverse(Order.number), timeOf))
