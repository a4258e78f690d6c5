/**
 * Jobs that take their time: asked for until they end.
 *
 * @since 1.0.0
 */
import * as Effect from "effect/Effect"
import * as Schedule from "effect/Schedule"
import * as Schema from "effect/Schema"

/**
 * How often a job is asked for.
 *
 * @since 1.0.0
 * @category models
 */
export interface Options {
  /** When to ask again. Default: `defaultSchedule`. */
  readonly schedule?: Schedule.Schedule<unknown> | undefined
}

/**
 * After a second, then ever later up to every 30 seconds, for an hour in all.
 *
 * @since 1.0.0
 * @category constructors
 */
export const defaultSchedule: Schedule.Schedule<unknown> = Schedule.exponential("1 second", 1.5).pipe(
  Schedule.union(Schedule.spaced("30 seconds")),
  Schedule.upTo("1 hour")
)

/**
 * The job ended without doing what it was there for: it failed or was canceled. `status` is Intercom's word.
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
 * The schedule came to its end before the job did. It goes on: ask for its `job` again later.
 *
 * @since 1.0.0
 * @category errors
 */
export class JobPending extends Schema.TaggedError<JobPending>()("IntercomJobPending", {
  operation: Schema.String,
  /** The id of the job. */
  job: Schema.String,
  status: Schema.String
}) {
  override get message(): string {
    return `${this.operation}: the job is still ${this.status}`
  }
}

/**
 * Asks for the status of a job at once and then as the schedule says, until it ends. A status nobody has heard of
 * counts as pending.
 *
 * @since 1.0.0
 * @category combinators
 */
export const untilEnd = <A extends { readonly status?: string | null | undefined }, E, R>(
  status: Effect.Effect<A, E, R>,
  { job, operation, schedule = defaultSchedule }: Options & { readonly operation: string; readonly job: string }
): Effect.Effect<A, E | JobFailed | JobPending, R> =>
  status.pipe(
    Effect.flatMap((answer): Effect.Effect<A, JobFailed | JobPending> => {
      const status = answer.status ?? "pending"
      if (succeeded.test(status)) return Effect.succeed(answer)
      return Effect.fail(
        failed.test(status) ? new JobFailed({ operation, job, status }) : new JobPending({ operation, job, status })
      )
    }),
    Effect.retry({ schedule, while: (error) => error instanceof JobPending })
  )

const succeeded = /^(completed?|no_data|success)$/

const failed = /^(failed|cancell?ed)$/
