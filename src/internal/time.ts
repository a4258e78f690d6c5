/**
 * Reads a time in any form in which Intercom sends it, as Unix milliseconds: seconds, milliseconds, digits, or ISO 8601
 * text, which is UTC without a zone. Returns `NaN` for other text. Seconds are below 10^11, the year 5138.
 */
export const millisOf = (time: number | string): number =>
  typeof time === "number" ?
    time < 1e11 ? time * 1000 : time :
    /^\d+$/.test(time) ?
    millisOf(Number(time)) :
    // The pattern is needed because `Date` reads a time from "abc 5" too.
    /^\d{4}-\d\d-\d\d/.test(time) ?
    Date.parse(/Z|[+-]\d\d(:?\d\d)?$/.test(time) ? time : `${time}Z`) :
    NaN
