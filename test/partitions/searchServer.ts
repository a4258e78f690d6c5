/**
 * A search endpoint over rows in memory, for what the workspace in memory does not do: latency, failures, other readings
 * of `>` and `<`, and lists without `total_count`.
 */
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import type { TimeField } from "effect-intercom/Partition"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import { bodyOf } from "../scripted.js"

export interface Row {
  readonly id: string
  readonly created_at?: number | null
  readonly updated_at?: number | null
}

export interface Rules {
  /** Milliseconds. */
  readonly latency?: number
  /** Whether `>` and `<` include equal values. */
  readonly orEqual?: boolean
  /** Whether the server ignores `sort`, and returns the rows in the order in which they are. */
  readonly unsorted?: boolean
  readonly withoutCount?: boolean
  /** Answers the request with this number, which counts from 1, in place of the search. */
  readonly instead?: (request: number) => Effect.Effect<Response> | undefined
}

export interface SearchServer {
  readonly layer: Layer.Layer<IntercomHttp.IntercomHttp>
  readonly bodies: Array<Body>
  /** The number of requests that were answered at the same time. */
  readonly most: () => number
  /** The requests that are under way. */
  readonly open: () => number
}

type Body = typeof Body.Type

const Body = Schema.Struct({
  query: Schema.Struct({ operator: Schema.Literal("AND"), value: Schema.Array(Schema.Unknown) }),
  sort: Schema.Struct({ field: Schema.Literal("created_at", "updated_at"), order: Schema.Literal("ascending") }),
  pagination: Schema.Struct({ per_page: Schema.Number, starting_after: Schema.optional(Schema.String) })
})

const isBound = Schema.is(
  Schema.Struct({
    field: Schema.Literal("created_at", "updated_at"),
    operator: Schema.Literal("<", ">"),
    value: Schema.Number
  })
)

export const searchServer = (rows: ReadonlyArray<Row>, rules: Rules = {}): SearchServer => {
  const { instead, latency, orEqual = false, unsorted = false, withoutCount = false } = rules
  const bodies: Array<Body> = []
  let open = 0
  let most = 0

  const sortedBy = (field: TimeField): ReadonlyArray<Row> =>
    unsorted ? rows : [...rows].sort((self, that) => (self[field] ?? 0) - (that[field] ?? 0))
  const sorted = { created_at: sortedBy("created_at"), updated_at: sortedBy("updated_at") }

  const answer = ({ pagination: { per_page, starting_after }, query, sort: { field } }: Body): Response => {
    const bounds = query.value.filter(isBound)
    const found = sorted[field].filter((row) =>
      bounds.every(({ field, operator, value }) => {
        const time = row[field]
        if (time === undefined || time === null) return true
        return (orEqual && time === value) || (operator === "<" ? time < value : time > value)
      })
    )
    const start = found.findIndex(({ id }) => id === starting_after) + 1
    const data = found.slice(start, start + per_page)
    const isLast = start + per_page >= found.length
    return Response.json({
      type: "list",
      data,
      conversations: data,
      tickets: data,
      ...(withoutCount ? {} : { total_count: found.length }),
      pages: { type: "pages", ...(isLast ? {} : { next: { starting_after: data.at(-1)?.id } }) }
    })
  }

  const layer = IntercomHttp.layerTest((sent) => {
    const body = Schema.decodeUnknownSync(Body)(bodyOf(sent))
    const request = bodies.push(body)
    open += 1
    most = Math.max(most, open)
    return Effect.ensuring(
      Effect.zipRight(
        latency === undefined ? Effect.yieldNow() : Effect.sleep(latency),
        Effect.suspend(() => instead?.(request) ?? Effect.sync(() => answer(body)))
      ),
      Effect.sync(() => open -= 1)
    )
  })

  return { layer, bodies, most: () => most, open: () => open }
}
