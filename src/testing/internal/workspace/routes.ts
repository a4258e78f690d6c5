/** Finds the operation of a request by its method and its path. */
import type { Call, Operation } from "./Operation.js"

export interface Route {
  readonly operation: Operation
  /** A parameter of the path, decoded. */
  readonly path: Call<string>["path"]
}

/** Returns `undefined` if no operation has the method and the path. */
export interface Router {
  (method: string, path: string): Route | undefined
}

/** The place of a segment in the tree of all templates. */
interface Node {
  readonly fixed: Map<string, Node>
  parameter?: Node
  operation?: Operation
  /** The segments of the operation's template. */
  names: ReadonlyArray<string>
}

/** Makes a router. A fixed segment wins over a parameter: the `search` of `/contacts/search` is not an id. */
export const make = (operations: ReadonlyArray<Operation>): Router => {
  const roots = new Map<string, Node>()
  for (const operation of operations) {
    const names = segmentsOf(operation.template)
    const leaf = names.reduce(child, entry(roots, operation.method))
    leaf.operation = operation
    leaf.names = names
  }
  return (method, path) => {
    const segments = decode(segmentsOf(path))
    // A `HEAD` is answered as the `GET`; the server leaves out the body.
    const root = roots.get(method === "HEAD" ? "GET" : method)
    const { names = [], operation } = (root && segments && match(root, segments, 0)) ?? {}
    return operation && { operation, path: (name) => segments?.[names.indexOf(`{${name}}`)] ?? "" }
  }
}

/** Empty segments do not count: `//contacts/` is `/contacts`. */
const segmentsOf = (path: string): ReadonlyArray<string> => path.split("/").filter((segment) => segment !== "")

const decode = (segments: ReadonlyArray<string>): ReadonlyArray<string> | undefined => {
  try {
    return segments.map((segment) => segment.includes("%") ? decodeURIComponent(segment) : segment)
  } catch {
    return undefined
  }
}

const entry = (nodes: Map<string, Node>, key: string): Node => {
  const known = nodes.get(key) ?? { fixed: new Map(), names: [] }
  nodes.set(key, known)
  return known
}

const child = (node: Node, name: string): Node =>
  name.startsWith("{") ? node.parameter ??= { fixed: new Map(), names: [] } : entry(node.fixed, name)

const match = (node: Node, segments: ReadonlyArray<string>, index: number): Node | undefined => {
  const segment = segments[index]
  if (segment === undefined) return node.operation === undefined ? undefined : node
  const fixed = node.fixed.get(segment)
  return (fixed && match(fixed, segments, index + 1)) ?? (node.parameter && match(node.parameter, segments, index + 1))
}
