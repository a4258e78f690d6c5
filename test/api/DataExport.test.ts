import { assert, describe, it } from "@effect/vitest"
import * as DataExport from "effect-intercom/api/DataExport"
import * as ReportingDataExport from "effect-intercom/api/ReportingDataExport"
import type { IntercomError } from "effect-intercom/IntercomError"
import type { IntercomHttp } from "effect-intercom/IntercomHttp"
import type { JobFailed, JobPending } from "effect-intercom/Polling"
import * as Retry from "effect-intercom/Retry"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/TestClock"
import { gzipSync } from "node:zlib"
import { bodyOf, errorList, lineOf, scripted } from "../scripted.js"
import { refusalOf } from "./sending.js"

const job = (status: string) => (): Response =>
  Response.json({ job_identifier: "job1", status, download_url: "", download_expires_at: "" })

const range = { created_at_after: 1734519776, created_at_before: 1734537776 }

const report: ReportingDataExport.NewReportingExport = {
  dataset_id: "conversation",
  attribute_ids: ["conversation_id"],
  start_time: 1,
  end_time: 2
}

const access = { app_id: "app1", client_id: "client1" }

type Run = Effect.Effect<DataExport.ExportJob, IntercomError | JobFailed | JobPending, IntercomHttp>

const runs: ReadonlyArray<readonly [string, Run, ReadonlyArray<string>, unknown, string]> = [
  [
    "DataExport",
    DataExport.run(range),
    ["POST /export/content/data", "GET /export/content/data/job1", "GET /export/content/data/job1"],
    range,
    "completed"
  ],
  [
    "ReportingDataExport",
    ReportingDataExport.run(report, access),
    [
      "POST /export/reporting_data/enqueue",
      "GET /export/reporting_data/job1?app_id=app1&client_id=client1",
      "GET /export/reporting_data/job1?app_id=app1&client_id=client1"
    ],
    report,
    "complete"
  ]
]

for (const [name, run, requests, body, done] of runs) {
  describe(`${name}.run`, () => {
    it.effect("starts an export, asks for it until it is there, and gives the finished job", () =>
      Effect.gen(function*() {
        const { layer, sent } = scripted([job("pending"), job("in_progress"), job(done)])
        const fiber = yield* Effect.fork(Effect.provide(run, layer))
        yield* TestClock.adjust("1 minute")
        const { job_identifier, status } = yield* Fiber.join(fiber)
        assert.deepStrictEqual([job_identifier, status], ["job1", done])
        assert.deepStrictEqual(sent.map(lineOf), requests)
        assert.deepStrictEqual(bodyOf(sent[0]), body)
      }))

    it.effect("fails with JobFailed, and the job's id, where the export failed", () =>
      Effect.gen(function*() {
        const error = yield* Effect.flip(Effect.provide(run, scripted([job("pending"), job("failed")]).layer))
        assert(error._tag === "IntercomJobFailed")
        assert.deepStrictEqual([error.operation, error.job, error.status], [`${name}.await`, "job1", "failed"])
      }))

    const broken = () => errorList(500, "internal_server_error")

    it.effect("outlives half an hour of errors, with all retries of each call", () =>
      Effect.gen(function*() {
        const { layer, sent } = scripted(
          [job("pending"), ...Array.from({ length: 200 }, () => broken), job(done)],
          { retry: Retry.defaultPolicy }
        )
        const fiber = yield* Effect.fork(Effect.provide(run, layer))
        yield* TestClock.adjust("1 hour")
        assert.strictEqual((yield* Fiber.join(fiber)).status, done)
        assert.strictEqual(sent.filter(({ method }) => method === "POST").length, 1)
      }))

    for (
      const [what, answer] of [
        ["asking for it fails for an hour", broken],
        ["the token is revoked meanwhile", () => errorList(401, "unauthorized")],
        ["it is not found", () => errorList(404, "not_found")],
        ["a proxy answers", () => new Response("<html>")]
      ] as const
    ) {
      it.effect(`fails with the job's id where ${what}`, () =>
        Effect.gen(function*() {
          const fiber = yield* Effect.fork(Effect.flip(Effect.provide(run, scripted([job("pending"), answer]).layer)))
          yield* TestClock.adjust("2 hours")
          const error = yield* Fiber.join(fiber)
          assert(error._tag === "IntercomJobPending")
          assert.deepStrictEqual([error.job, error.cause?.operation], ["job1", `${name}.find`])
        }))
    }
  })
}

describe("ReportingDataExport", () => {
  it.effect("refuses an export of nothing, and access to none, before anything is sent", () =>
    Effect.gen(function*() {
      const nothing = {
        dataset_id: "conversation",
        attribute_ids: [],
        start_time: 1_717_490_000,
        end_time: 1_717_510_000
      }
      // @ts-expect-error the types keep this out too
      assert.deepStrictEqual((yield* refusalOf(ReportingDataExport.start(nothing))).slice(1), [
        "attribute_ids",
        "must not be empty"
      ])
      const app_id = "abc123"
      for (
        const [field, call] of [
          ["app_id", ReportingDataExport.find("job1", { app_id: "", client_id: "1" })],
          ["client_id", ReportingDataExport.find("job1", { app_id, client_id: "" })],
          ["app_id", Stream.runDrain(ReportingDataExport.downloadRaw("job1", { app_id: "" }))]
        ] as const
      ) assert.deepStrictEqual((yield* refusalOf(call)).slice(1), [field, "must be text, not empty"])
    }))
})

describe("DataExport.download", () => {
  const csv = "receipt_id,opened_at\n1,1734519776\n"

  it.effect("gives the file unpacked, and downloadRaw as it came", () =>
    Effect.gen(function*() {
      const packed = gzipSync(csv)
      const { layer } = scripted([() => new Response(packed)])
      const bytes = (stream: typeof DataExport.downloadRaw | typeof DataExport.download) =>
        Stream.runCollect(stream("job1")).pipe(
          Effect.map((chunks) => Buffer.concat([...chunks])),
          Effect.provide(layer)
        )
      assert.strictEqual((yield* bytes(DataExport.download)).toString(), csv)
      assert.deepStrictEqual(yield* bytes(DataExport.downloadRaw), packed)
    }))

  it.effect("reports an archive, whose bytes downloadRaw still gives", () =>
    Effect.gen(function*() {
      const zip = Buffer.from("PK\u0003\u0004rest")
      const { layer } = scripted([() => new Response(zip)])
      const error = yield* Effect.flip(Effect.provide(Stream.runDrain(DataExport.download("job1")), layer))
      assert(error._tag === "IntercomArchiveFound")
      assert.strictEqual(error.format, "zip")
      const raw = yield* Effect.provide(Stream.runCollect(DataExport.downloadRaw("job1")), layer)
      assert.deepStrictEqual(Buffer.concat([...raw]), zip)
    }))
})
