import { bundleProgram, type Bundler, bundlers, type Program } from "../../bundle/bundle.js"
import type { Bar, Report } from "../report.js"

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
export const bundles = async (): Promise<Report> => {
  const size = async (bundler: Bundler, program: Program): Promise<number> =>
    (await bundleProgram(bundler, program)).gzip
  const rows: Array<Report["rows"][number]> = []
  const bars: Array<Bar> = []
  for (const [what, program, from, atMost] of steps) {
    const cells: Array<number> = []
    for (const bundler of bundlers) {
      const added = await size(bundler, program) - await size(bundler, from)
      cells.push(added)
      if (atMost !== undefined) bars.push({ what: `${what}, bytes added with ${bundler}`, measured: added, atMost })
    }
    rows.push([what, ...cells])
  }
  return { title: "What a program grows by, minified and gzip -9, in bytes", columns: ["", ...bundlers], rows, bars }
}
