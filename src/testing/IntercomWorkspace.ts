/**
 * A workspace of Intercom in memory. It holds what is written to it and answers like the service: in the place of HTTP in
 * tests, or behind a server on a loopback port for a client in any language.
 *
 * It speaks version 2.15, to who asks for an earlier one too. What it does not model it refuses with 501 and its name:
 * operations, and later versions. Time comes from `Clock`: under `TestClock` a test moves it.
 *
 * @since 1.0.0
 */
import type * as HttpApp from "@effect/platform/HttpApp"
import * as HttpClient from "@effect/platform/HttpClient"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import * as IntercomHttp from "../IntercomHttp.js"
import * as Retry from "../Retry.js"
import type { Deliveries, DeliverOptions, Notification, WebHandler } from "./Delivery.js"
import * as App from "./internal/workspace/app.js"
import * as Client from "./internal/workspace/client.js"
import * as Delivery from "./internal/workspace/Delivery.js"
import * as Generate from "./internal/workspace/generate.js"
import * as Notifications from "./internal/workspace/kernel/Notifications.js"
import * as Seeds from "./internal/workspace/Seed.js"
import * as Due from "./internal/workspace/settle.js"
import * as Snapshots from "./internal/workspace/Snapshot.js"
import * as Tables from "./internal/workspace/Tables.js"
import type { Amounts, Seed } from "./Seed.js"
import type { AnsweredRequest, Snapshot } from "./Snapshot.js"

/**
 * @since 1.0.0
 */
export type * from "./Delivery.js"

/**
 * @since 1.0.0
 */
export type * from "./Seed.js"

/**
 * @since 1.0.0
 */
export type * from "./Snapshot.js"

/**
 * How the workspace behaves, and how many invented objects it starts with.
 *
 * @since 1.0.0
 * @category models
 */
export interface Options extends Amounts {
  /** The only token it takes. Default: it takes all. */
  readonly accessToken?: Redacted.Redacted | undefined
  /** Where its data lives: another region's host does not know its tokens. Default: `"us"`. */
  readonly region?: IntercomHttp.Region | undefined
  /**
   * How many calls it takes in ten seconds; `Infinity` for any number, of which no header tells then. Default: 1,667,
   * which is Intercom's 10,000 a minute.
   */
  readonly rateLimit?: number | undefined
}

/**
 * A workspace of its own.
 *
 * @since 1.0.0
 * @category models
 */
export interface Service {
  /** The API, to be served by any HTTP server of the platform. */
  readonly httpApp: HttpApp.Default
  /** The same without a socket, whatever the host of a request. */
  readonly client: HttpClient.HttpClient
  readonly requests: Effect.Effect<ReadonlyArray<AnsweredRequest>>
  readonly snapshot: Effect.Effect<Snapshot>
  readonly seed: (seed: Seed) => Effect.Effect<void, InvalidSeed>
  /** Hears of each notification at once, until the function it gives back is called. */
  readonly listen: (listener: (notification: Notification) => void) => () => void
}

/**
 * The workspace in a test's requirements.
 *
 * @since 1.0.0
 * @category tags
 */
export class IntercomWorkspace extends Context.Tag("effect-intercom/testing/IntercomWorkspace")<
  IntercomWorkspace,
  Service
>() {}

/**
 * A seed that Intercom would refuse: two users of one `external_id`, a company that nobody added.
 *
 * @since 1.0.0
 * @category errors
 */
export class InvalidSeed extends Schema.TaggedError<InvalidSeed>()("IntercomInvalidSeed", {
  /** Where it is in what was given: `contacts[3]`, or `contacts[3].role`. */
  path: Schema.String,
  reason: Schema.String
}) {
  override get message(): string {
    return `${this.path}: ${this.reason}`
  }
}

/**
 * Makes a workspace.
 *
 * @since 1.0.0
 * @category constructors
 */
export const make = (options: Options = {}): Effect.Effect<Service> =>
  Effect.gen(function*() {
    const { accessToken, rateLimit = 1667, region = "us" } = options
    const tables = Tables.make("embedded", region)
    const requests: Array<AnsweredRequest> = []
    const listeners = new Set<(notification: Notification) => void>()
    let number = 0

    const listen: Service["listen"] = (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    }

    const notify = (topic: string, item: unknown, now: number) => {
      const notification = Notifications.make({ app_id: tables.workspaceId, topic, item, now, number: ++number })
      listeners.forEach((listener) => listener(notification))
    }

    const httpApp = yield* App.make({
      tables,
      notify,
      gate: { accessToken, rateLimit, region },
      log: (request) => {
        requests.push(request)
        if (requests.length > 2 * kept) requests.splice(0, kept)
      }
    })

    const now = Effect.map(Clock.currentTimeMillis, (millis) => Math.floor(millis / 1000))
    const seed = (seed: Seed): Effect.Effect<void, InvalidSeed> =>
      Effect.flatMap(now, (now) =>
        Effect.mapError(Seeds.plant(tables, seed, now), (misplaced) => new InvalidSeed(misplaced)))

    Seeds.furnish(tables)
    yield* Effect.orDie(seed(Generate.generate(options)))
    return {
      httpApp,
      client: Client.fromHttpApp(httpApp),
      requests: Effect.sync(() => [...requests]),
      snapshot: Effect.map(now, (now) => {
        Due.settle({ tables, notify }, now)
        return Snapshots.take(tables)
      }),
      seed,
      listen
    }
  })

