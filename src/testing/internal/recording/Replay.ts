/**
 * Finds the exchange of a recording that answers a request.
 *
 * The request is redacted like the recorded ones, with pseudonyms of its own. It matches a recorded request if both are
 * the same except for the numbers of their pseudonyms, and if these numbers agree one to one with all earlier matches.
 */
import * as Either from "effect/Either"
import * as Predicate from "effect/Predicate"
import { formatPath } from "../../../internal/formatPath.js"
import type { Exchange, Request } from "./Exchange.js"
import { type Redactor, replacePseudonyms, type Rewriter } from "./Redaction.js"

/** An exchange and the name of its file. */
export interface Entry {
  readonly file: string
  readonly exchange: Exchange
}

/** Why no exchange answers a request: the fields of `UnexpectedRequest`. */
export interface Mismatch {
  readonly request: string
  readonly difference: string
  readonly closest: string | undefined
  readonly used: string | undefined
  readonly left: number
}

export interface Replay {
  /** Uses up the first remaining exchange that answers this request, or tells why there is none. */
  readonly take: (sent: Request) => Either.Either<Exchange, Mismatch>
  /** Replaces the pseudonyms of a response by the program's own addresses. */
  readonly restore: Rewriter
  /** The files of the exchanges that are left, in order. */
  readonly unused: () => ReadonlyArray<string>
}

