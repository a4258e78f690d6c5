/** All operations of the in-memory workspace. */
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
import { refuse } from "./kernel/Result.js"
import { later, type Operation } from "./Operation.js"
import { laterPaths, type Paths, unmodelledPaths } from "./paths.js"
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

/** The operations that the workspace models. */
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

/** The operations that the workspace does not model. They answer 501 with their names. */
export const unmodelled = (): ReadonlyArray<Operation> => [...refusing(unmodelledPaths), ...later(refusing(laterPaths))]

const refusing = (paths: Paths): ReadonlyArray<Operation> =>
  Object.entries(paths).flatMap(([template, methods]) =>
    methods.map((method) => ({
      method,
      template,
      answer: () => refuse(501, "not_implemented", `${method} ${template} is not modelled by the workspace in memory`)
    }))
  )
