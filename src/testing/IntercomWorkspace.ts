/**
 * An Intercom workspace in memory. It stores what is written to it and answers like the service: in tests without HTTP,
 * or behind a server on a loopback port for a client in any language.
 *
 * It implements API versions 2.15 and 2.16, and answers earlier versions as 2.15. It answers 501 to later versions, and
 * to operations that it does not model. Time comes from `Clock`, so `TestClock` can move it.
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
import * as RateLimit from "../RateLimit.js"
import * as Retry from "../Retry.js"
import type { Deliveries, DeliverOptions, Notification, WebHandler } from "./Delivery.js"
import * as App from "./internal/workspace/app.js"
import * as Client from "./internal/workspace/client.js"
import * as Delivery from "./internal/workspace/Delivery.js"
import * as Generate from "./internal/workspace/generate.js"
import * as Notifications from "./internal/workspace/kernel/Notifications.js"
import * as Seeds from "./internal/workspace/Seed.js"
import * as Server from "./internal/workspace/server.js"
import { settle } from "./internal/workspace/settle.js"
import * as Snapshots from "./internal/workspace/Snapshot.js"
import * as Tables from "./internal/workspace/Tables.js"
import type { Amounts, Seed } from "./Seed.js"
import type { AnsweredRequest, Snapshot } from "./Snapshot.js"

/**
 * Webhooks and their delivery.
 *
 * @since 1.0.0
 * @category re-exports
 */
export type * from "./Delivery.js"

/**
 * Objects to add.
 *
 * @since 1.0.0
 * @category re-exports
 */
export type * from "./Seed.js"

/**
 * Conversations and tickets of a seed.
 *
 * @since 1.0.0
 * @category re-exports
 */
export type * from "./ConversationSeed.js"

/**
 * The fields that most objects of a seed have.
 *
 * @since 1.0.0
 * @category re-exports
 */
export type * from "./ObjectSeed.js"

/**
 * The content of the workspace, and the requests it has answered.
 *
 * @since 1.0.0
 * @category re-exports
 */
export type * from "./Snapshot.js"

/**
 * How the workspace behaves, and how many generated objects it starts with.
 *
 * @since 1.0.0
 * @category models
 */
export interface Options extends Amounts {
  /** The only accepted token. Default: any token is accepted. */
  readonly accessToken?: Redacted.Redacted | undefined
  /** The region of the workspace. Hosts of other regions refuse its tokens. Default: `"us"`. */
  readonly region?: IntercomHttp.Region | undefined
  /** The time zone in which searches for contacts compare dates: `"America/Los_Angeles"`. Default: `"UTC"`. */
  readonly timezone?: string | undefined
  /**
   * The number of calls in ten seconds. `Infinity` removes the limit and its headers. Default: 1,667, which is
   * Intercom's 10,000 a minute.
   */
  readonly rateLimit?: number | undefined
}

/**
 * A workspace.
 *
 * @since 1.0.0
 * @category models
 */
export interface Service {
  /** The API, for any HTTP server of `@effect/platform`. */
  readonly httpApp: HttpApp.Default
  /** The API without a socket, for requests to any host. */
  readonly client: HttpClient.HttpClient
  readonly requests: Effect.Effect<ReadonlyArray<AnsweredRequest>>
  readonly snapshot: Effect.Effect<Snapshot>
  readonly seed: (seed: Seed) => Effect.Effect<void, InvalidSeed>
  /** Calls the listener with each notification, until the returned function is called. */
  readonly listen: (listener: (notification: Notification) => void) => () => void
}

/**
 * The service that holds the workspace of a test.
 *
 * @since 1.0.0
 * @category tags
 */
export class IntercomWorkspace extends Context.Tag("effect-intercom/testing/IntercomWorkspace")<
  IntercomWorkspace,
  Service
>() {}

/**
 * A seed that Intercom would refuse, such as two users with one `external_id` or a reference to an unknown company.
 *
 * @since 1.0.0
 * @category errors
 */
