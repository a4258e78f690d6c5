/**
 * The format of a seed file: JSON with the shape of `IntercomWorkspace.Seed`.
 */
import * as Either from "effect/Either"
import * as ParseResult from "effect/ParseResult"
import * as Schema from "effect/Schema"
import { formatPath } from "../internal/formatPath.js"
import { fromParseIssue } from "../internal/issue.js"
import { NewCollectionContent } from "../models/Collection.js"
import { CompanyUpsert } from "../models/Company.js"
import { Contact, ContactChanges } from "../models/Contact.js"
import { NewConversationAttributeReference } from "../models/ConversationAttribute.js"
import { AiAgent, ConversationRating } from "../models/ConversationStatistics.js"
import { NewOfficeHoursException, NewOfficeHoursSchedule } from "../models/OfficeHours.js"
import { NewTicketType } from "../models/TicketType.js"
import { NewTicketTypeAttribute } from "../models/TicketTypeAttribute.js"
import type * as Seeds from "../testing/IntercomWorkspace.js"

/** Reads the text of a seed file. The reason of a failure names the place: `contacts[3].rol is not a known field`. */
export const parse = (content: string): Either.Either<Seeds.Seed, string> => {
  // Some editors on Windows begin a file with a byte order mark.
  const text = content.replace(/^\ufeff/, "")
  return Either.flatMap(
    Either.try({ try: (): unknown => JSON.parse(text), catch: (error) => `is not JSON${placeOf(error, text)}` }),
    (json) =>
      Either.mapLeft(validate(json), (issue) => {
        const { path, reason } = fromParseIssue(issue)
        return [formatPath(path), reason].filter((part) => part !== "").join(" ")
      })
  )
}

// The message itself may quote the file.
const placeOf = (error: unknown, text: string): string => {
  const [, position] = /at position (\d+)/.exec(String(error)) ?? []
  return position === undefined ? "" : `: line ${text.slice(0, Number(position)).split("\n").length}`
}

/** A struct that has to have every field of a type. Without this, an optional field could be forgotten. */
const fieldsOf =
  <A extends object>() =>
  <Fields extends Readonly<Record<keyof A, Schema.Struct.Field>>>(fields: Fields): Schema.Struct<Fields> =>
    Schema.Struct(fields)

const text = Schema.optional(Schema.String)
const number = Schema.optional(Schema.Number)
const flag = Schema.optional(Schema.Boolean)
const texts = Schema.optional(Schema.Array(Schema.String))
const values = Schema.optional(Schema.Record({ key: Schema.String, value: Schema.Unknown }))

const object = { id: text, created_at: number }

const TagSeed: Schema.Schema<Seeds.TagSeed> = fieldsOf<Seeds.TagSeed>()({ id: text, name: Schema.String })

const AwayStatusReasonSeed: Schema.Schema<Seeds.AwayStatusReasonSeed> = fieldsOf<Seeds.AwayStatusReasonSeed>()({
  ...object,
  label: Schema.String,
  emoji: text,
  deleted: flag
})

const AdminSeed: Schema.Schema<Seeds.AdminSeed> = fieldsOf<Seeds.AdminSeed>()({
  ...object,
  email: Schema.String,
  name: text,
  job_title: text,
  avatar: text,
  email_verified: flag,
  has_inbox_seat: flag,
  away_mode_enabled: flag,
  away_mode_reassign: flag,
  away_status_reason_id: text
})

const TeamSeed: Schema.Schema<Seeds.TeamSeed> = fieldsOf<Seeds.TeamSeed>()({
  id: text,
  name: Schema.String,
  admins: texts,
  assignment_limit: number,
  distribution_method: text
})

const MacroSeed: Schema.Schema<Seeds.MacroSeed> = fieldsOf<Seeds.MacroSeed>()({
  ...object,
  name: Schema.String,
  body: Schema.String,
  teams: texts,
  available_on: Schema.optional(Schema.Array(Schema.Literal("inbox", "messenger"))),
  updated_at: number
})

const OfficeHoursScheduleSeed: Schema.Schema<Seeds.OfficeHoursScheduleSeed> = Schema.extend(
  NewOfficeHoursSchedule,
  fieldsOf<Omit<Seeds.OfficeHoursScheduleSeed, keyof NewOfficeHoursSchedule>>()({
    ...object,
    exceptions: Schema.optional(Schema.Array(NewOfficeHoursException))
  })
)

const ConversationAttributeSeed: Schema.Schema<Seeds.ConversationAttributeSeed> = fieldsOf<
  Seeds.ConversationAttributeSeed
