/**
 * The objects that a workspace in memory starts with. `IntercomWorkspace` exports all of it.
 *
 * @since 1.0.0
 */
import type { NewCollectionContent } from "../models/Collection.js"
import type { CompanyUpsert } from "../models/Company.js"
import type { Contact, ContactChanges } from "../models/Contact.js"
import type { AiAgent, ConversationRating } from "../models/ConversationStatistics.js"
import type { NewDataAttribute } from "../models/DataAttribute.js"
import type { NewTicketType } from "../models/TicketType.js"
import type { NewTicketTypeAttribute } from "../models/TicketTypeAttribute.js"

/**
 * Objects to fill a workspace with, by their kinds. They may name each other.
 *
 * @since 1.0.0
 * @category models
 */
export interface Seed {
  readonly tags?: ReadonlyArray<TagSeed> | undefined
  readonly awayStatusReasons?: ReadonlyArray<AwayStatusReasonSeed> | undefined
  readonly admins?: ReadonlyArray<AdminSeed> | undefined
  readonly teams?: ReadonlyArray<TeamSeed> | undefined
  readonly helpCenters?: ReadonlyArray<HelpCenterSeed> | undefined
  readonly collections?: ReadonlyArray<CollectionSeed> | undefined
  readonly articles?: ReadonlyArray<ArticleSeed> | undefined
  readonly companies?: ReadonlyArray<CompanySeed> | undefined
  readonly contacts?: ReadonlyArray<ContactSeed> | undefined
  readonly conversations?: ReadonlyArray<ConversationSeed> | undefined
  readonly segments?: ReadonlyArray<SegmentSeed> | undefined
  readonly subscriptions?: ReadonlyArray<SubscriptionSeed> | undefined
  readonly notes?: ReadonlyArray<NoteSeed> | undefined
  readonly activityLogs?: ReadonlyArray<ActivityLogSeed> | undefined
  readonly dataAttributes?: ReadonlyArray<DataAttributeSeed> | undefined
  readonly events?: ReadonlyArray<EventSeed> | undefined
  readonly ticketTypes?: ReadonlyArray<TicketTypeSeed> | undefined
  readonly ticketStates?: ReadonlyArray<TicketStateSeed> | undefined
  readonly tickets?: ReadonlyArray<TicketSeed> | undefined
  readonly visitors?: ReadonlyArray<VisitorSeed> | undefined
}

/**
 * The fields that most objects of a seed have.
 *
 * @since 1.0.0
 * @category models
 */
export interface ObjectSeed {
  /** Default: the next one. */
  readonly id?: string | undefined
  /** Unix time in seconds. Default: now. */
  readonly created_at?: number | undefined
}

/**
 * A tag to start with.
 *
 * @since 1.0.0
 * @category models
 */
export interface TagSeed {
  readonly id?: string | undefined
  readonly name: string
}

/**
 * A reason for being away, to start with.
 *
 * @since 1.0.0
 * @category models
 */
export interface AwayStatusReasonSeed extends ObjectSeed {
  readonly label: string
  readonly emoji?: string | undefined
  /** Whether admins can no longer choose it. Default: `false`. */
  readonly deleted?: boolean | undefined
}

/**
 * An admin to start with.
 *
 * @since 1.0.0
 * @category models
 */
export interface AdminSeed {
  /** Default: the next one. With `"814860"` it replaces the admin that the access token belongs to. */
  readonly id?: string | undefined
  readonly email: string
  /** Default: the email. */
  readonly name?: string | undefined
  readonly job_title?: string | undefined
  /** The URL of an image. */
  readonly avatar?: string | undefined
  /** Default: `true`. */
  readonly email_verified?: boolean | undefined
  /** Default: `true`. */
  readonly has_inbox_seat?: boolean | undefined
  /** Default: `false`. */
  readonly away_mode_enabled?: boolean | undefined
  /** Default: `false`. */
  readonly away_mode_reassign?: boolean | undefined
  readonly away_status_reason_id?: string | undefined
  /** Unix time in seconds. Default: now. */
  readonly created_at?: number | undefined
}

/**
 * A team to start with.
 *
 * @since 1.0.0
 * @category models
 */
export interface TeamSeed {
  /** Default: the next one. */
  readonly id?: string | undefined
  readonly name: string
  /** Its admins, by id or email. */
  readonly admins?: ReadonlyArray<string> | undefined
  readonly assignment_limit?: number | undefined
  /** `round_robin` */
  readonly distribution_method?: string | undefined
}

