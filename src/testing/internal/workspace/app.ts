/** The in-memory workspace as a function from requests to responses. */
import * as Headers from "@effect/platform/Headers"
import * as Either from "effect/Either"
import type { AnsweredRequest } from "../../Snapshot.js"
import * as Gate from "./kernel/Gate.js"
import { rateLimited } from "./kernel/RateLimit.js"
import { type Answer, notFound, Refusal, refuse, type Result } from "./kernel/Result.js"
import { toLater } from "./kernel/Version.js"
import type { Call } from "./Operation.js"
import { modelled, unmodelled } from "./operations.js"
import * as Routes from "./routes.js"
import { settle, type Workspace } from "./settle.js"

export interface Options extends Workspace {
  readonly gate: Gate.Options
  readonly log: (request: AnsweredRequest) => void
}

export interface Request {
  readonly method: string
  /** The whole URL, or the target of a request that names no URL. */
  readonly url: URL | string
  /** The path by which the operation is found. It differs from the path of the URL if the app is mounted at a prefix. */
  readonly path: string
  readonly headers: Readonly<Record<string, string | undefined>>
  /** The body. */
  readonly text: string
}

export interface Response {
  readonly status: number
  readonly headers: Headers.Headers
  /** `undefined` if the response has no body. */
  readonly text: string | undefined
}

/** Answers a request. `millis` is the time. It is synchronous, so requests cannot interleave. */
export interface App {
  (request: Request, millis: number): Response
}

export const make = (options: Options): App => {
  const { gate, log, notify, tables } = options
  const count = Gate.makeWindow(gate.rateLimit)
  let requests = 0
  return ({ headers, method, path, text, url }, millis) => {
    const requestId = `embedded-${++requests}`
    const now = Math.floor(millis / 1000)
    const target = typeof url === "string" ? url : url.pathname.replace(/\/{2,}/g, "/")
    const query = typeof url === "string" || url.search === "" ? {} : Object.fromEntries(url.searchParams)
    let body: unknown = {}
    let rate: Readonly<Record<string, string>> = {}

    const answer = (): Result => {
      if (typeof url === "string") return refuse(400, "client_error", "The request names no URL")
      return Either.flatMap(Gate.authorize(gate, url.host, headers), (version) => {
        const counted = count(millis)
        rate = counted.headers
        if (!counted.isOpen) return Either.left(new Refusal(rateLimited(gate.rateLimit)))
        return Either.flatMap(Gate.requireJson(headers, text), (json) => {
          body = json
          settle(options, now)
          const found = route(method, path)
          if (found === undefined) return notFound("Requested resource")
          const { since = version, template } = found.operation
          if (version < since) {
            return refuse(400, "intercom_version_invalid", `${method} ${template} is not in the API version asked for`)
          }
          const call: Call<string> = {
            tables,
            path: found.path,
            query,
            body,
            now,
            version,
            url: url.origin + target,
            notify: (topic, item) => notify(topic, item, now)
          }
          const answered = found.operation.answer(call)
          return version === "2.15"
            ? answered
            : Either.map(answered, ({ body, status }) => ({ status, body: toLater(body) }))
        })
      })
    }

    const { body: answered, status } = Either.getOrElse(answer(), (refusal) => answerOf(refusal, requestId))
    log({ method, path: target, query, body, status })
    return answered === undefined ?
      { status, headers: Headers.unsafeFromRecord({ ...rate, "x-request-id": requestId }), text: undefined } :
      {
        status,
        headers: Headers.unsafeFromRecord({ ...rate, "x-request-id": requestId, "content-type": "application/json" }),
        text: JSON.stringify(answered)
      }
  }
}

/** The routes are the same in every workspace, and take longer to make than the rest of a workspace. */
let router: Routes.Router | undefined

const route: Routes.Router = (method, path) => {
  router ??= Routes.make([...modelled(), ...unmodelled()])
  return router(method, path)
}

const answerOf = ({ code, field, reason, status }: Refusal, request_id: string): Answer => ({
  status,
  body: {
    type: "error.list",
    request_id,
    errors: [{ code, message: reason, ...(field === undefined ? {} : { field }) }]
  }
})
