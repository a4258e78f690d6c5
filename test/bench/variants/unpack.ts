/**
 * Ways to unpack a gzip file of 100,000 rows that arrives in parts of 64 KiB.
 */
import * as Download from "effect-intercom/Download"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import assert from "node:assert/strict"
import { gzipSync } from "node:zlib"
import type { Work } from "../variant.js"

const text = Array.from(
  { length: 100_000 },
  (_, row) => `receipt-${row},${1_734_519_776 + row * 7},Email,user-${row * 7919 % 10_007}@example.com\n`
).join("")

const partsOf = (file: Uint8Array): ReadonlyArray<Uint8Array<ArrayBuffer>> =>
  Array.from({ length: Math.ceil(file.length / 65_536) }, (_, part) => file.slice(part * 65_536, (part + 1) * 65_536))

const unpacking = (size: (parts: ReadonlyArray<Uint8Array<ArrayBuffer>>) => Promise<number>): Work => async () => {
  const parts = partsOf(gzipSync(text))
  return async (count) => {
    for (let i = 0; i < count; i++) assert.equal(await size(parts), text.length)
  }
}

export const ours: Work = unpacking((parts) =>
  Stream.fromIterable(parts).pipe(
    Download.unpack("DataExport.download"),
    Stream.runFold(0, (size, part) => size + part.length),
    Effect.runPromise
  )
)

export const native: Work = unpacking(async (parts) => {
  let size = 0
  const sink = new WritableStream<Uint8Array>({
    write: (part) => {
      size += part.length
    }
  })
  await new Blob([...parts]).stream().pipeThrough(new DecompressionStream("gzip")).pipeTo(sink)
  return size
})
