/** All operations the in-memory workspace serves, those it does not, and those of a later version. */
import * as ContactMerge from "./ContactMerge.js"
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
import * as ArticleSearch from "./content/ArticleSearch.js"
import * as Collections from "./content/Collections.js"
import * as HelpCenters from "./content/HelpCenters.js"
import * as ConversationActions from "./conversations/Actions.js"
import * as ConversationTickets from "./conversations/Conversion.js"
import * as Messages from "./conversations/Messages.js"
import * as ConversationOperations from "./conversations/Operations.js"
import * as ConversationContacts from "./conversations/Participants.js"
import * as ConversationRedactions from "./conversations/Redactions.js"
import * as ConversationReplies from "./conversations/Replies.js"
import * as ConversationTags from "./conversations/Tags.js"
import { refuse } from "./kernel/Refusal.js"
import type { Operation } from "./Operation.js"
import * as TagRemoval from "./TagRemoval.js"
import * as ActivityLogs from "./teammates/ActivityLogs.js"
import * as Admins from "./teammates/Admins.js"
import * as AwayStatuses from "./teammates/AwayStatuses.js"
import * as Teams from "./teammates/Teams.js"
import * as Jobs from "./tickets/Jobs.js"
import * as NewTickets from "./tickets/NewTickets.js"
import * as TicketReplies from "./tickets/Replies.js"
import * as TicketStates from "./tickets/States.js"
import * as Tickets from "./tickets/Tickets.js"
import * as TicketSearch from "./tickets/TicketSearch.js"
import * as TicketTypes from "./tickets/Types.js"
import * as TicketUpdates from "./tickets/Updates.js"

/** What the workspace answers from what it holds. */
export const modelled = (): ReadonlyArray<Operation> => [
  ...ActivityLogs.operations,
  ...Admins.operations,
  ...Articles.operations,
  ...ArticleSearch.operations,
  ...AwayStatuses.operations,
  ...Collections.operations,
  ...Companies.operations,
  ...ContactMerge.operations,
  ...Contacts.operations,
  ...ConversationActions.operations,
  ...ConversationContacts.operations,
  ...ConversationOperations.operations,
  ...ConversationRedactions.operations,
  ...ConversationReplies.operations,
  ...ConversationTags.operations,
  ...ConversationTickets.operations,
  ...DataAttributes.operations,
  ...Events.operations,
  ...HelpCenters.operations,
  ...Jobs.operations,
  ...Messages.operations,
  ...NewTickets.operations,
  ...Notes.operations,
  ...Segments.operations,
  ...Subscriptions.operations,
  ...TagRemoval.operations,
  ...Tags.operations,
  ...Teams.operations,
  ...TicketReplies.operations,
  ...Tickets.operations,
  ...TicketSearch.operations,
  ...TicketStates.operations,
  ...TicketTypes.operations,
  ...TicketUpdates.operations,
  ...Visitors.operations
]

/** What Intercom serves and the workspace does not: 501, by the name of the operation. */
export const unmodelled = (): ReadonlyArray<Operation> =>
  missing.map(([method, template]) => ({
    method,
    template,
    answer: () => refuse(501, "not_implemented", `${method} ${template} is not modelled by the workspace in memory`)
  }))

const missing: ReadonlyArray<readonly [Operation["method"], string]> = [
  ["GET", "/ai/content_import_sources"],
  ["POST", "/ai/content_import_sources"],
  ["DELETE", "/ai/content_import_sources/{source_id}"],
  ["GET", "/ai/content_import_sources/{source_id}"],
  ["PUT", "/ai/content_import_sources/{source_id}"],
  ["GET", "/ai/external_pages"],
  ["POST", "/ai/external_pages"],
  ["DELETE", "/ai/external_pages/{page_id}"],
  ["GET", "/ai/external_pages/{page_id}"],
  ["PUT", "/ai/external_pages/{page_id}"],
  ["GET", "/brands"],
  ["GET", "/brands/{id}"],
  ["GET", "/calls"],
  ["POST", "/calls/search"],
  ["GET", "/calls/{call_id}"],
  ["GET", "/calls/{call_id}/recording"],
  ["GET", "/calls/{call_id}/transcript"],
  ["DELETE", "/custom_object_instances/{custom_object_type_identifier}"],
  ["GET", "/custom_object_instances/{custom_object_type_identifier}"],
  ["POST", "/custom_object_instances/{custom_object_type_identifier}"],
  ["DELETE", "/custom_object_instances/{custom_object_type_identifier}/{custom_object_instance_id}"],
  ["GET", "/custom_object_instances/{custom_object_type_identifier}/{custom_object_instance_id}"],
  ["GET", "/download/content/data/{job_identifier}"],
  ["GET", "/download/reporting_data/{job_identifier}"],
  ["GET", "/emails"],
  ["GET", "/emails/{id}"],
  ["POST", "/export/cancel/{job_identifier}"],
  ["POST", "/export/content/data"],
  ["GET", "/export/content/data/{job_identifier}"],
  ["POST", "/export/reporting_data/enqueue"],
  ["GET", "/export/reporting_data/get_datasets"],
  ["GET", "/export/reporting_data/{job_identifier}"],
  ["GET", "/export/workflows/{id}"],
  ["POST", "/fin/csat"],
  ["POST", "/fin/reply"],
  ["POST", "/fin/start"],
  ["GET", "/fin_voice/collect/{id}"],
  ["GET", "/fin_voice/conversation/{conversation_id}"],
  ["GET", "/fin_voice/external_id/{external_id}"],
  ["GET", "/fin_voice/phone_number/{phone_number}"],
  ["POST", "/fin_voice/register"],
  ["GET", "/internal_articles"],
  ["POST", "/internal_articles"],
  ["GET", "/internal_articles/search"],
  ["DELETE", "/internal_articles/{internal_article_id}"],
  ["GET", "/internal_articles/{internal_article_id}"],
  ["PUT", "/internal_articles/{internal_article_id}"],
  ["GET", "/ip_allowlist"],
  ["PUT", "/ip_allowlist"],
  ["GET", "/news/news_items"],
  ["POST", "/news/news_items"],
  ["DELETE", "/news/news_items/{news_item_id}"],
  ["GET", "/news/news_items/{news_item_id}"],
  ["PUT", "/news/news_items/{news_item_id}"],
  ["GET", "/news/newsfeeds"],
  ["GET", "/news/newsfeeds/{newsfeed_id}"],
  ["GET", "/news/newsfeeds/{newsfeed_id}/items"],
  ["POST", "/phone_call_redirects"]
]

