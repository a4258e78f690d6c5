import { assert, it } from "@effect/vitest"
import { differences } from "../../scripts/runtimes/differences.js"
import { limitsOf } from "../../scripts/runtimes/limits.js"
import { startRawServer } from "../../scripts/runtimes/rawServer.js"

/** The first minor version of a line of Node without the limit. No version 20 is without it. */
const mended: Readonly<Record<number, number>> = { 22: 23, 24: 17, 26: 2 }

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number)

const limits = minor < (mended[major] ?? (major < 22 ? Infinity : 0)) ? limitsOf("node20") : []

it("The promises hold on Node, but for the limits in docs/errors.md", async () => {
  const server = await startRawServer()
  try {
    const broken = (await differences(server.url)).filter(({ outcome }) => outcome !== "held")
    assert.deepStrictEqual(broken.map(({ name }) => name), limits)
  } finally {
    await server.close()
  }
})
