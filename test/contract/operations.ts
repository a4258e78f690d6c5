/** Every endpoint the contract suite runs. A module is added to `operations/index.ts`, one line each. */
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import { type Version, versions } from "./description.js"
import type { Operation } from "./Operation.js"
import * as modules from "./operations/index.js"

const lists: ReadonlyArray<readonly [name: string, list: ReadonlyArray<Operation>]> = Object.entries(modules)

const isOfVariants = (name: string): boolean => name.endsWith("Variants")

/** One for each operation of the description. */
export const operations: ReadonlyArray<Operation> = lists.flatMap(([name, list]) => isOfVariants(name) ? [] : list)

/** Further functions that use one of those operations. */
export const variants: ReadonlyArray<Operation> = lists.flatMap(([name, list]) => isOfVariants(name) ? list : [])

/** An operation as a program under one version calls it. */
export interface Versioned extends Operation {
  readonly version: Version
}

/** Operations once for each version that has them. */
export const inEachVersion = (operations: ReadonlyArray<Operation>): ReadonlyArray<Versioned> =>
  versions.flatMap((version) =>
    operations.filter(({ since = version, until = version }) => since <= version && version <= until).map((
      operation
    ) => ({
      ...operation,
      version,
      call: IntercomHttp.withVersion(operation.call, version)
    }))
  )
