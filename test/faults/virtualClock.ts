/**
 * A clock that moves by itself. When nothing runs, it goes to the time of the next sleeper.
 *
 * `TestClock` waits some milliseconds of real time for each adjustment, and somebody has to say how far it goes. A
 * million calls with their waits would take hours.
 */
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"

export interface VirtualClock extends Clock.Clock {
  /** The number of timers that are set. */
  readonly pending: () => number
}

interface Timer {
  readonly time: number
  readonly order: number
  /** `undefined` if it was cancelled. */
  task: (() => void) | undefined
}

/**
 * Makes a clock that begins on the first day of 2026. It jumps more than a second ahead, as to the end of a timeout, only
 * if `mayJump` says so.
 */
export const make = (mayJump: () => boolean = () => true): VirtualClock => {
  const start = Date.UTC(2026, 0, 1)
  const timers: Array<Timer> = []
  let now = start
  let order = 0
  let pending = 0
  let isMoving = false

  // Timers that code of the platform still has to run come before a long jump, such as that to the end of a timeout.
  const move = (): void => {
    while (timers[0] !== undefined && timers[0].task === undefined) takeFirst(timers)
    const [next] = timers
    isMoving = next !== undefined
    if (next === undefined) return
    if (next.time - now <= 1000) setImmediate(fire)
    else if (mayJump()) setTimeout(fire, 0)
    else setTimeout(move, 1)
  }

  const fire = (): void => {
    const next = takeFirst(timers)
    if (next?.task !== undefined) {
      now = Math.max(now, next.time)
      pending -= 1
      const { task } = next
      next.task = undefined
      task()
    }
    setImmediate(move)
  }

  const unsafeSchedule = (task: () => void, duration: Duration.Duration): Clock.CancelToken => {
    const timer: Timer = { time: now + Duration.toMillis(duration), order: order++, task }
    pending += 1
    if (timer.time < Infinity) add(timers, timer)
    if (!isMoving) {
      isMoving = true
      setImmediate(move)
    }
    return () => {
      if (timer.task === undefined) return false
      timer.task = undefined
      pending -= 1
      return true
    }
  }

  return Object.assign(Clock.make(), {
    unsafeCurrentTimeMillis: () => now,
    unsafeCurrentTimeNanos: () => BigInt(Math.round(now * 1e6)),
    scheduler: () => Effect.succeed({ unsafeSchedule }),
    sleep: (duration: Duration.Duration) =>
      Effect.async<void>((resume) => {
        const cancel = unsafeSchedule(() => resume(Effect.void), duration)
        return Effect.sync(cancel)
      }),
    pending: () => pending
  })
}

/** Runs an effect on a clock of its own. */
export const run = <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
  Effect.suspend(() => Effect.withClock(effect, make()))

// A binary heap: the first timer is the earliest.
const isBefore = (self: Timer, that: Timer): boolean =>
  self.time < that.time || (self.time === that.time && self.order < that.order)

const add = (heap: Array<Timer>, timer: Timer): void => {
  let at = heap.length
  while (at > 0) {
    const above = (at - 1) >> 1
    const parent = heap[above]
    if (parent === undefined || isBefore(parent, timer)) break
    heap[at] = parent
    at = above
  }
  heap[at] = timer
}

const takeFirst = (heap: Array<Timer>): Timer | undefined => {
  const [first] = heap
  const last = heap.pop()
  if (first === undefined || last === undefined || first === last) return first
  let at = 0
  while (true) {
    let below = 2 * at + 1
    let child = heap[below]
    const other = heap[below + 1]
    if (child !== undefined && other !== undefined && isBefore(other, child)) {
      below += 1
      child = other
    }
    if (child === undefined || isBefore(last, child)) break
    heap[at] = child
    at = below
  }
  heap[at] = last
  return first
}
