/**
 * Turns a content export into rows: `npx tsx docs/examples/export-rows.ts [column]` prints the number of rows, and how
 * many rows have each value of a column.
 *
 * Without a token, a function plays Intercom. With `INTERCOM_ACCESS_TOKEN` set it exports the last seven days of the
 * real workspace.
 */
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import * as NodeStream from "@effect/platform-node/NodeStream"
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import { parse, type Parser } from "csv-parse"
import * as DataExport from "effect-intercom/api/DataExport"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as Cause from "effect/Cause"
import * as Clock from "effect/Clock"
import * as Config from "effect/Config"
import * as Console from "effect/Console"
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import { gzipSync } from "node:zlib"

type Row = Readonly<Record<string, string>>

class InvalidCsv extends Data.TaggedError("InvalidCsv")<{ readonly message: string }> {}

const invalidCsv = (error: unknown) =>
  new InvalidCsv({ message: `the export is not CSV: ${error instanceof Error ? error.message : String(error)}` })

// Ends when the parser has room for more, so the parser gets text no faster than its rows are read.
const write = (parser: Parser, text: string) =>
  Effect.async<void, InvalidCsv>((resume) => {
    parser.write(text, (error) => resume(error ? invalidCsv(error) : Effect.void))
  })

// The stream runs beside the parser, so that a download that breaks off fails instead of ending the rows.
const parseCsv = <E, R>(text: Stream.Stream<string, E, R>): Stream.Stream<Row, E | InvalidCsv, R> =>
  Stream.suspend(() => {
    const parser = parse({ bom: true, columns: true })
    const feed = Effect.zipRight(
      Stream.runForEach(text, (part) => write(parser, part)),
      Effect.sync(() => parser.end())
    )
    return NodeStream.fromReadable<InvalidCsv, Row>(() => parser, invalidCsv).pipe(
      Stream.merge(Stream.execute(feed), { haltStrategy: "left" })
    )
  })

const rowsOf = (jobIdentifier: string) => DataExport.download(jobIdentifier).pipe(Stream.decodeText(), parseCsv)

const countBy = (column: string) => <E, R>(rows: Stream.Stream<Row, E, R>) =>
  Stream.runFold(rows, new Map<string, number>(), (counts, row) => {
    const value = row[column] ?? ""
    return counts.set(value, (counts.get(value) ?? 0) + 1)
  })

const report = (column: string, counts: ReadonlyMap<string, number>) =>
  Effect.gen(function*() {
    yield* Console.log(`${Array.from(counts.values()).reduce((sum, count) => sum + count, 0)} rows`)
    for (const [value, count] of counts) yield* Console.log(`${column} ${value === "" ? "(none)" : value}: ${count}`)
  })

const exportRows = (column: string) =>
  Effect.gen(function*() {
    const now = Math.floor((yield* Clock.currentTimeMillis) / 1000)
    const job = yield* DataExport.run({ created_at_after: now - 7 * 24 * 3600, created_at_before: now })
    yield* Console.log(`the export is ${job.status}`)
    if (job.status === "no_data") return
    yield* rowsOf(job.job_identifier).pipe(
      countBy(column),
      Effect.flatMap((counts) => report(column, counts)),
      // An archive of several files: another library has to unpack it.
      Effect.catchTag("IntercomArchiveFound", ({ format }) =>
        DataExport.downloadRaw(job.job_identifier).pipe(
          Stream.runFold(0, (size, bytes) => size + bytes.length),
          Effect.flatMap((size) => Console.log(`a ${format} archive of ${size} bytes`))
        ))
    )
  })

const played = Layer.suspend(() => {
  const lines = Array.from({ length: 1500 }, (_, i) => `${i},${i % 3 === 0 ? "Email" : "Chat"},"Hello,\nnumber ${i}"`)
  const file = gzipSync(["receipt_id,content_type,content_title", ...lines].join("\n"))
  let asked = 0
  return IntercomHttp.layerTest(({ method, url }) => {
    if (url.includes("/download/")) return new Response(file)
    const isDone = method === "GET" && ++asked > 1
    return Response.json({ job_identifier: "job1", status: isDone ? "completed" : "pending", download_url: "" })
  })
})

const real = IntercomHttp.layerConfig().pipe(Layer.provide(FetchHttpClient.layer))

const program = Effect.gen(function*() {
  const [column = "content_type"] = process.argv.slice(2)
  const token = yield* Config.option(Config.redacted("INTERCOM_ACCESS_TOKEN"))
  yield* Effect.provide(exportRows(column), Option.isSome(token) ? real : played)
})

NodeRuntime.runMain(
  Effect.tapErrorCause(program, (cause) => {
    const [error] = Array.from(Cause.failures(cause))
    return Console.error(`export-rows: ${error === undefined ? Cause.pretty(cause) : error.message}`)
  }),
  { disableErrorReporting: true }
)
