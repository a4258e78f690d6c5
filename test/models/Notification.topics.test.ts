/**
 * The topics, compared with the notes on the API that lie beside a developer's checkout and are not part of this one.
 */
import { assert, describe, it } from "@effect/vitest"
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { items } from "./notificationItems.js"

const file = join(import.meta.dirname, "..", "..", "..", "shared", "reference", "api-facts.md")
const isThere = existsSync(file)
const note = isThere ? "" : " (skipped: ../shared/reference/api-facts.md is not beside this checkout)"

/** Newer than the notes, but for `ping`, which they have elsewhere. */
const others = [
  "conversation.admin.replied.translated",
  "ping",
  "ticket.admin.replied.translated",
  "ticket.admin.snoozed",
  "ticket.admin.unsnoozed"
]

/** What a row writes in full, and what it writes as an ending: `.deleted`. */
interface Row {
  readonly family: string
  readonly full: ReadonlyArray<string>
  readonly endings: ReadonlyArray<string>
}

const rows = (): ReadonlyArray<Row> => {
  const [, table = ""] = readFileSync(file, "utf8").split("### Topics → item")
  return (table.split("###")[0] ?? "").split("\n").filter((line) => line.startsWith("|")).slice(2).map((line) => {
    const [, group = "", topics = ""] = line.split("|").map((cell) => cell.trim())
    const words = topics.replaceAll(/\(.*?\)/g, "").split(/[\s,;/]+/).filter((word) => word !== "")
    const full = words.filter((word) => !word.startsWith("."))
    return {
      family: (full[0] ?? group).split(".")[0] ?? "",
      full,
      endings: words.filter((word) => word.startsWith("."))
    }
  })
}

const topics = Object.keys(items).filter((topic) => !others.includes(topic))

const isOf = (topic: string) => ({ endings, family, full }: Row): boolean =>
  full.includes(topic) || (topic.startsWith(`${family}.`) && endings.some((ending) => topic.endsWith(ending)))

describe(`The topics of the notes${note}`, () => {
  it.skipIf(!isThere)("are all known", () => {
    const noted = rows().flatMap(({ endings, family, full }) => [
      ...full,
      ...endings.map((ending) =>
        topics.find((topic) => topic.startsWith(`${family}.`) && topic.endsWith(ending)) ?? `${family}…${ending}`
      )
    ])
    assert.isAtLeast(noted.length, 107)
    assert.deepStrictEqual(noted.filter((topic) => !topics.includes(topic)), [])
  })

  it.skipIf(!isThere)("are all that are known, but for those listed here", () => {
    assert.deepStrictEqual(topics.filter((topic) => !rows().some(isOf(topic))), [])
  })

  it.skipIf(!isThere)("are as many", () => {
    assert.strictEqual(rows().reduce((sum, { endings, full }) => sum + endings.length + full.length, 0), topics.length)
  })
})
