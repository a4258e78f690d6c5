/**
 * Mistakes that a tired programmer makes, each beside the nearest program that is right. The first twenty or so are
 * those that the review of 2026-11-28 names.
 */

export interface Mistake {
  /** The wrong program. Its one line is a statement. */
  readonly wrong: string
  /** The nearest program that compiles. */
  readonly right: string
}

export interface Refused extends Mistake {
  /** The number of the compiler's complaint, and the gist of its text. */
  readonly says: RegExp
}

export interface Accepted extends Mistake {
  /** Why the types let it through, and what happens when it runs. */
  readonly because: string
}

/** Imported and declared before each program. */
export const preamble = `
import {
  Calls, Collections, Contacts, Conversations, CustomObjects, DataAttributes, Events, IntercomError, IntercomHttp,
  Jobs, Messages, Notification, Pagination, ReportingDataExport, SearchQuery, Tags, Tickets, Timestamp, Visitors, Webhook
} from "effect-intercom"
import { Config, DateTime, Duration, Effect, Redacted, Stream } from "effect"
declare const bytes: Uint8Array, secret: Redacted.Redacted, layer: ReturnType<typeof IntercomHttp.layerFetch>
declare const contact: Contacts.Contact, conversation: Conversations.Conversation
declare const rateLimited: IntercomError.RateLimited, notification: Notification.Notification, time: DateTime.Utc
`

const email = (rest: string): string =>
  `Messages.sendEmail({ from: { type: "admin", id: "1" }, to: { type: "user", id: "2" }, subject: "Hi", body: "Hi", ${rest} })`
const attribute = (options: string): string =>
  `DataAttributes.create({ name: "plan", model: "company", data_type: "options", options: [${options}] })`
const filter = `{ field: "email", operator: "=", value: "ada@example.com" }`
const search = (query: string): string => `Contacts.search({ query: ${query} })`