/** Begins a replay. `redactor` is the one that redacts the requests given to `take`. */
export const make = (entries: ReadonlyArray<Entry>, redactor: Redactor): Replay => {
  const recorded = entries.map(({ exchange, file }) => ({ exchange, file, ...comparable(exchange.request) }))
  const used = new Set<string>()
  // Pseudonyms that a response gave to the program, because their addresses are unknown.
  const issued = new Set<number>()
  let bindings: Bindings = { sentOf: new Map(), recordedOf: new Map() }

  const issuedOf = (sent: number): number | undefined => {
    const [, number] = /^email-(\d+)@redacted\.example$/i.exec(redactor.addressOf(sent) ?? "") ?? []
    return number !== undefined && issued.has(Number(number)) ? Number(number) : undefined
  }

  /** Adds the bindings that follow from two texts. `undefined` if the texts do not match. */
  const bind = (known: Bindings, before: string, sent: string): Bindings | undefined => {
    if (shapeOf(before) !== shapeOf(sent)) return undefined
    const sentOf = new Map(known.sentOf)
    const recordedOf = new Map(known.recordedOf)
    const others = numbersIn(sent)
    const isConsistent = numbersIn(before).every((number, index) => {
      const other = others[index] ?? 0
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
    entry.shape === sent.shape ? bind(bindings, entry.text, sent.text) : undefined

  const mismatchOf = (sent: Comparable): Mismatch => {
    const rest = recorded.filter(({ file }) => !used.has(file))
    const closest = closestTo(sent, rest)
    const others = new Map(closest?.lines.map((line) => [shapeOf(line.path), line]))
    let known = bindings
    const differing: Array<readonly [recorded: Line | undefined, sent: Line | undefined]> = []
    for (const line of sent.lines) {
      const other = others.get(shapeOf(line.path))
      others.delete(shapeOf(line.path))
      const extended = bind(known, other?.text ?? "", line.text)
      known = extended ?? known
      if (extended === undefined) differing.push([other, line])
    }
    others.forEach((line) => differing.push([line, undefined]))
    // Both sides show the numbers of the recording, or the same address would look like a difference.
    const renumber = (text: string): string =>
      replacePseudonyms(text, ({ initial, number, sign }) => {
        const own = issuedOf(number) ?? known.recordedOf.get(number)
        return own === undefined
          ? `other-${number}${sign}redacted.example`
          : `${initial}mail-${own}${sign}redacted.example`
      })
    const [[before, after] = []] = differing
    const path = before?.path ?? renumber(after?.path ?? "")
    const values = `recorded ${cut(before?.value ?? "nothing", 200)}, sent ${
      cut(renumber(after?.value ?? "nothing"), 200)
    }`
    const comparison = closest && `${path}: ${values}\nRecorded:\n${cut(closest.text, 2000)}\n`
    return {
      request: renumber(sent.target),
      difference: `${comparison ?? ""}Sent:\n${cut(renumber(sent.text), 2000)}`,
      closest: closest?.file,
      used: recorded.find((entry) => used.has(entry.file) && answers(entry, sent) !== undefined)?.file,
      left: rest.length
    }
  }

  const restored = (text: string): string =>
    replacePseudonyms(text, ({ found, initial, number, sign }) => {
      const address = redactor.addressOf(bindings.sentOf.get(number) ?? 0)
      if (address === undefined) {
        issued.add(number)
        return found
      }
      const spelled = initial === "E" ? address : address.toLowerCase()
      // "%40" means that the text is percent-encoded once, "%2540" twice.
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
        return Either.right(entry.exchange)
      }
      return Either.left(mismatchOf(sent))
    },
    restore: { text: restored, url: restored, json: (value) => mapStrings(value, restored) },
    unused: () => recorded.filter(({ file }) => !used.has(file)).map(({ file }) => file)
  }
}

/** The pairs of addresses of the program and the recording, by number, in both directions. */
interface Bindings {
  readonly sentOf: ReadonlyMap<number, number>
  readonly recordedOf: ReadonlyMap<number, number>
}

interface Comparable {
  /** `POST /contacts` */
  readonly target: string
  readonly lines: ReadonlyArray<Line>
  /** All the lines. */
  readonly text: string
  /** The same without the numbers of the pseudonyms. */
  readonly shape: string
}

/** One value of a request: `body.json.name: "Ada"`. */
interface Line {
  readonly path: string
  /** In JSON. */
  readonly value: string
  readonly text: string
}

const comparable = ({ body, headers, method, path }: Request): Comparable => {
  const [pathname = "", ...search] = path.split("?")
  const params = new URLSearchParams(search.join("?"))
  const query = Object.fromEntries(Array.from(new Set(params.keys()), (name) => {
    const values = params.getAll(name)
    return [name, values.length === 1 ? values[0] : values]
  }))
  const lines = Object.entries({ method, path: pathname, query, headers, body })
    .flatMap(([part, value]) => linesOf(value, [part]))
  const text = lines.map((line) => line.text).join("\n")
  return { target: `${method} ${pathname}`, lines, text, shape: shapeOf(text) }
}

/** Sorts the keys of each object. */
const linesOf = (value: unknown, path: ReadonlyArray<string | number>): ReadonlyArray<Line> => {
  const fields: ReadonlyArray<readonly [string | number, unknown]> = Array.isArray(value)
    ? value.map((item: unknown, index) => [index, item])
    : Predicate.isRecord(value)
    ? Object.entries(value).sort(([one], [other]) => compare(shapeOf(one), shapeOf(other)))
    : []
  if (fields.length > 0) return fields.flatMap(([key, field]) => linesOf(field, [...path, key]))
  // Without a query or a body there is nothing to compare.
  if (value === undefined || (path.length === 1 && typeof value === "object")) return []
  const line = { path: formatPath(path), value: JSON.stringify(value) }
  return [{ ...line, text: `${line.path}: ${line.value}` }]
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

const compare = (one: string, other: string): number => one < other ? -1 : one > other ? 1 : 0

const cut = (text: string, length: number): string => text.length > length ? `${text.slice(0, length)}…` : text

const mapStrings = (value: unknown, change: (text: string) => string): unknown => {
  if (typeof value === "string") return change(value)
  if (Array.isArray(value)) return value.map((item: unknown) => mapStrings(item, change))
  if (!Predicate.isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [change(key), mapStrings(field, change)]))
}

/** Compares the words of method and path first, then the lines. */
const closestTo = <A extends Comparable>(sent: Comparable, candidates: ReadonlyArray<A>): A | undefined => {
  const wordsOf = ({ target }: Comparable): ReadonlyArray<string> => shapeOf(target).split(/[ /]+/)
  const distance = (candidate: Comparable): number =>
    unshared(wordsOf(candidate), wordsOf(sent)) * 1_000_000 +
    unshared(candidate.shape.split("\n"), sent.shape.split("\n"))
  return candidates
    .map((candidate) => ({ candidate, distance: distance(candidate) }))
    .sort((one, other) => one.distance - other.distance)[0]?.candidate
}

/** The number of texts that are in only one of the lists. */
const unshared = (some: ReadonlyArray<string>, others: ReadonlyArray<string>): number => {
  const counts = new Map<string, number>()
  some.forEach((line) => counts.set(line, (counts.get(line) ?? 0) + 1))
  others.forEach((line) => counts.set(line, (counts.get(line) ?? 0) - 1))
  return Array.from(counts.values()).reduce((sum, number) => sum + Math.abs(number), 0)
}
