/**
 * The items of notifications, by topic.
 *
 * @since 1.0.0
 */
import type { ActivityLog } from "../ActivityLog.js"
import type { Admin } from "../Admin.js"
import type { Article } from "../Article.js"
import type { Call } from "../Call.js"
import type { ContentImportSource } from "../ContentImportSource.js"
import type { Job } from "../Job.js"
import type { Notified } from "./Notified.js"
import type {
  CompletedRequest,
  DataConnectorExecution,
  NotifiedEvent,
  Ping,
  ProcedureQuestion
} from "./NotifiedActivity.js"
import type { CompanyContact, NotifiedCompany } from "./NotifiedCompany.js"
import type { ContactTag, MergedContact, NotifiedContact, SubscriptionChange } from "./NotifiedContact.js"
import type { Audience, AudienceMembership, ContentSnippet, NotifiedContentStat } from "./NotifiedContent.js"
import type { ConversationContact, DeletedConversation, NotifiedConversation } from "./NotifiedConversation.js"
import type { NestedTicket, NotifiedTicket, TicketChange, TicketContact } from "./NotifiedTicket.js"

/**
 * The topics by their current names, with the type of `data.item` for each.
 *
 * @since 1.0.0
 * @category models
 */
export interface Items {
  readonly "admin.added_to_workspace": Notified<Admin>
  readonly "admin.away_mode_updated": Notified<Admin>
  readonly "admin.logged_in": Notified<Admin>
  readonly "admin.logged_out": Notified<Admin>
  readonly "admin.removed_from_workspace": Notified<Admin>
  readonly "admin.activity_log_event.created": Notified<ActivityLog>
  readonly "article.created": Notified<Article>
  readonly "article.deleted": Notified<Article>
  readonly "article.published": Notified<Article>
  readonly "article.unpublished": Notified<Article>
  readonly "article.updated": Notified<Article>
  readonly "audience.created": Audience
  readonly "audience.deleted": Audience
  readonly "audience.updated": Audience
  readonly "audience.member_added": AudienceMembership
  readonly "audience.member_removed": AudienceMembership
  readonly "call.ended": Notified<Call>
  readonly "call.recording_available": Notified<Call>
  readonly "call.started": Notified<Call>
  readonly "call.transcription_available": Notified<Call>
  readonly "company.created": NotifiedCompany
  readonly "company.deleted": NotifiedCompany
  readonly "company.updated": NotifiedCompany
  readonly "company.contact.attached": CompanyContact
  readonly "company.contact.detached": CompanyContact
  readonly "contact.archived": NotifiedContact
  readonly "contact.deleted": NotifiedContact
  readonly "contact.email.updated": NotifiedContact
  readonly "contact.lead.added_email": NotifiedContact
  readonly "contact.lead.created": NotifiedContact
  readonly "contact.lead.signed_up": NotifiedContact
  readonly "contact.lead.updated": NotifiedContact
  readonly "contact.unarchive": NotifiedContact
  readonly "contact.user.created": NotifiedContact
  readonly "contact.user.updated": NotifiedContact
  readonly "visitor.signed_up": NotifiedContact
  readonly "contact.merged": MergedContact
  readonly "contact.lead.tag.created": ContactTag
  readonly "contact.lead.tag.deleted": ContactTag
  readonly "contact.user.tag.created": ContactTag
  readonly "contact.user.tag.deleted": ContactTag
  readonly "contact.subscribed": SubscriptionChange
  readonly "contact.unsubscribed": SubscriptionChange
  readonly "contact.unsubscribed_from_sms": SubscriptionChange
  readonly "granular.subscribe": SubscriptionChange
  readonly "granular.unsubscribe": SubscriptionChange
  readonly "content_import_source.created": Notified<ContentImportSource>
  readonly "content_import_source.deleted": Notified<ContentImportSource>
  readonly "content_import_source.updated": Notified<ContentImportSource>
  readonly "content_snippet.created": ContentSnippet
  readonly "content_snippet.deleted": ContentSnippet
  readonly "content_snippet.updated": ContentSnippet
  readonly "content_stat.banner": NotifiedContentStat
  readonly "content_stat.carousel": NotifiedContentStat
  readonly "content_stat.chat": NotifiedContentStat
  readonly "content_stat.checklist": NotifiedContentStat
  readonly "content_stat.custom_bot": NotifiedContentStat
  readonly "content_stat.email": NotifiedContentStat
  readonly "content_stat.news_item": NotifiedContentStat
  readonly "content_stat.post": NotifiedContentStat
  readonly "content_stat.push": NotifiedContentStat
  readonly "content_stat.series": NotifiedContentStat
  readonly "content_stat.series.webhook": NotifiedContentStat
  readonly "content_stat.sms": NotifiedContentStat
  readonly "content_stat.survey": NotifiedContentStat
  readonly "content_stat.tooltip_group": NotifiedContentStat
  readonly "content_stat.tour": NotifiedContentStat
  readonly "conversation.admin.assigned": NotifiedConversation
  readonly "conversation.admin.closed": NotifiedConversation
  readonly "conversation.admin.noted": NotifiedConversation
  readonly "conversation.admin.open.assigned": NotifiedConversation
  readonly "conversation.admin.opened": NotifiedConversation
  readonly "conversation.admin.replied": NotifiedConversation
  readonly "conversation.admin.replied.translated": NotifiedConversation
  readonly "conversation.admin.single.created": NotifiedConversation
  readonly "conversation.admin.snoozed": NotifiedConversation
  readonly "conversation.admin.unsnoozed": NotifiedConversation
  readonly "conversation.company.updated": NotifiedConversation
  readonly "conversation.operator.replied": NotifiedConversation
  readonly "conversation.priority.updated": NotifiedConversation
  readonly "conversation.rating.added": NotifiedConversation
  readonly "conversation.read": NotifiedConversation
  readonly "conversation.user.created": NotifiedConversation
  readonly "conversation.user.replied": NotifiedConversation
  readonly "conversation_part.redacted": NotifiedConversation
  readonly "conversation_part.tag.created": NotifiedConversation
  readonly "conversation.deleted": DeletedConversation
  readonly "conversation.contact.attached": ConversationContact
  readonly "conversation.contact.detached": ConversationContact
  readonly "ticket.created": NotifiedTicket
  readonly "ticket.state.updated": NotifiedTicket
  readonly "ticket.admin.assigned": TicketChange
  readonly "ticket.admin.replied": TicketChange
  readonly "ticket.admin.replied.translated": TicketChange
  readonly "ticket.attribute.updated": TicketChange
  readonly "ticket.contact.replied": TicketChange
  readonly "ticket.note.created": TicketChange
  readonly "ticket.team.assigned": TicketChange
  readonly "ticket.admin.snoozed": NestedTicket
  readonly "ticket.admin.unsnoozed": NestedTicket
  readonly "ticket.closed": NestedTicket
  readonly "ticket.rating.provided": NestedTicket
  readonly "ticket.resolved": NestedTicket
  readonly "ticket.contact.attached": TicketContact
  readonly "ticket.contact.detached": TicketContact
  readonly "event.created": NotifiedEvent
  readonly "api.request.completed": CompletedRequest
  readonly "data_connector.execution.completed": DataConnectorExecution
  readonly "job.completed": Notified<Job>
  readonly "messenger.deployment_completed.event.created": Readonly<Record<string, unknown>>
  readonly ping: Ping
  readonly "procedure.hitl_notification.created": ProcedureQuestion
}

/**
 * The topics that this library knows, by their current names.
 *
 * @since 1.0.0
 * @category models
 */
export type Topic = keyof Items