/**
 * A help center to start with.
 *
 * @since 1.0.0
 * @category models
 */
export interface HelpCenterSeed extends ObjectSeed {
  /** Its name in its URL. */
  readonly identifier: string
  /** Default: the identifier. */
  readonly display_name?: string | undefined
  /** Default: `true`. */
  readonly website_turned_on?: boolean | undefined
  /** `help.example.com` */
  readonly custom_domain?: string | undefined
}

/**
 * A collection to start with.
 *
 * @since 1.0.0
 * @category models
 */
export interface CollectionSeed extends ObjectSeed {
  readonly name: string
  readonly description?: string | undefined
  readonly icon?: string | undefined
  /** The collection it is in, by id or name. It must come before this one. */
  readonly parent?: string | undefined
  /** The help center it is in, by id or `identifier`. Default: the first. */
  readonly help_center?: string | undefined
  readonly translated_content?: Readonly<Record<string, NewCollectionContent>> | undefined
  /** Unix time in seconds. Default: that of `created_at`. */
  readonly updated_at?: number | undefined
}

/**
 * An article to start with.
 *
 * @since 1.0.0
 * @category models
 */
export interface ArticleSeed extends ObjectSeed {
  readonly title: string
  readonly description?: string | undefined
  /** Text or HTML. */
  readonly body?: string | undefined
  /** Default: `published`. */
  readonly state?: "published" | "draft" | undefined
  /** The admin who wrote it, by id or email. Default: the one the access token belongs to. */
  readonly author?: string | undefined
  /** The collection it is in, by id or name. Default: none. */
  readonly collection?: string | undefined
  /** Names of tags. Missing ones are created. */
  readonly tags?: ReadonlyArray<string> | undefined
  readonly translated_content?: Readonly<Record<string, ArticleContentSeed>> | undefined
  /** Unix time in seconds. Default: that of `created_at`. */
  readonly updated_at?: number | undefined
}

/**
 * An article of a seed in one language.
 *
 * @since 1.0.0
 * @category models
 */
export interface ArticleContentSeed {
  readonly title?: string | undefined
  readonly description?: string | undefined
  /** Text or HTML. */
  readonly body?: string | undefined
  /** The admin who wrote it, by id. */
  readonly author_id?: string | undefined
  readonly state?: "published" | "draft" | undefined
}

/**
 * A company to start with.
 *
 * @since 1.0.0
 * @category models
 */
export interface CompanySeed extends CompanyUpsert {
  /** Unix time in seconds. Default: now. */
  readonly created_at?: number | undefined
  /** Names of tags. Missing ones are created. */
  readonly tags?: ReadonlyArray<string> | undefined
}

/**
 * A contact to start with.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContactSeed extends ContactChanges, ObjectSeed {
  /** Unix time in seconds. Default: that of `created_at`. */
  readonly updated_at?: number | undefined
  readonly archived?: boolean | undefined
  /** Names of tags. Missing ones are created. */
  readonly tags?: ReadonlyArray<string> | undefined
  /** Companies it belongs to, by your own ids (`company_id`). */
  readonly companies?: ReadonlyArray<string> | undefined
  /** Fields that no call can write: `{ browser: "firefox" }`. */
  readonly fields?: ContactFieldsSeed | undefined
}

/**
 * The fields of a contact, without its id, its times, its owner and its lists.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContactFieldsSeed extends
  Partial<
    Omit<
      Contact,
      | "id"
      | "created_at"
      | "updated_at"
      | "owner_id"
      | "tags"
      | "notes"
      | "companies"
      | "opted_in_subscription_types"
      | "opted_out_subscription_types"
    >
  >
{}

/**
 * A conversation to start with.
 *
 * @since 1.0.0
 * @category models
 */