>()({
  ...object,
  name: Schema.String,
  description: text,
  data_type: Schema.optional(
    Schema.Literal("string", "integer", "list", "decimal", "boolean", "datetime", "relationship", "files")
  ),
  required: flag,
  teams: texts,
  multiline: flag,
  options: texts,
  reference: Schema.optional(NewConversationAttributeReference),
  archived: flag
})

const HelpCenterSeed: Schema.Schema<Seeds.HelpCenterSeed> = fieldsOf<Seeds.HelpCenterSeed>()({
  ...object,
  identifier: Schema.String,
  display_name: text,
  website_turned_on: flag,
  custom_domain: text
})

const CollectionSeed: Schema.Schema<Seeds.CollectionSeed> = fieldsOf<Seeds.CollectionSeed>()({
  ...object,
  name: Schema.String,
  description: text,
  icon: text,
  parent: text,
  help_center: text,
  translated_content: Schema.optional(Schema.Record({ key: Schema.String, value: NewCollectionContent })),
  updated_at: number
})

const articleState = Schema.optional(Schema.Literal("published", "draft"))

const ArticleContentSeed: Schema.Schema<Seeds.ArticleContentSeed> = fieldsOf<Seeds.ArticleContentSeed>()({
  title: Schema.optionalWith(Schema.String, { exact: true }),
  description: text,
  body: text,
  state: articleState,
  author_id: text
})

const ArticleSeed: Schema.Schema<Seeds.ArticleSeed> = fieldsOf<Seeds.ArticleSeed>()({
  ...object,
  title: Schema.String,
  description: text,
  body: text,
  state: articleState,
  author: text,
  collection: text,
  tags: texts,
  translated_content: Schema.optional(Schema.Record({ key: Schema.String, value: ArticleContentSeed })),
  updated_at: number
})

const CompanySeed: Schema.Schema<Seeds.CompanySeed> = Schema.extend(
  CompanyUpsert,
  fieldsOf<Omit<Seeds.CompanySeed, keyof CompanyUpsert>>()({ created_at: number, tags: texts })
)

const ContactFieldsSeed: Schema.Schema<Seeds.ContactFieldsSeed> = Contact.pipe(
  Schema.omit(
    "id",
    "created_at",
    "updated_at",
    "owner_id",
    "tags",
    "notes",
    "companies",
    "opted_in_subscription_types",
    "opted_out_subscription_types"
  )
)

const ContactSeed: Schema.Schema<Seeds.ContactSeed> = Schema.extend(
  ContactChanges,
  fieldsOf<Omit<Seeds.ContactSeed, keyof ContactChanges>>()({
    ...object,
    updated_at: number,
    archived: flag,
    tags: texts,
    companies: texts,
    fields: Schema.optional(ContactFieldsSeed)
  })
)

const PartSeed: Schema.Schema<Seeds.PartSeed> = fieldsOf<Seeds.PartSeed>()({
  body: Schema.String,
  admin: text,
  note: flag,
  created_at: number
})

const ConversationSeed: Schema.Schema<Seeds.ConversationSeed> = fieldsOf<Seeds.ConversationSeed>()({
  ...object,
  contacts: Schema.NonEmptyArray(Schema.String),
  from: text,
  body: Schema.String,
  subject: text,
  channel: text,
  title: text,
  parts: Schema.optional(Schema.Array(PartSeed)),
  state: Schema.optional(Schema.Literal("open", "closed", "snoozed")),
  snoozed_until: number,
  read: flag,
  priority: Schema.optional(Schema.Literal("priority", "not_priority")),
  admin: text,
  team: text,
  company: text,
  tags: texts,
  custom_attributes: values,
  rating: Schema.optional(ConversationRating),
  ai_agent: Schema.optional(AiAgent),
  updated_at: number
})

const SegmentSeed: Schema.Schema<Seeds.SegmentSeed> = fieldsOf<Seeds.SegmentSeed>()({
  ...object,
  name: Schema.String,
  person_type: Schema.optional(Schema.Literal("contact", "user")),
  contacts: texts,
  companies: texts,
  updated_at: number
})

const SubscriptionTranslationSeed: Schema.Schema<Seeds.SubscriptionTranslationSeed> = fieldsOf<
  Seeds.SubscriptionTranslationSeed
>()({
  name: Schema.String,
  description: Schema.String,
  locale: Schema.String
})

