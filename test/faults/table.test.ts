/**
 * The table of faults: `npm run faults` prints it. Each row says how a call ends, and how many requests arrived.
 */
import { assert, beforeAll, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { type ListRow, lists } from "./table/lists.js"
import type { Row } from "./table/Row.js"
import { cellOf, clients, type Line, rows, runRows } from "./table/socketTable.js"
import { runList, runWait } from "./table/virtualTable.js"
import { type Seconds, type WaitRow, waits } from "./table/waits.js"

let lines: ReadonlyArray<Line> = []
beforeAll(async () => {
  lines = await Effect.runPromise(runRows(rows))
}, 240_000)

const check = (row: Row, name: string): void => {
  const line = lines.find((line) => line.row === row && line.client === name)
  assert.isDefined(line)
  const { client, get, post } = line
  assert.deepStrictEqual([get.cell, post.cell], [cellOf(row.get, client), cellOf(row.post, client)])
  for (const { error } of [get, post]) {
    if (row.holds !== undefined) assert.deepInclude(error, row.holds)
    if (row.says !== undefined) assert.match(error?.message ?? "", row.says)
  }
}

const checkWait = (row: WaitRow) =>
  Effect.gen(function*() {
    const { get, post } = yield* runWait(row)
    assert.deepStrictEqual([get.cell, post.cell], [row.get[0], row.post[0]])
    assertWithin(get.seconds, row.get[1])
    assertWithin(post.seconds, row.post[1])
  })

const assertWithin = (seconds: number, [least, most]: Seconds): void => {
  assert.isAtLeast(seconds, least)
  assert.isAtMost(seconds, most)
}

for (const client of clients) {
  describe(`A server over ${client}`, () => {
    for (const row of rows) it(row.fault, () => check(row, client))
  })
}

describe("Waits, in virtual time", () => {
  for (const row of waits) it.live(row.fault, () => checkWait(row))
})

const checkList = (row: ListRow) => Effect.map(runList(row), ({ cell }) => assert.strictEqual(cell, row.get))

describe("Lists", () => {
  for (const row of lists) it.live(row.fault, () => checkList(row))
})

it("No body changes a prototype", () => {
  assert.notProperty({}, "polluted")
})
