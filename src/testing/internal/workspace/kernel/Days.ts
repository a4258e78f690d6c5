/** Calendar days. The day of 1970-01-01 is 0. Times are Unix seconds. */

export type DayOf = (seconds: number) => number

export const utcDayOf: DayOf = (seconds) => Math.floor(seconds / 86_400)

/** The days of a time zone. */
export const dayOfZone = (timezone: string): DayOf => {
  if (timezone === "UTC") return utcDayOf
  const date = new Intl.DateTimeFormat("en-CA", {
    timeZone: timezone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit"
  })
  const days = new Map<number, number>()
  return (seconds) => {
    // Clocks are set forward and back at full quarters of an hour.
    const quarter = Math.floor(seconds / 900)
    const day = days.get(quarter) ?? Date.parse(date.format(quarter * 900_000)) / 86_400_000
    days.set(quarter, day)
    return day
  }
}