const SubscriptionSeed: Schema.Schema<Seeds.SubscriptionSeed> = fieldsOf<Seeds.SubscriptionSeed>()({
  id: text,
  name: Schema.String,
  description: text,
  locale: text,
  translations: Schema.optional(Schema.Array(SubscriptionTranslationSeed)),
  state: Schema.optional(Schema.Literal("live", "draft", "archived")),
  consent_type: Schema.optional(Schema.Literal("opt_in", "opt_out")),
  content_types: Schema.optional(Schema.Array(Schema.Literal("email", "sms_message"))),
  opted_in: texts,
  opted_out: texts
})

const NoteSeed: Schema.Schema<Seeds.NoteSeed> = fieldsOf<Seeds.NoteSeed>()({
  ...object,
  contact: text,
  company: text,
  body: Schema.String,
  admin: text
})

const ActivityLogSeed: Schema.Schema<Seeds.ActivityLogSeed> = fieldsOf<Seeds.ActivityLogSeed>()({
  ...object,
  activity_type: Schema.String,
  activity_description: text,
  metadata: values,
  performed_by: text
})

const DataAttributeSeed: Schema.Schema<Seeds.DataAttributeSeed> = fieldsOf<Seeds.DataAttributeSeed>()({
  ...object,
  name: Schema.String,
  model: Schema.String,
  description: text,
  messenger_writable: flag,
  data_type: text,
  options: texts,
  archived: flag
})

const EventSeed: Schema.Schema<Seeds.EventSeed> = fieldsOf<Seeds.EventSeed>()({
  contact: Schema.String,
  event_name: Schema.String,
  created_at: number,
  metadata: values
})

const TicketTypeSeed: Schema.Schema<Seeds.TicketTypeSeed> = Schema.extend(
  NewTicketType,
  fieldsOf<Omit<Seeds.TicketTypeSeed, keyof NewTicketType>>()({
    ...object,
    archived: flag,
    attributes: Schema.optional(Schema.Array(NewTicketTypeAttribute))
  })
)

const TicketStateSeed: Schema.Schema<Seeds.TicketStateSeed> = fieldsOf<Seeds.TicketStateSeed>()({
  id: text,
  category: Schema.Literal("submitted", "in_progress", "waiting_on_customer", "resolved"),
  internal_label: Schema.String,
  external_label: text,
  archived: flag,
  ticket_types: texts
})

const TicketSeed: Schema.Schema<Seeds.TicketSeed> = fieldsOf<Seeds.TicketSeed>()({
  ...object,
  ticket_type: Schema.String,
  contacts: Schema.Array(Schema.String),
  title: text,
  description: text,
  ticket_attributes: values,
  state: text,
  admin: text,
  team: text,
  company: text,
  conversations: texts,
  tags: texts,
  open: flag,
  is_shared: flag,
  snoozed_until: number,
  updated_at: number
})

const VisitorSeed: Schema.Schema<Seeds.VisitorSeed> = fieldsOf<Seeds.VisitorSeed>()({
  ...object,
  user_id: Schema.String,
  email: text,
  phone: text,
  name: text,
  pseudonym: text,
  custom_attributes: values
})

const many = <A>(schema: Schema.Schema<A>) => Schema.optional(Schema.Array(schema).annotations({ title: "list" }))

const Seed: Schema.Schema<Seeds.Seed> = fieldsOf<Seeds.Seed>()({
  tags: many(TagSeed),
  awayStatusReasons: many(AwayStatusReasonSeed),
  admins: many(AdminSeed),
  teams: many(TeamSeed),
  macros: many(MacroSeed),
  officeHoursSchedules: many(OfficeHoursScheduleSeed),
  conversationAttributes: many(ConversationAttributeSeed),
  helpCenters: many(HelpCenterSeed),
  collections: many(CollectionSeed),
  articles: many(ArticleSeed),
  companies: many(CompanySeed),
  contacts: many(ContactSeed),
  conversations: many(ConversationSeed),
  segments: many(SegmentSeed),
  subscriptions: many(SubscriptionSeed),
  notes: many(NoteSeed),
  activityLogs: many(ActivityLogSeed),
  dataAttributes: many(DataAttributeSeed),
  events: many(EventSeed),
  ticketTypes: many(TicketTypeSeed),
  ticketStates: many(TicketStateSeed),
  tickets: many(TicketSeed),
  visitors: many(VisitorSeed)
})

// The file has the values of the API, so nothing is converted.
const validate = ParseResult.validateEither(Schema.typeSchema(Seed), {
  errors: "all",
  onExcessProperty: "error"
})
