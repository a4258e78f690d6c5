/**
 * A variant is one way to do the work of a case. It is a function of a module in `variants/`, and runs in a process of
 * its own.
 */

import type { BodyName } from "./bodies.js"

/** Prepares the work, and returns the function whose time is taken. */
export interface Work {
  (task: Task): Promise<Run>
}

/** Does `count` pieces of work, and returns the figures that it takes itself. */
export interface Run {
  (count: number): Promise<Figures | void>
}

/** What a process is asked to do. */
export interface Order {
  readonly task: Task
  readonly count: number
}

/** What the function needs to know. Each uses a part of it. */
export interface Task {
  /** The server's URL. */
  readonly url?: string | undefined
  /** The transport of our layer. */
  readonly transport?: "fetch" | "undici" | undefined
  /** Whether our layer has `Metrics.observer`. */
  readonly metrics?: boolean | undefined
  /** How long a call of raw `fetch` may take, in milliseconds. Default: no limit. */
  readonly timeLimit?: number | undefined
  /** How many calls run at the same time. */
  readonly concurrency?: number | undefined
  /** The number of contacts in a page. Default: 150. */
  readonly perPage?: number | undefined
  /** How many pages to read ahead. */
  readonly prefetch?: number | undefined
  /** What the consumer of a stream does with each page. */
  readonly consumer?: "waits" | "burns" | undefined
  /** How long the consumer takes for a page, in milliseconds. */
  readonly milliseconds?: number | undefined
  /** How many contacts have gone by when the heap is first measured. */
  readonly heapFrom?: number | undefined
  /** The first second to read, and the first second not to read. Unix seconds. */
  readonly from?: number | undefined
  readonly to?: number | undefined
  /** The number of contacts in the workspace in memory. */
  readonly contacts?: number | undefined
  /** The body to decode. */
  readonly body?: BodyName | undefined
  /** The modules to import. */
  readonly modules?: ReadonlyArray<string> | undefined
}

/**
 * What was measured. `cpu` (user and system, of the whole process) and `wall` are in milliseconds, `rss` is the largest
 * resident set of the process so far, in megabytes.
 */
export interface Figures {
  readonly [name: string]: number
}

const modules = {
  raw: () => import("./variants/raw.js"),
  official: () => import("./variants/official.js"),
  ours: () => import("./variants/ours.js"),
  decode: () => import("./variants/decode.js"),
  lists: () => import("./variants/lists.js"),
  workspace: () => import("./variants/workspace.js"),
  imports: () => import("./variants/imports.js"),
  unpack: () => import("./variants/unpack.js")
}

export type Modules = { readonly [Name in keyof typeof modules]: Awaited<ReturnType<(typeof modules)[Name]>> }

/** The name of a module and of its function: `official.find`. */
export type WorkName = { readonly [Name in keyof Modules]: `${Name}.${keyof Modules[Name] & string}` }[keyof Modules]

export const load = async (name: string): Promise<Work> => {
  const [module = "", run = ""] = name.split(".")
  const works: Readonly<Record<string, () => Promise<Readonly<Record<string, Work>>>>> = modules
  const work = (await works[module]?.())?.[run]
  if (work === undefined) throw new Error(`no variant is called ${name}`)
  return work
}
