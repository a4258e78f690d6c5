/**
 * Plans of faults over many exchanges: a list, or random faults.
 *
 * @since 1.0.0
 */
import { PCGRandom } from "effect/Utils"
import * as Fault from "./Fault.js"

/**
 * The faults of the exchanges, one entry for each: an array or any other iterable. `undefined` means no fault, and there
 * are no faults after the last entry.
 *
 * @since 1.0.0
 * @category models
 */
export interface Plan extends Iterable<Fault.Fault | undefined> {}

/**
 * Options of `random`.
 *
 * @since 1.0.0
 * @category models
 */
export interface RandomOptions {
  /** The same seed gives the same faults in the same order. */
  readonly seed: number
  /** The share of exchanges that get a fault, from 0 (none) to 1 (all). */
  readonly share: number
  /** The possible faults, each with its relative frequency. Default: faults that a read with retries survives. */
  readonly faults?: ReadonlyArray<readonly [fault: Fault.Fault, weight: number]> | undefined
}

/**
 * An endless plan of random faults. Throws a `RangeError` if `share` is not from 0 to 1, or if the weights are not finite,
 * are negative, or are all 0.
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
export const random = ({ faults = survivable(), seed, share }: RandomOptions): Plan => {
  const total = faults.reduce((sum, [, weight]) => sum + weight, 0)
  if (!(share >= 0 && share <= 1)) throw new RangeError("Faults.random: share must be from 0 to 1")
  if (!(total > 0 && total < Infinity) || faults.some(([, weight]) => weight < 0)) {
    throw new RangeError("Faults.random: the weights must be finite, not negative, and not all 0")
  }
  return {
    *[Symbol.iterator]() {
      const numbers = new PCGRandom(seed)
      while (true) {
        if (numbers.number() >= share) {
          yield undefined
          continue
        }
        let rest = numbers.number() * total
        yield faults.find(([, weight]) => (rest -= weight) < 0)?.[0]
      }
    }
  }
}

const survivable = (): NonNullable<RandomOptions["faults"]> => [
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
