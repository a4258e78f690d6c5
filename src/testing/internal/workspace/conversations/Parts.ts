/** The parts of conversations. */
import type { Attachment } from "../../../../models/Attachment.js"
import type { Author } from "../../../../models/Author.js"
import type { Reference } from "../../../../models/Reference.js"
import { toText } from "../kernel/Html.js"
import type { JsonObject } from "../kernel/Json.js"
import type { ConversationState, PartRow } from "../rows/Conversation.js"
import type { Tables } from "../Tables.js"

/** A new part. Missing fields are empty. */
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

export const make = (
  tables: Pick<Tables, "nextId">,
  part: NewPart,
  conversationState: ConversationState,
  now: number
): PartRow => ({
  id: tables.nextId(),
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

/** The part as responses show it, with the body as HTML or plain text. */
export const present = ({ body, ...part }: PartRow, tags: ReadonlyArray<unknown>, isPlain: boolean): JsonObject => ({
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

/** Whether contacts can see the text of the part. */
export const isMessage = ({ body, part_type }: Pick<PartRow, "body" | "part_type">): boolean =>
  part_type === "quick_reply" || (body !== null && part_type !== "note")
