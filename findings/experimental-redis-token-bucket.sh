#!/usr/bin/env bash
# RateLimiter of @effect/experimental 0.61.1 over Redis: the token bucket follows the fastest clock of all processes.
#
# Expected: a process whose clock is wrong changes nothing for the others, for example because Redis tells the time. Keys
# that nobody uses expire.
# Happens: each process sends its own time, and the bucket keeps the latest. After one call by a clock that is 10 minutes
# ahead, the bucket is not refilled for the others until their clocks have reached that time. The keys never expire.
# Hurt: programs on several machines. One with a wrong clock stops all others.
# Known from: reading `RateLimiter/Redis.ts` for a shared rate limit, and this program. We use the fixed window.
#
# Needs redis-server and redis-cli.
set -euo pipefail

directory="$(mktemp -d)"
port="${PORT:-7413}"
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
import { Clock, Effect, Layer } from "effect"

const consume = (tokens) =>
  Effect.flatMap(RateLimiter.RateLimiter, (limiter) =>
    limiter.consume({ algorithm: "token-bucket", key: "key", limit: 10, tokens, window: "1 second" })
  ).pipe(Effect.match({ onSuccess: () => "allowed", onFailure: ({ message }) => message }))

const ahead = Object.assign(Clock.make(), { unsafeCurrentTimeMillis: () => Date.now() + 600_000 })

const program = Effect.gen(function*() {
  const first = yield* Effect.withClock(consume(10), ahead)
  yield* Effect.sleep("3 seconds")
  return [first, yield* consume(1)]
})

console.log(JSON.stringify(await Effect.runPromise(program.pipe(
  Effect.provide(Layer.provide(RateLimiter.layer, layerStore({ host: "127.0.0.1", port: Number(process.argv[2]) })))
))))
PROGRAM

output="$(node program.mjs "$port")"
expiry="$(redis-cli -p "$port" pttl ratelimiter:key)"
echo "@effect/experimental 0.61.1: $output, pttl $expiry"
grep -q '\["allowed","Rate limit exceeded"\]' <<< "$output"
# -1: the key never expires.
test "$expiry" = -1
