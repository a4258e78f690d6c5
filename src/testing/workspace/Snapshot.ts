/**
 * All that an in-memory workspace holds, at one moment.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import { Admin } from "../../models/Admin.js"
import { Article } from "../../models/Article.js"
import { Collection } from "../../models/Collection.js"
import { Company } from "../../models/Company.js"
import { Contact } from "../../models/Contact.js"
import { Conversation } from "../../models/Conversation.js"
import { DataAttribute } from "../../models/DataAttribute.js"
import { Event } from "../../models/Event.js"
import { HelpCenter } from "../../models/HelpCenter.js"
import { Note } from "../../models/Note.js"
import { Segment } from "../../models/Segment.js"
import { SubscriptionType } from "../../models/SubscriptionType.js"
import { Tag } from "../../models/Tag.js"
import { Team } from "../../models/Team.js"
import { Ticket } from "../../models/Ticket.js"
import { TicketType } from "../../models/TicketType.js"
import { Visitor } from "../../models/Visitor.js"
import * as Admins from "./Admins.js"
import * as Articles from "./Articles.js"
import * as Collections from "./Collections.js"
import * as Companies from "./Companies.js"
import * as Contacts from "./Contacts.js"
import * as ConversationView from "./ConversationView.js"
import * as DataAttributes from "./DataAttributes.js"
import * as Events from "./Events.js"
import * as HelpCenters from "./HelpCenters.js"
import type { MessageRow } from "./Messages.js"
import * as Notes from "./Notes.js"
import * as Segments from "./Segments.js"
import type { State } from "./State.js"
import * as Subscriptions from "./Subscriptions.js"
import type * as Table from "./Table.js"
import * as Tags from "./Tags.js"
import * as Teams from "./Teams.js"
import * as Tickets from "./Tickets.js"
import * as TicketTypes from "./TicketTypes.js"
import * as Visitors from "./Visitors.js"

/**
 * Objects by their kinds, the oldest first, as the library's own endpoints would give them.
 *
 * @since 1.0.0
 * @category models
 */
export interface Snapshot {
  readonly admins: ReadonlyArray<Admin>
  readonly articles: ReadonlyArray<Article>
  readonly collections: ReadonlyArray<Collection>
  readonly companies: ReadonlyArray<Company>
  /** Archived ones among them. */
  readonly contacts: ReadonlyArray<Contact>
  /** With their parts. */
  readonly conversations: ReadonlyArray<Conversation>
  readonly dataAttributes: ReadonlyArray<DataAttribute>
  readonly events: ReadonlyArray<Event>
  readonly helpCenters: ReadonlyArray<HelpCenter>
  readonly messages: ReadonlyArray<SentMessage>
  readonly notes: ReadonlyArray<Note>
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
 * What an admin has sent to contacts.
 *
 * @since 1.0.0
 * @category models
 */
export interface SentMessage {
  readonly id: string
  /** Unix time in seconds. */
  readonly created_at: number
  /** The admin, by id. */
  readonly from: string | null
  /** Contacts, by Intercom's ids. */
  readonly to: ReadonlyArray<string>
  readonly message_type: string
  /** Of an email. */
  readonly subject: string
  readonly body: string
  /** The conversation it began, where it was answered. */
  readonly conversation_id?: string | undefined
}

/**
 * @since 1.0.0
 * @category constructors
 */
export const take = (state: State): Snapshot => {
  const all = <Row extends Table.Row, A, I>(
    table: Table.Table<Row>,
    model: Schema.Schema<A, I>,
    present: (state: State, row: Row) => unknown
  ): ReadonlyArray<A> =>
    Schema.decodeUnknownSync(Schema.parseJson(Schema.Array(model)), { onExcessProperty: "preserve" })(
      JSON.stringify(table.rows().map((row) => present(state, row)))
    )
  const alone = <Row>(present: (row: Row) => unknown) => (_: State, row: Row) => present(row)
  return {
    admins: all(state.admins, Admin, Admins.present),
    articles: all(state.articles, Article, Articles.present),
    collections: all(state.collections, Collection, Collections.present),
    companies: all(state.companies, Company, Companies.present),
    contacts: all(state.contacts, Contact, Contacts.present),
    conversations: all(state.conversations, Conversation, (state, row) => ConversationView.present(state, row)),
    dataAttributes: all(state.dataAttributes, DataAttribute, alone(DataAttributes.present)),
    events: all(state.events, Event, presentEvent),
    helpCenters: all(state.helpCenters, HelpCenter, HelpCenters.present),
    messages: state.messages.rows().map(presentMessage),
    notes: all(state.notes, Note, Notes.present),
    segments: all(state.segments, Segment, alone(Segments.present)),
    subscriptions: all(state.subscriptions, SubscriptionType, alone(Subscriptions.present)),
    tags: all(state.tags, Tag, alone(Tags.present)),
    teams: all(state.teams, Team, alone(Teams.present)),
    tickets: all(state.tickets, Ticket, Tickets.present),
    ticketTypes: all(state.ticketTypes, TicketType, TicketTypes.present),
    visitors: all(state.visitors, Visitor, Visitors.present)
  }
}

const presentEvent = (state: State, row: Events.EventRow): unknown => {
  const contact = state.contacts.get(row.contactId)
  return contact === undefined ? row : Events.present(row, contact)
}

const presentMessage = ({ contactIds, conversationId, created_at, id, source }: MessageRow): SentMessage => ({
  id,
  created_at,
  from: source.author.id ?? null,
  to: contactIds,
  message_type: source.type,
  subject: source.subject,
  body: source.body,
  conversation_id: conversationId
})
