/**
 * A `JSON.parse` that tells its reviver the source of each scalar, as Node 21 and later do.
 */

type Reviver = (this: object, key: string, value: unknown, context: { readonly source?: string }) => unknown

const native = JSON.parse

/** Whether the runtime tells a reviver the source of a value. */
export const hasSource: boolean =
  native("1", (_key, _value, ...[context]: ReadonlyArray<{ source?: string }>) => context?.source) === "1"

export const parseWithSource = (text: string, reviver?: Reviver): unknown => {
  const value: unknown = native(text)
  return reviver === undefined ? value : read(text, reviver)
}

// The text is known to be JSON.
const read = (text: string, reviver: Reviver): unknown => {
  const token = /\s*("(?:[^"\\]|\\.)*"|[[\]{},:]|[^\s[\]{},:]+)/gy
  const next = (): string => token.exec(text)?.[1] ?? ""
  const value = (holder: object, key: string, first: string): unknown => {
    if (first !== "[" && first !== "{") return reviver.call(holder, key, native(first), { source: first })
    const made: Record<string, unknown> | Array<unknown> = first === "[" ? [] : {}
    let before = next()
    while (before !== "]" && before !== "}") {
      if (before === ",") before = next()
      const name = Array.isArray(made) ? `${made.length}` : String(native(before))
      if (!Array.isArray(made)) next()
      const inner = value(made, name, Array.isArray(made) ? before : next())
      Object.defineProperty(made, name, { value: inner, writable: true, enumerable: true, configurable: true })
      before = next()
    }
    return reviver.call(holder, key, made, {})
  }
  return value({}, "", next())
}
