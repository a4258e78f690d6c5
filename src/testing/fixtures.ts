/**
 * Objects for tests and demonstrations: invented, all different, and the same for the same number every time.
 *
 * @since 1.0.0
 */
import type { ContactLocation } from "../models/Contact.js"
import * as StoredContact from "./StoredContact.js"

/**
 * A contact as large as real ones are: a user, or for every fifth number a lead.
 *
 * @since 1.0.0
 * @category constructors
 */
export const contact = (id: string, number: number): StoredContact.StoredContact => {
  const first = pick(firstNames, number)
  const last = pick(lastNames, Math.floor(number / firstNames.length))
  const created = 1_600_000_000 + number * 3600
  const isLead = number % 5 === 4
  const stored = StoredContact.make(id, created)
  const changed = StoredContact.change(stored, {
    role: isLead ? "lead" : "user",
    email: `contact-${number}@${pick(domains, number)}`,
    phone: `+1555${String(number).padStart(7, "0")}`,
    name: `${first} ${last}`,
    avatar: `https://avatars.example/${number}.png`,
    owner_id: 814_860 + number % 7,
    signed_up_at: created,
    last_seen_at: created + 86_400,
    custom_attributes: {
      plan: pick(plans, number),
      monthly_spend: number % 500 + 0.5,
      paid_subscriber: number % 3 === 0,
      company_size: number % 1000
    },
    ...(isLead ? {} : { external_id: `user-${number}` })
  }, created + 172_800)
  return {
    ...changed,
    contact: {
      ...changed.contact,
      last_contacted_at: created + 90_000,
      last_email_opened_at: created + 95_000,
      browser: "chrome",
      browser_version: "126.0.0.0",
      browser_language: "en",
      os: "Windows 10",
      location: { type: "location", ...pick(places, number) },
      tags: {
        type: "list",
        data: [{ type: "tag", id: String(number % 9), url: `/tags/${number % 9}` }],
        url: `/contacts/${id}/tags`,
        total_count: 1,
        has_more: false
      }
    }
  }
}

const pick = <A>(values: readonly [A, ...ReadonlyArray<A>], number: number): A =>
  values[number % values.length] ?? values[0]

const firstNames = ["Ada", "Björn", "Chloé", "Dmitri", "Eun-ji", "Fatima", "Grace", "Hiro 博", "Inés", "João"] as const
const lastNames = ["Lovelace", "Ångström", "Dupont", "Иванов", "Kim", "al-Zahra", "Hopper", "Tanaka", "Núñez"] as const
const domains = ["example.com", "example.org", "mail.example.net"] as const
const plans = ["free", "team", "business", "enterprise"] as const
const places: readonly [ContactLocation, ...ReadonlyArray<ContactLocation>] = [
  { country: "Ireland", region: "Leinster", city: "Dublin", country_code: "IRL", continent_code: "EU" },
  { country: "Canada", region: "Ontario", city: "Toronto", country_code: "CAN", continent_code: "NA" },
  { country: "Australia", region: "Victoria", city: "Melbourne", country_code: "AUS", continent_code: "OC" }
]
