/**
 * Measures variants in turns, each in a process of its own.
 */
import * as esbuild from "esbuild"
import { type ChildProcess, fork } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, rmSync } from "node:fs"
import { join } from "node:path"
import type { Figures, Order, Task, WorkName } from "./variant.js"

export interface Variant {
  readonly name: string
  readonly work: WorkName
  readonly task: Task
  /** The checkout whose `dist` is measured. Default: this one. */
  readonly root?: string | undefined
}

export interface Plan {
  /** What to do before anything is measured, and how many times: the first thousands of calls are slower. Default: once. */
  readonly warmUp?: Partial<Order> & { readonly times?: number }
  /** How much to do in each round. */
  readonly count: number
  /** How many rounds. Default: the number that `npm run bench` was called with. */
  readonly rounds?: number
  /** Whether each round has processes of its own. */
  readonly fresh?: boolean
}

export interface Results {
  /** The median over the rounds. */
  readonly median: (variant: string, figure: string) => number
  /** The median over the rounds of the ratio of two variants in the same round. */
  readonly ratio: (variant: string, of: string, figure: string) => number
}

export interface Bench {
  /** The URL of a server whose lists have so many pages, each after `delay` milliseconds. */
  readonly url: (delay: number, pages: number) => string
  /** Another checkout to compare with. */
  readonly base: string | undefined
  /** Does the work of each variant in every round, in reverse order in every second round. */
  readonly measure: (variants: ReadonlyArray<Variant>, plan: Plan) => Promise<Results>
}

const here = join(import.meta.dirname, "..", "..")

/** Runs `use` with a server and with whatever processes it asks for. */
export const withBench = async <A>(
  { base, rounds: allRounds }: { readonly base: string | undefined; readonly rounds: number },
  use: (bench: Bench) => Promise<A>
): Promise<A> => {
  const compiled = new Map<string, string>()
  const children = new Set<ChildProcess>()

  const start = async (script: string, args: ReadonlyArray<string>, root = here): Promise<Child> => {
    const directory = compiled.get(root) ?? compile(root)
    compiled.set(root, directory)
    // Plain Node: the loader of TypeScript would take memory of its own.
    const child = fork(join(directory, script), args, { execArgv: ["--expose-gc"] })
    children.add(child)
    const failed = once(child, "exit").then(([code]) => {
      throw new Error(`${script} ${args.join(" ")} ended with ${code}`)
    })
    failed.catch(() => {})
    const next = async () => {
      const [message]: Array<unknown> = await Promise.race([once(child, "message"), failed])
      return message
    }
    return {
      first: await next(),
      run: async (order) => {
        child.send(order)
        return Object(await next())
      },
      stop: () => {
        children.delete(child)
        child.disconnect()
      }
    }
  }

  const measure = async (
    variants: ReadonlyArray<Variant>,
    { count, fresh = false, rounds = allRounds, warmUp }: Plan
  ) => {
    const ready = async ({ root, task, work }: Variant): Promise<Child> => {
      const child = await start("process.js", [work], root)
      const { times = 1, ...order } = warmUp ?? { times: 0 }
      for (let i = 0; i < times; i++) await child.run({ count, ...order, task: { ...task, ...order.task } })
      return child
    }
    const kept = new Map<Variant, Child>()
    if (!fresh) { for (const variant of variants) kept.set(variant, await ready(variant)) }
    const measured: Array<Record<string, Figures>> = []
    for (let round = 0; round < rounds; round++) {
      const figures: Record<string, Figures> = {}
      for (const variant of round % 2 === 0 ? variants : [...variants].reverse()) {
        const child = kept.get(variant) ?? await ready(variant)
        figures[variant.name] = await child.run({ count, task: variant.task })
        if (fresh) child.stop()
      }
      measured.push(figures)
    }
    kept.forEach(({ stop }) => stop())
    return resultsOf(measured)
  }

  try {
    const server = await start("server.js", [])
    return await use({
      url: (delay, pages) => `http://127.0.0.1:${server.first}/${delay}/${pages}`,
      base,
      measure
    })
  } finally {
    children.forEach((child) => child.connected && child.disconnect())
    compiled.forEach((directory) => rmSync(directory, { recursive: true }))
  }
}

interface Child {
  readonly first: unknown
  readonly run: (order: Order) => Promise<Figures>
  readonly stop: () => void
}

/** Writes the scripts into the checkout, whose packages and whose `dist` they import from there. */
const compile = (root: string): string => {
  const directory = mkdtempSync(join(root, ".bench-"))
  esbuild.buildSync({
    entryPoints: [join(import.meta.dirname, "process.ts"), join(import.meta.dirname, "server.ts")],
    outdir: directory,
    bundle: true,
    splitting: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    tsconfigRaw: {}
  })
  return directory
}

const resultsOf = (rounds: ReadonlyArray<Readonly<Record<string, Figures>>>): Results => {
  const each = (variant: string, figure: string): ReadonlyArray<number> =>
    rounds.map((figures) => figures[variant]?.[figure] ?? NaN)
  return {
    median: (variant, figure) => median(each(variant, figure)),
    ratio: (variant, of, figure) => {
      const others = each(of, figure)
      return median(each(variant, figure).map((value, round) => value / (others[round] ?? NaN)))
    }
  }
}

const median = (values: ReadonlyArray<number>): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] ?? NaN : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2
}
