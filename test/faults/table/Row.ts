/**
 * A row of the table of faults: what a server does, and how a call ends.
 */
import type { Play } from "../rawServer.js"

/** How a call ends, and the number of requests that arrived: `"NetworkError 2"`. A success is `"ok"`. */
export type Cell = string

/** What both clients show, or each its own: `{ fetch: "ok 1", undici: "InvalidResponse 1" }`. */
export type Expected = Cell | Readonly<Record<Client, Cell>>

/** `layerFetch`, or `layer` over undici. */
export type Client = "fetch" | "undici"

export interface Row {
  readonly fault: string
  readonly play: Play
  /** `Contacts.find` */
  readonly get: Expected
  /** `Messages.sendInApp`, which is not repeatable. */
  readonly post: Expected
  /** Whether the server stalls. Then the time limit of an attempt ends, in virtual time, as soon as its request arrived. */
  readonly isStalled?: boolean
  /** What the cells count. `"connections"` if no request is read. Default: `"requests"`. */
  readonly counts?: "connections"
  /** Where the server is. `"closed"`: the port is closed. `"untrusted"`: its certificate is not trusted. */
  readonly place?: "closed" | "untrusted"
  /** A call that succeeds opens the connection first. Its request is counted too. */
  readonly isWarm?: boolean
  /** Fields of the error. */
  readonly holds?: Readonly<Record<string, unknown>>
  /** What the message of the error says. */
  readonly says?: RegExp
}

export const row = (
  fault: string,
  [get, post]: readonly [Expected, Expected],
  play: Play,
  more?: Partial<Row>
): Row => ({
  fault,
  get,
  post,
  play,
  ...more
})

/** A body that both calls accept. */
export const good: string = JSON.stringify({ type: "contact", id: "1" })