export const refused: Readonly<Record<string, Refused>> = {
  "a contact without anything to find it by": {
    wrong: `Contacts.create({})`,
    right: `Contacts.create({ email: "ada@example.com" })`,
    says: /^TS2345: .*'\{\}' is not assignable to parameter of type 'NewContact'/
  },
  "an upsert that matches on nothing": {
    wrong: `Contacts.upsert({ role: "user" })`,
    right: `Contacts.upsert({ role: "user", external_id: "ada" })`,
    says: /^TS2345: .*parameter of type 'ContactUpsert'/
  },
  "an event that nobody caused": {
    wrong: `Events.create({ event_name: "placed-order" })`,
    right: `Events.create({ event_name: "placed-order", user_id: "ada" })`,
    says: /^TS2345: .*parameter of type 'NewEvent'/
  },
  "a tag on a company without an id": {
    wrong: `Tags.tagCompanies({ name: "VIP", companies: [{}] })`,
    right: `Tags.tagCompanies({ name: "VIP", companies: [{ company_id: "acme" }] })`,
    says: /^TS2322: Type '\{\}' is not assignable to type 'TaggedCompany'/
  },
  "an update of no visitor": {
    wrong: `Visitors.update({ name: "Ada" })`,
    right: `Visitors.update({ user_id: "v1" }, { name: "Ada" })`,
    says: /^TS2554: Expected 2 arguments, but got 1/
  },
  "a ticket of no contact": {
    wrong: `Tickets.create({ ticket_type_id: "1", contacts: [] })`,
    right: `Tickets.create({ ticket_type_id: "1", contacts: [{ id: "2" }] })`,
    says: /^TS2322: Type '\[\]' is not assignable to type 'readonly \[TicketContact/
  },
  "a search for the calls of no conversation": {
    wrong: `Calls.search({ conversation_ids: [] })`,
    right: `Calls.search({ conversation_ids: ["1"] })`,
    says: /^TS2322: Type '\[\]' is not assignable to type 'readonly \[string/
  },
  "a role that Intercom does not have": {
    wrong: `Contacts.create({ email: "ada@example.com", role: "usr" })`,
    right: `Contacts.create({ email: "ada@example.com", role: "user" })`,
    says: /^TS2820: Type '"usr"' is not assignable to type '"user" \| "lead" \| undefined'\. Did you mean '"user"'\?/
  },
  "a template that Intercom does not have": {
    wrong: email(`template: "nope"`),
    right: email(`template: "plain"`),
    says: /^TS2322: Type '"nope"' is not assignable to type '"plain" \| "personal"'/
  },
  "an operator of JavaScript": {
    wrong: search(`{ field: "email", operator: "==", value: "ada@example.com" }`),
    right: search(`{ field: "email", operator: "=", value: "ada@example.com" }`),
    says: /^TS2322: Type '"=="' is not assignable to type '"=" \| "!=" /
  },
  "a list operator with one value": {
    wrong: search(`{ field: "tag_id", operator: "IN", value: "1" }`),
    right: search(`{ field: "tag_id", operator: "IN", value: ["1"] }`),
    says: /^TS2322: [^]*Type 'string' is not assignable to type 'readonly \(string \| number\)\[\]'/
  },
  "a group of no filters": {
    wrong: search(`SearchQuery.and()`),
    right: search(`SearchQuery.and(SearchQuery.equals("role", "user"))`),
    says:
      /^TS2769: No overload matches this call[^]*Expected at least 1 arguments, but got 0|^TS2555: Expected at least 1/
  },
  "three levels of groups, written as they are sent": {
    wrong: search(
      `{ operator: "AND", value: [{ operator: "OR", value: [{ operator: "AND", value: [${filter}] }] }] }`
    ),
    right: search(`{ operator: "AND", value: [{ operator: "OR", value: [${filter}] }] }`),
    says: /^TS2322: Type '"AND"' is not assignable to type '"=" \| "!=" /
  },
  "three levels of groups, made by functions": {
    wrong: `SearchQuery.and(SearchQuery.or(SearchQuery.and(SearchQuery.equals("role", "user"))))`,
    right: `SearchQuery.and(SearchQuery.or(SearchQuery.equals("role", "user")))`,
    says: /^TS2769: [^]*is not assignable to type 'InnerGroup</
  },
  "a wait in milliseconds that is taken for seconds": {
    wrong: `Effect.sleep(Duration.seconds(rateLimited.retryAfter ?? 1))`,
    right: `Effect.sleep(rateLimited.retryAfter ?? "1 second")`,
    says: /^TS2345: [^]*Type 'Duration' is not assignable to type 'number'/
  },
  "a misspelt field of a search": {
    wrong: search(`SearchQuery.equals("emial", "ada@example.com")`),
    right: search(`SearchQuery.equals("email", "ada@example.com")`),
    says: /Did you mean '"email"'\?/
  },
  "a recipient of a kind that gets no messages": {
    wrong: `Messages.sendInApp({ from: { type: "admin", id: "1" }, to: { type: "contact", id: "2" }, body: "Hi" })`,
    right: `Messages.sendInApp({ from: { type: "admin", id: "1" }, to: { type: "user", id: "2" }, body: "Hi" })`,
    says: /^TS2322: Type '"contact"' is not assignable to type '"user" \| "lead"'/
  },
  "a webhook signature checked with positional arguments": {
    wrong: `Webhook.verify(secret, "sha1=0", bytes, "X-Hub-Signature")`,
    right: `Webhook.verify({ secret, signature: "sha1=0", body: bytes, header: "X-Hub-Signature" })`,
    says: /^TS2554: Expected 1 arguments, but got 4/
  },
  "a tag by the name that its id has on the wire": {
    wrong: `Contacts.detachTag("1", { id: "2" })`,
    right: `Contacts.detachTag("1", { tag_id: "2" })`,
    says: /^TS2353: .*'id' does not exist in type 'TagLink'/
  },
  "a second id by its position": {
    wrong: `Contacts.detachTag("1", "2")`,
    right: `Contacts.detachTag("1", { tag_id: "2" })`,
    says: /^TS2345: Argument of type 'string' is not assignable to parameter of type 'TagLink'/
  },
  "an id of a conversation among the fields": {
    wrong: `Conversations.redactPart({ conversation_id: "1", conversation_part_id: "2" })`,
    right: `Conversations.redactPart("1", { conversation_part_id: "2" })`,
    says: /^TS2554: Expected 2 arguments, but got 1/
  },
  "a custom object by the name that its id has elsewhere": {
    wrong: `CustomObjects.find("Order", { id: "1" })`,
    right: `CustomObjects.find("Order", { custom_object_instance_id: "1" })`,
    says: /^TS2353: .*'id' does not exist in type 'CustomObjectInstanceId'/
  },
  "a participant by the place that it has on the wire": {
    wrong: `Conversations.attachContact("1", { admin_id: "2", customer: { user_id: "ada" } })`,
    right: `Conversations.attachContact("1", { admin_id: "2", user_id: "ada" })`,
    says: /^TS2345: .*parameter of type 'NewParticipant'/
  },
  "an id as a number": {
    wrong: `Contacts.find(1)`,
    right: `Contacts.find("1")`,
    says: /^TS2345: Argument of type 'number' is not assignable to parameter of type 'string'/
  },
  "changes without the id of the contact": {
    wrong: `Contacts.update({ name: "Ada" })`,
    right: `Contacts.update("1", { name: "Ada" })`,
    says: /^TS2554: Expected 2 arguments, but got 1/
  },
  "a merge of two positional ids": {
    wrong: `Contacts.merge("1", "2")`,
    right: `Contacts.merge({ from: "1", into: "2" })`,
    says: /^TS2554: Expected 1 arguments, but got 2/
  },
  "a misspelt field of an input": {
    wrong: `Contacts.create({ email: "ada@example.com", nmae: "Ada" })`,
    right: `Contacts.create({ email: "ada@example.com", name: "Ada" })`,
    says: /^TS2353: .*'nmae' does not exist in type 'NewContact'/
  },
  "a reply that nobody writes": {
    wrong: `Conversations.replyAsAdmin("1", { body: "Hi" })`,
    right: `Conversations.replyAsAdmin("1", { admin_id: "2", body: "Hi" })`,
    says: /^TS2345: [^]*'admin_id' is missing/
  },
  "a reply of two contacts": {
    wrong: `Conversations.replyAsContact("1", { user_id: "ada", email: "ada@example.com", body: "Hi" })`,
    right: `Conversations.replyAsContact("1", { user_id: "ada", body: "Hi" })`,
    says: /^TS2345: .*parameter of type 'ContactReply'/
  },
  "the events of two contacts": {
    wrong: `Events.stream({ user_id: "ada", intercom_user_id: "1" })`,
    right: `Events.stream({ user_id: "ada" })`,
    says: /^TS2345: .*parameter of type 'ContactHandle & StreamOptions'/
  },
  "an assignment to a kind that takes none": {
    wrong: `Conversations.assign("1", { admin_id: "2", type: "teammate", assignee_id: "3" })`,
    right: `Conversations.assign("1", { admin_id: "2", type: "team", assignee_id: "3" })`,
    says: /^TS2322: Type '"teammate"' is not assignable to type '"admin" \| "team"'|^TS2820: Type '"teammate"'/
  },
  "a time as a Date": {
    wrong: `Conversations.snooze("1", { admin_id: "2", snoozed_until: new Date() })`,
    right: `Conversations.snooze("1", { admin_id: "2", snoozed_until: Timestamp.fromDateTime(time) })`,
    says: /^TS2322: Type 'Date' is not assignable to type 'number'/
  },
  "a list attribute of one option": {
    wrong: attribute(`{ value: "free" }`),
    right: attribute(`{ value: "free" }, { value: "pro" }`),
    says: /^TS2322: [^]*Source has 1 element\(s\) but target requires 2/
  },
  "quick replies without a reply": {
    wrong: `Conversations.sendQuickReplies("1", { admin_id: "2", reply_options: [] })`,
    right: `Conversations.sendQuickReplies("1", { admin_id: "2", reply_options: [{ text: "Yes", uuid: "a" }] })`,
    says: /^TS2322: Type '\[\]' is not assignable to type 'readonly \[QuickReplyOption/
  },
  "a comparison with text where numbers are compared": {
    wrong: search(`SearchQuery.greaterThan("created_at", "yesterday")`),
    right: search(`SearchQuery.greaterThan("created_at", Timestamp.fromDateTime(time))`),
    says: /^TS2345: Argument of type 'string' is not assignable to parameter of type 'number'/
  },
  "an order by its SQL name": {
    wrong: `Contacts.search({ query: ${filter}, sort: { field: "name", order: "asc" } })`,
    right: `Contacts.search({ query: ${filter}, sort: { field: "name", order: "ascending" } })`,
    says: /^TS2322: Type '"asc"' is not assignable to type '"ascending" \| "descending"'/
  },
  "a language that no help center has": {
    wrong: `Collections.update("1", { translated_content: { french: { name: "Factures" } } })`,
    right: `Collections.update("1", { translated_content: { fr: { name: "Factures" } } })`,
    says: /^TS2353: .*'french' does not exist in type 'NewTranslations<NewCollectionContent>'/
  },
  "an option by its name on the wire": {
    wrong: `Contacts.list({ per_page: 10 })`,
    right: `Contacts.list({ perPage: 10 })`,
    says: /^TS2561: .*'per_page' does not exist in type '[\w &]+'\. Did you mean to write 'perPage'\?/
  },
  "a page size as text": {
    wrong: `Contacts.list({ perPage: "10" })`,
    right: `Contacts.list({ perPage: 10 })`,
    says: /^TS2322: Type 'string' is not assignable to type 'number'/
  },
  "a stream of what is no list": {
    wrong: `Pagination.stream(Contacts.find("1"))`,
    right: `Pagination.stream(Contacts.listNotes("1"))`,
    says: /^TS2769: No overload matches this call|^TS2345: /
  },
  "a page taken for its items": {
    wrong: `Effect.map(Contacts.listNotes("1"), (notes) => notes.map(String))`,
    right: `Effect.map(Contacts.listNotes("1"), (notes) => notes.data.map(String))`,
    says: /^TS2339: Property 'map' does not exist on type 'Page<Note>'/
  },
  "a program without its layer": {
    wrong: `Effect.runPromise(Contacts.find("1"))`,
    right: `Effect.runPromise(Effect.provide(Contacts.find("1"), layer))`,
    says: /^TS2379: [^]*Type 'IntercomHttp' is not assignable to type 'never'/
  },
  "an error that nobody handles": {
    wrong: `const safe: Effect.Effect<unknown, never, IntercomHttp.IntercomHttp> = Contacts.find("1")`,
    right: `const safe: Effect.Effect<unknown, never, IntercomHttp.IntercomHttp> = Effect.ignore(Contacts.find("1"))`,
    says: /^TS2375: [^]*Type 'IntercomError' is not assignable to type 'never'/
  },
  "a tag that no error has": {
    wrong: `Contacts.find("1").pipe(Effect.catchTag("NotFound", () => Effect.void))`,
    right: `Contacts.find("1").pipe(Effect.catchTag("IntercomNotFound", () => Effect.void))`,
    says: /^TS2769: [^]*'"NotFound"' is not assignable/
  },
  "a token in the clear": {
    wrong: `IntercomHttp.layerFetch({ accessToken: "token" })`,
    right: `IntercomHttp.layerFetch({ accessToken: Redacted.make("token") })`,
    says: /^TS2322: Type 'string' is not assignable to type 'Redacted/
  },
  "the name of a variable instead of its Config": {
    wrong: `IntercomHttp.layerFetchConfig({ accessToken: "ACME_TOKEN" })`,
    right: `IntercomHttp.layerFetchConfig({ accessToken: Config.redacted("ACME_TOKEN") })`,
    says: /^TS2322: Type 'string' is not assignable to type 'Config</
  },
  "a region that Intercom does not have": {
    wrong: `IntercomHttp.layerFetch({ accessToken: secret, region: "uk" })`,
    right: `IntercomHttp.layerFetch({ accessToken: secret, region: "eu" })`,
    says: /^TS2322: Type '"uk"' is not assignable to type 'Region \| undefined'|^TS2820: Type '"uk"'/
  },
  "a topic that Intercom does not have": {
    wrong: `if (notification.topic === "contact.created") Effect.log("new")`,
    right: `if (notification.topic === "contact.user.created") Effect.log("new")`,
    says: /^TS2367: This comparison appears to be unintentional/
  }
}