/** A workspace that is served for hours does not grow by being called. */
const kept = 10_000

/**
 * A workspace in the place of Intercom, without HTTP. Nothing is retried and no time is limited unless `http`, options of
 * `IntercomHttp`, says so.
 *
 * @example
 * ```ts
 * import { Contacts } from "effect-intercom"
 * import * as IntercomWorkspace from "effect-intercom/testing/IntercomWorkspace"
 * import { Effect, Stream } from "effect"
 *
 * const program = Stream.runCount(Contacts.stream()).pipe(
 *   Effect.flatMap((count) => Effect.log(`${count} contacts`)),
 *   Effect.provide(IntercomWorkspace.layer({ contacts: 400 }))
 * )
 *
 * Effect.runPromise(program)
 * ```
 *
 * @since 1.0.0
 * @category layers
 */
export const layer = (
  options?: Options,
  http: Partial<IntercomHttp.Options> = {}
): Layer.Layer<IntercomHttp.IntercomHttp | IntercomWorkspace> =>
  IntercomHttp.layer({
    accessToken: options?.accessToken ?? Redacted.make("test"),
    retry: Retry.none,
    timeout: Infinity,
    ...http
  }).pipe(
    Layer.orDie,
    Layer.provide(layerClient),
    Layer.provideMerge(layerWorkspace(options))
  )

/**
 * The workspace alone: for `layerClient` and `httpApp`.
 *
 * @since 1.0.0
 * @category layers
 */
export const layerWorkspace = (options?: Options): Layer.Layer<IntercomWorkspace> =>
  Layer.effect(IntercomWorkspace, make(options))

/**
 * The workspace as the `HttpClient` under `IntercomHttp.layer`, for what stands between the two: faults, a recording.
 *
 * @since 1.0.0
 * @category layers
 */
export const layerClient: Layer.Layer<HttpClient.HttpClient, never, IntercomWorkspace> = Layer.effect(
  HttpClient.HttpClient,
  Effect.map(IntercomWorkspace, ({ client }) => client)
)

/**
 * The workspace as an app, to be mounted on any HTTP server of the platform.
 *
 * @since 1.0.0
 * @category constructors
 */
export const httpApp: HttpApp.Default<never, IntercomWorkspace> = Effect.flatMap(
  IntercomWorkspace,
  ({ httpApp }) => httpApp
)

/**
 * The requests answered so far, the first one first, refused ones among them. Of more than 20,000 the latest 10,000 at
 * least are kept.
 *
 * @since 1.0.0
 * @category combinators
 */
export const requests: Effect.Effect<ReadonlyArray<AnsweredRequest>, never, IntercomWorkspace> = Effect.flatMap(
  IntercomWorkspace,
  ({ requests }) => requests
)

/**
 * All that is in the workspace now.
 *
 * @since 1.0.0
 * @category combinators
 */
export const snapshot: Effect.Effect<Snapshot, never, IntercomWorkspace> = Effect.flatMap(
  IntercomWorkspace,
  ({ snapshot }) => snapshot
)

/**
 * Adds objects as if they had always been there: no call is counted, nobody is notified. Fails with `InvalidSeed` at what
 * Intercom would refuse; what came before it stays.
 *
 * @since 1.0.0
 * @category combinators
 */
export const seed = (seed: Seed): Effect.Effect<void, InvalidSeed, IntercomWorkspace> =>
  Effect.flatMap(IntercomWorkspace, (workspace) => workspace.seed(seed))

/**
 * What happens in the workspace from the moment the stream runs, as webhooks tell it. What happens by itself, such as the
 * end of a snooze, is told with the next request or snapshot, and has its own time.
 *
 * @since 1.0.0
 * @category combinators
 */
export const notifications: Stream.Stream<Notification, never, IntercomWorkspace> = Stream.unwrap(
  Effect.map(IntercomWorkspace, ({ listen }) =>
    Stream.asyncPush<Notification>((emit) =>
      Effect.acquireRelease(
        Effect.sync(() => listen((notification) => emit.single(notification))),
        (stop) => Effect.sync(stop)
      ), { bufferSize: "unbounded" }))
)

/**
 * Sends the webhooks of the workspace, signed, to a handler in the process, until the scope closes.
 *
 * As Intercom does it: an answer has five seconds to come, whoever does not say 2xx gets the notification a second time
 * after a minute and not again, and 410 ends it all.
 *
 * @since 1.0.0
 * @category combinators
 */
export const deliver = (
  handler: WebHandler,
  options: DeliverOptions
): Effect.Effect<Deliveries, never, IntercomWorkspace | Scope.Scope> =>
  Effect.flatMap(
    IntercomWorkspace,
    ({ listen }) => Delivery.make(Client.fromWebHandler(handler), "http://localhost/", listen, options)
  )

/**
 * Sends the webhooks of the workspace to a URL, by the `HttpClient` there is.
 *
 * @since 1.0.0
 * @category combinators
 */
export const deliverTo = (
  url: string,
  options: DeliverOptions
): Effect.Effect<Deliveries, never, HttpClient.HttpClient | IntercomWorkspace | Scope.Scope> =>
  Effect.flatMap(
    Effect.all([HttpClient.HttpClient, IntercomWorkspace]),
    ([client, { listen }]) => Delivery.make(client, url, listen, options)
  )
