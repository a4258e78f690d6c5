import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { readdirSync } from "node:fs"
import type { ServerResponse } from "node:http"
import { gzipSync } from "node:zlib"
import { serveNode } from "./loopback.js"
import { runExample } from "./program.js"

const timeout = 60_000

/** Intercom for one content export: where it stands when it is asked for, and what is downloaded. */
const intercom = (statuses: ReadonlyArray<string>, download: (response: ServerResponse) => void) => {
  const requests: Array<string> = []
  let asked = 0
  return Effect.map(
    serveNode(({ headers, method, url = "" }, response) => {
      requests.push(`${method} ${url}`)
      if (headers.authorization !== "Bearer good") return response.writeHead(401).end()
      if (url.startsWith("/download/")) return download(response)
      const status = method === "POST" ? "pending" : statuses[asked++] ?? statuses.at(-1)
      response.writeHead(200, { "content-type": "application/json" })
      response.end(JSON.stringify({ job_identifier: "job7", status, download_url: "", download_expires_at: "" }))
    }),
    (url) => ({ requests, environment: { INTERCOM_ACCESS_TOKEN: "good", INTERCOM_BASE_URL: url } })
  )
}

const csv = [
  "receipt_id,content_type,content_title",
  "1,Email,\"Hello, Ada\"",
  "2,Chat,\"one line",
  "and another, with \"\"quotes\"\"\"",
  "3,Email,grün",
  "4,,"
].join("\r\n")

describe("docs/examples/export-rows.ts", () => {
  it.live("runs without a token and a network", () =>
    Effect.gen(function*() {
      assert.deepStrictEqual(yield* runExample("export-rows"), {
        status: 0,
        output: ["the export is completed", "1500 rows", "content_type Email: 500", "content_type Chat: 1000"],
        errors: []
      })
    }), timeout)

  it.scopedLive("starts the export, waits for it, unpacks it and counts its rows", () =>
    Effect.gen(function*() {
      const { environment, requests } = yield* intercom(
        ["pending", "completed"],
        (response) => response.end(gzipSync(csv))
      )
      assert.deepStrictEqual(yield* runExample("export-rows", [], environment), {
        status: 0,
        output: [
          "the export is completed",
          "4 rows",
          "content_type Email: 2",
          "content_type Chat: 1",
          "content_type (none): 1"
        ],
        errors: []
      })
      assert.deepStrictEqual(requests, [
        "POST /export/content/data",
        "GET /export/content/data/job7",
        "GET /export/content/data/job7",
        "GET /download/content/data/job7"
      ])
    }), timeout)

  it.scopedLive(
    "counts by another column, of a file that is not packed and begins with a byte order mark",
    () =>
      Effect.gen(function*() {
        const { environment } = yield* intercom(["completed"], (response) => response.end(`\uFEFF${csv}`))
        const { output, status } = yield* runExample("export-rows", ["receipt_id"], environment)
        assert.strictEqual(status, 0)
        assert.deepStrictEqual(output.slice(2), ["1", "2", "3", "4"].map((id) => `receipt_id ${id}: 1`))
      }),
    timeout
  )

  it.scopedLive("reports an archive, and counts its bytes as they came", () =>
    Effect.gen(function*() {
      const zip = Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(100_000, 7)])
      const { environment, requests } = yield* intercom(["completed"], (response) => response.end(zip))
      const { errors, output, status } = yield* runExample("export-rows", [], environment)
      assert.deepStrictEqual(errors, [])
      assert.strictEqual(status, 0)
      assert.deepStrictEqual(output, ["the export is completed", "a zip archive of 100004 bytes"])
      assert.lengthOf(requests.filter((request) => request === "GET /download/content/data/job7"), 2)
    }), timeout)

  it.scopedLive("downloads nothing where there is nothing", () =>
    Effect.gen(function*() {
      const { environment, requests } = yield* intercom(["no_data"], (response) => response.writeHead(404).end())
      const { output, status } = yield* runExample("export-rows", [], environment)
      assert.strictEqual(status, 0)
      assert.deepStrictEqual(output, ["the export is no_data"])
      assert.lengthOf(requests, 2)
    }), timeout)

  const failures: ReadonlyArray<readonly [string, string, (response: ServerResponse) => void, RegExp]> = [
    ["the export failed", "failed", (response) => response.end(), /the job ended as failed$/],
    [
      "the download breaks off, between two rows",
      "completed",
      (response) => {
        response.writeHead(200, { "content-length": "1000000" })
        const rows = `receipt_id,content_type\n${"1,Email\n".repeat(1000)}`
        response.write(rows, () => setTimeout(() => response.destroy(), 200))
      },
      /DataExport\.download: a response of 200 broke off/
    ],
    [
      "the gzip breaks off",
      "completed",
      (response) => response.end(gzipSync(csv).subarray(0, 60)),
      /DataExport\.download: the download is invalid or incomplete gzip/
    ],
    ["it is no CSV", "completed", (response) => response.end("a,b\n1,2,3\n"), /the export is not CSV: .* on line 2$/]
  ]
  for (const [what, status, download, message] of failures) {
    it.scopedLive(`ends in one line and status 1 where ${what}`, () =>
      Effect.gen(function*() {
        const { environment } = yield* intercom([status], download)
        const ended = yield* runExample("export-rows", [], environment)
        assert.strictEqual(ended.status, 1)
        assert.lengthOf(ended.errors, 1)
        assert.match(ended.errors[0] ?? "", message)
        assert.isFalse(ended.output.some((line) => /\brows\b/.test(line)))
      }), timeout)
  }
})

describe("docs/examples/webhook-server.ts", () => {
  it.live("takes over HTTP what the workspace in memory sends, each once", () =>
    Effect.gen(function*() {
      const { errors, output, status } = yield* runExample("webhook-server")
      assert.deepStrictEqual(errors, [])
      assert.strictEqual(status, 0)
      assert.strictEqual(output.at(-1), "4 of 4 delivered")
      // Nobody promises in which order they come.
      assert.sameMembers(output.slice(0, -1), [
        "contact.user.created: Ada",
        "contact.user.tag.created: vip",
        "conversation.user.created: Hello?",
        "conversation.admin.closed"
      ])
    }), timeout)
})

describe("docs/examples", () => {
  it("holds no program that no test runs", () => {
    assert.deepStrictEqual(readdirSync("docs/examples").sort(), [
      "demo.ts",
      "export-rows.ts",
      // Run by test/docs/recipes.test.ts.
      "recipes",
      "sync",
      "webhook-server.ts",
      // Run by examples.webhooks.test.ts.
      "webhooks",
      // A program and its test, which runs with the others.
      "welcome.test.ts",
      "welcome.ts",
      // Run by examples/workflow.test.ts.
      "workflow"
    ])
  })
})
