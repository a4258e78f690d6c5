import { assert, describe, it } from "@effect/vitest"
import * as Download from "effect-intercom/Download"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import { gunzipSync, gzipSync } from "node:zlib"

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

const csv = bytes(`receipt_id,opened_at\n${"1,1734519776\n".repeat(5000)}`)

const zip = Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0)

const emptyZip = Uint8Array.of(0x50, 0x4b, 5, 6, 0, 0)

const tar = (() => {
  const block = new Uint8Array(1024)
  block.set(bytes("receipts.csv"))
  block.set(bytes("ustar\u000000"), 257)
  return block
})()

const inChunksOf = (size: number, whole: Uint8Array): Stream.Stream<Uint8Array> =>
  Stream.unfold(0, (at) => at < whole.length ? Option.some([whole.slice(at, at + size), at + size]) : Option.none())

const collect = <E>(stream: Stream.Stream<Uint8Array, E>): Effect.Effect<string, E> =>
  Effect.map(Stream.runCollect(stream), (chunks) => Buffer.concat([...chunks]).toString())

const unpack = Download.unpack("DataExport.download")

describe("Download.unpack", () => {
  const plain: ReadonlyArray<readonly [string, Uint8Array]> = [
    ["CSV", csv],
    ["a file shorter than any signature", bytes("a")],
    ["an empty file", new Uint8Array()]
  ]
  for (const [name, file] of plain) {
    for (const size of [1, 7, 65_536]) {
      it.effect(`lets ${name} through as it is, in chunks of ${size}`, () =>
        Effect.gen(function*() {
          assert.strictEqual(yield* collect(unpack(inChunksOf(size, file))), Buffer.from(file).toString())
        }))
    }
  }

  for (const size of [1, 7, 65_536]) {
    it.effect(`unpacks gzip, in chunks of ${size}`, () =>
      Effect.gen(function*() {
        assert.strictEqual(yield* collect(unpack(inChunksOf(size, gzipSync(csv)))), Buffer.from(csv).toString())
      }))
  }

  it.effect("unpacks a file in the middle of which there is a signature", () =>
    Effect.gen(function*() {
      const file = Buffer.concat([csv, zip, tar])
      assert.strictEqual(yield* collect(unpack(inChunksOf(512, gzipSync(file)))), file.toString())
    }))

  const archives: ReadonlyArray<readonly [Download.ArchiveFound["format"], Uint8Array]> = [
    ["zip", zip],
    ["zip", emptyZip],
    ["tar", tar],
    ["tar.gz", gzipSync(tar)]
  ]
  for (const [format, archive] of archives) {
    it.effect(`reports a ${format} archive before its first byte`, () =>
      Effect.gen(function*() {
        const seen: Array<Uint8Array> = []
        const error = yield* unpack(inChunksOf(100, archive)).pipe(
          Stream.runForEach((chunk) => Effect.sync(() => seen.push(chunk))),
          Effect.flip
        )
        assert(error._tag === "IntercomArchiveFound")
        assert.strictEqual(error.format, format)
        assert.strictEqual(error.message, `DataExport.download: the download is a ${format} archive`)
        assert.deepStrictEqual(seen, [])
      }))
  }

  const packed = gzipSync(csv)
  const broken: ReadonlyArray<readonly [string, Uint8Array]> = [
    ["breaks off", packed.subarray(0, packed.length - 20)],
    ["holds a wrong byte", packed.map((byte, i) => i === packed.length - 6 ? byte ^ 1 : byte)]
  ]
  for (const [name, file] of broken) {
    it.effect(`fails with InvalidGzip where the file ${name}`, () =>
      Effect.gen(function*() {
        assert.throws(() => gunzipSync(file))
        const error = yield* Effect.flip(collect(unpack(inChunksOf(1000, file))))
        assert.strictEqual(error._tag, "IntercomInvalidGzip")
      }))
  }

  it.effect("hands on parts of 128 KiB at most, however much a part of the download unpacks to", () =>
    Effect.gen(function*() {
      const sizes = yield* unpack(Stream.make(gzipSync(new Uint8Array(5_000_000)))).pipe(
        Stream.map(({ length }) => length),
        Stream.runCollect
      )
      assert.strictEqual([...sizes].reduce((sum, size) => sum + size, 0), 5_000_000)
      assert.isAtMost(Math.max(...sizes), 131_072)
    }))

  it.effect("reads past any number of empty parts, and keeps none of them", () =>
    Effect.gen(function*() {
      // Each in a chunk of its own, as a network delivers them.
      const empty = Stream.rechunk(Stream.repeatValue(new Uint8Array()).pipe(Stream.take(20_000)), 1)
      const parts = yield* Stream.runCollect(unpack(Stream.concat(empty, Stream.make(csv))))
      assert.deepStrictEqual([...parts], [csv])
    }))

  it.effect("passes on what the download itself fails with, packed or not", () =>
    Effect.gen(function*() {
      for (const file of [csv, gzipSync(csv)]) {
        const cut = Stream.concat(inChunksOf(100, file.subarray(0, 400)), Stream.fail("reset"))
        assert.strictEqual(yield* Effect.flip(collect(unpack(cut))), "reset")
      }
    }))

  it.effect("takes no more than the consumer asks for, and lets go of the download when that one stops", () =>
    Effect.gen(function*() {
      let taken = 0
      let released = false
      const endless = Stream.repeatValue(gzipSync(csv)).pipe(
        Stream.tap(() => Effect.sync(() => taken++)),
        Stream.ensuring(Effect.sync(() => (released = true)))
      )
      const first = yield* Stream.runHead(unpack(endless))
      assert.strictEqual(first._tag, "Some")
      assert.isTrue(released)
      assert.isBelow(taken, 100)
    }))
})
