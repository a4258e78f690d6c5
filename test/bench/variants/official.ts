/**
 * `intercom-client`, as its README says: its own `fetch`, its own retries.
 */
import { IntercomClient } from "intercom-client"
import type { Work } from "../variant.js"
import { concurrently, expectAll, watchHeap } from "./work.js"

const clientOf = (url = ""): IntercomClient => new IntercomClient({ token: "token", baseUrl: url })

export const find: Work = async ({ concurrency, url }) => {
  const client = clientOf(url)
  return concurrently(concurrency, () => client.contacts.find({ contact_id: "1" }))
}

export const list: Work = async ({ concurrency, url }) => {
  const client = clientOf(url)
  return concurrently(concurrency, () => client.contacts.list({ per_page: 150 }))
}

export const conversation: Work = async ({ concurrency, url }) => {
  const client = clientOf(url)
  return concurrently(concurrency, () => client.conversations.find({ conversation_id: "1" }))
}

export const stream: Work = async ({ heapFrom, url }) => {
  const client = clientOf(url)
  return async (pages) => {
    const heap = watchHeap(heapFrom)
    let seen = 0
    for await (const _ of await client.contacts.list({ per_page: 150 })) heap.at(seen += 1)
    expectAll(seen, pages * 150)
    return heap.figures()
  }
}
