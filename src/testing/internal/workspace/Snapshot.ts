/** The content of an in-memory workspace at one moment. */
import * as Schema from "effect/Schema"
import { Admin } from "../../../models/Admin.js"
import { Article } from "../../../models/Article.js"
import { Collection } from "../../../models/Collection.js"
import { Company } from "../../../models/Company.js"
import { Contact } from "../../../models/Contact.js"
import { Conversation } from "../../../models/Conversation.js"
import { ConversationAttribute } from "../../../models/ConversationAttribute.js"
import { DataAttribute } from "../../../models/DataAttribute.js"
import { Event } from "../../../models/Event.js"
import { HelpCenter } from "../../../models/HelpCenter.js"
import { Macro } from "../../../models/Macro.js"
import { Note } from "../../../models/Note.js"
import { OfficeHoursException, OfficeHoursSchedule } from "../../../models/OfficeHours.js"
import { Segment } from "../../../models/Segment.js"
import { SubscriptionType } from "../../../models/SubscriptionType.js"
import { Tag } from "../../../models/Tag.js"
import { Team } from "../../../models/Team.js"
import { Ticket } from "../../../models/Ticket.js"
import { TicketType } from "../../../models/TicketType.js"
import { Visitor } from "../../../models/Visitor.js"
import type { SentMessage, Snapshot } from "../../Snapshot.js"
import * as Companies from "./contacts/Companies.js"
import * as Contacts from "./contacts/Contacts.js"
import * as DataAttributes from "./contacts/DataAttributes.js"
import * as Events from "./contacts/Events.js"
import * as Notes from "./contacts/Notes.js"
import * as Segments from "./contacts/Segments.js"
import * as Subscriptions from "./contacts/Subscriptions.js"
import * as Tags from "./contacts/Tags.js"
import * as Visitors from "./contacts/Visitors.js"
import * as Articles from "./content/Articles.js"
import * as Collections from "./content/Collections.js"
import * as HelpCenters from "./content/HelpCenters.js"
import * as ConversationAttributes from "./conversations/Attributes.js"
import * as ConversationView from "./conversations/View.js"
import type * as Table from "./kernel/Table.js"
import type { EventRow } from "./rows/Event.js"
import type { MessageRow } from "./rows/Message.js"
import type { Tables } from "./Tables.js"
import * as Admins from "./teammates/Admins.js"
import * as Macros from "./teammates/Macros.js"
import * as OfficeHours from "./teammates/OfficeHours.js"
import * as Teams from "./teammates/Teams.js"
import * as Tickets from "./tickets/Tickets.js"
import * as TicketTypes from "./tickets/Types.js"

export const take = (tables: Tables): Snapshot => {
  const all = <Row extends Table.Row, A, I>(
    table: Table.Table<Row>,
    model: Schema.Schema<A, I>,
    present: (tables: Tables, row: Row) => unknown
  ): ReadonlyArray<A> =>
    Schema.decodeUnknownSync(Schema.parseJson(Schema.Array(model)), { onExcessProperty: "preserve" })(
      JSON.stringify(table.rows().map((row) => present(tables, row)))
    )
  const alone = <Row>(present: (row: Row) => unknown) => (_: Tables, row: Row) => present(row)
  return {
    admins: all(tables.admins, Admin, Admins.present),
    articles: all(tables.articles, Article, Articles.present),
    collections: all(tables.collections, Collection, Collections.present),
    companies: all(tables.companies, Company, Companies.present),
    contacts: all(tables.contacts, Contact, Contacts.present),
    conversationAttributes: all(
      tables.conversationAttributes,
      ConversationAttribute,
      alone(ConversationAttributes.present)
    ),
    conversations: all(tables.conversations, Conversation, (tables, row) => ConversationView.present(tables, row)),
    dataAttributes: all(tables.dataAttributes, DataAttribute, alone(DataAttributes.present)),
    events: all(tables.events, Event, presentEvent),
    helpCenters: all(tables.helpCenters, HelpCenter, HelpCenters.present),
    macros: all(tables.macros, Macro, alone(Macros.present)),
    messages: tables.messages.rows().map(presentMessage),
    notes: all(tables.notes, Note, Notes.present),
    officeHoursExceptions: all(tables.officeHoursExceptions, OfficeHoursException, alone(OfficeHours.presentException)),
    officeHoursSchedules: all(tables.officeHoursSchedules, OfficeHoursSchedule, alone(OfficeHours.present)),
    segments: all(tables.segments, Segment, alone(Segments.present)),
    subscriptions: all(tables.subscriptions, SubscriptionType, alone(Subscriptions.present)),
    tags: all(tables.tags, Tag, alone(Tags.present)),
    teams: all(tables.teams, Team, alone(Teams.present)),
    tickets: all(tables.tickets, Ticket, Tickets.present),
    ticketTypes: all(tables.ticketTypes, TicketType, TicketTypes.present),
    visitors: all(tables.visitors, Visitor, Visitors.present)
  }
}

const presentEvent = (tables: Pick<Tables, "contacts">, row: EventRow): unknown => {
  const contact = tables.contacts.get(row.contactId)
  return contact === undefined ? row : Events.present(row, contact)
}

const presentMessage = ({ contactIds, conversationId, created_at, id, source }: MessageRow): SentMessage => ({
  id,
  created_at,
  from: source.author.id ?? null,
  to: [...contactIds],
  message_type: source.type,
  subject: source.subject,
  body: source.body,
  conversation_id: conversationId
})