export class InvalidSeed extends Schema.TaggedError<InvalidSeed>()("IntercomInvalidSeed", {
  /** The path of the invalid object or field: `contacts[3]` or `contacts[3].role`. */
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
    const { accessToken, rateLimit = 1667, region = "us", timezone } = options
    const tables = Tables.make("embedded", region, timezone)
    const requests: Array<AnsweredRequest> = []
    const listeners = new Set<(notification: Notification) => void>()
    let number = 0

    const listen: Service["listen"] = (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    }

    const notify = (topic: string, item: unknown, now: number) => {
      const notification = Notifications.make({ app_id: tables.workspaceId, topic, item, now, number: ++number })
      // The item shares values with the rows. A listener may change what it receives.
      listeners.forEach((listener) => listener(structuredClone(notification)))
    }

    const app = App.make({
      tables,
      notify,
      gate: { accessToken, rateLimit, region },
      log: (request) => {
        requests.push(request)
        if (requests.length > 2 * keptRequests) requests.splice(0, keptRequests)
      }
    })

    const now = Effect.map(Clock.currentTimeMillis, (millis) => Math.floor(millis / 1000))
    const seed = (seed: Seed): Effect.Effect<void, InvalidSeed> =>
      Effect.flatMap(now, (now) =>
        Effect.mapError(Seeds.insertSeed(tables, seed, now), (issue) => new InvalidSeed(issue)))

    Seeds.insertDefaults(tables)
    yield* Effect.orDie(seed(Generate.generate(options)))
    return {
      httpApp: Server.httpApp(app),
      client: Client.fromApp(app),
      requests: Effect.sync(() =>
        structuredClone(requests)
      ),
      snapshot: Effect.map(now, (now) => {
        settle({ tables, notify }, now)
        return Snapshots.take(tables)
      }),
      seed,
      listen
    }
  })

/** Limits the memory of a workspace that is served for hours. */
const keptRequests = 10_000

/**
 * A workspace in place of Intercom, without HTTP. Calls are not retried and have no timeout, unless `http` (options of
 * `IntercomHttp`) says otherwise.
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
    maxBodySize: Infinity,
    rateLimit: RateLimit.none,
    retry: Retry.none,
    timeout: Infinity,
    ...http
  }).pipe(
    Layer.orDie,
    Layer.provide(layerClient),
    Layer.provideMerge(layerWorkspace(options))
  )

/**
 * Only the workspace, for `layerClient` and `httpApp`.
 *
 * @since 1.0.0
 * @category layers
 */
export const layerWorkspace = (options?: Options): Layer.Layer<IntercomWorkspace> =>
  Layer.effect(IntercomWorkspace, make(options))

/**
 * The workspace as the `HttpClient` of `IntercomHttp.layer`. Use it to put faults or a recording between the two.
 *
 * @since 1.0.0
 * @category layers
 */
export const layerClient: Layer.Layer<HttpClient.HttpClient, never, IntercomWorkspace> = Layer.effect(
  HttpClient.HttpClient,
  Effect.map(IntercomWorkspace, ({ client }) => client)
)

/**
 * The workspace as an app, for any HTTP server of `@effect/platform`.
 *
 * @since 1.0.0
 * @category constructors
 */
export const httpApp: HttpApp.Default<never, IntercomWorkspace> = Effect.flatMap(
  IntercomWorkspace,
  ({ httpApp }) => httpApp
)

/**
 * The answered requests, oldest first, including refused ones. If there are more than 20,000, the workspace keeps at
 * least the latest 10,000.
 *
 * @since 1.0.0
 * @category combinators
 */
export const requests: Effect.Effect<ReadonlyArray<AnsweredRequest>, never, IntercomWorkspace> = Effect.flatMap(
  IntercomWorkspace,
  ({ requests }) => requests
)

/**
 * The current content of the workspace.
 *
 * @since 1.0.0
 * @category combinators
 */
export const snapshot: Effect.Effect<Snapshot, never, IntercomWorkspace> = Effect.flatMap(
  IntercomWorkspace,
  ({ snapshot }) => snapshot
)

/**
 * Adds objects without counting calls or sending notifications. Fails with `InvalidSeed` at the first object that
 * Intercom would refuse; the objects before it stay.
 *
 * @since 1.0.0
 * @category combinators
 */
export const seed = (seed: Seed): Effect.Effect<void, InvalidSeed, IntercomWorkspace> =>
  Effect.flatMap(IntercomWorkspace, (workspace) => workspace.seed(seed))

/**
 * The notifications of the workspace from the moment the stream runs. Events without a request, such as the end of a
 * snooze, are notified at the next request or snapshot, with the time at which they were due.
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
 * Sends the webhooks of the workspace, signed, to a handler in the same process, until the scope closes.
 *
 * It works as Intercom does: the handler has five seconds to answer. If it does not answer 2xx, the notification is
 * sent a second and last time after a minute. The status 410 ends all deliveries.
 *
 * The requests go to `http://localhost/`. If the handler routes by path, pass a function that changes the URL.
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
 * Sends the webhooks of the workspace to a URL, with the `HttpClient` of the context.
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
