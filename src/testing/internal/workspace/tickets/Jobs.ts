/** Jobs of the in-memory workspace: tickets that are created a moment after they were asked for. */
import * as Either from "effect/Either"
import { notFound } from "../kernel/Refusal.js"
import { type Call, type Due, get, json, type Operation, post, type Result } from "../Operation.js"
import type { JobRow } from "../rows/Job.js"
import { NewTicket } from "../rows/NewTicket.js"
import type { Tables } from "../Tables.js"
import { check, createFrom } from "./NewTickets.js"

const present = ({ id, origin, status, ticketId }: JobRow): Readonly<Record<string, unknown>> => ({
  type: "job",
  id,
  status,
  url: `${origin}/jobs/status/${id}`,
  resource_type: "ticket",
  resource_id: ticketId,
  resource_url: ticketId === null ? null : `${origin}/tickets/${ticketId}`
})

/** How long a job takes, in seconds: more than one, however late in its second it was enqueued. */
const duration = 2

const enqueue = ({ body, now, tables, url }: Call<never, NewTicket>): Result =>
  Either.map(check(tables, body), () => {
    const id = tables.jobs.nextId()
    const { origin } = new URL(url)
    const dueAt = now + duration
    return json(present(tables.jobs.set({ id, ticket: body, origin, dueAt, status: "pending", ticketId: null })))
  })

/** The jobs that are to be done by now. `now` is Unix time in seconds. */
export const due = ({ jobs }: Pick<Tables, "jobs">, now: number): ReadonlyArray<Due> =>
  jobs.allByKey("pending").filter(({ dueAt }) => dueAt <= now).map((job) => ({
    at: job.dueAt,
    happen: (occasion) => {
      const made = createFrom(occasion, job.ticket)
      const row = jobs.set({
        ...job,
        status: Either.isRight(made) ? "success" : "failed",
        ticketId: Either.isRight(made) ? made.right.id : null
      })
      occasion.notify("job.completed", present(row))
    }
  }))

const status = ({ path, tables }: Call<"job_id">): Result => {
  const row = tables.jobs.get(path("job_id"))
  return row === undefined ? notFound("Job", "job_not_found") : Either.right(json(present(row)))
}

export const operations: ReadonlyArray<Operation> = [
  post("/tickets/enqueue", NewTicket, enqueue),
  get("/jobs/status/{job_id}", status)
]
