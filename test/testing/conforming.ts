/**
 * Holds what the workspace answers against Intercom's description.
 */
import * as HttpClient from "@effect/platform/HttpClient"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { componentsOf, type Described, described, hasDescription, keyOf } from "../contract/description.js"
import { at, type Json } from "../contract/support/json.js"
import { answerComplaintsOf } from "../contract/support/validate.js"

/** Operations that were answered with success while cases ran: `get /contacts/{contact_id}`. */
export const answered: Set<string> = new Set()

/** Where the description is known to be wrong, and the service was seen to answer otherwise. */
const known: ReadonlyArray<readonly [operations: string, complaint: RegExp]> = [
  // A contact may have no address.
  ["/contacts", /\/email(_domain)? must be string$/],
  ["post /visitors/convert", /\/email(_domain)? must be string$/],
  // Described as texts, whereas numbers, links and amounts of money are sent.
  ["get /events", /\/metadata\/[^/]+ must be string$/],
  // A model that can be asked for, and is left out where it is described.
  ["get /data_attributes", /\/model must be equal to one of the allowed values$/],
  // Pages that are numbered name the next one by its URL, and have no other way to be described.
  ["get /companies", /^\/pages(\/next)? /],
  ["post /companies/list", /^\/pages(\/next)? /],
  ["get /articles", /^\/pages(\/next)? /],
  ["get /help_center/collections", /^\/pages(\/next)? /],
  ["get /admins/activity_logs", /^\/pages(\/next)? /],
  ["/notes", /^\/pages(\/next)? /],
  // Described as a number, shown in the examples as a string.
  ["/admins/{admin_id}", /^\/(away_status_reason_id)? must /],
  // What was before and after is a text, or an object of many kinds.
  ["get /admins/activity_logs", /^\/activity_logs\/\d+(\/metadata(\/(before|after))?)? must /],
  // Shown in the examples as `null`.
  ["conversations", /\/(ai_agent|assigned_to|email_message_metadata|event_details) must /]
]

/**
 * A company that is looked up by a query comes alone, where only the list of them is described; of events only their
 * summary is.
 */
const schemaOf = (operation: Described, schema: Json, { type }: Json): Json => {
  const key = keyOf(operation)
  if (key === "get /companies" && type === "company") return at(componentsOf(operation.version), "company")
  return key === "get /events" && type === "event.list"
    ? at(componentsOf(operation.version), "data_event_list")
    : schema
}

/** The operation a request is for; a fixed path comes before one with parameters. */
const operationOf = (method: string, path: string, version: string | undefined): Described | undefined =>
  described
    .filter((operation) =>
      operation.version === version &&
      operation.method === method.toLowerCase() &&
      new RegExp(`^${operation.path.replace(/\{\w+\}/g, "[^/]+")}$`).test(path)
    )
    .sort((one, other) => one.path.split("{").length - other.path.split("{").length)[0]

const check = (operation: Described, status: number, text: string): void => {
  answered.add(keyOf(operation))
  const response = operation.responses.find((response) => response.status === String(status))
  if (response === undefined) throw new Error(`${keyOf(operation)} is not described to answer ${status}`)
  if (response.contentType !== "application/json") return
  const body = at(JSON.parse(text))
  const complaints = answerComplaintsOf(schemaOf(operation, response.schema, body), body).filter((complaint) =>
    !known.some(([key, pattern]) => keyOf(operation).includes(key) && pattern.test(complaint))
  )
  if (complaints.length > 0) throw new Error(`${keyOf(operation)}: ${complaints.join(", ")}\n${text}`)
}

/** The client, with a defect where an answer is not what the description says. */
export const conforming = (client: HttpClient.HttpClient): Layer.Layer<HttpClient.HttpClient> =>
  Layer.succeed(
    HttpClient.HttpClient,
    HttpClient.transformResponse(
      client,
      Effect.tap((response) =>
        Effect.flatMap(response.text, (text) =>
          Effect.sync(() => {
            const { pathname } = new URL(response.request.url)
            const { headers, method } = response.request
            const operation = operationOf(method, pathname, headers["intercom-version"])
            if (hasDescription && operation !== undefined && response.status < 400) {
              check(operation, response.status, text)
            }
          }))
      )
    )
  )
