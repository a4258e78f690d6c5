/**
 * The order of lists that begin with what happened last.
 *
 * @since 1.0.0
 */
import * as Order from "effect/Order"

/**
 * Rows by a time, the latest first; of rows of one time, the one that was added later.
 *
 * @since 1.0.0
 * @category combinators
 */
export const newestFirst = <A>(rows: ReadonlyArray<A>, timeOf: (row: A) => number): ReadonlyArray<A> =>
  [...rows].reverse().sort(Order.mapInput(Order.reverse(Order.number), timeOf))
