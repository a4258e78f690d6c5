/**
 * What an in-memory workspace is filled with before a test.
 *
 * @since 1.0.0
 */
import * as Either from "effect/Either"
import type { ContactChanges } from "../../models/Contact.js"
import * as ActivityLogs from "./ActivityLogs.js"
import * as Admins from "./Admins.js"
import * as Articles from "./Articles.js"
import * as AwayStatuses from "./AwayStatuses.js"
import * as Collections from "./Collections.js"
import * as Companies from "./Companies.js"
import * as Contacts from "./Contacts.js"
import * as ConversationSeeds from "./ConversationSeeds.js"
import * as DataAttributes from "./DataAttributes.js"
import * as Events from "./Events.js"
import * as HelpCenters from "./HelpCenters.js"
import * as Notes from "./Notes.js"
import type { Refusal } from "./Refusal.js"
import * as Segments from "./Segments.js"
import type { State } from "./State.js"
import * as Subscriptions from "./Subscriptions.js"
import * as Tags from "./Tags.js"
import * as Teams from "./Teams.js"
import * as TicketSeeds from "./TicketSeeds.js"
import * as TicketStates from "./TicketStates.js"
import * as TicketTypes from "./TicketTypes.js"
import * as Visitors from "./Visitors.js"

/**
 * Objects to be added, by their kinds. They may name each other: what can be named is added first.
 *
 * @since 1.0.0
 * @category models
 */
export interface Seed {
  readonly tags?: ReadonlyArray<Tags.TagSeed> | undefined
  readonly awayStatusReasons?: ReadonlyArray<AwayStatuses.AwayStatusReasonSeed> | undefined
  readonly admins?: ReadonlyArray<Admins.AdminSeed> | undefined
  readonly teams?: ReadonlyArray<Teams.TeamSeed> | undefined
  readonly helpCenters?: ReadonlyArray<HelpCenters.HelpCenterSeed> | undefined
  readonly collections?: ReadonlyArray<Collections.CollectionSeed> | undefined
  readonly articles?: ReadonlyArray<Articles.ArticleSeed> | undefined
  readonly companies?: ReadonlyArray<Companies.CompanySeed> | undefined
  readonly contacts?: ReadonlyArray<ContactSeed> | undefined
  readonly conversations?: ReadonlyArray<ConversationSeeds.ConversationSeed> | undefined
  readonly segments?: ReadonlyArray<Segments.SegmentSeed> | undefined
  readonly subscriptions?: ReadonlyArray<Subscriptions.SubscriptionSeed> | undefined
  readonly notes?: ReadonlyArray<Notes.NoteSeed> | undefined
  readonly activityLogs?: ReadonlyArray<ActivityLogs.ActivityLogSeed> | undefined
  readonly dataAttributes?: ReadonlyArray<DataAttributes.DataAttributeSeed> | undefined
  readonly events?: ReadonlyArray<Events.EventSeed> | undefined
  readonly ticketTypes?: ReadonlyArray<TicketTypes.TicketTypeSeed> | undefined
  readonly ticketStates?: ReadonlyArray<TicketStates.TicketStateSeed> | undefined
  readonly tickets?: ReadonlyArray<TicketSeeds.TicketSeed> | undefined
  readonly visitors?: ReadonlyArray<Visitors.VisitorSeed> | undefined
}

/**
 * A contact to start with.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContactSeed extends ContactChanges {
  /** Default: the next one. */
  readonly id?: string | undefined
  /** Unix time in seconds. Default: now. */
  readonly created_at?: number | undefined
  /** Unix time in seconds. Default: that of `created_at`. */
  readonly updated_at?: number | undefined
  readonly archived?: boolean | undefined
  /** Names of tags; those there are not are made. */
  readonly tags?: ReadonlyArray<string> | undefined
  /** Companies it belongs to, by your own ids (`company_id`). */
  readonly companies?: ReadonlyArray<string> | undefined
  /** What no call can write: `{ browser: "firefox" }`. */
  readonly fields?: Partial<Omit<Contacts.ContactFields, "id">> | undefined
}

/**
 * What every workspace has from the start: an admin, a help center, the states of tickets. `now` is Unix time in seconds.
 *
 * @since 1.0.0
 * @category combinators
 */
export const furnish = (state: State, now: number): void => {
  Admins.defaults(state, now)
  HelpCenters.defaults(state, now)
  TicketStates.defaults(state)
}

/**
 * Adds all of it; what cannot be added ends it. `now` is Unix time in seconds.
 *
 * @since 1.0.0
 * @category combinators
 */
export const plant = (state: State, seed: Seed, now: number): Either.Either<void, Refusal> =>
  Either.gen(function*() {
    for (const { id, name } of seed.tags ?? []) Tags.byName(state, name, id)
    for (const reason of seed.awayStatusReasons ?? []) AwayStatuses.plant(state, reason, now)
    for (const admin of seed.admins ?? []) yield* Admins.plant(state, admin, now)
    for (const team of seed.teams ?? []) yield* Teams.plant(state, team)
    for (const helpCenter of seed.helpCenters ?? []) HelpCenters.plant(state, helpCenter, now)
    for (const collection of seed.collections ?? []) yield* Collections.plant(state, collection, now)
    for (const article of seed.articles ?? []) yield* Articles.plant(state, article, now)
    for (const company of seed.companies ?? []) plantCompany(state, company, now)
    for (const contact of seed.contacts ?? []) yield* plantContact(state, contact, now)
    for (const conversation of seed.conversations ?? []) yield* ConversationSeeds.plant(state, conversation, now)
    for (const segment of seed.segments ?? []) yield* Segments.plant(state, segment, now)
    for (const subscription of seed.subscriptions ?? []) yield* Subscriptions.plant(state, subscription)
    for (const note of seed.notes ?? []) yield* Notes.plant(state, note, now)
    for (const activity of seed.activityLogs ?? []) yield* ActivityLogs.plant(state, activity, now)
    for (const attribute of seed.dataAttributes ?? []) yield* DataAttributes.plant(state, attribute, now)
    for (const event of seed.events ?? []) yield* Events.plant(state, event, now)
    for (const ticketType of seed.ticketTypes ?? []) yield* TicketTypes.plant(state, ticketType, now)
    for (const ticketState of seed.ticketStates ?? []) yield* TicketStates.plant(state, ticketState)
    for (const ticket of seed.tickets ?? []) yield* TicketSeeds.plant(state, ticket, now)
    for (const visitor of seed.visitors ?? []) yield* Visitors.plant(state, visitor, now)
  })

const tagIds = (state: State, names: ReadonlyArray<string> = []): ReadonlyArray<string> =>
  names.map((name) => Tags.byName(state, name).id)

const plantCompany = (
  state: State,
  { created_at, tags, ...changes }: Companies.CompanySeed,
  now: number
): Companies.CompanyRow =>
  state.companies.set({ ...Companies.save(state, changes, created_at ?? now), tagIds: tagIds(state, tags) })

const plantContact = (
  state: State,
  { archived = false, companies = [], created_at, fields, id, tags, updated_at, ...changes }: ContactSeed,
  now: number
): Either.Either<Contacts.ContactRow, Refusal> =>
  Either.gen(function*() {
    const created = created_at ?? now
    const companyIds = yield* Either.all(companies.map((company) => Companies.byCompanyId(state, company)))
    const row = yield* Contacts.add(state, changes, created, id)
    return state.contacts.set({
      ...row,
      archived,
      companyIds: companyIds.map(({ id }) => id),
      tagIds: tagIds(state, tags),
      fields: { ...row.fields, ...fields, updated_at: updated_at ?? created }
    })
  })
