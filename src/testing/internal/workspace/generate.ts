/** Generates plausible objects for tests and demonstrations. The same options generate the same objects. */
import { PCGRandom } from "effect/Utils"
import type { ContactLocation } from "../../../models/Contact.js"
import type { ConversationSeed, TicketSeed } from "../../ConversationSeed.js"
import type { Amounts, ArticleSeed, CompanySeed, ContactSeed, Seed } from "../../Seed.js"
import { defaultCreatedAt } from "./Seed.js"

/**
 * Generates objects to fill a workspace with. Each contact belongs to a company and has a tag; one in five is a lead.
 * Each conversation has one to four parts; two in three are closed.
 */
export const generate = (amounts: Amounts): Seed => {
  const { articles = 0, companies = 0, conversations = 0, randomSeed = 1, tickets = 0 } = amounts
  const random = new PCGRandom(randomSeed)
  const contacts = Math.max(amounts.contacts ?? 0, conversations + tickets > 0 ? 1 : 0)
  return {
    companies: many(companies, (number) => company(random, number)),
    contacts: many(contacts, (number) => contact(random, number, companies)),
    conversations: many(conversations, (number) => conversation(random, number, contacts)),
    ...(tickets === 0
      ? {}
      : { ticketTypes: [{ name: "Request", category: "Customer", created_at: defaultCreatedAt }] }),
    tickets: many(tickets, (number) => ticket(random, number, contacts)),
    articles: many(articles, (number) => article(random, number))
  }
}

const many = <A>(length: number, make: (number: number) => A): ReadonlyArray<A> =>
  Array.from({ length }, (_, number) => make(number))

const company = (random: PCGRandom, number: number): CompanySeed => ({
  company_id: `company-${number}`,
  name: `${pick(random, lastNames)} ${pick(random, trades)}`,
  website: `https://company-${number}.example`,
  industry: pick(random, industries),
  size: random.integer(2000),
  plan: pick(random, plans),
  monthly_spend: random.integer(10_000),
  remote_created_at: defaultCreatedAt + number * 3600,
  created_at: defaultCreatedAt + number * 3600
})

const contact = (random: PCGRandom, number: number, companies: number): ContactSeed => {
  const created_at = defaultCreatedAt + number * 3600
  const isLead = number % 5 === 4
  const name = `${pick(random, firstNames)} ${pick(random, lastNames)}`
  return {
    ...(isLead ? {} : { external_id: `user-${number}` }),
    role: isLead ? "lead" : "user",
    email: `contact-${number}@${pick(random, domains)}`,
    phone: `+1555${String(number).padStart(7, "0")}`,
    name,
    avatar: `https://avatars.example/${number}.png`,
    signed_up_at: created_at,
    last_seen_at: created_at + random.integer(30 * 86_400),
    custom_attributes: {
      plan: pick(random, plans),
      monthly_spend: random.integer(50_000) / 100,
      paid_subscriber: random.integer(3) === 0,
      company_size: random.integer(1000)
    },
    created_at,
    updated_at: created_at + random.integer(60 * 86_400),
    companies: companies === 0 ? [] : [`company-${random.integer(companies)}`],
    tags: [pick(random, tags)],
    fields: {
      last_contacted_at: created_at + 90_000,
      last_email_opened_at: created_at + 95_000,
      browser: pick(random, browsers),
      browser_version: "126.0.0.0",
      browser_language: "en",
      os: pick(random, systems),
      location: pick(random, places)
    }
  }
}

/** Picks a contact that is not a lead. Returns your own id. */
const user = (random: PCGRandom, contacts: number): string => {
  const number = random.integer(contacts)
  return `user-${number % 5 === 4 ? number - 1 : number}`
}

const conversation = (random: PCGRandom, number: number, contacts: number): ConversationSeed => {
  const created_at = defaultCreatedAt + number * 1800
  const parts = many(1 + random.integer(4), (part) => ({
    body: pick(random, part % 2 === 0 ? answers : replies),
    ...(part % 2 === 0 ? { admin: "814860" } : {}),
    created_at: created_at + (part + 1) * 600
  }))
  return {
    contacts: [user(random, contacts)],
    body: pick(random, questions),
    created_at,
    parts,
    state: random.integer(3) === 0 ? "open" : "closed",
    ...(random.integer(4) === 0 ? { tags: [pick(random, tags)] } : {})
  }
}

const ticket = (random: PCGRandom, number: number, contacts: number): TicketSeed => ({
  ticket_type: "Request",
  contacts: [user(random, contacts)],
  title: pick(random, questions),
  description: pick(random, replies),
  created_at: defaultCreatedAt + number * 7200
})

const article = (random: PCGRandom, number: number): ArticleSeed => ({
  title: `${pick(random, topics)} ${number + 1}`,
  description: "How it is done",
  body: `<p>${pick(random, answers)}</p>`,
  state: number % 5 === 4 ? "draft" : "published",
  created_at: defaultCreatedAt + number * 86_400
})

const pick = <A>(random: PCGRandom, values: readonly [A, ...ReadonlyArray<A>]): A =>
  values[random.integer(values.length)] ?? values[0]

const firstNames = ["Ada", "Björn", "Chloé", "Dmitri", "Eun-ji", "Fatima", "Grace", "Hiro 博", "Inés", "João"] as const
const lastNames = ["Lovelace", "Ångström", "Dupont", "Иванов", "Kim", "al-Zahra", "Hopper", "Tanaka", "Núñez"] as const
const domains = ["example.com", "example.org", "mail.example.net"] as const
const plans = ["free", "team", "business", "enterprise"] as const
const trades = ["Labs", "Logistics", "Foods", "Energy", "Robotics", "& Sons"] as const
const industries = ["Software", "Retail", "Health", "Finance", "Manufacturing"] as const
const tags = ["beta", "vip", "newsletter", "churn risk", "partner"] as const
const browsers = ["chrome", "firefox", "safari", "edge"] as const
const systems = ["Windows 10", "macOS", "Linux", "Android"] as const
const questions = [
  "Where is my order?",
  "I cannot log in.",
  "How do I export a report?",
  "Cancel my plan, please."
] as const
const answers = [
  "Let me look into that.",
  "Please try it once more.",
  "That is done now.",
  "A colleague will help."
] as const
const replies = ["That works, thanks!", "Still the same here.", "It is rather urgent.", "Since this morning."] as const
const topics = ["Getting started", "Billing", "Exports", "Permissions", "Integrations"] as const
const place = (country: string, region: string, city: string, country_code: string, continent_code: string) => ({
  type: "location",
  country,
  region,
  city,
  country_code,
  continent_code
})
const places: readonly [ContactLocation, ...ReadonlyArray<ContactLocation>] = [
  place("Ireland", "Leinster", "Dublin", "IRL", "EU"),
  place("Canada", "Ontario", "Toronto", "CAN", "NA"),
  place("Australia", "Victoria", "Melbourne", "AUS", "OC")
]
