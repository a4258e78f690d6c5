/** The schema and the subject of each topic. */
import * as Option from "effect/Option"
import type * as Schema from "effect/Schema"
import { AnyRecord } from "../../internal/fields.js"
import { ActivityLog } from "../ActivityLog.js"
import { Admin } from "../Admin.js"
import { Article } from "../Article.js"
import { Call } from "../Call.js"
import { ContentImportSource } from "../ContentImportSource.js"
import { Job } from "../Job.js"
import type { Items, Topic } from "./Items.js"
import { notified } from "./Notified.js"
import { CompletedRequest, DataConnectorExecution, NotifiedEvent, Ping, ProcedureQuestion } from "./NotifiedActivity.js"
import { CompanyContact, NotifiedCompany } from "./NotifiedCompany.js"
import { ContactTag, MergedContact, NotifiedContact, SubscriptionChange } from "./NotifiedContact.js"
import { Audience, AudienceMembership, ContentSnippet, NotifiedContentStat } from "./NotifiedContent.js"
import { ConversationContact, DeletedConversation, NotifiedConversation } from "./NotifiedConversation.js"
import { NestedTicket, NotifiedTicket, TicketChange, TicketContact } from "./NotifiedTicket.js"
import * as Subject from "./Subject.js"

/** The schema and the subject of topics that have the same item. */
interface Kind<Item> {
  readonly schema: Schema.Schema<Item>
  readonly subject: (item: Item) => Option.Option<Subject.Subject>
}

const kind = <Item>(schema: Schema.Schema<Item>, subject: Kind<Item>["subject"] = Option.none): Kind<Item> => ({
  schema,
  subject
})

const admin = kind(notified(Admin))
const article = kind(notified(Article))
const audience = kind(Audience)
const audienceMembership = kind(AudienceMembership)
const call = kind(notified(Call))
const company = kind(NotifiedCompany, Subject.ofCompany)
const companyContact = kind(CompanyContact, ({ company }) => Subject.ofCompany(company))
const contact = kind(NotifiedContact, Subject.ofContact)
const contactTag = kind(ContactTag, Subject.ofContactTag)
const contentImportSource = kind(notified(ContentImportSource))
const contentSnippet = kind(ContentSnippet)
const contentStat = kind(NotifiedContentStat)
const conversation = kind(NotifiedConversation, Subject.ofConversation)
const conversationContact = kind(ConversationContact, Subject.ofConversationContact)
const nestedTicket = kind(NestedTicket)
const ping = kind(Ping)
const record = kind(AnyRecord)
const subscription = kind(SubscriptionChange, Subject.ofSubscription)
const ticket = kind(NotifiedTicket)
const ticketChange = kind(TicketChange)
const ticketContact = kind(TicketContact)

