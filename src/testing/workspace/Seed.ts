/** What an in-memory workspace is filled with before a test. */
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
import type { CompanyRow } from "./rows/Company.js"
import type { ContactFields, ContactRow } from "./rows/Contact.js"
import * as Segments from "./Segments.js"
import type { State } from "./State.js"
import * as Subscriptions from "./Subscriptions.js"
import * as Tags from "./Tags.js"
import * as Teams from "./Teams.js"
import * as TicketSeeds from "./TicketSeeds.js"
import * as TicketStates from "./TicketStates.js"
import * as TicketTypes from "./TicketTypes.js"
import * as Visitors from "./Visitors.js"

/** Objects to be added, by their kinds. They may name each other: what can be named is added first. */
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

/** A contact to start with. */
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
  readonly fields?: Partial<Omit<ContactFields, "id">> | undefined
}

/** When all that was there before the test began to be, where nobody said so. Unix time in seconds. */
export const firstDay = 1_600_000_000

/** What every workspace has from the start: an admin, a help center, the states of tickets. */
export const furnish = (state: State): void => {
  Admins.defaults(state, firstDay)
  HelpCenters.defaults(state, firstDay)
  TicketStates.defaults(state)
}

/** What cannot be added, and why. */
export interface Misplaced {
  /** `contacts[3]` */
  readonly path: string
  readonly reason: string
}

/** Adds all of it; what cannot be added ends it. `now` is Unix time in seconds. */
export const plant = (state: State, seed: Seed, now: number): Either.Either<void, Misplaced> =>
  Either.gen(function*() {
    const add = adding(state, now)
    yield* add("tags", seed.tags, Tags.plant)
    yield* add("awayStatusReasons", seed.awayStatusReasons, AwayStatuses.plant)
    yield* add("admins", seed.admins, Admins.plant)
    yield* add("teams", seed.teams, Teams.plant)
    yield* add("helpCenters", seed.helpCenters, HelpCenters.plant)
    yield* add("collections", seed.collections, Collections.plant)
    yield* add("articles", seed.articles, Articles.plant)
    yield* add("companies", seed.companies, plantCompany)
    yield* add("contacts", seed.contacts, plantContact)
    yield* add("conversations", seed.conversations, ConversationSeeds.plant)
    yield* add("segments", seed.segments, Segments.plant)
    yield* add("subscriptions", seed.subscriptions, Subscriptions.plant)
    yield* add("notes", seed.notes, Notes.plant)
    yield* add("activityLogs", seed.activityLogs, ActivityLogs.plant)
    yield* add("dataAttributes", seed.dataAttributes, DataAttributes.plant)
    yield* add("events", seed.events, Events.plant)
    yield* add("ticketTypes", seed.ticketTypes, TicketTypes.plant)
    yield* add("ticketStates", seed.ticketStates, TicketStates.plant)
    yield* add("tickets", seed.tickets, TicketSeeds.plant)
    yield* add("visitors", seed.visitors, Visitors.plant)
  })

const adding = (state: State, now: number) =>
<A>(
  kind: keyof Seed,
  seeds: ReadonlyArray<A> = [],
  plant: (state: State, seed: A, now: number) => Either.Either<unknown, Refusal>
): Either.Either<void, Misplaced> =>
  Either.gen(function*() {
    for (const [index, seed] of seeds.entries()) {
      yield* Either.mapLeft(plant(state, seed, now), ({ field, reason }) => ({
        path: `${kind}[${index}]${field === undefined ? "" : `.${field}`}`,
        reason
      }))
    }
  })

const plantCompany = (
  state: State,
  { created_at, tags, ...changes }: Companies.CompanySeed,
  now: number
): Either.Either<CompanyRow, Refusal> => {
  const row = Companies.save(state, changes, created_at ?? now)
  return Either.right(state.companies.set({ ...row, tagIds: Tags.idsOf(state, tags).reduce(Tags.withId, row.tagIds) }))
}

const plantContact = (
  state: State,
  { archived = false, companies = [], created_at, fields, id, tags, updated_at, ...changes }: ContactSeed,
  now: number
): Either.Either<ContactRow, Refusal> =>
  Either.gen(function*() {
    const created = created_at ?? now
    const companyIds = yield* Either.all(companies.map((company) => Companies.named(state, company)))
    const row = yield* Contacts.draft(state, changes, created, id)
    return yield* Contacts.keep(state, {
      ...row,
      archived,
      companyIds: companyIds.map(({ id }) => id),
      tagIds: Tags.idsOf(state, tags),
      fields: { ...row.fields, ...fields, updated_at: updated_at ?? created }
    })
  })
