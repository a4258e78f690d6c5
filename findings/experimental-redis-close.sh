#!/usr/bin/env bash
# RateLimiter of @effect/experimental 0.61.1 over Redis: a program that succeeded dies at its end if Redis is away.
#
# Expected: the program's own result, because closing a connection that is lost needs no Redis.
# Happens: `layerStore` closes with `Effect.promise(() => redis.quit())`. With Redis stopped, `quit` waits for all retries
# of ioredis, which are 20 by default and take about 10 seconds. It then rejects, and the rejection is a defect: the exit
# of the program is a failure although its work succeeded.
# With `maxRetriesPerRequest: 1` it may reject early, and ioredis then reconnects for ever, so the process does not end.
# Hurt: jobs that end while Redis restarts. They are reported as failed, and run again.
# Known from: our test of a shared rate limit, which stops Redis while four processes make calls.
#
# Needs redis-server.
set -euo pipefail

directory="$(mktemp -d)"
port="${PORT:-7412}"
redis-server --port "$port" --bind 127.0.0.1 --save "" --dir "$directory" > /dev/null &
redis=$!
trap 'kill "$redis" 2> /dev/null || true; rm -rf "$directory"' EXIT
cd "$directory"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund \
  effect@3.22.4 @effect/platform@0.97.2 @effect/experimental@0.61.1 ioredis@5.11.1 > /dev/null

cat > program.mjs << 'PROGRAM'
import { RateLimiter } from "@effect/experimental"
import { layerStore } from "@effect/experimental/RateLimiter/Redis"
import { Cause, Effect, Exit, Layer } from "effect"

const [, , port, redis] = process.argv

const consume = Effect.flatMap(RateLimiter.RateLimiter, (limiter) =>
  limiter.consume({ key: "key", limit: 100, window: "10 seconds" }))

const work = Effect.gen(function*() {
  yield* consume
  process.kill(Number(redis))
  yield* Effect.sleep("500 millis")
  // A program that goes on without the store.
  yield* Effect.ignore(Effect.timeout(consume, "1 second"))
  return "done"
})

const exit = await Effect.runPromiseExit(work.pipe(
  Effect.provide(Layer.provide(RateLimiter.layer, layerStore({ host: "127.0.0.1", port: Number(port) })))
))
console.log(Exit.match(exit, {
  onSuccess: (result) => `succeeds: ${result}`,
  onFailure: (cause) => `${Cause.isDie(cause) ? "dies" : "fails"}: ${Cause.squash(cause).message}`
}))
process.exit()
PROGRAM

output="$(node program.mjs "$port" "$redis" 2> /dev/null)"
echo "@effect/experimental 0.61.1: $output"
grep -q '^dies: ' <<< "$output"
