import * as esbuild from "esbuild"
import { join } from "node:path"
import type { Bench, Variant } from "../measure.js"
import type { Report } from "../report.js"

/** What importing a resource costs a process that has just begun, next to what it needs of Effect. */
export const imports = async ({ measure }: Bench): Promise<Report> => {
  const needed = await neededByContacts()
  const effect = ["effect", "@effect/platform/HttpClient"]
  const names = {
    official: "intercom-client",
    needed: `the ${needed.length} modules of Effect that Contacts needs`,
    resource: "effect-intercom/api/Contacts",
    effect: effect.join(" and "),
    barrel: "the same and effect-intercom, all modules"
  }
  const variant = (name: string, modules: ReadonlyArray<string>): Variant => ({
    name,
    work: "imports.all",
    task: { modules }
  })
  const { median, ratio } = await measure([
    variant(names.official, [names.official]),
    variant(names.needed, needed),
    variant(names.resource, [names.resource]),
    variant(names.effect, effect),
    variant(names.barrel, [...effect, "effect-intercom"])
  ], { count: 1, fresh: true })
  const difference = (name: string, from: string): string =>
    `${(median(name, "wall") - median(from, "wall")).toFixed(0)} ms`
  return {
    title: "Importing into a fresh process",
    columns: ["", "wall ms", "of official"],
    rows: Object.values(names).map((name) => [name, median(name, "wall"), ratio(name, names.official, "wall")]),
    notes: [
      `The modules of this library that Contacts needs take ${difference(names.resource, names.needed)}.`,
      `All modules take ${difference(names.barrel, names.effect)} on top of Effect's barrel and its HttpClient.`
    ]
  }
}

/** The modules of other packages that are loaded with a resource. */
const neededByContacts = async (): Promise<ReadonlyArray<string>> => {
  const { metafile } = await esbuild.build({
    entryPoints: [join(import.meta.dirname, "..", "..", "..", "dist", "api", "Contacts.js")],
    bundle: true,
    packages: "external",
    format: "esm",
    metafile: true,
    write: false,
    tsconfigRaw: {}
  })
  const imports = Object.values(metafile.inputs).flatMap((input) => input.imports)
  return [...new Set(imports.filter(({ external }) => external === true).map(({ path }) => path))].sort()
}
