/**
 * Reads bodies with a limit on the size of each, and on the memory of all together.
 */
import type * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"

/** A body that is being read. `bytes` has room for more than was read. */
interface Body {
  bytes: Uint8Array
  isDropped: boolean
}

/** Memory that several bodies share. */
export interface Memory {
  /** A body without bytes. Its memory is free again when the scope closes. */
  readonly open: Effect.Effect<Body, never, Scope.Scope>
  /** Replaces the bytes of a body. If there is too little memory, this drops the largest bodies first. */
  readonly hold: (body: Body, bytes: Uint8Array) => void
  /** Keeps a body that was read to its end: it is not dropped any more. */
  readonly keep: (body: Body) => void
}

const none = new Uint8Array()

/** Makes memory of `limit` bytes. */
export const makeMemory = (limit: number): Memory => {
  const droppable = new Set<Body>()
  let used = 0
  const replace = (body: Body, bytes: Uint8Array): void => {
    used += bytes.length - body.bytes.length
    body.bytes = bytes
  }
  return {
    open: Effect.acquireRelease(
      Effect.sync(() => {
        const body: Body = { bytes: none, isDropped: false }
        droppable.add(body)
        return body
      }),
      (body) =>
        Effect.sync(() => {
          replace(body, none)
          droppable.delete(body)
        })
    ),
    hold: (body, bytes) => {
      replace(body, bytes)
      // The largest first, so that a few large bodies that never end do not keep out many small ones.
      while (used > limit) {
        const largest = Array.from(droppable).reduce(
          (one, other) => other.bytes.length > one.bytes.length ? other : one,
          body
        )
        if (largest.bytes.length === 0) return
        replace(largest, none)
        largest.isDropped = true
        droppable.delete(largest)
      }
    },
    keep: (body) => {
      droppable.delete(body)
    }
  }
}

/** Returns all bytes of a body, or says that there are more than `limit`, or that there is too little memory for them. */
export const readBody = <E, R>(
  stream: Stream.Stream<Uint8Array, E, R>,
  limit: number,
  memory: Memory
): Effect.Effect<Uint8Array | "too large" | "no memory", E, R | Scope.Scope> =>
  Effect.gen(function*() {
    // Pulled directly, because running a stream costs more than everything else that a small body needs.
    const pull = yield* Stream.toPull(stream)
    const body = yield* memory.open
    let size = 0
    const append = (part: Uint8Array): void => {
      const end = size + part.length
      if (end > limit) {
        memory.hold(body, none)
      } else if (!body.isDropped) {
        if (size === 0) {
          memory.hold(body, part)
        } else if (end > body.bytes.length) {
          // Copied, because many small parts need far more memory than their bytes.
          const bytes = new Uint8Array(Math.min(limit, Math.max(end, 2 * size)))
          bytes.set(body.bytes.subarray(0, size))
          memory.hold(body, bytes)
        }
        if (size > 0 && !body.isDropped) body.bytes.set(part, size)
      }
      size = end
    }
    // If the server stops reading, Node closes the connection and the sender gets no response. So it reads a bit more.
    const rest: Effect.Effect<void, Option.Option<E>, R> = Effect.flatMap(pull, (parts: Chunk.Chunk<Uint8Array>) => {
      for (const part of parts) append(part)
      return size <= 2 * limit ? rest : Effect.void
    })
    yield* Effect.catchAll(rest, Option.match({ onNone: () => Effect.void, onSome: Effect.fail }))
    memory.keep(body)
    return size > limit ? "too large" : body.isDropped ? "no memory" : body.bytes.subarray(0, size)
  })
