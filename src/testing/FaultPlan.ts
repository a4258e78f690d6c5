/**
 * What goes wrong over many exchanges, as values: written down one by one, or drawn by lot.
 *
 * @since 1.0.0
 */
import { PCGRandom } from "effect/Utils"
import * as Fault from "./Fault.js"

/**
 * What goes wrong in one exchange after the other: an array of faults, `undefined` where nothing does, or any other
 * iterable. Beyond its end nothing goes wrong.
 *
 * @since 1.0.0
 * @category models
 */
export interface Plan extends Iterable<Fault.Fault | undefined> {}

/**
 * Which exchanges go wrong, and how.
 *
 * @since 1.0.0
 * @category models
 */
export interface RandomOptions {
  /** The same number gives the same faults in the same order. */
  readonly seed: number
  /** How many of the exchanges go wrong, from 0 (none) to 1 (all). */
  readonly share: number
  /** The faults and how often each comes in proportion to the others. Default: those that retries of a read overcome. */
  readonly faults?: ReadonlyArray<readonly [fault: Fault.Fault, weight: number]> | undefined
}

/**
 * A plan without end, drawn by lot. Throws a `RangeError` for a share that is none and for weights that cannot be drawn
 * from.
 *
 * @example
 * ```ts
 * import { Contacts, IntercomHttp, Retry } from "effect-intercom"
 * import * as Faults from "effect-intercom/testing/Faults"
 * import { Effect, Layer } from "effect"
 *
 * const Intercom = IntercomHttp.layerTest(() => Response.json({ type: "contact", id: "1" }))
 * const plan = Faults.random({ seed: 1, share: 0.5, faults: [[Faults.reset, 1], [Faults.serverError(503), 3]] })
 *
 * const test = Effect.gen(function*() {
 *   yield* Effect.forEach(Array.from({ length: 10 }), () => Contacts.find("1"))
 *   console.log((yield* Faults.injected).map(({ fault }) => fault)) // the same every time
 * })
 *
 * Effect.runPromise(test.pipe(
 *   Effect.provide(Layer.provide(Faults.layer(plan, { retry: Retry.make({ base: "1 millis", times: 20 }) }), Intercom))
 * ))
 * ```
 *
 * @since 1.0.0
 * @category constructors
 */
export const random = ({ faults = overcome(), seed, share }: RandomOptions): Plan => {
  const total = faults.reduce((sum, [, weight]) => sum + weight, 0)
  if (!(share >= 0 && share <= 1)) throw new RangeError("Faults.random: share must be from 0 to 1")
  if (!(total > 0 && total < Infinity) || faults.some(([, weight]) => weight < 0)) {
    throw new RangeError("Faults.random: the weights must be finite, not negative, and not all 0")
  }
  return {
    *[Symbol.iterator]() {
      const lots = new PCGRandom(seed)
      while (true) {
        if (lots.number() >= share) {
          yield undefined
          continue
        }
        let rest = lots.number() * total
        yield faults.find(([, weight]) => (rest -= weight) < 0)?.[0]
      }
    }
  }
}

const overcome = (): NonNullable<RandomOptions["faults"]> => [
  [Fault.rateLimited(), 4],
  [Fault.serverError(500), 2],
  [Fault.serverError(503), 2],
  [Fault.htmlPage(), 2],
  [Fault.latency("2 seconds"), 2],
  [Fault.slow("2 seconds"), 2],
  [Fault.refused, 1],
  [Fault.reset, 2],
  [Fault.resetAfterwards, 2],
  [Fault.resetMidway(), 2],
  [Fault.stall, 1]
]
