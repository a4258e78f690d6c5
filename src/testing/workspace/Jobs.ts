/**
 * Jobs of the in-memory workspace: tickets that are created a moment after they were asked for.
 *
 * @since 1.0.0
 */
import * as Either from "effect/Either"
import { check, createFrom, NewTicket } from "./NewTickets.js"
import { type Call, get, json, type Operation, post, type Result } from "./Operation.js"
import { notFound } from "./Refusal.js"

/**
 * @since 1.0.0
 * @category models
 */
export interface JobRow {
  readonly id: string
  readonly ticket: NewTicket
  /** When it is done. Unix time in seconds. */
  readonly dueAt: number
  readonly status: "pending" | "success" | "failed"
  /** The ticket it made. */
  readonly ticketId: string | null
}

const present = ({ id, status, ticketId }: JobRow, url: string): Readonly<Record<string, unknown>> => ({
  type: "job",
  id,
  status,
  url: new URL(`/jobs/status/${id}`, url).href,
  resource_type: "ticket",
  resource_id: ticketId,
  resource_url: ticketId === null ? null : new URL(`/tickets/${ticketId}`, url).href
})

/** How long a job takes, in seconds: more than one, however late in its second it was enqueued. */
const duration = 2

const enqueue = ({ body, now, state, url }: Call<never, NewTicket>): Result =>
  Either.map(check(state, body), () => {
    const id = state.jobs.nextId()
    const dueAt = now + duration
    return json(present(state.jobs.set({ id, ticket: body, dueAt, status: "pending", ticketId: null }), url))
  })

/**
 * Does the jobs that are due by now, in the order in which they were enqueued.
 *
 * @since 1.0.0
 * @category combinators
 */
export const settle = (call: Pick<Call, "notify" | "now" | "state" | "url">): void => {
  const { jobs } = call.state
  for (const job of jobs.rows().filter(({ dueAt, status }) => status === "pending" && dueAt <= call.now)) {
    const made = createFrom({ ...call, now: job.dueAt }, job.ticket)
    const row = jobs.set({
      ...job,
      status: Either.isRight(made) ? "success" : "failed",
      ticketId: Either.isRight(made) ? made.right.id : null
    })
    call.notify("job.completed", present(row, call.url))
  }
}

const status = (call: Call<"job_id">): Result => {
  settle(call)
  const row = call.state.jobs.get(call.path("job_id"))
  return row === undefined ? notFound("Job", "job_not_found") : Either.right(json(present(row, call.url)))
}

/**
 * @since 1.0.0
 * @category constructors
 */
export const operations: ReadonlyArray<Operation> = [
  post("/tickets/enqueue", NewTicket, enqueue),
  get("/jobs/status/{job_id}", status)
]
