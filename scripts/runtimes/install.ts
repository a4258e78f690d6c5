/**
 * Everything that a row needs, in folders of its own: the packed package with its peers, and the runtimes.
 */
import * as Command from "@effect/platform/Command"
import type * as CommandExecutor from "@effect/platform/CommandExecutor"
import * as Effect from "effect/Effect"
import { build } from "esbuild"
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Failure, run } from "./process.js"

const repository = join(import.meta.dirname, "..", "..")

/** Installs packages in a new folder below `directory`, and gives back the path of the folder. */
export const install = (
  directory: string,
  packages: ReadonlyArray<string>
): Effect.Effect<string, Failure, CommandExecutor.CommandExecutor> => {
  mkdirSync(directory, { recursive: true })
  writeFileSync(join(directory, "package.json"), JSON.stringify({ private: true, type: "module" }))
  return Command.make("npm", "install", "--no-audit", "--no-fund", "--prefer-offline", ...packages).pipe(
    Command.workingDirectory(directory),
    run,
    Effect.mapError(({ details, reason }) => new Failure({ reason: `cannot be installed: ${reason}`, details })),
    Effect.as(directory)
  )
}

/** Packs `dist` as it is. Gives the path of the tarball. */
export const pack = (directory: string): Effect.Effect<string, Failure, CommandExecutor.CommandExecutor> =>
  Command.make("npm", "pack", "--ignore-scripts", "--silent", "--pack-destination", directory).pipe(
    Command.workingDirectory(repository),
    run,
    Effect.map((output) => join(directory, output.trim()))
  )

const entries = join(import.meta.dirname, "entries")

/** Installs the tarball with its peers, and compiles the program beside it. The program imports the packages by name. */
export const installApp = (
  directory: string,
  tarball: string,
  versions: { readonly effect: string; readonly platform: string; readonly experimental?: string }
): Effect.Effect<string, Failure, CommandExecutor.CommandExecutor> =>
  install(directory, [
    tarball,
    `effect@${versions.effect}`,
    `@effect/platform@${versions.platform}`,
    ...(versions.experimental === undefined ? [] : [`@effect/experimental@${versions.experimental}`])
  ]).pipe(
    Effect.tap(() =>
      Effect.promise(() =>
        build({
          entryPoints: readdirSync(entries).map((name) => join(entries, name)),
          outdir: directory,
          outExtension: { ".js": ".mjs" },
          bundle: true,
          packages: "external",
          format: "esm",
          target: "es2022",
          // The paths of this repository's own configuration lead to `src`.
          tsconfigRaw: {}
        })
      )
    )
  )

/** Installs an npm package that holds an executable, unless it is there. Gives the path of the executable. */
export const installCommand = (
  directory: string,
  name: string,
  version: string
): Effect.Effect<string, Failure, CommandExecutor.CommandExecutor> => {
  const command = join(directory, "node_modules", ".bin", name)
  return existsSync(command)
    ? Effect.succeed(command)
    : Effect.as(install(directory, [`${name}@${version}`]), command)
}

const debian = "DEBIAN_FRONTEND=noninteractive; export DEBIAN_FRONTEND; " +
  "command -v chromium > /dev/null || { apt-get update && apt-get install -y --no-install-recommends chromium; } > /dev/null"

/** Debian's Chromium: the one that is installed, or else a new one if this user may install it. */
export const installChromium: Effect.Effect<string, Failure, CommandExecutor.CommandExecutor> = run(
  Command.make("sh", "-c", debian)
).pipe(
  Effect.as("chromium"),
  Effect.mapError(({ details, reason }) => new Failure({ reason: `cannot be installed: ${reason}`, details }))
)
