/** Jobs, which create tickets a moment after the request. */
import * as Either from "effect/Either"
import type { JsonObject } from "../kernel/Json.js"
import { json, type Result } from "../kernel/Result.js"
import { type Call, type DueEvent, get, type Operation, post } from "../Operation.js"
import type { JobRow } from "../rows/Job.js"
import { NewTicket } from "../rows/NewTicket.js"
import type { Tables } from "../Tables.js"
import { check, createFrom } from "./NewTickets.js"

const present = ({ id, origin, status, ticketId }: JobRow): JsonObject => ({
  type: "job",
  id,
  status,
  url: `${origin}/jobs/status/${id}`,
  resource_type: "ticket",
  resource_id: ticketId,
  resource_url: ticketId === null ? null : `${origin}/tickets/${ticketId}`
})

/** The duration of a job in seconds. Two, so that at least one whole second passes. */
const duration = 2

const enqueue = ({ body, now, tables, url }: Call<never, NewTicket>): Result =>
  Either.map(check(tables, body), () => {
    const id = tables.jobs.nextId()
    const { origin } = new URL(url)
    const dueAt = now + duration
    return json(present(tables.jobs.set({ id, ticket: body, origin, dueAt, status: "pending", ticketId: null })))
  })

/** The jobs that are due by now. `now` is Unix time in seconds. */
export const dueEvents = ({ jobs }: Pick<Tables, "jobs">, now: number): ReadonlyArray<DueEvent> =>
  jobs.allByKey("pending").filter(({ dueAt }) => dueAt <= now).map((job) => ({
    at: job.dueAt,
    run: (context) => {
      const created = createFrom(context, job.ticket)
      const row = jobs.set({
        ...job,
        status: Either.isRight(created) ? "success" : "failed",
        ticketId: Either.isRight(created) ? created.right.id : null
      })
      context.notify("job.completed", present(row))
    }
  }))

const status = ({ path, tables }: Call<"job_id">): Result =>
  Either.map(tables.jobs.find(path("job_id")), (row) => json(present(row)))

export const operations: ReadonlyArray<Operation> = [
  post("/tickets/enqueue", NewTicket, enqueue),
  get("/jobs/status/{job_id}", status)
]