/** What a later version serves, and none that the workspace speaks: 400, as Intercom answers it. */
export const later = (): ReadonlyArray<Operation> =>
  unborn.map(([method, template]) => ({
    method,
    template,
    answer: () => refuse(400, "intercom_version_invalid", `${method} ${template} is not in the API version asked for`)
  }))

const unborn: ReadonlyArray<readonly [Operation["method"], string]> = [
  ["GET", "/admins/activity_log_event_types"],
  ["POST", "/admins/activity_logs/search"],
  ["POST", "/articles/{article_id}/tags"],
  ["DELETE", "/articles/{article_id}/tags/{id}"],
  ["GET", "/articles/{article_id}/versions"],
  ["GET", "/articles/{article_id}/versions/{id}"],
  ["GET", "/articles/{id}/draft"],
  ["PUT", "/articles/{id}/draft"],
  ["POST", "/articles/{id}/draft/publish"],
  ["GET", "/audiences"],
  ["POST", "/audiences"],
  ["DELETE", "/audiences/{id}"],
  ["GET", "/audiences/{id}"],
  ["PUT", "/audiences/{id}"],
  ["POST", "/companies/{company_id}/notes"],
  ["GET", "/contacts/{id}/banners"],
  ["POST", "/contacts/{id}/banners/{view_id}/dismiss"],
  ["GET", "/contacts/{id}/merge_history"],
  ["POST", "/content/bulk_actions"],
  ["GET", "/content/search"],
  ["GET", "/content_snippets"],
  ["POST", "/content_snippets"],
  ["POST", "/content_snippets/{content_snippet_id}/tags"],
  ["DELETE", "/content_snippets/{content_snippet_id}/tags/{id}"],
  ["DELETE", "/content_snippets/{id}"],
  ["GET", "/content_snippets/{id}"],
  ["PUT", "/content_snippets/{id}"],
  ["GET", "/conversations/attributes"],
  ["POST", "/conversations/attributes"],
  ["DELETE", "/conversations/attributes/{id}"],
  ["GET", "/conversations/attributes/{id}"],
  ["PUT", "/conversations/attributes/{id}"],
  ["POST", "/conversations/attributes/{id}/options"],
  ["DELETE", "/conversations/attributes/{id}/options/{option_id}"],
  ["PUT", "/conversations/attributes/{id}/options/{option_id}"],
  ["GET", "/conversations/deleted"],
  ["POST", "/conversations/{id}/merge"],
  ["GET", "/conversations/{id}/side_conversations"],
  ["GET", "/data_connectors"],
  ["POST", "/data_connectors"],
  ["GET", "/data_connectors/{data_connector_id}/execution_results"],
  ["GET", "/data_connectors/{data_connector_id}/execution_results/{id}"],
  ["DELETE", "/data_connectors/{id}"],
  ["GET", "/data_connectors/{id}"],
  ["PATCH", "/data_connectors/{id}"],
  ["GET", "/help_center/help_centers/{help_center_id}/redirects"],
  ["POST", "/help_center/help_centers/{help_center_id}/redirects"],
  ["DELETE", "/help_center/help_centers/{help_center_id}/redirects/{id}"],
  ["GET", "/help_center/help_centers/{help_center_id}/redirects/{id}"],
  ["POST", "/internal_articles/{internal_article_id}/tags"],
  ["DELETE", "/internal_articles/{internal_article_id}/tags/{id}"],
  ["GET", "/macros"],
  ["GET", "/macros/{id}"],
  ["GET", "/messages/status"],
  ["GET", "/messages/whatsapp/status"],
  ["GET", "/office_hours_schedules"],
  ["POST", "/office_hours_schedules"],
  ["DELETE", "/office_hours_schedules/{id}"],
  ["GET", "/office_hours_schedules/{id}"],
  ["PUT", "/office_hours_schedules/{id}"],
  ["GET", "/office_hours_schedules/{office_hours_schedule_id}/office_hours_exceptions"],
  ["POST", "/office_hours_schedules/{office_hours_schedule_id}/office_hours_exceptions"],
  ["DELETE", "/office_hours_schedules/{office_hours_schedule_id}/office_hours_exceptions/{id}"],
  ["GET", "/office_hours_schedules/{office_hours_schedule_id}/office_hours_exceptions/{id}"],
  ["PUT", "/office_hours_schedules/{office_hours_schedule_id}/office_hours_exceptions/{id}"],
  ["GET", "/teams/{team_id}/metrics"],
  ["POST", "/tickets/{ticket_id}/change_type"],
  ["POST", "/tickets/{ticket_id}/linked_conversations"],
  ["DELETE", "/tickets/{ticket_id}/linked_conversations/{id}"]
]
