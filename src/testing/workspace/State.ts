/**
 * What an in-memory workspace holds: a table for each kind of object.
 *
 * @since 1.0.0
 */
import type { ActivityLogRow } from "./ActivityLogs.js"
import type { AdminRow } from "./Admins.js"
import type { ArticleRow } from "./Articles.js"
import type { AwayStatusReasonRow } from "./AwayStatuses.js"
import type { CollectionRow } from "./Collections.js"
import type { CompanyRow, Scroll } from "./Companies.js"
import { type ContactRow, keysOf as contactKeys } from "./Contacts.js"
import type { ConversationRow } from "./Conversations.js"
import type { DataAttributeRow } from "./DataAttributes.js"
import { type EventCountRow, type EventRow, keyOf as eventKey } from "./Events.js"
import type { HelpCenterRow } from "./HelpCenters.js"
import type { JobRow } from "./Jobs.js"
import type { MessageRow } from "./Messages.js"
import type { NoteRow } from "./Notes.js"
import type { SegmentRow } from "./Segments.js"
import type { SubscriptionRow } from "./Subscriptions.js"
import * as Table from "./Table.js"
import type { TagRow } from "./Tags.js"
import type { TeamRow } from "./Teams.js"
import type { TicketRow } from "./Tickets.js"
import type { TicketStateRow } from "./TicketStates.js"
import type { TicketTypeRow } from "./TicketTypes.js"
import type { VisitorRow } from "./Visitors.js"

/**
 * @since 1.0.0
 * @category models
 */
export interface State {
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
  scroll: Scroll | undefined
}

/**
 * A workspace with nothing in it.
 *
 * @since 1.0.0
 * @category constructors
 */
export const make = (workspaceId: string, region: string): State => {
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
