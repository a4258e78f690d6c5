/**
 * Builds `dist` from `src`: the compiler first, then babel marks every top-level call as pure, so that bundlers can
 * drop the endpoints and models a program does not use.
 *
 * The command in `src/bin` is only transpiled: nobody imports it, and `npm run check` has checked its types.
 */
import { execFileSync } from "node:child_process"
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import ts from "typescript"

const run = (command: string, ...args: ReadonlyArray<string>): void => {
  execFileSync("npx", ["--no-install", command, ...args], { stdio: "inherit" })
}

rmSync("dist", { recursive: true, force: true })
run("tsc", "--project", "scripts/tsconfig.build.json")
run("babel", "dist", "--out-dir", "dist", "--plugins", "annotate-pure-calls", "--source-maps", "--quiet")

mkdirSync("dist/bin")
for (const file of readdirSync("src/bin")) {
  const { outputText } = ts.transpileModule(readFileSync(`src/bin/${file}`, "utf8"), {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, verbatimModuleSyntax: true }
  })
  writeFileSync(`dist/bin/${file.replace(/\.ts$/, ".js")}`, outputText)
}
