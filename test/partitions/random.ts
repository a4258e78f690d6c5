import { PCGRandom } from "effect/Utils"

/** Random whole numbers from `from` to `to`, the same for the same seed. */
export const randomOf = (seed: number): (from: number, to: number) => number => {
  const random = new PCGRandom(seed)
  return (from, to) => from + random.integer(to - from + 1)
}
