/** The order of lists that begin with what happened last. */
import * as Order from "effect/Order"

/** Rows by a time, the latest first; of rows of one time, the one that was added later. */
export const newestFirst = <A>(rows: ReadonlyArray<A>, timeOf: (row: A) => number): ReadonlyArray<A> =>
  [...rows].reverse().sort(Order.mapInput(Order.reverse(Order.number), timeOf))
