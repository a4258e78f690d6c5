import type * as ConfigError from "effect/ConfigError"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { readOrders } from "./shop.js"

/**
 * The program's own error, as one writes it next to a schema. It counts: with rollup the first `Schema.TaggedError`
 * brings 2 KB of Effect's own, while esbuild has them in every program with an `HttpClient`. `plain*.ts` are the same
 * programs without one, for which the first endpoint costs that much more; the benchmark prints both.
 */
class OrdersUnavailable
  extends Schema.TaggedError<OrdersUnavailable>()("OrdersUnavailable", { reason: Schema.String })
{}

export const app: Effect.Effect<void, ConfigError.ConfigError | OrdersUnavailable> = Effect.catchTags(readOrders, {
  ParseError: () => Effect.fail(new OrdersUnavailable({ reason: "shape" })),
  RequestError: () => Effect.fail(new OrdersUnavailable({ reason: "network" })),
  ResponseError: ({ response }) => Effect.fail(new OrdersUnavailable({ reason: `${response.status}` })),
  TimeoutException: () => Effect.fail(new OrdersUnavailable({ reason: "timeout" }))
})
