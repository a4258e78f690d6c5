import { assert, it } from "@effect/vitest"
import { differences } from "../../scripts/runtimes/differences.js"
import { limitsOf } from "../../scripts/runtimes/limits.js"
import { startRawServer } from "../../scripts/runtimes/rawServer.js"

// Later versions of Node have no limit.
const limits = process.versions.node.startsWith("20.") ? limitsOf("node20") : []

it("The promises hold on Node, but for the limits in docs/errors.md", async () => {
  const server = await startRawServer()
  try {
    const broken = (await differences(server.url)).filter(({ outcome }) => outcome !== "held")
    assert.deepStrictEqual(broken.map(({ name }) => name), limits)
  } finally {
    await server.close()
  }
})
