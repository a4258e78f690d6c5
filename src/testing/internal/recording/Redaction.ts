/**
 * Removes secrets and e-mail addresses from what a recording keeps.
 *
 * It finds secrets by the names of their keys and query parameters, or because `hide` names them. It finds addresses by
 * one pattern. Each address gets a pseudonym, numbered in order of appearance.
 */
import * as Either from "effect/Either"
import * as Encoding from "effect/Encoding"
import { identity } from "effect/Function"
import * as Predicate from "effect/Predicate"

/** Changes texts, and keeps the structure around them. */
export interface Rewriter {
  /** Free text, HTML, CSV. */
  readonly text: (text: string) => string
  /** A URL, a path with its query, or a form. */
  readonly url: (url: string) => string
  /** The strings and the keys of parsed JSON. */
  readonly json: (value: unknown) => unknown
}

export interface Redactor extends Rewriter {
  /** Removes this secret from all later texts. A secret with less than 16 characters stays: it may be a word. */
  readonly hide: (secret: string) => void
  /** The address with this number, spelled as it first appeared. */
  readonly addressOf: (number: number) => string | undefined
}

/**
 * Makes a redactor that knows no address yet.
 *
 * The value of a key or parameter with the name of a secret (`token`, `client_secret`, `signature`, …) becomes
 * `redacted`, a number becomes 0. `code` is such a name only beside other parameters of OAuth. An address becomes
 * `email-1@redacted.example`, or `Email-1@redacted.example` if it has capitals.
 */
