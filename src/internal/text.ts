/**
 * Checks that a string survives UTF-8 encoding.
 */

// A lone surrogate has no bytes in UTF-8. Encoding would turn all of them into the same character.
export const isText = (value: unknown): boolean => typeof value === "string" && value !== "" && !/\p{Cs}/u.test(value)

export const mustBeText = "must be text, not empty"
