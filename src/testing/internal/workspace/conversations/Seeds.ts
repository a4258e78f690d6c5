import * as Either from "effect/Either"
import type { Author } from "../../../../models/Author.js"
import type { ConversationSeed, PartSeed } from "../../../ConversationSeed.js"
import * as Companies from "../contacts/Companies.js"
import * as ContactHandles from "../contacts/Handles.js"
import * as Tags from "../contacts/Tags.js"
import { fromText, fromTextOrHtml } from "../kernel/Html.js"
import { invalid, type Result } from "../kernel/Result.js"
import { withoutNotifications } from "../Operation.js"
import { contactAuthor } from "../parts/Authors.js"
import type { ContactRow } from "../rows/Contact.js"
import type { ConversationRow, SourceRow } from "../rows/Conversation.js"
import type { Tables } from "../Tables.js"
import * as Admins from "../teammates/Admins.js"
import * as Conversations from "./Conversations.js"
import type * as Parts from "./Parts.js"

/** Adds a conversation. `now` is Unix time in seconds. */
export const insertSeed = (tables: Tables, seed: ConversationSeed, now: number): Result<ConversationRow> =>
  Either.gen(function*() {
    const { company, created_at = now, parts = [], tags = [] } = seed
    const contacts = yield* Either.all(seed.contacts.map((name) => ContactHandles.findByName(tables, name)))
    const messages = yield* Either.all(
      [{ body: seed.body, admin: seed.from, created_at }, ...parts].map((part) => partOf(tables, contacts, part))
    )
    const admin = seed.admin === undefined ? undefined : yield* tables.admins.findByName(seed.admin)
    const actor = admin ?? (yield* Admins.ofToken(tables))
    const team = seed.team === undefined ? undefined : yield* tables.teams.findByName(seed.team)
    const companyId = company === undefined ? null : (yield* Companies.findByName(tables, company)).id
    const [opening, ...rest] = messages
    if (opening === undefined) return yield* invalid("A conversation begins with something")
    const started = Conversations.start(tables, {
      id: yield* tables.conversations.reserveId(seed.id),
      contactIds: contacts.map(({ id }) => id),
      created_at,
      source: sourceOf(tables, seed, opening)
    })
    const author = { type: "admin", id: actor.id, name: actor.name, email: actor.email }
    const row = [...rest, ...closingParts(seed, author)].reduce(
      (row, part) => Conversations.addPart(withoutNotifications(tables, part.created_at ?? row.updated_at), row, part),
      { ...started, state: seed.state ?? "open" }
    )
    return tables.conversations.set({
      ...row,
      title: seed.title ?? null,
      snoozed_until: seed.snoozed_until ?? null,
      read: seed.read ?? false,
      priority: seed.priority ?? "not_priority",
      adminId: admin?.id ?? null,
      teamId: team?.id ?? null,
      companyId,
      tags: Tags.idsByName(tables, tags)
        .map((id) => ({ id, applied_at: created_at, adminId: actor.id, partId: undefined })),
      custom_attributes: seed.custom_attributes ?? {},
      rating: seed.rating ?? null,
      aiAgent: seed.ai_agent ?? null,
      updated_at: seed.updated_at ?? row.updated_at
    })
  })

interface MessagePart extends Parts.NewPart {
  readonly body: string
}

const partOf = (
  tables: Pick<Tables, "admins">,
  [contact]: ReadonlyArray<ContactRow>,
  { admin, body, created_at, note = false }: PartSeed
): Result<MessagePart> => {
  const part_type = note ? "note" : "comment"
  if (admin !== undefined) {
    return Either.map(
      tables.admins.findByName(admin),
      ({ email, id, name }) => ({
        part_type,
        author: { type: "admin", id, name, email },
        body: fromTextOrHtml(body),
        created_at
      })
    )
  }
  return contact === undefined ?
    invalid("A conversation has a contact", "contacts") :
    Either.right({ part_type, author: contactAuthor(contact), body: fromText(body), created_at })
}

const sourceOf = (
  tables: Pick<Tables, "messages">,
  { channel = "conversation", from, subject = "" }: ConversationSeed,
  { author, body }: MessagePart
): SourceRow => ({
  type: channel,
  id: tables.messages.nextId(),
  delivered_as: from === undefined ? "customer_initiated" : "admin_initiated",
  subject,
  body,
  author,
  attachments: [],
  url: null,
  redacted: false
})

/** The part that closed or snoozed the conversation. */
const closingParts = ({ state = "open" }: ConversationSeed, author: Author): ReadonlyArray<Parts.NewPart> =>
  state === "open" ? [] : [{ part_type: state === "closed" ? "close" : "snoozed", author }]
