/**
 * The calls that are made at random: every endpoint, streams that read ahead, messages, and replies with files.
 */
import * as Companies from "effect-intercom/api/Companies"
import * as Contacts from "effect-intercom/api/Contacts"
import * as Conversations from "effect-intercom/api/Conversations"
import * as Messages from "effect-intercom/api/Messages"
import type { IntercomHttp } from "effect-intercom/IntercomHttp"
import * as Pagination from "effect-intercom/Pagination"
import type * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import * as endpoints from "../../contract/operations.js"

export interface Operation {
  readonly name: string
  readonly call: Effect.Effect<unknown, unknown, IntercomHttp>
  /** Whether the server must not do it twice. */
  readonly isOnce: boolean
}

const once =
  /^Messages\.send|^(Conversations|Tickets)\.(create$|enqueue$|reply|addNote$|sendQuick|convert)|^Contacts\.(create|listBanners)|^Companies\.createNote|^DataExport\.start$/

const operation = (name: string, call: Operation["call"]): Operation => ({ name, call, isOnce: once.test(name) })

const drained = (name: string, stream: Stream.Stream<unknown, unknown, IntercomHttp>): Operation =>
  operation(name, Stream.runDrain(stream))

const from = { type: "admin", id: 1 } as const
const to = { type: "user", id: "1" } as const
const file = { name: "a.txt", content_type: "text/plain", data: "QQ==".repeat(5000) }

/** Those that have most to lose come in the same number as all the others together. */
const ours: ReadonlyArray<Operation> = [
  operation("Messages.sendInApp", Messages.sendInApp({ from, to, body: "Hello" })),
  operation("Messages.sendEmail", Messages.sendEmail({ from, to, subject: "a", body: "b", template: "plain" })),
  operation("Contacts.create", Contacts.create({ email: "ada@example.com" })),
  operation("Contacts.upsert", Contacts.upsert({ external_id: "1" })),
  operation(
    "Conversations.replyAsAdmin",
    Conversations.replyAsAdmin("1", { admin_id: "1", body: "a", attachment_files: [file] })
  ),
  operation("Conversations.addNote", Conversations.addNote("1", { admin_id: "1", body: "a" })),
  ...[0, 1, 3].flatMap((prefetch) => [
    drained(`Contacts.stream, prefetch ${prefetch}`, Contacts.stream({ prefetch })),
    drained(`Companies.stream, prefetch ${prefetch}`, Companies.stream({ prefetch })),
    drained(`Contacts.listNotes, prefetch ${prefetch}`, Pagination.stream(Contacts.listNotes("1"), { prefetch })),
    drained(
      `Conversations.searchStream, prefetch ${prefetch}`,
      Conversations.searchStream({ query: { field: "open", operator: "=", value: true }, prefetch })
    )
  ])
]

const all: ReadonlyArray<Operation> = [...endpoints.operations, ...endpoints.variants].map(({ call, name }) =>
  operation(name, call)
)

/** Chooses one by two random numbers from 0 to 1. */
export const choose = (half: number, place: number): Operation | undefined => {
  const list = half < 0.5 ? ours : all
  return list[Math.floor(place * list.length)]
}
