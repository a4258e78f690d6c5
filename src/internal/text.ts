/**
 * Text that means the same on the other side.
 */

// Half a surrogate pair has no bytes: on the way, all halves become alike.
export const isText = (value: unknown): boolean => typeof value === "string" && value !== "" && !/\p{Cs}/u.test(value)

export const mustBeText = "must be text, not empty"
