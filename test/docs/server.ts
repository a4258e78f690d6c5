/**
 * What the programs of the documentation talk to. A seam: whatever can be served over HTTP can take its place.
 */
import { createServer } from "node:http"

export interface Server {
  readonly url: string
  readonly close: () => Promise<void>
}

interface Answer {
  readonly status?: number
  readonly body: object
}

const contact = (id: string): object => ({
  type: "contact",
  id,
  external_id: `user-${id}`,
  role: "user",
  email: `${id}@example.com`,
  name: `Contact ${id}`,
  created_at: 1_700_000_000,
  custom_attributes: { plan: "pro" }
})

const page = (ids: ReadonlyArray<string>, next: object | null): object => ({
  type: "list",
  data: ids.map(contact),
  total_count: 4,
  pages: { type: "pages", page: next === null ? 2 : 1, per_page: 2, total_pages: 2, next }
})

const error = (status: number, code: string, message: string): Answer => ({
  status,
  body: { type: "error.list", request_id: "docs", errors: [{ code, message }] }
})

const answer = (method: string, { pathname, searchParams }: URL): Answer => {
  const [resource, id = "", verb = ""] = pathname.split("/").slice(1)
  if (resource !== "contacts") return error(404, "not_found", "Resource Not Found")
  switch (`${method} ${id}`) {
    case "GET ":
      return {
        body: searchParams.has("starting_after") ?
          page(["3", "4"], null) :
          page(["1", "2"], { page: 2, starting_after: "page-2" })
      }
    case "POST search":
      return { body: page(["1", "2"], null) }
    case "POST ":
    case "POST merge":
      return { body: contact("1") }
    case "GET find_by_external_id":
      return { body: contact("1") }
    case "GET unknown":
    case "PUT unknown":
    case "DELETE unknown":
      return error(404, "not_found", "User Not Found")
  }
  if (verb === "") return { body: method === "DELETE" ? { type: "contact", id, deleted: true } : contact(id) }
  return { body: { type: "contact", id, archived: verb === "archive", blocked: verb === "block" } }
}

export const startServer = async (): Promise<Server> => {
  const server = createServer((request, response) => {
    const { body, status = 200 } = request.headers.authorization === "Bearer test-token" ?
      answer(request.method ?? "GET", new URL(request.url ?? "/", "http://127.0.0.1")) :
      error(401, "unauthorized", "Access Token Invalid")
    // The body of the request is not looked at, but has to be taken.
    request.resume().on("end", () => {
      response.writeHead(status, { "content-type": "application/json", "x-request-id": "docs" })
      response.end(JSON.stringify(body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  if (address === null || typeof address === "string") throw new Error("the server has no port")
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => error === undefined ? resolve() : reject(error))
        server.closeAllConnections()
      })
  }
}
