/** What is said and done in the conversations of the in-memory workspace, and by whom. */
import * as Either from "effect/Either"
import * as Predicate from "effect/Predicate"
import type { Attachment, NewAttachment } from "../../models/Attachment.js"
import type { Author } from "../../models/Author.js"
import type { Reference } from "../../models/Reference.js"
import * as Admins from "./Admins.js"
import { toText } from "./Html.js"
import { invalid, type Refusal } from "./Refusal.js"
import type { ContactRow } from "./rows/Contact.js"
import type { ConversationState, PartRow } from "./rows/Conversation.js"
import type { State } from "./State.js"

/** A part to be: what is left out is nothing. */
export interface NewPart {
  readonly part_type: string
  readonly author: Author
  /** HTML. */
  readonly body?: string | null | undefined
  readonly assigned_to?: Reference | undefined
  readonly attachments?: ReadonlyArray<Attachment> | undefined
  readonly metadata?: PartRow["metadata"] | undefined
  readonly event_details?: PartRow["event_details"] | undefined
  /** Unix time in seconds. Default: now. */
  readonly created_at?: number | null | undefined
}

/** `now` is Unix time in seconds. */
export const make = (state: State, part: NewPart, conversationState: ConversationState, now: number): PartRow => ({
  id: state.nextId(),
  part_type: part.part_type,
  body: part.body ?? null,
  created_at: part.created_at ?? now,
  updated_at: part.created_at ?? now,
  author: part.author,
  assigned_to: part.assigned_to ?? null,
  attachments: part.attachments ?? [],
  redacted: false,
  state: conversationState,
  metadata: part.metadata ?? {},
  event_details: part.event_details ?? null
})

/** The part as an answer has it, its body as HTML or as plain text. */
export const present = (
  { body, ...part }: PartRow,
  tags: ReadonlyArray<unknown>,
  isPlain: boolean
): Readonly<Record<string, unknown>> => ({
  type: "conversation_part",
  ...part,
  body: bodyOf(body, isPlain),
  notified_at: part.created_at,
  external_id: null,
  email_message_metadata: null,
  tags,
  app_package_code: null
})

export const bodyOf = (html: string | null, isPlain: boolean): string | null =>
  isPlain && html !== null ? toText(html) : html

/** Whether a contact wrote it. */
export const isFromContact = ({ type }: Author): boolean => type === "user" || type === "lead"

/** Whether it says something that both sides see. */
export const isMessage = ({ body, part_type }: Pick<PartRow, "body" | "part_type">): boolean =>
  part_type === "quick_reply" || (body !== null && part_type !== "note")

/** What a message says, where it has to say something. */
export const requireBody = (
  { body }: { readonly body?: string | null | undefined }
): Either.Either<string, Refusal> =>
  Predicate.isNullable(body) || body === "" ? invalid("Body is required", "body") : Either.right(body)

/** The admin of an id as an author. */
export const admin = (state: State, id: string): Either.Either<Author, Refusal> =>
  Either.map(Admins.byId(state, id), ({ email, name }) => ({ type: "admin", id, name, email }))

/** A contact as an author. Whoever has no email has none here. */
export const contact = ({ fields: { email, name, role }, id }: ContactRow): Author => ({
  type: role === "lead" ? "lead" : "user",
  id,
  name: name ?? null,
  ...(Predicate.isNotNullable(email) ? { email } : {})
})

/** What does by itself what nobody does. */
export const bot = ({ workspaceId }: State): Author => ({
  type: "bot",
  id: "814859",
  name: "Fin",
  email: `operator+${workspaceId}@intercom.io`
})

export interface Attached {
  readonly attachment_urls?: ReadonlyArray<string> | null | undefined
  readonly attachment_files?: ReadonlyArray<NewAttachment> | null | undefined
}

/** What is attached, ten of each at most. */
export const attachments = (
  state: State,
  { attachment_files, attachment_urls }: Attached
): Either.Either<ReadonlyArray<Attachment>, Refusal> => {
  const urls = attachment_urls ?? []
  const files = attachment_files ?? []
  if (urls.length > 10) return invalid("10 attachments at most", "attachment_urls")
  if (files.length > 10) return invalid("10 attachments at most", "attachment_files")
  return Either.right([
    ...urls.map((url) => ({ type: "upload", name: url.slice(url.lastIndexOf("/") + 1), url })),
    ...files.map(({ content_type, data, name }) => ({
      type: "upload",
      name,
      url: `https://downloads.intercomcdn.com/i/o/${state.nextId()}/${encodeURIComponent(name)}`,
      content_type,
      filesize: Math.floor((data.replace(/=+$/, "").length * 3) / 4)
    }))
  ])
}
