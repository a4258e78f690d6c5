/**
 * A Redis of its own on a free loopback port, which keeps nothing.
 */
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { spawn, spawnSync } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"

/** Whether this machine has `redis-server`. */
export const isInstalled: boolean = spawnSync("redis-server", ["--version"]).status === 0

export interface RedisServer {
  readonly port: number
  /** Sends a signal to the server: `SIGKILL` ends it, `SIGSTOP` lets it accept connections and not answer. */
  readonly signal: (signal: "SIGKILL" | "SIGSTOP" | "SIGCONT") => void
}

export const startRedis: Effect.Effect<RedisServer, never, Scope.Scope> = Effect.acquireRelease(
  Effect.promise(async () => {
    const port = await freePort()
    const folder = mkdtempSync(join(tmpdir(), "redis-"))
    const settings = { port, bind: "127.0.0.1", save: "", appendonly: "no", dir: folder }
    const server = spawn(
      "redis-server",
      Object.entries(settings).flatMap(([name, value]) => [`--${name}`, `${value}`]),
      { stdio: ["ignore", "pipe", "inherit"] }
    )
    for await (const text of server.stdout) {
      if (String(text).includes("Ready to accept connections")) break
    }
    return { folder, port, server }
  }),
  ({ folder, server }) =>
    Effect.promise(async () => {
      if (server.exitCode === null && server.signalCode === null) {
        server.kill("SIGKILL")
        await once(server, "exit")
      }
      rmSync(folder, { recursive: true })
    })
).pipe(Effect.map(({ port, server }) => ({ port, signal: (signal) => void server.kill(signal) })))

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  server.close()
  return typeof address === "object" && address !== null ? address.port : 0
}
