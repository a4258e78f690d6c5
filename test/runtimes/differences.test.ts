import { assert, it } from "@effect/vitest"
import { differences } from "../../scripts/runtimes/differences.js"
import { startRawServer } from "../../scripts/runtimes/rawServer.js"

const limits: ReadonlyArray<string> = process.versions.node.startsWith("20.") ?
  [
    "R4 chunked download that breaks off, connection: close",
    "R4 chunked text that breaks off, connection: close"
  ] :
  []

it("The promises hold on Node, but for the limits in docs/errors.md", async () => {
  const server = await startRawServer()
  try {
    const broken = (await differences(server.url)).filter(({ outcome }) => outcome !== "held")
    assert.deepStrictEqual(broken.map(({ name }) => name), limits)
  } finally {
    await server.close()
  }
})