export interface ConversationSeed extends ObjectSeed {
  /** The contacts that take part, by Intercom's id, your own id or an email. */
  readonly contacts: readonly [string, ...ReadonlyArray<string>]
  /** The admin who began it, by id or email. Default: the first contact. */
  readonly from?: string | undefined
  /** The first message: text, or HTML if an admin wrote it. */
  readonly body: string
  readonly subject?: string | undefined
  /** `email` and the like. Default: `conversation`. */
  readonly channel?: string | undefined
  readonly title?: string | undefined
  /** The later messages, in order. */
  readonly parts?: ReadonlyArray<PartSeed> | undefined
  /** Default: `open`. */
  readonly state?: "open" | "closed" | "snoozed" | undefined
  /** When its snooze ends. Unix time in seconds. */
  readonly snoozed_until?: number | undefined
  readonly read?: boolean | undefined
  readonly priority?: "priority" | "not_priority" | undefined
  /** The admin it is assigned to, by id or email. */
  readonly admin?: string | undefined
  /** The team it is assigned to, by id or name. */
  readonly team?: string | undefined
  /** The company it is about, by your own id (`company_id`). */
  readonly company?: string | undefined
  /** Names of tags. Missing ones are created. */
  readonly tags?: ReadonlyArray<string> | undefined
  readonly custom_attributes?: Readonly<Record<string, unknown>> | undefined
  readonly rating?: ConversationRating | undefined
  /** What Fin did in the conversation. */
  readonly ai_agent?: AiAgent | undefined
  /** Unix time in seconds. Default: that of the last part. */
  readonly updated_at?: number | undefined
}

/**
 * A later message of a conversation.
 *
 * @since 1.0.0
 * @category models
 */
export interface PartSeed {
  readonly body: string
  /** The admin who wrote it, by id or email. Default: the first contact. */
  readonly admin?: string | undefined
  /** Whether it is a note among admins. */
  readonly note?: boolean | undefined
  /** Unix time in seconds. Default: that of the message before. */
  readonly created_at?: number | undefined
}

/**
 * A segment to start with.
 *
 * @since 1.0.0
 * @category models
 */
export interface SegmentSeed extends ObjectSeed {
  readonly name: string
  /** Default: `user`. */
  readonly person_type?: "contact" | "user" | undefined
  /** The contacts in it, by id, `external_id` or email. */
  readonly contacts?: ReadonlyArray<string> | undefined
  /** The companies in it, by your own ids (`company_id`). */
  readonly companies?: ReadonlyArray<string> | undefined
  /** Unix time in seconds. Default: that of `created_at`. */
  readonly updated_at?: number | undefined
}

/**
 * A subscription type to start with.
 *
 * @since 1.0.0
 * @category models
 */
export interface SubscriptionSeed {
  /** Default: the next one. */
  readonly id?: string | undefined
  readonly name: string
  readonly description?: string | undefined
  /** The language of its name. Default: `en`. */
  readonly locale?: string | undefined
  /** Its names and descriptions in other languages. */
  readonly translations?: ReadonlyArray<SubscriptionTranslationSeed> | undefined
  /** Default: `live`. */
  readonly state?: "live" | "draft" | "archived" | undefined
  /** Default: `opt_out`. */
  readonly consent_type?: "opt_in" | "opt_out" | undefined
  /** Default: `email`. */
  readonly content_types?: ReadonlyArray<"email" | "sms_message"> | undefined
  /** The contacts that opted in, by id, `external_id` or email. */
  readonly opted_in?: ReadonlyArray<string> | undefined
  /** The contacts that opted out, by id, `external_id` or email. */
  readonly opted_out?: ReadonlyArray<string> | undefined
}

/**
 * The name and the description of a subscription type in one language.
 *
 * @since 1.0.0
 * @category models
 */
export interface SubscriptionTranslationSeed {
  readonly name: string
  readonly description: string
  /** `fr` */
  readonly locale: string
}

/**
 * A note to start with, about a contact or a company.
 *
 * @since 1.0.0
 * @category models
 */
export interface NoteSeed extends ObjectSeed {
  /** The contact it is about, by id, `external_id` or email. */
  readonly contact?: string | undefined
  /** The company it is about, by your own id (`company_id`). */
  readonly company?: string | undefined
  /** Text or HTML. */
  readonly body: string
  /** The admin who wrote it, by id or email. Default: the one the access token belongs to. */
  readonly admin?: string | undefined
}

/**
 * An action of an admin before the test.
 *
 * @since 1.0.0
 * @category models
 */
export interface ActivityLogSeed extends ObjectSeed {
  /** `app_name_change` */
  readonly activity_type: string
  /** Default: the type, in words. */
  readonly activity_description?: string | undefined
  readonly metadata?: Readonly<Record<string, unknown>> | undefined
  /** The admin who did it, by id or email. Default: the one the access token belongs to. */
  readonly performed_by?: string | undefined
}

/**
 * A custom attribute to start with.
 *
 * @since 1.0.0
 * @category models
 */
