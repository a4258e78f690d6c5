/**
 * What a program that reads some JSON API with Effect is made of, before it asks Intercom for anything: a secret from
 * the environment, a schema, retries, a timeout, a stream of pages.
 */
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as HttpClient from "@effect/platform/HttpClient"
import type * as HttpClientError from "@effect/platform/HttpClientError"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import type * as Cause from "effect/Cause"
import * as Chunk from "effect/Chunk"
import * as Config from "effect/Config"
import type * as ConfigError from "effect/ConfigError"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import type * as ParseResult from "effect/ParseResult"
import * as Schedule from "effect/Schedule"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"

const Order = Schema.Struct({
  id: Schema.String,
  total: Schema.Number,
  currency: Schema.Literal("EUR", "USD"),
  note: Schema.optional(Schema.NullOr(Schema.String)),
  lines: Schema.Array(Schema.Struct({ sku: Schema.String, quantity: Schema.Number }))
})

const OrderPage = Schema.Struct({ orders: Schema.Array(Order), next: Schema.NullOr(Schema.String) })

type Failure =
  | ConfigError.ConfigError
  | HttpClientError.HttpClientError
  | ParseResult.ParseError
  | Cause.TimeoutException

const getPage = (
  after: string | undefined
): Effect.Effect<typeof OrderPage.Type, Failure, HttpClient.HttpClient> =>
  Effect.gen(function*() {
    const client = yield* HttpClient.HttpClient
    const token = yield* Config.redacted("SHOP_TOKEN")
    const request = HttpClientRequest.get("https://shop.example/orders", { urlParams: { after } }).pipe(
      HttpClientRequest.setHeader("accept", "application/json"),
      HttpClientRequest.bearerToken(token)
    )
    return yield* HttpClient.filterStatusOk(client).execute(request).pipe(
      Effect.flatMap(HttpClientResponse.schemaBodyJson(OrderPage)),
      Effect.timeout("10 seconds"),
      Effect.retry(Schedule.intersect(Schedule.jittered(Schedule.exponential("200 millis")), Schedule.recurs(3)))
    )
  })

const orders: Stream.Stream<typeof Order.Type, Failure, HttpClient.HttpClient> = Stream.paginateChunkEffect(
  Option.none<string>(),
  (after) =>
    Effect.map(
      getPage(Option.getOrUndefined(after)),
      (page) => [Chunk.unsafeFromArray(page.orders), Option.map(Option.fromNullable(page.next), Option.some)]
    )
)

export const readOrders: Effect.Effect<void, Failure> = orders.pipe(
  Stream.filter((order) => order.total > 0),
  Stream.runForEach((order) => Effect.log("order", order.id, order.total)),
  Effect.provide(FetchHttpClient.layer)
)