export const make = (redact: (text: string) => string = identity): Redactor => {
  const numbers = new Map<string, number>()
  const addresses: Array<string> = []
  let secrets: ReadonlyArray<Secret> = []

  const pseudonym = (address: string): string => {
    const key = address.toLowerCase()
    const number = numbers.get(key) ?? addresses.push(address)
    numbers.set(key, number)
    return `${address === key ? "e" : "E"}mail-${number}@redacted.example`
  }

  const hide = (secret: string): void => {
    if (secret.length < 16 || secrets.some(({ value }) => value === secret)) return
    // The longest first. Otherwise, if one secret is a part of another, the rest of the other one would stay.
    secrets = [...secrets, { value: secret, remove: removerOf(secret) }]
      .sort((one, other) => other.value.length - one.value.length)
  }

  const withoutSecrets = (given: string): string => secrets.reduce((rest, { remove }) => remove(rest), given)

  const mask = (value: unknown): unknown => {
    if (typeof value === "string" && value !== "") {
      hide(value)
      return redacted
    }
    return typeof value === "number" ? 0 : mapValues(value, mask)
  }

  const text = (given: string, depth = maxDepth): string =>
    redact(withoutSecrets(given)).replace(
      /[^\s"<>]+/g,
      (word) => {
        // A text that was encoded more often hides something, or only costs time.
        if (isUrl.test(word)) return depth === 0 ? redacted : url(word, depth - 1)
        // Without this check, a long word (base64) is searched from each of its characters.
        return word.includes("@") ? word.replace(address, pseudonym) : word
      }
    )

  const url = (given: string, depth = maxDepth): string => {
    // A name is matched from its beginning only, because a match that can begin anywhere takes quadratic time.
    const names = Array.from(given.matchAll(/(?<![^/?&#;=])([^/?&#;=]+)=/g), ([, name = ""]) => decode(name))
    const isSecret = secretAmong(names, /^(client_id|client_secret|grant_type|state)$/i)
    return given.replace(/[^/?&#;]+/g, (part) => {
      const [, name, value = ""] = /^([^=]*)=(.*)$/s.exec(part) ?? []
      if (name === undefined) return component(part, depth)
      if (isSecret(decode(name))) return `${name}=${value === "" ? "" : redacted}`
      // A plus is a space, unless the value is not encoded at all: then it may be part of an address.
      const spaced = value.includes("@") ? value : value.replaceAll("+", " ")
      return `${component(name, depth)}=${component(value, depth, spaced)}`
    })
  }

  const component = (given: string, depth: number, spaced = given): string => {
    const decoded = decode(spaced)
    const clean = text(decoded, depth)
    if (clean === decoded) return given
    return decoded === given ? clean : encodeURIComponent(clean)
  }

  const json = (value: unknown): unknown => {
    if (typeof value === "string") return text(value)
    if (!Predicate.isRecord(value)) return mapValues(value, json)
    const isSecret = secretAmong(Object.keys(value), /^(client_id|client_secret|grant_type)$/i)
    return Object.fromEntries(
      Object.entries(value).map(([key, field]) => [text(key), isSecret(key) ? mask(field) : json(field)])
    )
  }

  return {
    text: (given) => text(given),
    // A secret may have characters that separate the parts of a URL.
    url: (given) => url(withoutSecrets(given)),
    json,
    hide,
    addressOf: (number) => addresses[number - 1]
  }
}

/** A secret that is removed wherever it appears. */
interface Secret {
  readonly value: string
  readonly remove: (text: string) => string
}

/** A pseudonym in a redacted text. */
export interface Pseudonym {
  /** The whole pseudonym. */
  readonly found: string
  readonly number: number
  /** `E` if the address has capitals, else `e`. */
  readonly initial: string
  /** `@`, perhaps percent-encoded, perhaps several times. */
  readonly sign: string
}

/** Replaces each pseudonym. */
export const replacePseudonyms = (text: string, replace: (pseudonym: Pseudonym) => string): string =>
  text.replace(
    /([eE])mail-(\d+)(@|%(?:25)*40)redacted\.example/g,
    (found, initial: string, number: string, sign: string) => replace({ found, number: Number(number), initial, sign })
  )

const redacted = "redacted"

// How often a text may be percent-encoded, so that its parts are still searched.
const maxDepth = 8

// An address begins with a letter or a digit, not with quotes or markup. It has at most 254 characters, and this limit
// keeps the search of a long text fast.
const address =
  /(?<![\p{L}\p{N}])[\p{L}\p{N}][\p{L}\p{N}\p{M}!#$%&*+/=?^_`{|}~'.-]{0,254}@(?:[\p{L}\p{N}\p{M}-]+\.)+\p{L}[\p{L}\p{N}\p{M}-]*/gu

// A text with an encoded "@" is treated as a URL too, so that its parts are decoded and searched.
const isUrl = /:\/\/|^\/|\?[\w%.-]+=|%(?:25)*40/

// One expression for tens of thousands of special characters overflows the stack of the runtime. A piece does not end
// with "%", because its encoded form could take "25" away from the next piece.
const piece = /[\s\S]{1,256}(?<!%)|[\s\S]{1,256}/g

/** Removes a secret from a text. It is matched piece by piece. */
const removerOf = (secret: string): (text: string) => string => {
  const [first = "", ...others] = secret.match(piece) ?? []
  const start = new RegExp(spellingsOf(first), "gi")
  const rest = others.map((other) => new RegExp(spellingsOf(other), "iy"))

  /** The end of the secret whose first piece ends at an index, or nothing if the text goes on in another way. */
  const endFrom = (text: string, index: number): number | undefined => {
    let end = index
    for (const next of rest) {
      next.lastIndex = end
      if (!next.test(text)) return undefined
      end = next.lastIndex
    }
    return end
  }

  return (text) => {
    let clean = ""
    let done = 0
    start.lastIndex = 0
    for (let match = start.exec(text); match !== null; match = start.exec(text)) {
      const end = endFrom(text, start.lastIndex)
      if (end === undefined) {
        start.lastIndex = match.index + 1
      } else {
        clean += text.slice(done, match.index) + redacted
        done = end
        start.lastIndex = end
      }
    }
    return clean + text.slice(done)
  }
}

/** Matches a text as it is, or with its special characters percent-encoded, perhaps several times. */
const spellingsOf = (text: string): string =>
  text.replace(
    /[^\w\u0080-\uffff]/g,
    (char) => `(?:\\${char}|%(?:25)*${char.charCodeAt(0).toString(16).padStart(2, "0")})`
  )

/** Tells names of secrets. `code` is one only if another name is a parameter of OAuth. */
const secretAmong = (names: ReadonlyArray<string>, oauth: RegExp): (name: string) => boolean => {
  const isOAuth = names.some((name) => oauth.test(name))
  return (name) => secretName.test(name.replace(/([a-z\d])([A-Z])/g, "$1_$2")) || (isOAuth && /^code$/i.test(name))
}

const secretName =
  /(^|[_-])(token|secret|password|authorization|credentials?|(api|private|signing)[_-]?key|jwt|signature|user[_-]hash)$/i

// `decodeURIComponent` refuses the whole text if one place is malformed.
const decode = (text: string): string =>
  text.replace(
    /(?:%[\da-f]{2})+/gi,
    (run) =>
      Either.getOrElse(Encoding.decodeUriComponent(run), () => run.replace(/%[2-7][\da-f]/gi, decodeURIComponent))
  )

const mapValues = (value: unknown, change: (value: unknown) => unknown): unknown => {
  if (Array.isArray(value)) return value.map(change)
  if (!Predicate.isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, change(field)]))
}
