/** Shows how far a run is: a line that changes on a terminal, and now and then a new line elsewhere. */
import * as Terminal from "@effect/platform/Terminal"
import type * as Partition from "effect-intercom/Partition"
import * as Effect from "effect/Effect"
import type { Kind } from "./store.js"

/** Makes a function that shows a page after it was stored. */
export const make: Effect.Effect<
  (kind: Kind) => (page: Partition.Page<unknown>) => Effect.Effect<void>,
  never,
  Terminal.Terminal
> = Effect.gen(function*() {
  const terminal = yield* Terminal.Terminal
  const isTerminal = yield* terminal.isTTY
  return (kind) => {
    let stored = 0
    let pages = 0
    return ({ checkpoint: { ranges }, data }) => {
      stored += data.length
      pages += 1
      const isLast = ranges.length === 0
      const remaining = ranges.reduce((sum, range) => sum + Math.max(0, range.remaining), 0)
      const line = isLast ?
        `${kind}: ${stored} stored in ${pages} pages` :
        `${kind}: ${stored} stored, about ${remaining} to go`
      // `\r` goes to the start of the line, `\x1b[K` clears the rest of it.
      const text = isTerminal ? `\r${line}\x1b[K${isLast ? "\n" : ""}` : isLast || pages % 10 === 0 ? `${line}\n` : ""
      // The sync goes on if nobody reads its output any more.
      return Effect.ignore(terminal.display(text))
    }
  }
})
