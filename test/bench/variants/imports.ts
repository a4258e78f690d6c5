import type { Work } from "../variant.js"

/** Imports modules into a process that has just begun. */
export const all: Work = async ({ modules = [] }) => async () => {
  await Promise.all(modules.map((name) => import(name)))
}
