/**
 * The digits of whole numbers in parsed JSON that a `number` cannot hold.
 */

const sources = new WeakMap<object, Map<string, string>>()

/** The digits of the number under a key, if it was parsed with `reviverFor` and a `number` cannot hold it. */
export const sourceOf = (holder: object | undefined, key: PropertyKey | undefined): string | undefined =>
  holder && sources.get(holder)?.get(String(key))

export type Reviver = (this: object, key: string, value: unknown, context?: { readonly source?: string }) => unknown

/**
 * The reviver that remembers the digits, if the text may have such a number. It can do so in runtimes that tell a
 * reviver the source of a value: Node 21 and later, and browsers since 2025. It changes no value.
 */
export const reviverFor = (text: string): Reviver | undefined => /\d{16}/.test(text) ? keepSource : undefined

const keepSource: Reviver = function(key, value, context) {
  const source = context?.source ?? ""
  if (typeof value === "number" && !Number.isSafeInteger(value) && /^-?\d+$/.test(source)) {
    sources.set(this, (sources.get(this) ?? new Map<string, string>()).set(key, source))
  }
  return value
}
