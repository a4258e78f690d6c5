import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"

const src = fileURLToPath(new URL("src", import.meta.url))

export default defineConfig({
  resolve: {
    alias: [
      { find: /^effect-intercom$/, replacement: `${src}/index.ts` },
      { find: /^effect-intercom\/(.*)$/, replacement: `${src}/$1.ts` }
    ]
  },
  test: {
    // No test measures time: a slow machine must not fail one.
    testTimeout: 30_000,
    include: ["test/**/*.test.ts", "docs/examples/*.test.ts"],
    reporters: ["default", {
      // The closing line that any reader of the output understands.
      onTestRunEnd: (modules) => {
        const count = (state: "passed" | "failed" | "skipped") =>
          modules.reduce((sum, module) => sum + Array.from(module.children.allTests(state)).length, 0)
        process.stdout.write(`${count("passed")} passed, ${count("failed")} failed\n`)
      }
    }]
  }
})
