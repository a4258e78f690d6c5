/**
 * The `Intercom-Version` of each operation: the later of the one it came with and the one asked for.
 */
import { assert, describe, it } from "@effect/vitest"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import type { Operation } from "./Operation.js"
import { operations, variants } from "./operations.js"
import { exchange } from "./support/exchange.js"

const versionSent = async (call: Operation["call"]): Promise<string | undefined> => {
  const { sent: [request] } = await exchange(call, () => Response.json({}))
  return request?.headers["intercom-version"]
}

describe("The version that is sent", () => {
  for (const { call, name, since = "2.15" } of [...operations, ...variants]) {
    it(`with ${name}`, async () => {
      const sent = [
        await versionSent(call),
        await versionSent(IntercomHttp.withVersion(call, "2.15")),
        await versionSent(IntercomHttp.withVersion(call, "2.17")),
        await versionSent(IntercomHttp.withVersion(call, "Preview"))
      ]
      assert.deepStrictEqual(sent, [since, since, "2.17", "Preview"])
    })
  }
})
