/** Bundles a compiled entry with all that it imports, as the build of an application does. */
import { nodeResolve } from "@rollup/plugin-node-resolve"
import * as Effect from "effect/Effect"
import { build } from "esbuild"
import { rollup } from "rollup"

export type Bundler = "esbuild" | "rollup"

const bundlers: Readonly<Record<Bundler, (entry: string, file: string) => Promise<unknown>>> = {
  esbuild: (entryPoint, outfile) =>
    build({ entryPoints: [entryPoint], outfile, bundle: true, format: "esm", target: "es2022", minify: true }),
  rollup: async (input, file) => {
    const bundle = await rollup({ input, plugins: [nodeResolve({ browser: true })], logLevel: "silent" })
    await bundle.write({ file, format: "es" })
    await bundle.close()
  }
}

export const bundle = (bundler: Bundler, entry: string, file: string): Effect.Effect<string> =>
  Effect.as(Effect.promise(() => bundlers[bundler](entry, file)), file)
