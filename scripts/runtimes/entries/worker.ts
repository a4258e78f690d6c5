/** For workerd: the response to any request is the report. */
import { report } from "./report.js"

export default {
  fetch: async (request: Request): Promise<Response> => Response.json(await report(new URL(request.url).searchParams))
}
