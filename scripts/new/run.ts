/**
 * Lays out a new API module: `npm run new -- NewsItems` makes `src/api/NewsItems.ts`, `src/models/NewsItem.ts`, their
 * tests, and a line in each list of modules. Use `--model` if the model is not the name of the module without its "s".
 */
import { join } from "node:path"
import { parseArgs } from "node:util"
import { InvalidName, layOut, modulesPage } from "./layOut.js"

try {
  const { positionals: [name, ...others], values } = parseArgs({
    allowPositionals: true,
    options: { model: { type: "string" } }
  })
  if (name === undefined || others.length > 0) {
    throw new InvalidName("usage: npm run new -- NewsItems [--model NewsItem]")
  }
  const files = layOut(join(import.meta.dirname, "..", ".."), name, values.model)
  console.log(`${files.join("\n")}

Next: the fields of the model, the operations with their doc comments, a row of the contract suite for each, and the
place of the module in the table of ${modulesPage}. CONTRIBUTING.md has the checks.`)
} catch (error) {
  if (!(error instanceof InvalidName)) throw error
  console.error(`new: ${error.message}`)
  process.exitCode = 1
}
