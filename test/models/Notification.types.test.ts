import { assert, beforeAll, describe, it, vi } from "@effect/vitest"
import { type Compiler, makeCompiler, typeIn } from "../types/compiler.js"
import { items } from "./notificationItems.js"

// A busy machine takes its time to compile.
vi.setConfig({ hookTimeout: 60_000, testTimeout: 60_000 })

let compiler: Compiler

beforeAll(() => {
  compiler = makeCompiler()
  // The first question loads Effect's types.
  compiler.check({})
})

const prelude = `
import * as Notification from "effect-intercom/models/Notification"
import { Match, Option } from "effect"
declare const notification: Notification.Notification
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : false
`

const problems = (code: string): ReadonlyArray<string> =>
  compiler.check({ "docs/snippet.ts": prelude + code }).map(({ text }) => text.split("\n")[0] ?? "")

/** What a hover shows over `item` where the topic is known. */
const itemOf = (topic: string): string => {
  const code = `if (notification.topic === "${topic}") notification.data.item`
  return typeIn(compiler.hover(`${prelude}\n${code}`, "notification.data.item").replace(/^.*?\.item: /, "const item: "))
}

describe("The topic tells what the item is:", () => {
  const families: ReadonlyArray<readonly [topic: RegExp, item: string]> = [
    [/^admin\.activity/, "Notified<ActivityLog>"],
    [/^admin\./, "Notified<Admin>"],
    [/^api\./, "CompletedRequest"],
    [/^article\./, "Notified<Article>"],
    [/^audience\.member/, "AudienceMembership"],
    [/^audience\./, "Audience"],
    [/^call\./, "Notified<Call>"],
    [/^company\.contact\./, "CompanyContact"],
    [/^company\./, "NotifiedCompany"],
    [/^contact\..*\.tag\./, "ContactTag"],
    [/^contact\.merged$/, "MergedContact"],
    [/^contact\.(un)?subscribed|^granular/, "SubscriptionChange"],
    [/^(contact|visitor)\./, "NotifiedContact"],
    [/^content_import/, "Notified<ContentImportSource>"],
    [/^content_snippet/, "ContentSnippet"],
    [/^content_stat/, "NotifiedContentStat"],
    [/^conversation\.contact/, "ConversationContact"],
    [/^conversation\.deleted/, "DeletedConversation"],
    [/^conversation/, "NotifiedConversation"],
    [/^data_connector/, "DataConnectorExecution"],
    [/^event\./, "NotifiedEvent"],
    [/^job\./, "Notified<Job>"],
    [/^messenger\./, "Readonly<Record<string, unknown>>"],
    [/^ping$/, "Ping"],
    [/^procedure\./, "ProcedureQuestion"],
    [/^ticket\.(created|state)/, "NotifiedTicket"],
    [/^ticket\.contact\.(at|de)tached/, "TicketContact"],
    [/^ticket\.(closed|resolved|rating|admin\.(un)?snoozed)/, "NestedTicket"],
    [/^ticket\./, "TicketChange"]
  ]
  const byFamily = families.map(([, item], index) => {
    const topics = Object.keys(items).filter((topic) => families.findIndex(([family]) => family.test(topic)) === index)
    return { item, topics }
  })

  it("each topic is of one of the families below", () => {
    assert.sameMembers(byFamily.flatMap(({ topics }) => topics), Object.keys(items))
  })

  for (const { item, topics: [topic = "", ...others] } of byFamily) {
    it(`${topic} brings ${item}${others.length === 0 ? "" : `, and so do ${others.join(", ")}`}`, () => {
      assert.strictEqual(itemOf(topic), item)
    })
  }

  it("topics of a family bring the same", () => {
    const code = byFamily.flatMap(({ topics }) =>
      topics.map((topic) => `
if (notification.topic === "${topic}") {
  const is: Same<typeof notification.data.item, Notification.Items["${topics[0]}"]> = true
}`)
    )
    assert.deepStrictEqual(problems(code.join("\n")), [])
  })

  it("a topic that is none is refused", () => {
    assert.deepStrictEqual(
      problems(`const is = notification.topic === "contact.exploded"`).map((text) => text.slice(0, 8)),
      [
        "TS2367: "
      ]
    )
  })
})

describe("A hover", () => {
  const hover = (expression: string): string => compiler.hover(`${prelude}\n${expression}`, `\n${expression}`)

  it("names a notification and what is read of it", () => {
    assert.strictEqual(typeIn(hover("notification")), "Notification")
    assert.strictEqual(
      typeIn(hover("Notification.decodeUnknownEither")),
      "(value: unknown) => Either<Notification, Issue>"
    )
    assert.strictEqual(typeIn(hover("Notification.subject")), "(notification: Notification) => Option<Subject>")
    assert.strictEqual(typeIn(hover("Notification.mismatch")), "(notification: UnknownNotification) => Option<Issue>")
  })

  it("names a notification by its topic", () => {
    const code = `${prelude}\nif (notification.topic === "contact.user.created") {\nnotification\n}`
    assert.match(compiler.hover(code, "\nnotification\n"), /: Notification\.NotificationOf<"contact\.user\.created">$/)
  })
})

