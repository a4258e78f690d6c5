#!/usr/bin/env bash
# RateLimiter of @effect/experimental 0.61.1 over Redis: the fixed window fails for most limits.
#
# Expected: 166 calls in 10 seconds are allowed, as the memory store allows them.
# Happens: every call fails with "Failed to execute fixedWindow rate limiting command". The script in
# `RateLimiter/Redis.ts` sets a key with `PX` and window / limit milliseconds, which is 60.24 here. Redis takes whole
# milliseconds only: "ERR value is not an integer or out of range". 10 seconds by 100 works.
# Hurt: every program that shares a limit in Redis by the default algorithm, unless its window divided by its limit is a
# whole number of milliseconds. A program that lets calls go on when the store fails has no limit at all.
# Known from: our test of a shared rate limit, with Intercom's limits of 83, 166 and 1,666 in 10 seconds. We ask for
# whole milliseconds instead of calls.
#
# Needs redis-server.
set -euo pipefail

directory="$(mktemp -d)"
port="${PORT:-7411}"
redis-server --port "$port" --bind 127.0.0.1 --save "" --dir "$directory" > /dev/null &
redis=$!
trap 'kill "$redis"; wait "$redis" || true; rm -rf "$directory"' EXIT
cd "$directory"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund \
  effect@3.22.4 @effect/platform@0.97.2 @effect/experimental@0.61.1 ioredis@5.11.1 > /dev/null

cat > program.mjs << 'PROGRAM'
import { RateLimiter } from "@effect/experimental"
import { layerStore } from "@effect/experimental/RateLimiter/Redis"
import { Effect, Layer } from "effect"

const consume = (limit) =>
  Effect.flatMap(RateLimiter.RateLimiter, (limiter) =>
    limiter.consume({ key: `limit-${limit}`, limit, window: "10 seconds" })
  ).pipe(
    Effect.match({
      onSuccess: ({ remaining }) => `${remaining} left`,
      onFailure: (error) => `${error.message}: ${error.cause?.message.split(" script")[0]}`
    })
  )

const outcomes = (store) =>
  Effect.all({ 100: consume(100), 166: consume(166) }).pipe(
    Effect.provide(Layer.provide(RateLimiter.layer, store))
  )

const program = Effect.all({
  memory: outcomes(RateLimiter.layerStoreMemory),
  redis: outcomes(layerStore({ host: "127.0.0.1", port: Number(process.argv[2]) }))
})

console.log(JSON.stringify(await Effect.runPromise(program)))
PROGRAM

output="$(node program.mjs "$port")"
echo "@effect/experimental 0.61.1: $output"
grep -q '"memory":{"100":"99 left","166":"165 left"}' <<< "$output"
grep -q '"redis":{"100":"99 left","166":"Failed to execute fixedWindow rate limiting command: ERR value is not an integer' <<< "$output"
