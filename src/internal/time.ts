/**
 * Reads a time in any form in which Intercom sends it, as Unix milliseconds: seconds, milliseconds, digits, or ISO 8601
 * text, which is UTC without a zone. Returns `NaN` for other text. Seconds are below 10^11, the year 5138.
 */
export const millisOf = (time: unknown): number => {
  if (typeof time === "number") return time < 1e11 ? time * 1000 : time
  const text = String(time)
  if (/^\d+$/.test(text)) return millisOf(Number(text))
  // The pattern is needed because `Date` reads a time from "abc 5" too.
  return /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(/Z|[+-]\d\d(:?\d\d)?$/.test(text) ? text : `${text}Z`) : NaN
}
