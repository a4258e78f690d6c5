/**
 * What `DataExport.download` unpacks, compared with zlib.
 */
import { assert, describe, it } from "@effect/vitest"
import * as FastCheck from "effect/FastCheck"
import { constants, crc32, gunzipSync, gzipSync, type ZlibOptions } from "node:zlib"
import { makeInflater } from "../../src/internal/inflate.js"

/** Unpacks a file that arrives in parts of a size. */
const unpack = (file: Uint8Array, size: number): Buffer => {
  const { end, push } = makeInflater()
  const parts: Array<Uint8Array> = []
  for (let at = 0; at < file.length; at += size) parts.push(...push(file.subarray(at, at + size)))
  return Buffer.concat([...parts, ...end()])
}

/** Bytes that repeat near and far, do not repeat at all, or have few symbols. */
const content = FastCheck.oneof(
  FastCheck.uint8Array({ maxLength: 2000 }),
  FastCheck.array(FastCheck.constantFrom("id,", "2026-11-28,", "Ada Løvelace", "\n"), { maxLength: 500 })
    .map((words) => Buffer.from(words.join(""))),
  FastCheck.tuple(FastCheck.uint8Array({ minLength: 1, maxLength: 300 }), FastCheck.integer({ min: 1, max: 70_000 }))
    .map(([bytes, distance]) => Buffer.concat([bytes, new Uint8Array(distance), bytes]))
)

/** Each makes other kinds of blocks: stored, with fixed codes, without distances, with short windows. */
const options: FastCheck.Arbitrary<ZlibOptions> = FastCheck.record({
  level: FastCheck.integer({ min: 0, max: 9 }),
  strategy: FastCheck.constantFrom(
    constants.Z_DEFAULT_STRATEGY,
    constants.Z_FILTERED,
    constants.Z_HUFFMAN_ONLY,
    constants.Z_RLE,
    constants.Z_FIXED
  ),
  windowBits: FastCheck.integer({ min: 9, max: 15 }),
  memLevel: FastCheck.integer({ min: 1, max: 9 })
})

const member = FastCheck.tuple(content, options).map(([bytes, options]) => ({ bytes, file: gzipSync(bytes, options) }))

const size = FastCheck.constantFrom(1, 2, 7, 100, 1000, 100_000)

/** A member with every optional part of a header: extra field, name, comment, checksum of the header. */
const withWholeHeader = (file: Buffer): Buffer => {
  const head = Buffer.concat([
    Uint8Array.of(0x1f, 0x8b, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 255, 3, 0, 1, 2, 3),
    Buffer.from("receipts.csv\0a comment\0")
  ])
  const checksum = Buffer.alloc(2)
  checksum.writeUInt16LE(crc32(head) & 0xffff)
  return Buffer.concat([head, checksum, file.subarray(10)])
}

describe("A gzip file", () => {
  it("is unpacked as zlib does, whatever its blocks are and however it arrives", () => {
    FastCheck.assert(
      FastCheck.property(FastCheck.array(member, { minLength: 1, maxLength: 3 }), size, (members, size) => {
        const file = Buffer.concat(members.map(({ file }) => file))
        assert.isTrue(unpack(file, size).equals(Buffer.concat(members.map(({ bytes }) => bytes))))
      }),
      { numRuns: 300 }
    )
  })

  it("may have the optional parts of a header, in each member", () => {
    const one = withWholeHeader(gzipSync("first "))
    assert.strictEqual(gunzipSync(one).toString(), "first ")
    for (const size of [1, 5, 1000]) {
      assert.strictEqual(unpack(Buffer.concat([one, one]), size).toString(), "first first ")
    }
  })

  it("may end in zeros, as files on tapes do", () => {
    for (const zeros of [1, 512]) {
      assert.strictEqual(unpack(Buffer.concat([gzipSync("first"), new Uint8Array(zeros)]), 100).toString(), "first")
    }
  })

  it("is damaged if it ends early, wherever", () => {
    const file = Buffer.concat([gzipSync("first ".repeat(20)), gzipSync("second")])
    const first = gzipSync("first ".repeat(20)).length
    for (let length = 0; length < file.length; length++) {
      if (length === first) continue
      assert.throws(() => unpack(file.subarray(0, length), 1000), "damaged", `${length} bytes`)
    }
  })

  it("is damaged if something else follows", () => {
    const file = gzipSync("first")
    for (const rest of ["x", "\n", "\u001f", "\u001f\u008bx"]) {
      assert.throws(() => unpack(Buffer.concat([file, Buffer.from(rest, "latin1")]), 1000), "damaged")
    }
  })

  it("with a wrong byte is damaged or unchanged, and what zlib can read is unchanged", () => {
    const corrupt = FastCheck.tuple(member, FastCheck.nat(), FastCheck.integer({ min: 1, max: 255 }))
    FastCheck.assert(
      FastCheck.property(corrupt, size, ([{ bytes, file }, at, bits], size) => {
        const changed = Uint8Array.from(file, (byte, position) => position === at % file.length ? byte ^ bits : byte)
        const [own, zlib] = [() => unpack(changed, size), () => gunzipSync(changed)].map(resultOf)
        if (own !== "damaged" || zlib !== "damaged") assert.isTrue(own instanceof Buffer && own.equals(bytes))
      }),
      { numRuns: 1000 }
    )
  })
})

const resultOf = (unpack: () => Buffer): Buffer | "damaged" => {
  try {
    return unpack()
  } catch {
    return "damaged"
  }
}
