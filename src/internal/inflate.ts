/**
 * Unpacks gzip files of one member or several.
 *
 * `DecompressionStream` fails behind the first member (Node 24.19 and 26.5 and later, Deno 2.9.6), or at the zeros that
 * fill up a file (also Node 22.23 and Bun 1.4.5). It does not tell how many bytes it has read, so a second one cannot go
 * on from there.
 */

/** Unpacks a file part by part. Both functions throw if the file is damaged. */
export interface Inflater {
  /** Unpacks the next part of the file. */
  readonly push: (part: Uint8Array) => ReadonlyArray<Uint8Array>
  /** Unpacks what is left at the end of the file. */
  readonly end: () => ReadonlyArray<Uint8Array>
}

const damaged = (): never => {
  throw new Error("damaged")
}

/** Reads bits of the input, the lowest first. */
class Input {
  private bytes = new Uint8Array()
  private at = 0
  private held = 0
  private count = 0
  isEnded = false

  add(part: Uint8Array): void {
    const bytes = new Uint8Array(this.bytes.length - this.at + part.length)
    bytes.set(this.bytes.subarray(this.at))
    bytes.set(part, this.bytes.length - this.at)
    this.bytes = bytes
    this.at = 0
  }

  /** Whether `size` bytes can be read, or no more will come. */
  has(size: number): boolean {
    return this.isEnded || this.bytes.length - this.at >= size
  }

  isEmpty(): boolean {
    return this.count < 8 && this.at === this.bytes.length
  }

  private fill(): void {
    while (this.count <= 16 && this.at < this.bytes.length) {
      this.held |= (this.bytes[this.at++] ?? 0) << this.count
      this.count += 8
    }
  }

  /** Reads up to 16 bits. */
  bits(count: number): number {
    this.fill()
    if (this.count < count) damaged()
    const value = this.held & ((1 << count) - 1)
    this.held >>>= count
    this.count -= count
    return value
  }

  /** Reads a symbol. */
  symbol({ length, table }: Codes): number {
    this.fill()
    const entry = table[this.held & ((1 << length) - 1)] ?? 0
    const count = entry & 15
    if (count === 0 || this.count < count) damaged()
    this.held >>>= count
    this.count -= count
    return entry >> 4
  }

  /** Reads the extra bits of a symbol, and returns its value. */
  value(symbol: number, starts: Uint16Array, extra: ReadonlyArray<number>): number {
    return (starts[symbol] ?? damaged()) + this.bits(extra[symbol] ?? 0)
  }

  /** Drops the bits before the next whole byte. */
  align(): void {
    this.bits(this.count & 7)
  }
}

/** A table of symbols by the next `length` bits. An entry is a symbol, and in its lowest 4 bits the length of its code. */
interface Codes {
  readonly length: number
  readonly table: Uint16Array
}

const codesOf = (lengths: Uint8Array): Codes => {
  const length = Math.max(...lengths, 1)
  const table = new Uint16Array(1 << length)
  let code = 0
  for (let size = 1; size <= length; size++) {
    lengths.forEach((own, symbol) => {
      if (own !== size) return
      if (code >= 1 << size) damaged()
      let reversed = 0
      for (let bit = 0; bit < size; bit++) reversed |= (code >> bit & 1) << (size - 1 - bit)
      for (let at = reversed; at < table.length; at += 1 << size) table[at] = symbol << 4 | size
      code++
    })
    code <<= 1
  }
  return { length, table }
}

const distance = 32_768

/** Holds the last output, which the next may repeat. */
class Output {
  private readonly bytes = new Uint8Array(4 * distance)
  private at = 0
  private taken = 0
  private crc = -1
  private size = 0
  // Signed, because V8 allocates an object for a larger integer.
  private readonly crcs = Int32Array.from({ length: 256 }, (_, byte) => {
    for (let bit = 0; bit < 8; bit++) byte = byte & 1 ? 0xedb88320 ^ byte >>> 1 : byte >>> 1
    return byte
  })
  parts: Array<Uint8Array> = []

  put(byte: number): void {
    if (this.at === this.bytes.length) this.slide()
    this.bytes[this.at++] = byte
    this.size++
  }

  repeat(length: number, back: number): void {
    if (back > this.size) damaged()
    if (this.at + length > this.bytes.length) this.slide()
    const { at, bytes } = this
    // Byte by byte, because it may repeat what it has just written.
    for (let to = at; to < at + length; to++) bytes[to] = bytes[to - back] ?? 0
    this.at += length
    this.size += length
  }

  private slide(): void {
    this.take()
    this.bytes.copyWithin(0, this.at - distance)
    this.at = this.taken = distance
  }

  take(): void {
    if (this.taken === this.at) return
    const part = this.bytes.slice(this.taken, this.at)
    const { crcs } = this
    let { crc } = this
    for (let i = 0; i < part.length; i++) crc = (crcs[(crc ^ (part[i] ?? 0)) & 255] ?? 0) ^ crc >>> 8
    this.crc = crc
    this.taken = this.at
    this.parts.push(part)
  }

  /** Ends a member, and returns its checksum and its size. */
  finish(): readonly [number, number] {
    this.take()
    const result = [~this.crc >>> 0, this.size % 2 ** 32] as const
    this.crc = -1
    this.size = 0
    return result
  }
}

