/**
 * One of the processes of `processes.ts`. It makes calls from many fibers, and tells how they ended.
 */
import * as RateLimiter from "@effect/experimental/RateLimiter"
import * as RateLimiterRedis from "@effect/experimental/RateLimiter/Redis"
import * as Contacts from "effect-intercom/api/Contacts"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as SharedRateLimit from "effect-intercom/SharedRateLimit"
import type * as ConfigError from "effect/ConfigError"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as Redacted from "effect/Redacted"
import { once } from "node:events"

export interface Work {
  readonly baseUrl: string
  readonly redisPort: number
  readonly fibers: number
  readonly calls: number
  /** The length of a window, in milliseconds. */
  readonly window: number
  /** How long to wait for an answer of the store, in milliseconds. */
  readonly timeout: number
}

export interface Done {
  readonly failed: ReadonlyArray<string>
  /** How often the store was lost. */
  readonly warnings: number
}

const layer = ({ baseUrl, redisPort, timeout, window }: Work) =>
  SharedRateLimit.make({ key: "intercom", timeout, window }).pipe(
    Effect.map((rateLimit) =>
      Layer.orDie(IntercomHttp.layerFetch({ accessToken: Redacted.make("token"), baseUrl, rateLimit }))
    ),
    Layer.unwrapEffect,
    Layer.provide(RateLimiter.layer),
    Layer.provide(
      RateLimiterRedis.layerStore({
        port: redisPort,
        host: "127.0.0.1",
        maxRetriesPerRequest: 1,
        commandTimeout: timeout
      })
    )
  )

const run = (work: Work): Effect.Effect<void, ConfigError.ConfigError> =>
  Effect.suspend(() => {
    const failed: Array<string> = []
    let warnings = 0
    const call = Effect.catchAll(Contacts.find("1"), (error) => Effect.sync(() => failed.push(error.message)))
    return Effect.replicateEffect(call, work.calls, { concurrency: work.fibers, discard: true }).pipe(
      Effect.zipRight(Effect.sync(() => void process.send?.({ failed, warnings } satisfies Done))),
      Effect.provide(layer(work)),
      Effect.provide(Logger.replace(Logger.defaultLogger, Logger.make(() => void warnings++)))
    )
  })

process.send?.("ready")
const [work] = await once(process, "message")
// Closing the store's layer without a Redis dies after the calls have ended, and ioredis goes on to reconnect.
await Effect.runPromiseExit(run(work))
process.once("disconnect", () => process.exit())
process.disconnect()