/** @internal */
export const kinds: { readonly [T in Topic]: Kind<Items[T]> } = {
  "admin.added_to_workspace": admin,
  "admin.away_mode_updated": admin,
  "admin.logged_in": admin,
  "admin.logged_out": admin,
  "admin.removed_from_workspace": admin,
  "admin.activity_log_event.created": kind(notified(ActivityLog)),
  "article.created": article,
  "article.deleted": article,
  "article.published": article,
  "article.unpublished": article,
  "article.updated": article,
  "audience.created": audience,
  "audience.deleted": audience,
  "audience.updated": audience,
  "audience.member_added": audienceMembership,
  "audience.member_removed": audienceMembership,
  "call.ended": call,
  "call.recording_available": call,
  "call.started": call,
  "call.transcription_available": call,
  "company.created": company,
  "company.deleted": company,
  "company.updated": company,
  "company.contact.attached": companyContact,
  "company.contact.detached": companyContact,
  "contact.archived": contact,
  "contact.deleted": contact,
  "contact.email.updated": contact,
  "contact.lead.added_email": contact,
  "contact.lead.created": contact,
  "contact.lead.signed_up": contact,
  "contact.lead.updated": contact,
  "contact.unarchive": contact,
  "contact.user.created": contact,
  "contact.user.updated": contact,
  "visitor.signed_up": contact,
  "contact.merged": kind(MergedContact, Subject.ofContact),
  "contact.lead.tag.created": contactTag,
  "contact.lead.tag.deleted": contactTag,
  "contact.user.tag.created": contactTag,
  "contact.user.tag.deleted": contactTag,
  "contact.subscribed": subscription,
  "contact.unsubscribed": subscription,
  "contact.unsubscribed_from_sms": subscription,
  "granular.subscribe": subscription,
  "granular.unsubscribe": subscription,
  "content_import_source.created": contentImportSource,
  "content_import_source.deleted": contentImportSource,
  "content_import_source.updated": contentImportSource,
  "content_snippet.created": contentSnippet,
  "content_snippet.deleted": contentSnippet,
  "content_snippet.updated": contentSnippet,
  "content_stat.banner": contentStat,
  "content_stat.carousel": contentStat,
  "content_stat.chat": contentStat,
  "content_stat.checklist": contentStat,
  "content_stat.custom_bot": contentStat,
  "content_stat.email": contentStat,
  "content_stat.news_item": contentStat,
  "content_stat.post": contentStat,
  "content_stat.push": contentStat,
  "content_stat.series": contentStat,
  "content_stat.series.webhook": contentStat,
  "content_stat.sms": contentStat,
  "content_stat.survey": contentStat,
  "content_stat.tooltip_group": contentStat,
  "content_stat.tour": contentStat,
  "conversation.admin.assigned": conversation,
  "conversation.admin.closed": conversation,
  "conversation.admin.noted": conversation,
  "conversation.admin.open.assigned": conversation,
  "conversation.admin.opened": conversation,
  "conversation.admin.replied": conversation,
  "conversation.admin.replied.translated": conversation,
  "conversation.admin.single.created": conversation,
  "conversation.admin.snoozed": conversation,
  "conversation.admin.unsnoozed": conversation,
  "conversation.company.updated": conversation,
  "conversation.operator.replied": conversation,
  "conversation.priority.updated": conversation,
  "conversation.rating.added": conversation,
  "conversation.read": conversation,
  "conversation.user.created": conversation,
  "conversation.user.replied": conversation,
  "conversation_part.redacted": conversation,
  "conversation_part.tag.created": conversation,
  "conversation.deleted": kind(DeletedConversation, Subject.ofDeletedConversation),
  "conversation.contact.attached": conversationContact,
  "conversation.contact.detached": conversationContact,
  "ticket.created": ticket,
  "ticket.state.updated": ticket,
  "ticket.admin.assigned": ticketChange,
  "ticket.admin.replied": ticketChange,
  "ticket.admin.replied.translated": ticketChange,
  "ticket.attribute.updated": ticketChange,
  "ticket.contact.replied": ticketChange,
  "ticket.note.created": ticketChange,
  "ticket.team.assigned": ticketChange,
  "ticket.admin.snoozed": nestedTicket,
  "ticket.admin.unsnoozed": nestedTicket,
  "ticket.closed": nestedTicket,
  "ticket.rating.provided": nestedTicket,
  "ticket.resolved": nestedTicket,
  "ticket.contact.attached": ticketContact,
  "ticket.contact.detached": ticketContact,
  "event.created": kind(NotifiedEvent, Subject.ofEvent),
  "api.request.completed": kind(CompletedRequest),
  "data_connector.execution.completed": kind(DataConnectorExecution),
  "job.completed": kind(notified(Job)),
  "messenger.deployment_completed.event.created": record,
  ping,
  "procedure.hitl_notification.created": kind(ProcedureQuestion)
}

const isTopic = (topic: string): topic is Topic => Object.hasOwn(kinds, topic)

// The names before API version 2.5, when leads were called contacts, and one name that Intercom sends but does not
// document: `contact.unarchived`.
const otherNames: Readonly<Record<string, Topic>> = {
  "contact.added_email": "contact.lead.added_email",
  "contact.created": "contact.lead.created",
  "contact.signed_up": "contact.lead.signed_up",
  "contact.tag.created": "contact.lead.tag.created",
  "contact.tag.deleted": "contact.lead.tag.deleted",
  "contact.unarchived": "contact.unarchive",
  "user.created": "contact.user.created",
  "user.deleted": "contact.deleted",
  "user.email.updated": "contact.email.updated",
  "user.tag.created": "contact.user.tag.created",
  "user.tag.deleted": "contact.user.tag.deleted",
  "user.unsubscribed": "contact.unsubscribed"
}

/**
 * Returns the current name of a known topic.
 *
 * @internal
 */
export const presentTopic = (topic: string): Option.Option<Topic> =>
  Option.fromNullable(isTopic(topic) ? topic : Object.hasOwn(otherNames, topic) ? otherNames[topic] : undefined)
