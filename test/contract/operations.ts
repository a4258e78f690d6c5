/** Every endpoint the contract suite runs. A module is added to `operations/index.ts`, one line each. */
import type { Operation } from "./Operation.js"
import * as modules from "./operations/index.js"

const lists: ReadonlyArray<readonly [name: string, list: ReadonlyArray<Operation>]> = Object.entries(modules)

const isOfVariants = (name: string): boolean => name.endsWith("Variants")

/** One for each operation of the description. */
export const operations: ReadonlyArray<Operation> = lists.flatMap(([name, list]) => isOfVariants(name) ? [] : list)

/** Further functions that use one of those operations. */
export const variants: ReadonlyArray<Operation> = lists.flatMap(([name, list]) => isOfVariants(name) ? list : [])
