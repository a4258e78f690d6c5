/**
 * The objects that a test adds to a workspace in memory. `IntercomWorkspace` exports these types too.
 *
 * @since 1.0.0
 */
import type { NewCollectionContent } from "../models/Collection.js"
import type { CompanyUpsert } from "../models/Company.js"
import type { Contact, ContactChanges } from "../models/Contact.js"
import type { NewDataAttributeFields } from "../models/DataAttribute.js"
import type { NewOfficeHoursException, NewOfficeHoursSchedule } from "../models/OfficeHours.js"
import type {
  ConversationAttributeSeed,
  ConversationSeed,
  TicketSeed,
  TicketStateSeed,
  TicketTypeSeed
} from "./ConversationSeed.js"
import type { ObjectSeed } from "./ObjectSeed.js"

/**
 * Objects to add to a workspace, by kind. They may refer to each other: an object is added after those it can refer
 * to.
 *
 * @since 1.0.0
 * @category models
 */
export interface Seed {
  readonly tags?: ReadonlyArray<TagSeed> | undefined
  readonly awayStatusReasons?: ReadonlyArray<AwayStatusReasonSeed> | undefined
  readonly admins?: ReadonlyArray<AdminSeed> | undefined
  readonly teams?: ReadonlyArray<TeamSeed> | undefined
  readonly macros?: ReadonlyArray<MacroSeed> | undefined
  readonly officeHoursSchedules?: ReadonlyArray<OfficeHoursScheduleSeed> | undefined
  readonly conversationAttributes?: ReadonlyArray<ConversationAttributeSeed> | undefined
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
 * A tag to add.
 *
 * @since 1.0.0
 * @category models
 */
export interface TagSeed {
  readonly id?: string | undefined
  readonly name: string
}

/**
 * A reason for being away to add.
 *
 * @since 1.0.0
 * @category models
 */
export interface AwayStatusReasonSeed extends ObjectSeed {
  readonly label: string
  readonly emoji?: string | undefined
  /** Whether it can no longer be used. Default: `false`. */
  readonly deleted?: boolean | undefined
}

/**
 * An admin to add.
 *
 * @since 1.0.0
 * @category models
 */
export interface AdminSeed extends ObjectSeed {
  /** Default: the next one. The id of the admin that the token belongs to, `"814860"`, replaces that admin. */
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
}

/**
 * A team to add.
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
 * A macro to add. The API cannot create one.
 *
 * @since 1.0.0
 * @category models
 */
export interface MacroSeed extends ObjectSeed {
  readonly name: string
  /** Text or HTML. A placeholder is in braces: `{{user.name|fallback:"there"}}`. */
  readonly body: string
  /** The teams that can see it, by id or name. Default: everyone sees it. */
  readonly teams?: ReadonlyArray<string> | undefined
  /** Default: both. */
  readonly available_on?: ReadonlyArray<"inbox" | "messenger"> | undefined
  /** Unix time in seconds. Default: that of `created_at`. */
  readonly updated_at?: number | undefined
}

/**
 * A schedule of office hours to add.
 *
 * @since 1.0.0
 * @category models
 */
export interface OfficeHoursScheduleSeed extends NewOfficeHoursSchedule, ObjectSeed {
  /** The days that differ from it. */
  readonly exceptions?: ReadonlyArray<NewOfficeHoursException> | undefined
}

/**
 * A help center to add.
 *
 * @since 1.0.0
 * @category models
 */
export interface HelpCenterSeed extends ObjectSeed {
  /** The help center's name in URLs. */
  readonly identifier: string
  /** Default: the identifier. */
  readonly display_name?: string | undefined
  /** Default: `true`. */
  readonly website_turned_on?: boolean | undefined
  /** `help.example.com` */
  readonly custom_domain?: string | undefined
}

/**
 * A collection to add.
 *
 * @since 1.0.0
 * @category models
 */
export interface CollectionSeed extends ObjectSeed {
  readonly name: string
  readonly description?: string | undefined
  readonly icon?: string | undefined
  /** The parent collection, by id or name. It must exist. */
  readonly parent?: string | undefined
  /** The help center, by id or `identifier`. Default: the first one. */
  readonly help_center?: string | undefined
  readonly translated_content?: Readonly<Record<string, NewCollectionContent>> | undefined
  /** Unix time in seconds. Default: that of `created_at`. */
  readonly updated_at?: number | undefined
}

/**
 * An article to add.
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
  /** The author, an admin, by id or email. Default: the admin that the access token belongs to. */
  readonly author?: string | undefined
  /** The collection, by id or name. Default: none. */
  readonly collection?: string | undefined
  /** Names of tags. A tag that does not exist is created. */
  readonly tags?: ReadonlyArray<string> | undefined
  readonly translated_content?: Readonly<Record<string, ArticleContentSeed>> | undefined
  /** Unix time in seconds. Default: that of `created_at`. */
  readonly updated_at?: number | undefined
}

/**
 * The content of an article in another language.
 *
 * @since 1.0.0
 * @category models
 */
