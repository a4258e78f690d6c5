/**
 * What one would write by hand: `fetch`, `JSON.parse`, and no check of what it returns.
 */
import type { ContactPage } from "../contacts.js"
import type { Work } from "../variant.js"
import { concurrently, consume, expectAll } from "./work.js"

const get = async (url: string, signal: AbortSignal | null = null): Promise<ContactPage> => {
  const response = await fetch(url, {
    headers: { accept: "application/json", authorization: "Bearer token", "intercom-version": "2.15" },
    redirect: "manual",
    signal
  })
  if (!response.ok) throw new Error(`${response.status}`)
  return JSON.parse(await response.text())
}

/** A call with a time limit, as every client makes it. `fetch` takes more CPU with a signal. */
const within = (timeLimit: number) => async (url: string): Promise<ContactPage> => {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), timeLimit)
  try {
    return await get(url, controller.signal)
  } finally {
    clearTimeout(timer)
  }
}

const calls = (path: string): Work => async ({ concurrency, timeLimit, url }) => {
  const read = timeLimit === undefined ? get : within(timeLimit)
  return concurrently(concurrency, () => read(`${url}${path}`))
}

export const find: Work = calls("/contacts/1")

export const list: Work = calls("/contacts?per_page=150")

export const conversation: Work = calls("/conversations/1")

/** Reads all pages, one after the other. With `prefetch`, it asks for the next page before it consumes one. */
export const stream: Work = async ({ prefetch = 0, url, ...task }) => async (pages) => {
  const after = ({ pages: { next } }: ContactPage): Promise<ContactPage> | undefined =>
    next === null ? undefined : get(`${url}/contacts?per_page=150&starting_after=${next.starting_after}`)
  let seen = 0
  let next: Promise<ContactPage> | undefined = get(`${url}/contacts?per_page=150`)
  while (next !== undefined) {
    const page: ContactPage = await next
    next = prefetch > 0 ? after(page) : undefined
    seen += page.data.length
    await consume(task)
    if (prefetch === 0) next = after(page)
  }
  expectAll(seen, pages * 150)
}