describe("The types of a notification", () => {
  it("read alike in a switch, which leaves the unknown one over", () => {
    assert.deepStrictEqual(
      problems(`
export const line = (): string => {
  switch (notification.topic) {
    case "contact.user.created":
      return notification.data.item.id
    case "contact.user.tag.created":
    case "contact.lead.tag.created":
      return notification.data.item.tag?.name ?? "none"
    case "conversation.deleted":
      return notification.data.item.conversation_id ?? ""
    case "unknown":
      return notification.original_topic
    default:
      return notification.topic
  }
}`),
      []
    )
  })

  it("read alike with Match, by topic", () => {
    assert.deepStrictEqual(
      problems(`
const onTopic = Match.discriminator("topic")
export const line: string | undefined = Match.value(notification).pipe(
  onTopic("contact.user.created", "contact.user.updated", ({ data }) => data.item.id),
  onTopic("ticket.created", ({ data }) => data.item.ticket_id ?? undefined),
  onTopic("unknown", ({ original_topic }) => original_topic),
  Match.orElse(({ topic }) => topic)
)`),
      []
    )
  })

  it("are each part of the whole, by their topics", () => {
    assert.deepStrictEqual(
      problems(`
type Created = Extract<Notification.Notification, { readonly topic: "ticket.created" }>
export const wide = (created: Created): Notification.NotificationOf<"ticket.created"> => created
export const narrow = (created: Notification.NotificationOf<"ticket.created">): Created => created
export const whole = (created: Created): Notification.Notification => created
export const either = (
  n: Notification.NotificationOf<"contact.user.created"> | Notification.NotificationOf<"contact.lead.created">
): Notification.NotifiedContact => n.data.item`),
      []
    )
  })

  it("let an item of an unknown one be anything", () => {
    assert.deepStrictEqual(
      problems(`
if (notification.topic === "unknown") {
  const item: unknown = notification.data?.item
  const id: string = notification.data?.item
}`).map((text) => text.slice(0, 8)),
      ["TS2322: "]
    )
  })

  it("take times as seconds and as text, deep inside too", () => {
    assert.deepStrictEqual(
      problems(`
export const times = (conversation: Notification.NotifiedConversation): ReadonlyArray<number | string | null | undefined> => [
  conversation.created_at,
  conversation.statistics?.first_close_at,
  conversation.conversation_parts?.conversation_parts?.[0]?.notified_at
]
export const isText = (conversation: Notification.NotifiedConversation): boolean =>
  typeof conversation.statistics?.last_close_at === "string" && typeof conversation.waiting_since === "string"
export const count: (conversation: Notification.NotifiedConversation) => number | null | undefined = (conversation) =>
  conversation.statistics?.count_reopens`),
      []
    )
    assert.deepStrictEqual(
      problems(`
export const seconds = (contact: Notification.NotifiedContact): number | null | undefined => contact.created_at`)
        .map((text) => text.slice(0, 8)),
      ["TS2322: "]
    )
  })

  it("give exactly one of five as the subject", () => {
    assert.deepStrictEqual(
      problems(`
export const name = Option.map(Notification.subject(notification), Match.valueTags({
  Company: ({ company }) => company.name,
  Contact: ({ contact }) => contact.name,
  Conversation: ({ conversation }) => conversation.title,
  Event: ({ event }) => event.event_name,
  Tag: ({ tag }) => tag.name
}))`),
      []
    )
  })

  it("take what the API gives for what a notification has", () => {
    assert.deepStrictEqual(
      problems(`
import type { Contacts, Conversations, Tickets } from "effect-intercom"
export const contact = (contact: Contacts.Contact): Notification.NotifiedContact => contact
export const conversation = (one: Conversations.Conversation): Notification.NotifiedConversation => one
export const ticket = (ticket: Tickets.Ticket): Notification.NotifiedTicket => ticket`),
      []
    )
  })
})

describe("The declarations", () => {
  it("of all that notifications are take less than 48 KB", () => {
    const paths = compiler.sources().filter((path) => /src\/models\/(Notification\.ts|notifications\/)/.test(path))
    const bytes = paths.reduce((size, path) => size + compiler.declarations(path).length, 0)
    assert.isAtLeast(paths.length, 10)
    assert.isBelow(bytes / 1024, 48)
  })
})