export interface ArticleContentSeed extends Partial<Pick<ArticleSeed, "title" | "description" | "body" | "state">> {
  /** The author, an admin, by id. */
  readonly author_id?: string | undefined
}

/**
 * A company to add.
 *
 * @since 1.0.0
 * @category models
 */
export interface CompanySeed extends CompanyUpsert {
  /** Unix time in seconds. Default: now. */
  readonly created_at?: number | undefined
  /** Names of tags. A tag that does not exist is created. */
  readonly tags?: ReadonlyArray<string> | undefined
}

/**
 * A contact to add: the fields that the API can write, and those that it cannot.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContactSeed extends ContactChanges, ObjectSeed {
  /** Unix time in seconds. Default: that of `created_at`. */
  readonly updated_at?: number | undefined
  readonly archived?: boolean | undefined
  /** Names of tags. A tag that does not exist is created. */
  readonly tags?: ReadonlyArray<string> | undefined
  /** Companies it belongs to, by your own ids (`company_id`). */
  readonly companies?: ReadonlyArray<string> | undefined
  /** Fields that the API cannot write: `{ browser: "firefox" }`. */
  readonly fields?: ContactFieldsSeed | undefined
}

/**
 * The fields of a contact that the API cannot write.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContactFieldsSeed
  extends Partial<Omit<Contact, keyof ObjectSeed | "updated_at" | "owner_id" | ContactList>>
{}

type ContactList = "tags" | "notes" | "companies" | "opted_in_subscription_types" | "opted_out_subscription_types"

/**
 * A segment to add.
 *
 * @since 1.0.0
 * @category models
 */
export interface SegmentSeed extends ObjectSeed {
  readonly name: string
  /** Default: `user`. */
  readonly person_type?: "contact" | "user" | undefined
  /** Its contacts, by id, `external_id` or email. */
  readonly contacts?: ReadonlyArray<string> | undefined
  /** Its companies, by your own ids (`company_id`). */
  readonly companies?: ReadonlyArray<string> | undefined
  /** Unix time in seconds. Default: that of `created_at`. */
  readonly updated_at?: number | undefined
}

/**
 * A subscription type to add.
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
  /** The name and description in other languages. */
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
 * The name and description of a subscription type in one language.
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
 * A note to add, about a contact or a company.
 *
 * @since 1.0.0
 * @category models
 */
export interface NoteSeed extends ObjectSeed {
  /** The contact, by id, `external_id` or email. */
  readonly contact?: string | undefined
  /** The company, by your own id (`company_id`). */
  readonly company?: string | undefined
  /** Text or HTML. */
  readonly body: string
  /** The author, an admin, by id or email. Default: the admin that the access token belongs to. */
  readonly admin?: string | undefined
}

/**
 * An activity to add.
 *
 * @since 1.0.0
 * @category models
 */
export interface ActivityLogSeed extends ObjectSeed {
  /** `app_name_change` */
  readonly activity_type: string
  /** Default: the type, with spaces instead of underscores. */
  readonly activity_description?: string | undefined
  readonly metadata?: Readonly<Record<string, unknown>> | undefined
  /** The admin, by id or email. Default: the admin that the access token belongs to. */
  readonly performed_by?: string | undefined
}

/**
 * A custom attribute to add.
 *
 * @since 1.0.0
 * @category models
 */
export interface DataAttributeSeed extends Omit<NewDataAttributeFields, "model">, ObjectSeed {
  /** `contact`, `company`, or `conversation`, which the API cannot add. */
  readonly model: string
  /** Digits. Default: the next one. */
  readonly id?: string | undefined
  /** Default: `"string"`. */
  readonly data_type?: string | undefined
  /** The allowed values. */
  readonly options?: ReadonlyArray<string> | undefined
  readonly archived?: boolean | undefined
}

/**
 * An event to add.
 *
 * @since 1.0.0
 * @category models
 */
export interface EventSeed {
  /** The contact, by Intercom's id, your own id or an email. */
  readonly contact: string
  readonly event_name: string
  /** Unix time in seconds. Default: now. */
  readonly created_at?: number | undefined
  readonly metadata?: Readonly<Record<string, unknown>> | undefined
}

/**
 * A visitor to add. The API cannot create one.
 *
 * @since 1.0.0
 * @category models
 */
export interface VisitorSeed extends ObjectSeed {
  /** The id that the Messenger generated. */
  readonly user_id: string
  readonly email?: string | undefined
  readonly phone?: string | undefined
  readonly name?: string | undefined
  /** The name that admins see if there is no other: `Violet Suitcase`. */
  readonly pseudonym?: string | undefined
  readonly custom_attributes?: Readonly<Record<string, unknown>> | undefined
}

/**
 * The number of generated objects. The same options generate the same objects.
 *
 * @since 1.0.0
 * @category models
 */
export interface Amounts {
  readonly contacts?: number | undefined
  readonly companies?: number | undefined
  /** If there are any, there is at least one contact. */
  readonly conversations?: number | undefined
  /** If there are any, there is at least one contact. */
  readonly tickets?: number | undefined
  readonly articles?: number | undefined
  /** The seed of the random generator. Default: 1. */
  readonly randomSeed?: number | undefined
}
