/**
 * Finds in a recording what answers a request.
 *
 * The request is redacted as the recorded ones were, with pseudonyms of its own. It goes with a recorded one when both
 * are the same but for the numbers of their pseudonyms, and these agree one to one with all that matched before.
 */
import * as Predicate from "effect/Predicate"
import * as Schema from "effect/Schema"
import * as Difference from "./Difference.js"
import type { Body, Exchange, Request } from "./Exchange.js"
import { type Redactor, replacePseudonyms, type Rewriter } from "./Redaction.js"

/**
 * A program sent what no recorded exchange is left for. It is a defect, so that neither a retry nor a handler of errors
 * takes it for an answer of Intercom. It holds no secret and no address: both requests are redacted.
 */
export class UnexpectedRequest extends Schema.TaggedError<UnexpectedRequest>()("IntercomUnexpectedRequest", {
  /** `POST /contacts` */
  request: Schema.String,
  /** The file of the exchange that is closest among those left. */
  closest: Schema.optional(Schema.String),
  /** From the closest request (`-`) to the one that was sent (`+`). */
  difference: Schema.String,
  /** The file of an exchange that would answer, had it not answered before. */
  used: Schema.optional(Schema.String),
  /** How many exchanges are left. */
  left: Schema.Number
}) {
  override get message(): string {
    const left = this.left === 1 ? "1 exchange is left" : `${this.left} exchanges are left`
    return [
      `${this.request} is not in the recording; ${this.left === 0 ? "no exchange is left" : left}.`,
      ...(this.used === undefined ? [] : [`The same request is in "${this.used}", which has been answered already.`]),
      this.closest === undefined ? "What was sent:" : `Closest is "${this.closest}" (- recorded, + sent):`,
      this.difference
    ].join("\n")
  }
}

/**
 * An exchange, and the file it is from.
 */
export interface Entry {
  readonly file: string
  readonly exchange: Exchange
}

export interface Replay {
  /** The first exchange left that answers this request. From then on it is not left. */
  readonly take: (sent: Request) => Exchange | UnexpectedRequest
  /** Puts the program's own addresses in the place of the pseudonyms of an answer. */
  readonly restore: Rewriter
  /** The files of the exchanges that are left, in order. */
  readonly unused: () => ReadonlyArray<string>
}

/**
 * Begins a replay. `redactor` is the one that the requests given to `take` went through.
 */
export const make = (entries: ReadonlyArray<Entry>, redactor: Redactor): Replay => {
  const recorded = entries.map(({ exchange, file }) => ({ exchange, file, ...comparable(exchange.request) }))
  const used = new Set<string>()
  // Pseudonyms that went out in answers, since nobody has said yet whom they stand for.
  const issued = new Set<number>()
  let bindings: Bindings = { sentOf: new Map(), recordedOf: new Map() }

  const issuedOf = (sent: number): number | undefined => {
    const [, number] = /^email-(\d+)@redacted\.example$/i.exec(redactor.addressOf(sent) ?? "") ?? []
    return number !== undefined && issued.has(Number(number)) ? Number(number) : undefined
  }

  const bind = (
    known: Bindings,
    before: ReadonlyArray<number>,
    sent: ReadonlyArray<number>
  ): Bindings | undefined => {
    const sentOf = new Map(known.sentOf)
    const recordedOf = new Map(known.recordedOf)
    const isConsistent = before.every((number, index) => {
      const other = sent[index] ?? 0
      const own = issuedOf(other)
      if (own !== undefined) return own === number
      if (sentOf.has(number) || recordedOf.has(other)) return sentOf.get(number) === other
      sentOf.set(number, other)
      recordedOf.set(other, number)
      return true
    })
    return isConsistent ? { sentOf, recordedOf } : undefined
  }

  const answers = (entry: Comparable, sent: Comparable): Bindings | undefined =>
    entry.shape === sent.shape ? bind(bindings, entry.numbers, sent.numbers) : undefined

  const unexpected = (sent: Comparable): UnexpectedRequest => {
    const rest = recorded.filter(({ file }) => !used.has(file))
    const closest = closestTo(sent.lines, rest)
    let known = bindings
    const changes = Difference.between(closest?.lines ?? [], sent.lines, shapeOf).flatMap((change) => {
      if (change.kind !== "same") return change
      const extended = bind(known, numbersIn(change.before), numbersIn(change.after))
      if (extended === undefined) {
        return [{ kind: "removed" as const, before: change.before }, { kind: "added" as const, after: change.after }]
      }
      known = extended
      return change
    })
    // The recording's own numbers on both sides, or people would see differences where there are none.
    const named = (line: string): string =>
      replacePseudonyms(line, ({ initial, number, sign }) => {
        const own = issuedOf(number) ?? known.recordedOf.get(number)
        return own === undefined
          ? `other-${number}${sign}redacted.example`
          : `${initial}mail-${own}${sign}redacted.example`
      })
    return new UnexpectedRequest({
      request: named(sent.lines[0] ?? ""),
      closest: closest?.file,
      difference: Difference.format(
        changes.map((change) => change.kind === "added" ? { ...change, after: named(change.after) } : change)
      ),
      used: recorded.find((entry) => used.has(entry.file) && answers(entry, sent) !== undefined)?.file,
      left: rest.length
    })
  }

  const restored = (text: string): string =>
    replacePseudonyms(text, ({ found, initial, number, sign }) => {
      const address = redactor.addressOf(bindings.sentOf.get(number) ?? 0)
      if (address === undefined) {
        issued.add(number)
        return found
      }
      const spelled = initial === "E" ? address : address.toLowerCase()
      // "%40" says that the text is percent-encoded, "%2540" that it is so twice.
      return Array.from({ length: (sign.length - 1) / 2 }).reduce<string>(
        (encoded) => encodeURIComponent(encoded),
        spelled
      )
    })

  return {
    take: (request) => {
      const sent = comparable(request)
      for (const entry of recorded) {
        const extended = used.has(entry.file) ? undefined : answers(entry, sent)
        if (extended === undefined) continue
        bindings = extended
        used.add(entry.file)
        return entry.exchange
      }
      return unexpected(sent)
    },
    restore: { text: restored, url: restored, json: (value) => mapStrings(value, restored) },
    unused: () => recorded.filter(({ file }) => !used.has(file)).map(({ file }) => file)
  }
}

