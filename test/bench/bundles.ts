import { bundleProgram, type Bundler, bundlers, type Program } from "../bundle/bundle.js"
import type { Promised, Report } from "./report.js"

const steps: ReadonlyArray<readonly [what: string, program: Program, from: Program, atMost?: number]> = [
  ["Contacts.find", "find", "baseline", 6 * 1024],
  ["Contacts.find, imported from the barrel", "findByBarrel", "baseline"],
  ["Contacts.find, in a program without a Schema.TaggedError", "plainFind", "plainBaseline"],
  ["then Contacts.archive", "findAndArchive", "find", 512],
  ["then Contacts.create", "findAndCreate", "find", 512],
  ["then Contacts.update", "findAndUpdate", "find", 512],
  ["then Contacts.list", "findAndList", "find", 512],
  ["then Contacts.stream", "findAndStream", "find"],
  ["everything there is", "everything", "baseline", 45 * 1024]
]

/** What endpoints add to a bundled program that uses Effect already. */
export const bundlesCase = async (): Promise<Report> => {
  const rows: Array<ReadonlyArray<string>> = []
  const promises: Array<Promised> = []
  const size = async (bundler: Bundler, program: Program): Promise<number> =>
    (await bundleProgram(bundler, program)).gzip
  const row = async (what: string, cell: (bundler: Bundler) => Promise<string>): Promise<void> => {
    const cells: Array<string> = [what]
    for (const bundler of bundlers) cells.push(await cell(bundler))
    rows.push(cells)
  }

  await row("the program before", async (bundler) => `${await size(bundler, "baseline")}`)
  for (const [what, program, from, atMost] of steps) {
    await row(what, async (bundler) => {
      const added = await size(bundler, program) - await size(bundler, from)
      if (atMost !== undefined) promises.push({ what: `${what}, bytes added with ${bundler}`, measured: added, atMost })
      return `+${added}`
    })
  }
  return { title: "Bundle size, minified and gzip -9, in bytes", columns: ["", ...bundlers], rows, promises }
}
