/**
 * A child process that serves contacts over loopback: `/{delay}/{pages}/contacts` answers each page after `delay`
 * milliseconds. It has a process of its own so that it is nobody's CPU time but its own.
 */
import { createServer } from "node:http"
import { contactPage } from "./fixture.js"

const bodies = new Map<string, Buffer>()

const page = (index: number, count: number): Buffer => {
  const key = `${index}/${count}`
  const body = bodies.get(key) ?? Buffer.from(JSON.stringify(contactPage(150, index, count)))
  bodies.set(key, body)
  return body
}

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost")
  const [, delay, pages] = pathname.split("/")
  const body = page(Number(searchParams.get("starting_after") ?? 0), Number(pages))
  const answer = () =>
    response.writeHead(200, { "content-type": "application/json", "content-length": body.length }).end(body)
  if (delay === "0") answer()
  else setTimeout(answer, Number(delay))
})

server.listen(0, "127.0.0.1", () => {
  const address = server.address()
  if (typeof address === "object" && address !== null) process.send?.(address.port)
})
process.on("disconnect", () => process.exit())
