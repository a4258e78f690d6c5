/** What an in-memory workspace holds: a table for each kind of object. */
import * as Table from "./kernel/Table.js"
import type { ActivityLogRow } from "./rows/ActivityLog.js"
import type { AdminRow } from "./rows/Admin.js"
import type { ArticleRow } from "./rows/Article.js"
import type { AwayStatusReasonRow } from "./rows/AwayStatusReason.js"
import type { CollectionRow } from "./rows/Collection.js"
import type { CompanyRow, CompanyScroll } from "./rows/Company.js"
import { contactKeys, type ContactRow } from "./rows/Contact.js"
import type { ConversationRow } from "./rows/Conversation.js"
import type { DataAttributeRow } from "./rows/DataAttribute.js"
import { type EventCountRow, eventKey, type EventRow } from "./rows/Event.js"
import type { HelpCenterRow } from "./rows/HelpCenter.js"
import type { JobRow } from "./rows/Job.js"
import type { MessageRow } from "./rows/Message.js"
import type { NoteRow } from "./rows/Note.js"
import type { SegmentRow } from "./rows/Segment.js"
import type { SubscriptionRow } from "./rows/Subscription.js"
import type { TagRow } from "./rows/Tag.js"
import type { TeamRow } from "./rows/Team.js"
import type { TicketRow } from "./rows/Ticket.js"
import type { TicketStateRow } from "./rows/TicketState.js"
import type { TicketTypeRow } from "./rows/TicketType.js"
import type { VisitorRow } from "./rows/Visitor.js"

export interface Tables {
  readonly workspaceId: string
  readonly region: string
  readonly activityLogs: Table.Table<ActivityLogRow>
  readonly admins: Table.Table<AdminRow>
  readonly articles: Table.Table<ArticleRow>
  readonly awayStatusReasons: Table.Table<AwayStatusReasonRow>
  readonly collections: Table.Table<CollectionRow>
  readonly companies: Table.Table<CompanyRow>
  readonly contacts: Table.Table<ContactRow>
  readonly conversations: Table.Table<ConversationRow>
  readonly dataAttributes: Table.Table<DataAttributeRow>
  readonly eventCounts: Table.Table<EventCountRow>
  readonly events: Table.Table<EventRow>
  readonly helpCenters: Table.Table<HelpCenterRow>
  readonly messages: Table.Table<MessageRow>
  readonly jobs: Table.Table<JobRow>
  readonly notes: Table.Table<NoteRow>
  readonly segments: Table.Table<SegmentRow>
  readonly subscriptions: Table.Table<SubscriptionRow>
  readonly tags: Table.Table<TagRow>
  readonly teams: Table.Table<TeamRow>
  readonly ticketStates: Table.Table<TicketStateRow>
  readonly ticketTypes: Table.Table<TicketTypeRow>
  readonly tickets: Table.Table<TicketRow>
  readonly visitors: Table.Table<VisitorRow>
  /** Ids of what is in no table of its own: parts of conversations, messages, jobs. */
  readonly nextId: () => string
  /** The scroll that is open. */
  scroll: CompanyScroll | undefined
}

/** A workspace with nothing in it. */
export const make = (workspaceId: string, region: string): Tables => {
  let ids = 0
  return {
    workspaceId,
    region,
    activityLogs: Table.make(Table.hexadecimal("6762f0b0")),
    admins: Table.make(Table.numeric(814_859)),
    articles: Table.make(Table.numeric(100)),
    awayStatusReasons: Table.make(Table.numeric(1500)),
    collections: Table.make(Table.numeric(200)),
    companies: Table.make(Table.hexadecimal("6762f07a"), ({ company_id }) => [company_id]),
    contacts: Table.make(Table.hexadecimal("6762f0d0"), contactKeys),
    conversations: Table.make(Table.numeric(215_470_000), ({ state }) => [state]),
    dataAttributes: Table.make(Table.numeric(500)),
    eventCounts: Table.make(Table.numeric(0), ({ contactId }) => [contactId]),
    events: Table.make(Table.hexadecimal("6762f0e0"), (row) => [row.contactId, eventKey(row)]),
    helpCenters: Table.make(Table.numeric(600)),
    messages: Table.make(Table.numeric(403_918_000)),
    jobs: Table.make(Table.numeric(0), ({ status }) => [status]),
    notes: Table.make(Table.numeric(700), ({ contact_id }) => contact_id === null ? [] : [contact_id]),
    segments: Table.make(Table.hexadecimal("6762f0a0"), ({ members }) => members),
    subscriptions: Table.make(Table.numeric(900)),
    tags: Table.make(Table.numeric(1000)),
    teams: Table.make(Table.numeric(991_267_000)),
    ticketStates: Table.make(Table.numeric(1100)),
    ticketTypes: Table.make(Table.numeric(1200)),
    tickets: Table.make(Table.numeric(1300)),
    visitors: Table.make(Table.hexadecimal("6762f0f0")),
    nextId: () => String(30_000_000 + ++ids),
    scroll: undefined
  }
}