/** Which address of the program stands for which of the recording: by their numbers, both ways. */
interface Bindings {
  readonly sentOf: ReadonlyMap<number, number>
  readonly recordedOf: ReadonlyMap<number, number>
}

interface Comparable {
  readonly lines: ReadonlyArray<string>
  /** All the lines, without the numbers of the pseudonyms. */
  readonly shape: string
  readonly numbers: ReadonlyArray<number>
}

const comparable = (request: Request): Comparable => {
  const lines = linesOf(request)
  const text = lines.join("\n")
  return { lines, shape: shapeOf(text), numbers: numbersIn(text) }
}

const shapeOf = (text: string): string => replacePseudonyms(text, ({ sign }) => `email${sign}`)

const numbersIn = (text: string): ReadonlyArray<number> => {
  const numbers: Array<number> = []
  replacePseudonyms(text, ({ found, number }) => {
    numbers.push(number)
    return found
  })
  return numbers
}

/** A request as it is compared and shown: query and keys in one order, whatever order they came in. */
const linesOf = ({ body, headers, method, path }: Request): ReadonlyArray<string> => {
  const [pathname = "", ...query] = path.split("?")
  const params = Array.from(new URLSearchParams(query.join("?")))
    .map(([name, value]) => ({ name: encodeURIComponent(name), value }))
    .sort((one, other) => compare(one.name, other.name))
  return [
    `${method} ${pathname}`,
    ...params.map(({ name, value }) => `  ${name} = ${value}`),
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(body === undefined ? [] : bodyLines(body))
  ]
}

const bodyLines = (body: Body): ReadonlyArray<string> =>
  "json" in body
    ? JSON.stringify(sorted(body.json), null, 2).split("\n")
    : Object.entries(body).map(([kind, content]) => `${kind}: ${JSON.stringify(content)}`)

const compare = (one: string, other: string): number => {
  const [left, right] = [shapeOf(one), shapeOf(other)]
  return left < right ? -1 : left > right ? 1 : 0
}

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (!Predicate.isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).sort(([one], [other]) => compare(one, other)).map(([key, field]) => [key, sorted(field)])
  )
}

const mapStrings = (value: unknown, change: (text: string) => string): unknown => {
  if (typeof value === "string") return change(value)
  if (Array.isArray(value)) return value.map((item: unknown) => mapStrings(item, change))
  if (!Predicate.isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [change(key), mapStrings(field, change)]))
}

interface Candidate {
  readonly file: string
  readonly lines: ReadonlyArray<string>
}

/** Method and path count first, by their words; then the lines. */
const closestTo = (sent: ReadonlyArray<string>, candidates: ReadonlyArray<Candidate>): Candidate | undefined => {
  const distance = ({ lines }: Candidate): number =>
    unshared(wordsOf(lines), wordsOf(sent)) * 1_000_000 + unshared(lines.slice(1), sent.slice(1))
  return candidates
    .map((candidate) => ({ candidate, distance: distance(candidate) }))
    .reduce<{ readonly candidate: Candidate; readonly distance: number } | undefined>(
      (best, other) => best === undefined || other.distance < best.distance ? other : best,
      undefined
    )?.candidate
}

const wordsOf = ([line = ""]: ReadonlyArray<string>): ReadonlyArray<string> => line.split(/[ /]+/)

const unshared = (some: ReadonlyArray<string>, others: ReadonlyArray<string>): number => {
  const counts = new Map<string, number>()
  const count = (line: string, by: number) => counts.set(shapeOf(line), (counts.get(shapeOf(line)) ?? 0) + by)
  some.forEach((line) => count(line, 1))
  others.forEach((line) => count(line, -1))
  return Array.from(counts.values()).reduce((sum, number) => sum + Math.abs(number), 0)
}
