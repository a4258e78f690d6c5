/**
 * Builds `dist` from `src`: the compiler first, then babel marks every top-level call as pure, so that bundlers can
 * drop the endpoints and models a program does not use.
 */
import { execFileSync } from "node:child_process"
import { rmSync } from "node:fs"

const run = (command: string, ...args: ReadonlyArray<string>): void => {
  execFileSync("npx", ["--no-install", command, ...args], { stdio: "inherit" })
}

rmSync("dist", { recursive: true, force: true })
run("tsc", "--project", "scripts/tsconfig.build.json")
run("babel", "dist", "--out-dir", "dist", "--plugins", "annotate-pure-calls", "--source-maps", "--quiet")
