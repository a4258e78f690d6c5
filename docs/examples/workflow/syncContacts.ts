/** The sync of contacts as a durable workflow: one activity for each range of time. */
import * as SqlClient from "@effect/sql/SqlClient"
import * as Activity from "@effect/workflow/Activity"
import * as Workflow from "@effect/workflow/Workflow"
import type * as WorkflowEngine from "@effect/workflow/WorkflowEngine"
import * as Contacts from "effect-intercom/api/Contacts"
import type { IntercomHttp } from "effect-intercom/IntercomHttp"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schedule from "effect/Schedule"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import * as Store from "../sync/store.js"

/** Reads the contacts that were created from `from` on and before `to`, Unix seconds, in `parts` ranges. */
export const SyncContacts = Workflow.make({
  name: "SyncContacts",
  payload: { from: Schema.Number, to: Schema.Number, parts: Schema.Number },
  success: Schema.Number,
  idempotencyKey: ({ from, parts, to }) => `${from}-${to}-${parts}`
})

/** After a second, then later and later, but once a minute at least. */
const again = Schedule.union(Schedule.exponential("1 second"), Schedule.spaced("1 minute"))

/** Storing a page twice changes nothing, so an activity that was killed or has failed may run again. */
const syncRange = (from: number, to: number) =>
  Activity.make({
    name: `${from}-${to}`,
    success: Schema.Number,
    execute: Contacts.pagesPartitioned({ from, to }).pipe(
      Stream.runFoldEffect(0, (sum, { data }) => Effect.as(Store.save("contacts", data), sum + data.length)),
      Effect.tap((count) => Console.log(`${from}-${to}: ${count}`)),
      // The result of an activity is stored. A failure would be stored, too, and end the execution for good.
      Effect.tapError((error) => Console.error(`${from}-${to}: ${error.message}`)),
      Effect.retry(again),
      Effect.orDie
    )
  })

export const SyncContactsLayer: Layer.Layer<
  never,
  never,
  IntercomHttp | SqlClient.SqlClient | WorkflowEngine.WorkflowEngine
> = Layer.unwrapEffect(
  Effect.map(SqlClient.SqlClient, (contacts) =>
    SyncContacts.toLayer(({ from, parts, to }) =>
      Effect.gen(function*() {
        const edge = (index: number) => Math.floor(from + (to - from) * index / parts)
        let sum = 0
        for (let index = 0; index < parts; index++) sum += yield* syncRange(edge(index), edge(index + 1))
        return sum
        // A workflow runs with the services of the cluster, whose database is another one.
      }).pipe(Effect.provideService(SqlClient.SqlClient, contacts))
    ))
)