/** Makes an `Inflater`. It holds 128 KiB of output. */
export const makeInflater = (): Inflater => {
  const input = new Input()
  const output = new Output()
  const steps = members(input, output)
  const run = (): ReadonlyArray<Uint8Array> => {
    if (steps.next().done !== true && input.isEnded) damaged()
    output.take()
    return output.parts.splice(0)
  }
  return {
    push: (part) => {
      input.add(part)
      return run()
    },
    end: () => {
      input.isEnded = true
      return run()
    }
  }
}

/** Unpacks members, and pauses if the next step may need more input. */
function* members(input: Input, output: Output): Generator<void, void> {
  for (let isFirst = true;; isFirst = false) {
    let byte = 0
    // Files on tapes are filled up with zeros.
    do {
      while (!input.has(1)) yield
      if (input.isEmpty()) return isFirst ? damaged() : undefined
      byte = input.bits(8)
    } while (byte === 0 && !isFirst)
    while (!input.has(12)) yield
    if (byte !== 0x1f || input.bits(8) !== 0x8b || input.bits(8) !== 8) damaged()
    const flags = input.bits(8)
    if (flags > 31) damaged()
    for (let skipped = 0; skipped < 6; skipped++) input.bits(8)
    for (let left = flags & 4 ? input.bits(16) : 0; left > 0; left--) {
      while (!input.has(1)) yield
      input.bits(8)
    }
    for (const flag of [8, 16]) {
      let next = flags & flag
      while (next !== 0) {
        while (!input.has(1)) yield
        next = input.bits(8)
      }
    }
    while (!input.has(2)) yield
    if (flags & 2) input.bits(16)
    yield* blocks(input, output)
    input.align()
    while (!input.has(8)) yield
    const [crc, size] = output.finish()
    if (crc !== word(input) || size !== word(input)) damaged()
  }
}

const word = (input: Input): number => input.bits(16) + input.bits(16) * 65_536

/** The largest header of a block with its own codes has 2,283 bits. */
const headerSize = 286

function* blocks(input: Input, output: Output): Generator<void, void> {
  for (let isLast = false; !isLast;) {
    while (!input.has(headerSize)) yield
    isLast = input.bits(1) === 1
    const kind = input.bits(2)
    if (kind === 3) damaged()
    if (kind === 0) {
      input.align()
      const size = input.bits(16)
      if (size !== (input.bits(16) ^ 0xffff)) damaged()
      for (let left = size; left > 0; left--) {
        while (!input.has(1)) yield
        output.put(input.bits(8))
      }
      continue
    }
    const codes = kind === 1 ? fixedCodes() : readCodes(input)
    while (!decode(input, output, codes)) yield
  }
}

/** Unpacks the symbols of a block. Returns `true` at the end of the block, `false` if it may need more input before. */
const decode = (input: Input, output: Output, [literals, distances]: readonly [Codes, Codes]): boolean => {
  while (input.has(8)) {
    const symbol = input.symbol(literals)
    if (symbol < 256) output.put(symbol)
    else if (symbol === 256) return true
    else {
      // The longest length has a symbol of its own.
      const length = symbol === 285 ? 258 : input.value(symbol - 257, lengthStarts, lengthBits)
      output.repeat(length, input.value(input.symbol(distances), distanceStarts, distanceBits))
    }
  }
  return false
}

/** The numbers of extra bits of the symbols of a kind. */
const lengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]

const distanceBits = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13]

const startsOf = (extra: ReadonlyArray<number>, first: number): Uint16Array => {
  const starts = new Uint16Array(extra.length)
  let start = first
  extra.forEach((bits, symbol) => {
    starts[symbol] = start
    start += 1 << bits
  })
  return starts
}

const lengthStarts = startsOf(lengthBits, 3)

const distanceStarts = startsOf(distanceBits, 1)

const fixedCodes = (): readonly [Codes, Codes] => {
  const lengths = Uint8Array.from({ length: 288 }, (_, n) => n < 144 ? 8 : n < 256 ? 9 : n < 280 ? 7 : 8)
  return [codesOf(lengths), codesOf(new Uint8Array(30).fill(5))]
}

const order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

const readCodes = (input: Input): readonly [Codes, Codes] => {
  const literals = input.bits(5) + 257
  const all = literals + input.bits(5) + 1
  const count = input.bits(4) + 4
  const own = new Uint8Array(19)
  for (const symbol of order.slice(0, count)) own[symbol] = input.bits(3)
  const codes = codesOf(own)
  const lengths: Array<number> = []
  while (lengths.length < all) {
    const symbol = input.symbol(codes)
    if (symbol === 16 && lengths.length === 0) damaged()
    const [value = 0, times] = symbol < 16 ?
      [symbol, 1] :
      symbol === 16 ?
      [lengths.at(-1), 3 + input.bits(2)] :
      [0, symbol === 17 ? 3 + input.bits(3) : 11 + input.bits(7)]
    for (let left = times; left > 0; left--) lengths.push(value)
  }
  if (lengths.length > all) damaged()
  return [codesOf(Uint8Array.from(lengths.slice(0, literals))), codesOf(Uint8Array.from(lengths.slice(literals)))]
}
