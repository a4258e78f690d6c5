/**
 * The order of API versions.
 */
import type { Issue } from "../IntercomError.js"

/** Whether a version comes before another. Names, such as `Preview`, are later than all numbers. */
export const isEarlier = (version: string, other: string): boolean => rankOf(version) < rankOf(other)

const rankOf = (version: string): number => {
  const [, major, minor] = /^(\d+)\.(\d+)$/.exec(version) ?? []
  return major === undefined ? Infinity : Number(major) * 1e6 + Number(minor)
}

/**
 * Input by the version that it needs: `{ "2.16": { retain_metrics: false } }`. A value of `undefined` needs none. A dot in
 * a name separates the fields of a nested one.
 */
export type Later = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** The first input that an earlier version does not know. */
export const issueOfLater = (later: Later, version: string): Issue | undefined => {
  for (const [needed, input] of Object.entries(later)) {
    if (!isEarlier(version, needed)) continue
    for (const [field, value] of Object.entries(input)) {
      if (value !== undefined) {
        return { path: field.split("."), reason: `needs API version ${needed}: use IntercomHttp.withVersion` }
      }
    }
  }
  return undefined
}
