/** Sends the webhooks of the in-memory workspace, signed. A failed delivery is repeated once, after a minute. */
import type * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as FiberSet from "effect/FiberSet"
import * as Option from "effect/Option"
import type * as Scope from "effect/Scope"
import * as Webhook from "../../../Webhook.js"
import type { Deliveries, DeliverOptions, Delivery, Notification } from "../../Delivery.js"

/** Delivers notifications to a URL until the scope closes or the receiver answers 410. */
export const make = (
  client: HttpClient.HttpClient,
  url: string,
  listen: (listener: (notification: Notification) => void) => () => void,
  { clientSecret, topics }: DeliverOptions
): Effect.Effect<Deliveries, never, Scope.Scope> =>
  Effect.gen(function*() {
    const attempts: Array<Delivery> = []
    const fibers = yield* FiberSet.make()
    const run = yield* FiberSet.runtime(fibers)()
    const gone = yield* Deferred.make<void>()

    const attempt = (notification: Notification, number: number) =>
      Effect.gen(function*() {
        const body = new TextEncoder().encode(JSON.stringify({ ...notification, delivery_attempts: number }))
        const request = HttpClientRequest.post(url).pipe(
          HttpClientRequest.setHeaders({
            "accept": "application/json",
            "user-agent": "intercom-parrot-service-client/1.0",
            "x-hub-signature": yield* Webhook.sign({ body, secret: clientSecret })
          }),
          HttpClientRequest.bodyUint8Array(body, "application/json")
        )
        const response = yield* client.execute(request).pipe(
          Effect.timeoutOption("5 seconds"),
          Effect.orElseSucceed(Option.none)
        )
        const status = Option.getOrUndefined(Option.map(response, ({ status }) => status))
        attempts.push({ id: notification.id, topic: notification.topic, attempt: number, status })
        if (status === 410) {
          stop()
          yield* Deferred.succeed(gone, undefined)
        }
        return status !== undefined && status >= 200 && status < 300
      })

    const deliver = (notification: Notification) =>
      Effect.gen(function*() {
        if (yield* attempt(notification, 1)) return
        yield* Effect.raceFirst(Effect.sleep("1 minute"), Deferred.await(gone))
        if (!(yield* Deferred.isDone(gone))) yield* attempt(notification, 2)
      })

    const stop = yield* Effect.acquireRelease(
      Effect.sync(() =>
        listen((notification) => {
          if (topics?.includes(notification.topic) ?? true) run(deliver(notification))
        })
      ),
      (stop) => Effect.sync(stop)
    )
    return { attempts: Effect.sync(() => [...attempts]), settled: FiberSet.awaitEmpty(fibers) }
  })
