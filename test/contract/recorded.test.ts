/**
 * What a program under API 2.15 sends, against what it sent before this library knew a later version.
 */
import type * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import { expect, it } from "@effect/vitest"
import { textOf } from "../scripted.js"
import type { Operation } from "./Operation.js"
import { operations, variants } from "./operations.js"
import { exchange } from "./support/exchange.js"

const lineOf = ({ body, headers, method, url, urlParams }: HttpClientRequest.HttpClientRequest): string => {
  const whole = new URL(url)
  for (const [name, value] of urlParams) whole.searchParams.append(name, value)
  const { accept, "content-type": type = "", "intercom-version": version } = headers
  return `${method} ${whole.href} ${version} ${accept} ${body.contentType ?? type} ${textOf(body)}`.trimEnd()
}

const sentBy = async ({ call, name }: Operation): Promise<string> => {
  const { sent } = await exchange(call, () => Response.json({}))
  return [name, ...sent.map(lineOf)].join("\n")
}

it("A program under 2.15 sends what it always sent", async () => {
  const all: Array<string> = []
  for (const operation of [...operations, ...variants]) {
    if (operation.since === undefined) all.push(await sentBy(operation))
  }
  await expect(`${all.sort().join("\n\n")}\n`).toMatchFileSnapshot("../fixtures/requests-2.15.txt")
})
