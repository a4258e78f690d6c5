/**
 * The modules that the API reference shows: those that a program can import, apart from the barrel.
 */
import { readdirSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"

// `package.json` keeps these to the package; the barrel only names the others.
const isHidden = (path: string): boolean => /(^|\/)(internal|kinds\.ts|index\.ts)/.test(path)

/** The modules that the barrel names. */
const named = new Set(
  Array.from(readFileSync("src/index.ts", "utf8").matchAll(/"\.\/([^"]+)\.js"/g), ([, path = ""]) => `${path}.ts`)
)

/** All modules, from `src`: `api/Contacts.ts`. */
const modules = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts") && !isHidden(path))
  .sort()

/** The modules that a module exports as a whole, and those that these export. */
const reexportsOf = (path: string): ReadonlyArray<string> =>
  Array.from(
    readFileSync(join("src", path), "utf8").matchAll(/^export \* from "([^"]+)\.js"/gm),
    ([, specifier = ""]) => `${join(dirname(path), specifier).replaceAll("\\", "/")}.ts`
  ).flatMap((module) => [module, ...reexportsOf(module)])

/**
 * The entry points of the reference.
 *
 * A module that another one exports as a whole is shown there: `Contact` is on the page of `api/Contacts`. Of several
 * such modules, the one with the fewest shows it: `Tag` is on the page of `api/Tags`. The others link to it.
 */
export const entryPoints = (): ReadonlyArray<string> => {
  const reexports = new Map(modules.map((path) => [path, reexportsOf(path)]))
  const shown = new Set(Array.from(reexports.values()).flat())
  return modules
    .filter((path) => !shown.has(path) || named.has(path))
    .sort((one, other) => (reexports.get(one)?.length ?? 0) - (reexports.get(other)?.length ?? 0))
    .map((path) => `src/${path}`)
}