export interface DataAttributeSeed extends Omit<NewDataAttribute, "data_type" | "options"> {
  /** Digits. Default: the next one. */
  readonly id?: string | undefined
  /** Default: `"string"`. */
  readonly data_type?: string | undefined
  /** The values it may have. */
  readonly options?: ReadonlyArray<string> | undefined
  readonly archived?: boolean | undefined
  /** Unix time in seconds. Default: now. */
  readonly created_at?: number | undefined
}

/**
 * An event to start with.
 *
 * @since 1.0.0
 * @category models
 */
export interface EventSeed {
  /** The contact who did it, by Intercom's id, your own id or an email. */
  readonly contact: string
  readonly event_name: string
  /** Unix time in seconds. Default: now. */
  readonly created_at?: number | undefined
  readonly metadata?: Readonly<Record<string, unknown>> | undefined
}

/**
 * A ticket type to start with.
 *
 * @since 1.0.0
 * @category models
 */
export interface TicketTypeSeed extends NewTicketType {
  /** Digits. Default: the next one. */
  readonly id?: string | undefined
  /** Unix time in seconds. Default: now. */
  readonly created_at?: number | undefined
  readonly archived?: boolean | undefined
  /** The attributes of its tickets, besides the title and the description. */
  readonly attributes?: ReadonlyArray<NewTicketTypeAttribute> | undefined
}

/**
 * A ticket state to start with, besides the four that every workspace has.
 *
 * @since 1.0.0
 * @category models
 */
export interface TicketStateSeed {
  /** Default: the next one. */
  readonly id?: string | undefined
  readonly category: "submitted" | "in_progress" | "waiting_on_customer" | "resolved"
  /** The label for teammates. */
  readonly internal_label: string
  /** The label for contacts. Default: `internal_label`. */
  readonly external_label?: string | undefined
  readonly archived?: boolean | undefined
  /** The types it belongs to, by id or name. Default: all. */
  readonly ticket_types?: ReadonlyArray<string> | undefined
}

/**
 * A ticket to start with.
 *
 * @since 1.0.0
 * @category models
 */
export interface TicketSeed extends ObjectSeed {
  /** A ticket type, by its id or name. */
  readonly ticket_type: string
  /** Its contact, exactly one, by Intercom's id, your own id or an email. */
  readonly contacts: ReadonlyArray<string>
  readonly title?: string | undefined
  readonly description?: string | undefined
  /** Values by the names of the attributes. The value of a list is the name of an item. */
  readonly ticket_attributes?: Readonly<Record<string, unknown>> | undefined
  /** Its state, by its id or its `internal_label`. Default: the one that tickets start with. */
  readonly state?: string | undefined
  /** An admin, by id or email. */
  readonly admin?: string | undefined
  /** A team, by id or name. */
  readonly team?: string | undefined
  /** A company, by your own id (`company_id`). */
  readonly company?: string | undefined
  /** Conversations it is linked to, by their ids. */
  readonly conversations?: ReadonlyArray<string> | undefined
  /** Names of tags. Missing ones are created. */
  readonly tags?: ReadonlyArray<string> | undefined
  /** Default: `true`. */
  readonly open?: boolean | undefined
  /** Default: `true` for a ticket of the category `Customer`. */
  readonly is_shared?: boolean | undefined
  /** Unix time in seconds. */
  readonly snoozed_until?: number | undefined
  /** Unix time in seconds. Default: that of `created_at`. */
  readonly updated_at?: number | undefined
}

/**
 * A visitor to start with. No call creates one.
 *
 * @since 1.0.0
 * @category models
 */
export interface VisitorSeed extends ObjectSeed {
  /** The id that the Messenger gave them. */
  readonly user_id: string
  readonly email?: string | undefined
  readonly phone?: string | undefined
  readonly name?: string | undefined
  /** The name that teammates see if there is no other: `Violet Suitcase`. */
  readonly pseudonym?: string | undefined
  readonly custom_attributes?: Readonly<Record<string, unknown>> | undefined
}

/**
 * How many objects to invent. The same numbers make the same objects every time.
 *
 * @since 1.0.0
 * @category models
 */
export interface Amounts {
  readonly contacts?: number | undefined
  readonly companies?: number | undefined
  /** Each has one of the contacts. If there are any, there is at least one contact. */
  readonly conversations?: number | undefined
  /** Each has one of the contacts, of which there is at least one. */
  readonly tickets?: number | undefined
  readonly articles?: number | undefined
  /** Another number makes other objects. Default: 1. */
  readonly randomSeed?: number | undefined
}