export const accepted: Readonly<Record<string, Accepted>> = {
  "the id of another kind of thing": {
    wrong: `Contacts.find(conversation.id)`,
    right: `Contacts.find(contact.id)`,
    because: "Branded ids would have to be cast wherever an id comes from outside. Intercom responds with NotFound."
  },
  "an empty id": {
    wrong: `Contacts.find("")`,
    right: `Contacts.find("1")`,
    because: "A type for text that is not empty would have to be cast too. The call fails before it sends anything."
  },
  "a page that is too large": {
    wrong: `Contacts.list({ perPage: 500 })`,
    right: `Contacts.list({ perPage: 150 })`,
    because: "TypeScript has no ranges of numbers. The call fails before it sends anything."
  },
  "milliseconds instead of Unix seconds": {
    wrong: `Events.create({ event_name: "a", user_id: "ada", created_at: Date.now() })`,
    right: `Events.create({ event_name: "a", user_id: "ada", created_at: Timestamp.fromDateTime(time) })`,
    because:
      "A number has no unit in TypeScript. Inputs have the shape of the wire, and the field's comment names the unit."
  },
  "seconds instead of milliseconds": {
    wrong: `IntercomHttp.withTimeout(Contacts.find("1"), 30)`,
    right: `IntercomHttp.withTimeout(Contacts.find("1"), "30 seconds")`,
    because: "A plain number is a Duration of milliseconds everywhere in Effect."
  },
  "a misspelt field in a variable": {
    wrong: `const input = { email: "ada@example.com", nmae: "Ada" }; Contacts.create(input)`,
    right: `const input = { email: "ada@example.com", name: "Ada" }; Contacts.create(input)`,
    because: "TypeScript looks for unknown fields in object literals only. The call fails before it sends anything."
  }
}
