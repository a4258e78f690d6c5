/**
 * The two sides that are compared over loopback: this library, and the loop of `fetch` one would write instead.
 */
import * as Contacts from "effect-intercom/api/Contacts"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as Effect from "effect/Effect"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import { fork } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"
import type { ContactPage } from "./fixture.js"

/** What a consumer does with a page. */
export type Consumer = () => void | Promise<void>

export interface Loopback {
  /** Reads all pages of a list, the given number of them ahead, and hands each to the consumer. */
  readonly stream: (prefetch: number, consume: Consumer) => () => Promise<void>
  /** The same with `fetch`, one page after the other, or with the next one already asked for. */
  readonly loop: (ahead: boolean, consume: Consumer) => () => Promise<void>
}

/** Lists of `pages` pages, each answered after `delay` milliseconds, for as long as `use` runs. */
export const withServer = async <A>(
  use: (serve: (delay: number, pages: number) => Loopback) => Promise<A>
): Promise<A> => {
  const server = fork(join(import.meta.dirname, "server.ts"))
  const runtimes: Array<{ readonly dispose: () => Promise<void> }> = []
  try {
    const [port]: Array<unknown> = await once(server, "message")
    return await use((delay, pages) => {
      const baseUrl = `http://127.0.0.1:${port}/${delay}/${pages}`
      const runtime = ManagedRuntime.make(IntercomHttp.layerFetch({ accessToken: Redacted.make("token"), baseUrl }))
      runtimes.push(runtime)
      return { stream: streamOf(runtime, pages), loop: loopOf(baseUrl, pages) }
    })
  } finally {
    await Promise.all(runtimes.map((runtime) => runtime.dispose()))
    server.disconnect()
  }
}

const streamOf =
  (runtime: ManagedRuntime.ManagedRuntime<IntercomHttp.IntercomHttp, unknown>, pages: number): Loopback["stream"] =>
  (prefetch, consume) =>
  async () => {
    let seen = 0
    await runtime.runPromise(
      Stream.runForEachChunk(Contacts.stream({ prefetch }), () => {
        seen += 1
        const done = consume()
        return done === undefined ? Effect.void : Effect.promise(() => done)
      })
    )
    expectAll(seen, pages)
  }

const loopOf = (baseUrl: string, pages: number): Loopback["loop"] => (ahead, consume) => async () => {
  const get = async (cursor: string): Promise<ContactPage> => {
    const query = new URLSearchParams({ per_page: "150", ...(cursor === "" ? {} : { starting_after: cursor }) })
    const response = await fetch(`${baseUrl}/contacts?${query}`, {
      headers: { accept: "application/json", authorization: "Bearer token", "intercom-version": "2.15" },
      redirect: "manual"
    })
    if (!response.ok) throw new Error(`${response.status}`)
    return JSON.parse(await response.text())
  }
  let seen = 0
  let next: Promise<ContactPage> | undefined = get("")
  while (next !== undefined) {
    const page: ContactPage = await next
    seen += 1
    const cursor = page.pages.next?.starting_after
    const fetchNext = () => cursor === undefined ? undefined : get(cursor)
    next = ahead ? fetchNext() : undefined
    await consume()
    if (!ahead) next = fetchNext()
  }
  expectAll(seen, pages)
}

const expectAll = (seen: number, pages: number): void => {
  if (seen !== pages) throw new Error(`read ${seen} pages of ${pages}`)
}
