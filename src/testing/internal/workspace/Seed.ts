/** The objects that fill an in-memory workspace before a test. */
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
import * as ConversationAttributes from "./conversations/Attributes.js"
import * as ConversationSeeds from "./conversations/Seeds.js"
import type { Result } from "./kernel/Result.js"
import type { CompanyRow } from "./rows/Company.js"
import type { ContactRow } from "./rows/Contact.js"
import type { Tables } from "./Tables.js"
import * as ActivityLogs from "./teammates/ActivityLogs.js"
import * as Admins from "./teammates/Admins.js"
import * as AwayStatuses from "./teammates/AwayStatuses.js"
import * as Macros from "./teammates/Macros.js"
import * as OfficeHours from "./teammates/OfficeHours.js"
import * as Teams from "./teammates/Teams.js"
import * as TicketSeeds from "./tickets/Seeds.js"
import * as TicketStates from "./tickets/States.js"
import * as TicketTypes from "./tickets/Types.js"

/** The creation time of default and generated objects. Unix time in seconds. */
export const defaultCreatedAt = 1_600_000_000

/** Adds what every workspace has: an admin, a help center and four ticket states. */
export const insertDefaults = (tables: Tables): void => {
  Admins.insertDefaults(tables, defaultCreatedAt)
  HelpCenters.insertDefaults(tables, defaultCreatedAt)
  TicketStates.insertDefaults(tables)
}

/** The path of an object that cannot be added, such as `contacts[3]`, and the reason. */
export interface SeedIssue extends Readonly<Record<"path" | "reason", string>> {}

/** Adds all objects of a seed. Stops at the first one that cannot be added. `now` is Unix time in seconds. */
export const insertSeed = (tables: Tables, seed: Seed, now: number): Either.Either<void, SeedIssue> =>
  Either.gen(function*() {
    const add = inserter(tables, now)
    yield* add("tags", seed.tags, Tags.insertSeed)
    yield* add("awayStatusReasons", seed.awayStatusReasons, AwayStatuses.insertSeed)
    yield* add("admins", seed.admins, Admins.insertSeed)
    yield* add("teams", seed.teams, Teams.insertSeed)
    yield* add("macros", seed.macros, Macros.insertSeed)
    yield* add("officeHoursSchedules", seed.officeHoursSchedules, OfficeHours.insertSeed)
    yield* add("conversationAttributes", seed.conversationAttributes, ConversationAttributes.insertSeed)
    yield* add("helpCenters", seed.helpCenters, HelpCenters.insertSeed)
    yield* add("collections", seed.collections, Collections.insertSeed)
    yield* add("articles", seed.articles, Articles.insertSeed)
    yield* add("companies", seed.companies, insertCompany)
    yield* add("contacts", seed.contacts, insertContact)
    yield* add("conversations", seed.conversations, ConversationSeeds.insertSeed)
    yield* add("segments", seed.segments, Segments.insertSeed)
    yield* add("subscriptions", seed.subscriptions, Subscriptions.insertSeed)
    yield* add("notes", seed.notes, Notes.insertSeed)
    yield* add("activityLogs", seed.activityLogs, ActivityLogs.insertSeed)
    yield* add("dataAttributes", seed.dataAttributes, DataAttributes.insertSeed)
    yield* add("events", seed.events, Events.insertSeed)
    yield* add("ticketTypes", seed.ticketTypes, TicketTypes.insertSeed)
    yield* add("ticketStates", seed.ticketStates, TicketStates.insertSeed)
    yield* add("tickets", seed.tickets, TicketSeeds.insertSeed)
    yield* add("visitors", seed.visitors, Visitors.insertSeed)
  })

const inserter = (tables: Tables, now: number) =>
<A>(
  kind: keyof Seed,
  seeds: ReadonlyArray<A> = [],
  insertSeed: (tables: Tables, seed: A, now: number) => Result<unknown>
): Either.Either<void, SeedIssue> =>
  Either.gen(function*() {
    for (const [index, seed] of seeds.entries()) {
      yield* Either.mapLeft(insertSeed(tables, seed, now), ({ field, reason }) => ({
        path: `${kind}[${index}]${field === undefined ? "" : `.${field}`}`,
        reason
      }))
    }
  })

const insertCompany = (
  tables: Pick<Tables, "companies" | "tags">,
  { created_at, tags, ...changes }: CompanySeed,
  now: number
): Result<CompanyRow> => {
  const row = Companies.upsert(tables, changes, created_at ?? now)
  return Either.right(
    tables.companies.set({ ...row, tagIds: Tags.idsByName(tables, tags).reduce(Tags.withId, row.tagIds) })
  )
}

const insertContact = (
  tables: Tables,
  { archived = false, companies = [], created_at, fields, id, tags, updated_at, ...changes }: ContactSeed,
  now: number
): Result<ContactRow> =>
  Either.gen(function*() {
    const created = created_at ?? now
    const companyIds = yield* Either.all(companies.map((company) => Companies.findByName(tables, company)))
    const row = yield* Contacts.make(tables, changes, created, id)
    return yield* Contacts.store(tables, {
      ...row,
      archived,
      companyIds: companyIds.map(({ id }) => id),
      tagIds: Tags.idsByName(tables, tags),
      fields: { ...row.fields, ...fields, updated_at: updated_at ?? created }
    })
  })
