/**
 * Waits for jobs, by retrieving their status until they end.
 *
 * @since 1.0.0
 */
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Schedule from "effect/Schedule"
import * as Schema from "effect/Schema"
import { IntercomError, isIntercomError, isRetryable } from "./IntercomError.js"

/**
 * Options for waiting for a job.
 *
 * @since 1.0.0
 * @category models
 */
export interface Options {
  /** When to retrieve the job again. Default: `defaultSchedule`. */
  readonly schedule?: Schedule.Schedule<unknown> | undefined
}

/**
 * Repeats after 1 second, then at growing intervals of up to 30 seconds, for 1 hour.
 *
 * @since 1.0.0
 * @category constructors
 */
export const defaultSchedule: Schedule.Schedule<unknown> = Schedule.exponential("1 second", 1.5).pipe(
  Schedule.modifyDelay((_, delay) => Duration.min(delay, "30 seconds")),
  Schedule.upTo("1 hour")
)

/**
 * The job failed or was canceled. `status` is the status that Intercom sent.
 *
 * @since 1.0.0
 * @category errors
 */
export class JobFailed extends Schema.TaggedError<JobFailed>()("IntercomJobFailed", {
  operation: Schema.String,
  /** The id of the job. */
  job: Schema.String,
  status: Schema.String
}) {
  override get message(): string {
    return `${this.operation}: the job ended as ${this.status}`
  }
}

/**
 * The schedule ended before the job, or a status call failed. The job continues: use its id, `job`, to wait again later.
 *
 * @since 1.0.0
 * @category errors
 */
export class JobPending extends Schema.TaggedError<JobPending>()("IntercomJobPending", {
  operation: Schema.String,
  /** The id of the job. */
  job: Schema.String,
  status: Schema.String,
  /** The error of the last status call, if it failed. */
  cause: Schema.optional(IntercomError)
}) {
  override get message(): string {
    return `${this.operation}: the job is still ${this.status}`
  }
}

/**
 * Retrieves the status of a job at once and then as the schedule says, until the job ends. An unknown status counts as
 * pending, and so does an error that `isRetryable` accepts. A status that is no word is called `unknown` in errors.
 *
 * @since 1.0.0
 * @category combinators
 */
export const untilEnd = <A extends { readonly status?: string | null | undefined }, E, R>(
  status: Effect.Effect<A, E, R>,
  { job, operation, schedule = defaultSchedule }: Options & { readonly operation: string; readonly job: string }
): Effect.Effect<A, E | JobFailed | JobPending, R> =>
  Effect.suspend(() => {
    let last = "pending"
    return status.pipe(
      Effect.mapError((error) =>
        isIntercomError(error) && isRetryable(error) ?
          new JobPending({ operation, job, status: last, cause: error }) :
          error
      ),
      Effect.flatMap((answer): Effect.Effect<A, JobFailed | JobPending> => {
        last = answer.status ?? "pending"
        // Texts from outside must not get into messages.
        if (!/^[a-z_]{1,32}$/i.test(last)) last = "unknown"
        if (succeeded.test(last)) return Effect.succeed(answer)
        const fields = { operation, job, status: last }
        return Effect.fail(failed.test(last) ? new JobFailed(fields) : new JobPending(fields))
      }),
      Effect.retry({ schedule, while: (error) => error instanceof JobPending })
    )
  })

// Makes every error carry the id of the job, because the caller of `run` has not seen it.
/** @internal */
export const keepJob = <A, E, R>(
  wait: Effect.Effect<A, E, R>,
  { job, operation }: { readonly operation: string; readonly job: string }
): Effect.Effect<A, E | JobPending, R> =>
  Effect.mapError(
    wait,
    (error) => isIntercomError(error) ? new JobPending({ operation, job, status: "pending", cause: error }) : error
  )

const succeeded = /^(completed?|no_data|success)$/

const failed = /^(failed|cancell?ed)$/
