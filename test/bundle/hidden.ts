import { readFileSync } from "node:fs"
import { join } from "node:path"

const { exports }: { readonly exports: Readonly<Record<string, unknown>> } = JSON.parse(
  readFileSync(join(import.meta.dirname, "..", "..", "package.json"), "utf8")
)

// The barrel is imported by the name of the package alone.
const folders = Object.keys(exports).filter((path) => exports[path] === null && path !== "./index").map((path) =>
  path.replace(/^\.\/|\*$/g, "")
)

/** Whether `exports` in package.json keeps a module from users: `internal/decoder`. */
export const isHidden = (path: string): boolean => folders.some((folder) => path.startsWith(folder))
