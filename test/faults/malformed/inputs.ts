/**
 * Malformed arguments for every function of the api modules, as JSON or an `any` brings them past the types.
 */
import * as Intercom from "effect-intercom"
import * as Predicate from "effect/Predicate"
import type { PCGRandom } from "effect/Utils"
import { readdirSync } from "node:fs"
import { join } from "node:path"
import { oddValue, pick } from "./mutate.js"

const namespaces: Readonly<Record<string, Readonly<Record<string, unknown>>>> = Intercom

export interface Subject {
  /** `Contacts.find` */
  readonly name: string
  readonly call: (...args: ReadonlyArray<unknown>) => unknown
}

const isFunction = (value: unknown): value is Subject["call"] => Predicate.isFunction(value)

/** These make no call: the types alone keep their arguments. */
const local = /\.(isNobody|messageAddress|translations|tree|changesOf|contactItem|eventItem)$/

/** Schemas are functions too. Their names begin with a capital, but for `newTranslations`. */
export const subjects: ReadonlyArray<Subject> = readdirSync(join(import.meta.dirname, "..", "..", "..", "src", "api"))
  .map((file) => file.replace(/\.ts$/, ""))
  .flatMap((module) =>
    Object.entries(namespaces[module] ?? {}).flatMap(([name, call]) =>
      /^(?!newTranslations$)[a-z]/.test(name) && isFunction(call) ? [{ name: `${module}.${name}`, call }] : []
    )
  )
  .filter(({ name }) => !local.test(name))

/** Functions of other modules that take an object or a text and have an error for a wrong one. */
export const others: ReadonlyArray<Subject> = [
  ["IntercomHttp", "make"],
  ["MessengerIdentity", "userHash"],
  ["MessengerIdentity", "userJwt"],
  ["OAuth", "authorizationUrl"],
  ["OAuth", "checkState"],
  ["OAuth", "decodeUninstall"],
  ["OAuth", "exchangeCode"],
  ["OAuth", "readCallback"],
  ["RateLimit", "fixed"],
  ["RateLimit", "make"],
  ["Signature", "verify"],
  ["Webhook", "decode"],
  ["Webhook", "verify"]
].flatMap(([module = "", name = ""]) => {
  const call = namespaces[module]?.[name]
  return isFunction(call) ? [{ name: `${module}.${name}`, call }] : []
})

/** What a program without the compiler passes if it has nothing to pass. */
const empty: ReadonlyArray<unknown> = [null, undefined, {}, [], ""]

/** Each pair of arguments of which one is empty. */
export const emptyArguments: ReadonlyArray<ReadonlyArray<unknown>> = empty.flatMap((one) => [
  ["1", one],
  ...[...empty, "1"].map((other) => [one, other])
])

const keys = (
  "id type email name body role subject from to message_type admin_id tag_id company_id contact_id user_id external_id " +
  "query field operator value perPage cursor prefetch sort order custom_attributes metadata event_name created_at " +
  "signed_up_at attachment_urls attachment_files ticket_type_id ticket_attributes contacts translated_content locale " +
  "subscription_id consent_type into rating remark state snoozed_until assignee_id title description parent_id author_id"
).split(" ")

/** Texts that are fine, so that some arguments get past the first check. */
const fine = ["1", "a", "ada@example.com", "admin", "user", "email", "=", "desc", 1700000000, 5, true]

/** Has fields of the API with values that are fine, odd, or objects of the same kind. */
const valueOf = (random: PCGRandom, depth: number): unknown => {
  const chance = random.number()
  if (chance < 0.4) return pick<unknown>(random, fine, "1")
  if (depth === 0 || chance < 0.7) return oddValue(random)
  if (chance < 0.8) return Array.from({ length: random.integer(4) }, () => valueOf(random, depth - 1))
  return Object.fromEntries(
    Array.from({ length: random.integer(8) }, () => [pick(random, keys, "id"), valueOf(random, depth - 1)])
  )
}

export const argumentsOf = (random: PCGRandom): ReadonlyArray<unknown> =>
  Array.from({ length: random.integer(4) }, () => valueOf(random, 3))
