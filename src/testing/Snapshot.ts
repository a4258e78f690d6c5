/**
 * The content of a workspace in memory, and the requests that it has answered. `IntercomWorkspace` exports these types
 * too.
 *
 * @since 1.0.0
 */
import type { Admin } from "../models/Admin.js"
import type { Article } from "../models/Article.js"
import type { Collection } from "../models/Collection.js"
import type { Company } from "../models/Company.js"
import type { Contact } from "../models/Contact.js"
import type { Conversation } from "../models/Conversation.js"
import type { ConversationAttribute } from "../models/ConversationAttribute.js"
import type { DataAttribute } from "../models/DataAttribute.js"
import type { Event } from "../models/Event.js"
import type { HelpCenter } from "../models/HelpCenter.js"
import type { Macro } from "../models/Macro.js"
import type { Note } from "../models/Note.js"
import type { OfficeHoursException, OfficeHoursSchedule } from "../models/OfficeHours.js"
import type { Segment } from "../models/Segment.js"
import type { SubscriptionType } from "../models/SubscriptionType.js"
import type { Tag } from "../models/Tag.js"
import type { Team } from "../models/Team.js"
import type { Ticket } from "../models/Ticket.js"
import type { TicketType } from "../models/TicketType.js"
import type { Visitor } from "../models/Visitor.js"

/**
 * The content of a workspace: objects by kind, oldest first, as the endpoints of the library return them.
 *
 * @since 1.0.0
 * @category models
 */
export interface Snapshot {
  readonly admins: ReadonlyArray<Admin>
  readonly articles: ReadonlyArray<Article>
  readonly collections: ReadonlyArray<Collection>
  readonly companies: ReadonlyArray<Company>
  /** Includes archived contacts. */
  readonly contacts: ReadonlyArray<Contact>
  readonly conversationAttributes: ReadonlyArray<ConversationAttribute>
  /** With their parts. */
  readonly conversations: ReadonlyArray<Conversation>
  readonly dataAttributes: ReadonlyArray<DataAttribute>
  readonly events: ReadonlyArray<Event>
  readonly helpCenters: ReadonlyArray<HelpCenter>
  readonly macros: ReadonlyArray<Macro>
  readonly messages: ReadonlyArray<SentMessage>
  readonly notes: ReadonlyArray<Note>
  readonly officeHoursExceptions: ReadonlyArray<OfficeHoursException>
  readonly officeHoursSchedules: ReadonlyArray<OfficeHoursSchedule>
  readonly segments: ReadonlyArray<Segment>
  readonly subscriptions: ReadonlyArray<SubscriptionType>
  readonly tags: ReadonlyArray<Tag>
  readonly teams: ReadonlyArray<Team>
  /** With their parts. */
  readonly tickets: ReadonlyArray<Ticket>
  readonly ticketTypes: ReadonlyArray<TicketType>
  readonly visitors: ReadonlyArray<Visitor>
}

/**
 * A message that an admin has sent to contacts.
 *
 * @since 1.0.0
 * @category models
 */
export interface SentMessage {
  readonly id: string
  /** Unix time in seconds. */
  readonly created_at: number
  /** Id of the admin. */
  readonly from: string | null
  /** Intercom's ids of the contacts. */
  readonly to: ReadonlyArray<string>
  readonly message_type: string
  /** The subject of an email. */
  readonly subject: string
  readonly body: string
  /** Id of the conversation that the message has started. */
  readonly conversation_id?: string | undefined
}

/**
 * A request that the workspace has answered.
 *
 * @since 1.0.0
 * @category models
 */
export interface AnsweredRequest {
  readonly method: string
  /** Without the query. */
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  /** The JSON body of the request; `{}` if it had none. */
  readonly body: unknown
  readonly status: number
}
