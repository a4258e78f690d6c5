/**
 * Checks of times in Unix seconds.
 */

/** Whether a number is a time in whole Unix seconds. Milliseconds are above 10^11, which as seconds is the year 5138. */
export const isSeconds = (value: unknown): value is number => Number.isInteger(value) && Math.abs(Number(value)) < 1e11

export const mustBeSeconds = "must be whole Unix seconds, not milliseconds"
