/** Intercom's rate limit: calls are counted in windows of ten seconds. */

const windowMillis = 10_000

/** The number of the window of a time. */
export const windowOf = (millis: number): number => Math.floor(millis / windowMillis)

/** When the window of a time ends. Unix time in seconds. */
export const windowEnd = (millis: number): number => (windowOf(millis) + 1) * (windowMillis / 1000)

/** The headers that describe a window. `resetAt` is Unix time in seconds. */
export const rateLimitHeaders = (
  { limit, remaining, resetAt }: { readonly limit: number; readonly remaining: number; readonly resetAt: number }
): Readonly<Record<string, string>> => ({
  "x-ratelimit-limit": String(limit),
  "x-ratelimit-remaining": String(remaining),
  "x-ratelimit-reset": String(resetAt)
})

/** The error for a call beyond the limit. */
export const rateLimited = (
  limit: number
): { readonly status: number; readonly code: string; readonly reason: string } => ({
  status: 429,
  code: "rate_limit_exceeded",
  reason: `Exceeded rate limit of ${limit} in 10_seconds`
})
