/**
 * Loaded before a program of the documentation: it stays on this machine. One that reaches further ends at once, since
 * it might take the error for one it handles.
 */
import { Socket } from "node:net"

const connect = Socket.prototype.connect

// Called with options, with a port and a host, or, by Node itself, with a list of such arguments.
const hostOf = (args: ReadonlyArray<unknown>): unknown => {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args
  if (typeof first !== "object" || first === null) return second
  return "host" in first ? first.host : undefined
}

const isRemote = (host: unknown): boolean =>
  typeof host === "string" && host !== "localhost" && host !== "::1" && !host.startsWith("127.")

Object.assign(Socket.prototype, {
  connect(this: Socket, ...args: ReadonlyArray<unknown>): unknown {
    const host = hostOf(args)
    if (isRemote(host)) {
      process.stderr.write(`It reached for ${host}: take the layer's base URL from the environment.\n`)
      process.exit(1)
    }
    return Reflect.apply(connect, this, args)
  }
})
