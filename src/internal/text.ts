/**
 * Reads text of responses, and checks text that is sent.
 */

/** Returns text or a number as text, and an empty string for anything else. */
export const asText = (value: unknown): string => isTextOrNumber(value) ? `${value}` : ""

export const isTextOrNumber = (value: unknown): value is string | number =>
  typeof value === "string" || typeof value === "number"

// A lone surrogate has no bytes in UTF-8. Encoding would turn all of them into the same character.
export const isText = (value: unknown): boolean => typeof value === "string" && value !== "" && !/\p{Cs}/u.test(value)

export const mustBeText = "must be text, not empty"
