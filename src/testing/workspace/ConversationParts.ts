/**
 * What is said and done in the conversations of the in-memory workspace, and by whom.
 *
 * @since 1.0.0
 */
import * as Either from "effect/Either"
import * as Predicate from "effect/Predicate"
import type { Attachment, NewAttachment } from "../../models/Attachment.js"
import type { Author } from "../../models/Author.js"
import type { Reference } from "../../models/Reference.js"
import * as Admins from "./Admins.js"
import type { ContactRow } from "./Contacts.js"
import { toText } from "./Html.js"
import { invalid, type Refusal } from "./Refusal.js"
import type { State } from "./State.js"

/**
 * @since 1.0.0
 * @category models
 */
export type ConversationState = "open" | "closed" | "snoozed"

/**
 * @since 1.0.0
 * @category models
 */
export interface PartRow {
  readonly id: string
  readonly part_type: string
  /** HTML; `null` where something was done and nothing said. */
  readonly body: string | null
  /** Unix time in seconds. */
  readonly created_at: number
  /** Unix time in seconds. */
  readonly updated_at: number
  readonly author: Author
  readonly assigned_to: Reference | null
  readonly attachments: ReadonlyArray<Attachment>
  readonly redacted: boolean
  /** What the conversation was after it. */
  readonly state: ConversationState
  /** The quick replies it offers, or the one it is. */
  readonly metadata: Readonly<Record<string, unknown>>
  readonly event_details: Readonly<Record<string, unknown>> | null
}

/**
 * A part to be: what is left out is nothing.
 *
 * @since 1.0.0
 * @category models
 */
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

/**
 * `now` is Unix time in seconds.
 *
 * @since 1.0.0
 * @category constructors
 */
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

/**
 * The part as an answer has it, its body as HTML or as plain text.
 *
 * @since 1.0.0
 * @category combinators
 */
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

/**
 * @since 1.0.0
 * @category combinators
 */
export const bodyOf = (html: string | null, isPlain: boolean): string | null =>
  isPlain && html !== null ? toText(html) : html

/**
 * Whether a contact wrote it.
 *
 * @since 1.0.0
 * @category guards
 */
export const isFromContact = ({ type }: Author): boolean => type === "user" || type === "lead"

/**
 * Whether it says something that both sides see.
 *
 * @since 1.0.0
 * @category guards
 */
export const isMessage = ({ body, part_type }: Pick<PartRow, "body" | "part_type">): boolean =>
  part_type === "quick_reply" || (body !== null && part_type !== "note")

/**
 * What a message says, where it has to say something.
 *
 * @since 1.0.0
 * @category guards
 */
export const requireBody = (
  { body }: { readonly body?: string | null | undefined }
): Either.Either<string, Refusal> =>
  Predicate.isNullable(body) || body === "" ? invalid("Body is required", "body") : Either.right(body)

/**
 * The admin of an id as an author.
 *
 * @since 1.0.0
 * @category constructors
 */
export const admin = (state: State, id: string): Either.Either<Author, Refusal> =>
  Either.map(Admins.byId(state, id), ({ email, name }) => ({ type: "admin", id, name, email }))

/**
 * A contact as an author. Whoever has no email has none here.
 *
 * @since 1.0.0
 * @category constructors
 */
export const contact = ({ fields: { email, name, role }, id }: ContactRow): Author => ({
  type: role === "lead" ? "lead" : "user",
  id,
  name: name ?? null,
  ...(Predicate.isNotNullable(email) ? { email } : {})
})

/**
 * What does by itself what nobody does.
 *
 * @since 1.0.0
 * @category constructors
 */
export const bot = ({ workspaceId }: State): Author => ({
  type: "bot",
  id: "814859",
  name: "Fin",
  email: `operator+${workspaceId}@intercom.io`
})

/**
 * @since 1.0.0
 * @category models
 */
export interface Attached {
  readonly attachment_urls?: ReadonlyArray<string> | null | undefined
  readonly attachment_files?: ReadonlyArray<NewAttachment> | null | undefined
}

/**
 * What is attached, ten of each at most.
 *
 * @since 1.0.0
 * @category constructors
 */
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
