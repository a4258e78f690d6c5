import { type Compiler, makeCompiler } from "../types/compiler.js"
import { checkBlocks, findBlocks, isProgram, makeSandbox } from "./blocks.js"
import { startServer } from "./server.js"
const pages = process.argv.slice(2)
const blocks = findBlocks().filter(({ file }) => pages.includes("all") || pages.includes(file))
const problems = checkBlocks(makeCompiler({ lib: ["lib.es2022.d.ts"] }), blocks)
console.log(problems.join("\n"))
if (!process.env["CHECK"]) {
  const sandbox = makeSandbox()
  const server = await startServer()
  for (const block of blocks.filter(isProgram)) {
    console.log(block.file, block.line, await sandbox.run(block, { url: server.url, timeLimit: 90_000 }))
  }
  sandbox.remove()
  await server.close()
}
