/**
 * Takes secrets and e-mail addresses out of what is written down. The same address becomes the same pseudonym every
 * time, numbered in the order of appearance, so that nothing of the address is in it.
 */
import { identity } from "effect/Function"
import * as Predicate from "effect/Predicate"

export interface Options {
  /**
   * What else has to go: names, phone numbers. It gets every text, decoded, before anything else is taken out; parts of
   * a text, such as the values in a URL, a second time on their own. Give back the same for the same text.
   */
  readonly redact?: ((text: string) => string) | undefined
}

/**
 * Rewrites all the text there is, and nothing of the structure around it.
 */
export interface Rewriter {
  /** Free text, HTML, CSV. */
  readonly text: (text: string) => string
  /** A URL, a path with its query, a form: percent-encoded pairs and segments. */
  readonly url: (url: string) => string
  /** The strings and the keys of parsed JSON. */
  readonly json: (value: unknown) => unknown
}

export interface Redactor extends Rewriter {
  /** Takes this secret out wherever it appears from now on. Less than 16 characters might be a word, and stay. */
  readonly hide: (secret: string) => void
  /** The address that was given this number, as it was first written. */
  readonly addressOf: (number: number) => string | undefined
}

/**
 * What stands in the place of a secret.
 */
export const redacted = "redacted"

/**
 * Makes a redactor with no memory of any address.
 *
 * Secrets are the values of keys and query parameters that are named so (`token`, `client_secret`, `password`,
 * `signature`, …; `code` only beside the other parameters of OAuth). What `hide` or a key of JSON made known goes
 * wherever it appears later. A string becomes `"redacted"`, a number 0. An address becomes `email-1@redacted.example`,
 * or `Email-1@redacted.example` where it is written with capitals; percent-encoded and HTML-encoded ones are found too.
 */
export const make = ({ redact = identity }: Options = {}): Redactor => {
  const numbers = new Map<string, number>()
  const addresses: Array<string> = []
  const secrets = new Set<string>()

  const pseudonym = (found: string): string => {
    const address = found.replace("＠", "@")
    const key = address.toLowerCase()
    const number = numbers.get(key) ?? addresses.push(address)
    numbers.set(key, number)
    return `${address === key ? "e" : "E"}mail-${number}@redacted.example`
  }

  const hide = (secret: string): void => {
    if (secret.length >= 16) secrets.add(secret)
  }

  const mask = (value: unknown): unknown => {
    if (typeof value === "string" && value !== "") {
      hide(value)
      return redacted
    }
    return typeof value === "number" ? 0 : mapValues(value, mask)
  }

  const text = (given: string): string => {
    const revealed = redact(Array.from(secrets).reduce((rest, secret) => rest.replaceAll(secret, redacted), given))
    if (!/[@＠%&=]/.test(revealed)) return revealed
    return revealed.replace(entity, "@").replace(
      /[^\s"<>]+/g,
      (token) => isUrl.test(token) ? url(token) : withoutAddresses(token)
    )
  }

  // Without the sign, a long run of characters (base64) would be searched from each of its places.
  const withoutAddresses = (token: string): string => /[@＠]/.test(token) ? token.replace(address, pseudonym) : token

  const url = (given: string): string => {
    const pieces = given.match(/[^/?&#;]+/g) ?? []
    const isSecret = secretIn(pieces.map((piece) => decode(nameOf(piece) ?? "")), /^state$/i)
    return given.replace(/[^/?&#;]+/g, (piece) => {
      const name = nameOf(piece)
      if (name === undefined) return encoded(piece, piece)
      const value = piece.slice(name.length + 1)
      if (isSecret(decode(name))) return `${name}=${value === "" ? "" : redacted}`
      // Where the sign is encoded, so are the pluses of an address, and a plus is a space.
      const spaced = value.includes("@") ? value : value.replaceAll("+", " ")
      return `${encoded(name, name)}=${encoded(value, spaced)}`
    })
  }

  const encoded = (given: string, spaced: string): string => {
    const decoded = decode(spaced)
    const clean = text(decoded)
    // What looks encoded may be a name with a "%" in it.
    if (clean === decoded) return withoutAddresses(given)
    return decoded === given ? clean : encodeURIComponent(clean)
  }

  const json = (value: unknown): unknown => {
    if (typeof value === "string") return text(value)
    if (!Predicate.isRecord(value)) return mapValues(value, json)
    const isSecret = secretIn(Object.keys(value))
    return Object.fromEntries(
      Object.entries(value).map(([key, field]) => [text(key), isSecret(key) ? mask(field) : json(field)])
    )
  }

  return { text, url, json, hide, addressOf: (number) => addresses[number - 1] }
}

/**
 * A pseudonym in a redacted text.
 */
export interface Pseudonym {
  /** As it stands there. */
  readonly found: string
  readonly number: number
  /** `E` where the address is written with capitals, else `e`. */
  readonly initial: string
  /** `@`, or that percent-encoded, once or more often. */
  readonly sign: string
}

/**
 * Puts something else in the place of each pseudonym.
 */
export const replacePseudonyms = (text: string, replace: (pseudonym: Pseudonym) => string): string =>
  text.replace(
    /([eE])mail-(\d+)(@|%(?:25)*40)redacted\.example/g,
    (found, initial: string, number: string, sign: string) => replace({ found, number: Number(number), initial, sign })
  )

// The sign as HTML may have it, between what may be a name and a host.
const entity = /(?<=[^\s"<>&;])(?:&#0*64;|&#x0*40;|&commat;)(?=[\p{L}\p{N}])/giu

// What a name may have, then what it begins with: quotes and the marks of a markup around it are not part of it.
const address =
  /(?:(?<![\p{L}\p{N}])[\p{L}\p{N}][\p{L}\p{N}\p{M}!#$%&*+/=?^_`{|}~'.-]*|[!#$%&*+/=?^_`{|}~'-]+)[@＠](?:[\p{L}\p{N}\p{M}-]+\.)+\p{L}[\p{L}\p{N}\p{M}-]*/giu

const isUrl = /:\/\/|^\/|\?[\w%.-]+=|%(?:25)*40/

const nameOf = (piece: string): string | undefined =>
  piece.includes("=") ? piece.slice(0, piece.indexOf("=")) : undefined

/** `code` is the name of many things; the other names tell whether it is OAuth's. */
const secretIn = (
  names: ReadonlyArray<string>,
  alsoOAuth = /^client_id$/i
): (name: string) => boolean => {
  const isOAuth = names.some((name) => /^(client_id|client_secret|grant_type)$/i.test(name) || alsoOAuth.test(name))
  return (name) => isSecretName(name) || (isOAuth && name.toLowerCase() === "code")
}

const isSecretName = (name: string): boolean =>
  /(^|[_-])(token|secret|password|authorization|credentials?|(api|private|signing)_?key|jwt|signature|user_hash)$/i
    .test(
      name.replace(/([a-z\d])([A-Z])/g, "$1_$2")
    )

// `decodeURIComponent` refuses the whole text for one malformed place.
const decode = (text: string): string =>
  text.replace(/(?:%[\da-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run)
    } catch {
      return run.replace(/%[2-7][\da-f]/gi, decodeURIComponent)
    }
  })

const mapValues = (value: unknown, change: (value: unknown) => unknown): unknown => {
  if (Array.isArray(value)) return value.map(change)
  if (!Predicate.isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, change(field)]))
}
