/**
 * The order of API versions.
 */
/** Whether a version comes before another. Names, such as `Preview`, are later than all numbers. */
export const isEarlier = (version: string, other: string): boolean => rankOf(version) < rankOf(other)

const rankOf = (version: string): number => {
  const [, major, minor] = /^(\d+)\.(\d+)$/.exec(version) ?? []
  return major === undefined ? Infinity : Number(major) * 1e6 + Number(minor)
}
