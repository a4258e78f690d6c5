/** What an in-memory workspace is filled with before a test. */
import * as Either from "effect/Either"
import type { CompanySeed, ContactSeed, Seed } from "../../Seed.js"
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
import * as Collections from "./content/Collections.js"
import * as HelpCenters from "./content/HelpCenters.js"
import * as ConversationSeeds from "./conversations/Seeds.js"
import type { Refusal } from "./kernel/Refusal.js"
import type { CompanyRow } from "./rows/Company.js"
import type { ContactRow } from "./rows/Contact.js"
import type { Tables } from "./Tables.js"
import * as ActivityLogs from "./teammates/ActivityLogs.js"
import * as Admins from "./teammates/Admins.js"
import * as AwayStatuses from "./teammates/AwayStatuses.js"
import * as Teams from "./teammates/Teams.js"
import * as TicketSeeds from "./tickets/Seeds.js"
import * as TicketStates from "./tickets/States.js"
import * as TicketTypes from "./tickets/Types.js"

/** When all that was there before the test began to be, where nobody said so. Unix time in seconds. */
export const firstDay = 1_600_000_000

/** What every workspace has from the start: an admin, a help center, the states of tickets. */
export const furnish = (tables: Tables): void => {
  Admins.defaults(tables, firstDay)
  HelpCenters.defaults(tables, firstDay)
  TicketStates.defaults(tables)
}

/** What cannot be added, and why. */
export interface Misplaced {
  /** `contacts[3]` */
  readonly path: string
  readonly reason: string
}

/** Adds all of it; what cannot be added ends it. `now` is Unix time in seconds. */
export const plant = (tables: Tables, seed: Seed, now: number): Either.Either<void, Misplaced> =>
  Either.gen(function*() {
    const add = adding(tables, now)
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

const adding = (tables: Tables, now: number) =>
<A>(
  kind: keyof Seed,
  seeds: ReadonlyArray<A> = [],
  plant: (tables: Tables, seed: A, now: number) => Either.Either<unknown, Refusal>
): Either.Either<void, Misplaced> =>
  Either.gen(function*() {
    for (const [index, seed] of seeds.entries()) {
      yield* Either.mapLeft(plant(tables, seed, now), ({ field, reason }) => ({
        path: `${kind}[${index}]${field === undefined ? "" : `.${field}`}`,
        reason
      }))
    }
  })

const plantCompany = (
  tables: Pick<Tables, "companies" | "tags">,
  { created_at, tags, ...changes }: CompanySeed,
  now: number
): Either.Either<CompanyRow, Refusal> => {
  const row = Companies.save(tables, changes, created_at ?? now)
  return Either.right(
    tables.companies.set({ ...row, tagIds: Tags.idsOf(tables, tags).reduce(Tags.withId, row.tagIds) })
  )
}

const plantContact = (
  tables: Tables,
  { archived = false, companies = [], created_at, fields, id, tags, updated_at, ...changes }: ContactSeed,
  now: number
): Either.Either<ContactRow, Refusal> =>
  Either.gen(function*() {
    const created = created_at ?? now
    const companyIds = yield* Either.all(companies.map((company) => Companies.named(tables, company)))
    const row = yield* Contacts.draft(tables, changes, created, id)
    return yield* Contacts.keep(tables, {
      ...row,
      archived,
      companyIds: companyIds.map(({ id }) => id),
      tagIds: Tags.idsOf(tables, tags),
      fields: { ...row.fields, ...fields, updated_at: updated_at ?? created }
    })
  })
