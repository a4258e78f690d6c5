/** The data of an in-memory workspace: a table for each kind of object. */
import { type DayOf, dayOfZone } from "./kernel/Days.js"
import { notFound, refuse } from "./kernel/Result.js"
import { hexadecimal, numeric } from "./kernel/Table.js"
import * as Table from "./kernel/Table.js"
import type { ActivityLogRow } from "./rows/ActivityLog.js"
import type { AdminRow } from "./rows/Admin.js"
import type { ArticleRow } from "./rows/Article.js"
import type { ArticleVersionRow } from "./rows/ArticleVersion.js"
import type { AwayStatusReasonRow } from "./rows/AwayStatusReason.js"
import type { CollectionRow } from "./rows/Collection.js"
import type { CompanyRow, CompanyScroll } from "./rows/Company.js"
import { contactKeys, type ContactRow } from "./rows/Contact.js"
import type { ConversationRow } from "./rows/Conversation.js"
import type { ConversationAttributeRow } from "./rows/ConversationAttribute.js"
import type { DataAttributeRow } from "./rows/DataAttribute.js"
import { type EventCountRow, eventKey, type EventRow } from "./rows/Event.js"
import type { HelpCenterRow } from "./rows/HelpCenter.js"
import type { JobRow } from "./rows/Job.js"
import type { MacroRow } from "./rows/Macro.js"
import type { MergedContactRow } from "./rows/MergedContact.js"
import type { MessageRow } from "./rows/Message.js"
import type { NoteRow } from "./rows/Note.js"
import type { OfficeHoursExceptionRow, OfficeHoursScheduleRow } from "./rows/OfficeHours.js"
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
  /** The name of the time zone, and the days in it by which dates of contacts are compared. */
  readonly timezone: string
  readonly dayOf: DayOf
  readonly activityLogs: Table.Table<ActivityLogRow>
  readonly admins: Table.Table<AdminRow>
  readonly articles: Table.Table<ArticleRow>
  readonly articleVersions: Table.Table<ArticleVersionRow>
  readonly awayStatusReasons: Table.Table<AwayStatusReasonRow>
  readonly collections: Table.Table<CollectionRow>
  readonly companies: Table.Table<CompanyRow>
  readonly contacts: Table.Table<ContactRow>
  readonly conversationAttributes: Table.Table<ConversationAttributeRow>
  readonly conversations: Table.Table<ConversationRow>
  readonly dataAttributes: Table.Table<DataAttributeRow>
  readonly eventCounts: Table.Table<EventCountRow>
  readonly events: Table.Table<EventRow>
  readonly helpCenters: Table.Table<HelpCenterRow>
  readonly macros: Table.Table<MacroRow>
  readonly mergedContacts: Table.Table<MergedContactRow>
  readonly messages: Table.Table<MessageRow>
  readonly jobs: Table.Table<JobRow>
  readonly notes: Table.Table<NoteRow>
  readonly officeHoursExceptions: Table.Table<OfficeHoursExceptionRow>
  readonly officeHoursSchedules: Table.Table<OfficeHoursScheduleRow>
  readonly segments: Table.Table<SegmentRow>
  readonly subscriptions: Table.Table<SubscriptionRow>
  readonly tags: Table.Table<TagRow>
  readonly teams: Table.Table<TeamRow>
  readonly ticketStates: Table.Table<TicketStateRow>
  readonly ticketTypes: Table.Table<TicketTypeRow>
  readonly tickets: Table.Table<TicketRow>
  readonly visitors: Table.Table<VisitorRow>
  /** Ids for objects without a table of their own: parts, ticket attributes, attachments. */
  readonly nextId: () => string
  /** The open scroll through the companies. */
  scroll: CompanyScroll | undefined
}

/** An empty workspace. */
export const make = (workspaceId: string, region: string, timezone = "UTC"): Tables => {
  const table = Table.workspace()
  let ids = 0
  return {
    workspaceId,
    region,
    timezone,
    dayOf: dayOfZone(timezone),
    activityLogs: table("activity log", hexadecimal("6762f0b0")),
    admins: table("admin", numeric(814_859), {
      nameOf: ({ email }) => email,
      missing: notFound("Admin", "admin_not_found")
    }),
    articles: table("article", numeric(100)),
    articleVersions: table("article version", numeric(300), { keysOf: ({ articleId }) => [articleId] }),
    awayStatusReasons: table("away status reason", numeric(1500)),
    collections: table("collection", numeric(200), { nameOf: ({ name }) => name }),
    companies: table("company", hexadecimal("6762f07a"), {
      keysOf: ({ company_id }) => [company_id],
      missing: notFound("Company", "company_not_found")
    }),
    contacts: table("contact", hexadecimal("6762f0d0"), { keysOf: contactKeys, missing: notFound("User") }),
    conversationAttributes: table("conversation attribute", numeric(0), {
      missing: refuse(404, "conversation_attribute_not_found", "Conversation attribute not found")
    }),
    conversations: table("conversation", numeric(215_470_000), { keysOf: ({ state }) => [state] }),
    dataAttributes: table("data attribute", numeric(500)),
    eventCounts: table("event count", numeric(0), { keysOf: ({ contactId }) => [contactId] }),
    events: table("event", hexadecimal("6762f0e0"), { keysOf: (row) => [row.contactId, eventKey(row)] }),
    helpCenters: table("help center", numeric(600), { nameOf: ({ identifier }) => identifier }),
    macros: table("macro", numeric(1400)),
    mergedContacts: table("merged contact", numeric(0), { keysOf: ({ into }) => [into] }),
    messages: table("message", numeric(403_918_000)),
    jobs: table("job", numeric(0), {
      keysOf: ({ status }) => [status],
      missing: notFound("Job", "job_not_found")
    }),
    notes: table("note", numeric(700), { keysOf: ({ contact_id }) => contact_id === null ? [] : [contact_id] }),
    officeHoursExceptions: table("office hours exception", numeric(1700), {
      keysOf: ({ office_hours_schedule_id }) => [office_hours_schedule_id],
      missing: notFound("Object")
    }),
    officeHoursSchedules: table("office hours schedule", numeric(1600), { missing: notFound("Object") }),
    segments: table("segment", hexadecimal("6762f0a0"), { keysOf: ({ members }) => members }),
    subscriptions: table("subscription type", numeric(900)),
    tags: table("tag", numeric(1000), { missing: notFound("Resource", "tag_not_found") }),
    teams: table("team", numeric(991_267_000), {
      nameOf: ({ name }) => name,
      missing: notFound("Team", "team_not_found")
    }),
    ticketStates: table("ticket state", numeric(1100)),
    ticketTypes: table("ticket type", numeric(1200), { nameOf: ({ name }) => name }),
    tickets: table("ticket", numeric(1300), {
      keysOf: ({ conversationIds }) => conversationIds,
      missing: refuse(404, "ticket_not_found", "Ticket not found")
    }),
    visitors: table("visitor", hexadecimal("6762f0f0")),
    nextId: () => String(30_000_000 + ++ids),
    scroll: undefined
  }
}
