/**
 * A child process that serves contacts over loopback. `/{delay}/{pages}/contacts` lists so many pages, and each answer
 * takes `delay` milliseconds. It has a process of its own so that its CPU time is not counted.
 */
import { createServer, type IncomingMessage } from "node:http"
import { text } from "node:stream/consumers"
import { contact, contactPage } from "./contacts.js"
import { searchPage } from "./search.js"
import { conversation } from "./threads.js"

const size = 150

const oneContact = Buffer.from(JSON.stringify(contact(1)))

const oneConversation = Buffer.from(JSON.stringify(conversation(100)))

// A few pages of contacts in turn, because a thousand of their own would not fit into the memory of a small machine.
const heads = Array.from({ length: 8 }, (_, index) => {
  const { data, type } = contactPage(size, index)
  return Buffer.from(`${JSON.stringify({ type, data }).slice(0, -1)},`)
})

const page = (index: number, count: number): Buffer => {
  const { data: _, type: __, ...tail } = contactPage(0, index, count)
  return Buffer.concat([heads[index % heads.length] ?? oneContact, Buffer.from(JSON.stringify(tail).slice(1))])
}

const bodyOf = async (request: IncomingMessage, { pathname, searchParams }: URL): Promise<Buffer> => {
  const [, , pages, resource, id] = pathname.split("/")
  if (resource === "conversations") return oneConversation
  if (id === "search") return searchPage(Number(pages) * size, await text(request))
  return id === undefined ? page(Number(searchParams.get("starting_after") ?? 0), Number(pages)) : oneContact
}

const server = createServer(async (request, response) => {
  const url = new URL(request.url ?? "/", "http://localhost")
  const body = await bodyOf(request, url)
  const answer = () =>
    response.writeHead(200, { "content-type": "application/json", "content-length": body.length }).end(body)
  const delay = Number(url.pathname.split("/")[1])
  if (delay === 0) answer()
  else setTimeout(answer, delay)
})

// Clients keep their connections while it is another's turn.
server.keepAliveTimeout = 0

server.listen(0, "127.0.0.1", () => {
  const address = server.address()
  if (typeof address === "object" && address !== null) process.send?.(address.port)
})
process.on("disconnect", () => process.exit())
