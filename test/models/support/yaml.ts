/**
 * Reads as much of YAML as Intercom's API description uses: nested mappings and lists by indentation, plain, quoted and
 * block text, flow lists of scalars. Not a YAML parser.
 */

interface Line {
  readonly indent: number
  readonly text: string
}

/** The lines still to be read, first one last. */
type Lines = Array<Line>

export const readYaml = (source: string): unknown => {
  const lines = source.split("\n").map((line): Line => ({
    indent: line.length - line.trimStart().length,
    text: line.trim()
  }))
  return readNode(lines.reverse())
}

const peek = (lines: Lines): Line | undefined => {
  let line = lines.at(-1)
  while (line !== undefined && (line.text === "" || line.text.startsWith("#"))) {
    lines.pop()
    line = lines.at(-1)
  }
  return line
}

const isItem = ({ text }: Line): boolean => text === "-" || text.startsWith("- ")

const readNode = (lines: Lines): unknown => {
  const line = peek(lines)
  if (line === undefined || line.text === "---") {
    lines.pop()
    return line === undefined ? null : readNode(lines)
  }
  if (isItem(line)) return readList(lines, line.indent)
  return keyOf(line.text) === undefined ?
    readScalar(lines, lines.pop()?.text ?? "", line.indent - 1) :
    readMapping(lines, line.indent)
}

const readList = (lines: Lines, indent: number): ReadonlyArray<unknown> => {
  const items: Array<unknown> = []
  for (let line = peek(lines); line !== undefined && line.indent === indent && isItem(line); line = peek(lines)) {
    lines.pop()
    // What stands behind the dash is a node of its own, two columns further in.
    if (line.text !== "-") lines.push({ indent: indent + 2, text: line.text.slice(2) })
    items.push((peek(lines)?.indent ?? 0) > indent ? readNode(lines) : null)
  }
  return items
}

const readMapping = (lines: Lines, indent: number): Readonly<Record<string, unknown>> => {
  const entries: Array<readonly [string, unknown]> = []
  for (let line = peek(lines); line !== undefined && line.indent === indent && !isItem(line); line = peek(lines)) {
    const key = keyOf(line.text)
    if (key === undefined) throw new Error(`not a key: ${line.text}`)
    lines.pop()
    entries.push([String(toScalar(key)), readValue(lines, line.text.slice(key.length + 1).trim(), indent)])
  }
  return Object.fromEntries(entries)
}

const keyOf = (text: string): string | undefined =>
  /^("(?:[^"\\]|\\.)*"|'[^']*'|[^\s"'[{|>&*!%@`](?:(?!: |:$).)*):(?: |$)/.exec(text)?.[1]

const readValue = (lines: Lines, text: string, indent: number): unknown => {
  if (text !== "") return readScalar(lines, text, indent)
  const next = peek(lines)
  const isNested = next !== undefined && (next.indent > indent || (next.indent === indent && isItem(next)))
  return isNested ? readNode(lines) : null
}

/** A scalar goes on over the lines that are further in than its key. */
const readScalar = (lines: Lines, first: string, indent: number): unknown => {
  const isBlock = /^[|>][-+\d]*$/.test(first)
  const more: Array<Line> = []
  for (let line = lines.at(-1); line !== undefined && (line.indent > indent || line.text === ""); line = lines.at(-1)) {
    if (!isBlock && isWhole([first, ...more.map(({ text }) => text)].join(" "))) break
    more.push(line)
    lines.pop()
  }
  const texts = more.map(({ text }) => text)
  if (isBlock) return texts.join("\n").trim()
  return toScalar([first, ...texts].join(" ").trim())
}

/** Whether a quoted text or a flow list has its end. A plain text may always go on. */
const isWhole = (text: string): boolean => /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|\[.*\]|\{.*\})$/.test(text)

const toScalar = (text: string): unknown => {
  if (text === "" || text === "~" || text === "null") return null
  if (text === "{}") return {}
  if (text.startsWith("[")) return text.slice(1, -1).split(",").map((item) => item.trim()).filter(Boolean).map(toScalar)
  if (text.startsWith("'")) return text.slice(1, -1).replaceAll("''", "'")
  if (text.startsWith("\"")) return unescape(text)
  if (text === "true" || text === "false") return text === "true"
  return /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text) ? Number(text) : text
}

const unescape = (quoted: string): string => {
  const text = quoted.replaceAll(/\\U([0-9A-F]{8})/g, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
  return String(JSON.parse(text.replaceAll(/\\ /g, " ")))
}
