/**
 * What one would write by hand: `fetch`, `JSON.parse`, and no check of what it returns.
 */
import type { ContactPage } from "../contacts.js"
import type { Work } from "../variant.js"
import { concurrently, consume, expectAll } from "./work.js"

const get = async (url: string): Promise<ContactPage> => {
  const response = await fetch(url, {
    headers: { accept: "application/json", authorization: "Bearer token", "intercom-version": "2.15" },
    redirect: "manual"
  })
  if (!response.ok) throw new Error(`${response.status}`)
  return JSON.parse(await response.text())
}

export const find: Work = async ({ concurrency, url }) => concurrently(concurrency, () => get(`${url}/contacts/1`))

export const list: Work = async ({ concurrency, url }) =>
  concurrently(concurrency, () => get(`${url}/contacts?per_page=150`))

export const conversation: Work = async ({ concurrency, url }) =>
  concurrently(concurrency, () => get(`${url}/conversations/1`))

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
