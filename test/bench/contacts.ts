/**
 * Pages of contacts as Intercom 2.15 sends them, of real size: some 2.3 kB a contact, most of it in nested lists.
 */

export type Json = Readonly<Record<string, unknown>>

export interface ContactPage extends Json {
  readonly data: ReadonlyArray<Json>
  readonly pages: Json & { readonly next: (Json & { readonly starting_after: string }) | null }
}

// Names beyond Latin-1 make the text of a page two bytes a character, as in most workspaces.
const names = ["Ada Lovelace", "Zoë Åkesson", "Łukasz Żółć", "Ірина Шевченко", "山田 太郎", "Mary O’Neill", "नेहा शर्मा"]

/** The page of a list. Its `pages.next` leads to page `index + 1` unless it is the last of `count`. */
export const contactPage = (size: number, index = 0, count = 1): ContactPage => ({
  type: "list",
  data: Array.from({ length: size }, (_, i) => contact(index * size + i)),
  total_count: size * count,
  pages: {
    type: "pages",
    page: index + 1,
    per_page: size,
    total_pages: count,
    next: index + 1 < count ? { page: index + 2, per_page: size, starting_after: String(index + 1) } : null
  }
})

/** What a decoded contact is: as it arrived, with ids that are strings. */
export const withIds = (contact: Json): Json => ({ ...contact, owner_id: String(contact.owner_id) })

export const contact = (i: number): Json => {
  const id = hexId(i)
  const name = names[i % names.length] ?? ""
  const at = (days: number): number => 1_700_000_000 + i * 977 - days * 86_400
  const list = (of: string, length: number): Json => ({
    type: "list",
    data: Array.from({ length }, (_, j) => ({ type: of, id: hexId(i * 31 + j), url: `/${of}s/${hexId(i * 31 + j)}` })),
    url: `/contacts/${id}/${of}s`,
    total_count: length,
    has_more: false
  })
  const onAndroid = i % 4 === 0
  return {
    type: "contact",
    id,
    workspace_id: "ecahpwf5",
    external_id: `customer-${100_000 + i}`,
    role: i % 5 === 0 ? "lead" : "user",
    email: `person.${i}@example.com`,
    email_domain: "example.com",
    phone: i % 2 === 0 ? `+4930${1_000_000 + i}` : null,
    name,
    avatar: i % 3 === 0 ? null : { type: "avatar", image_url: `https://static.example.org/avatars/${id}.png` },
    owner_id: 5_000_000 + (i % 20),
    social_profiles: {
      type: "list",
      data: i % 2 === 0 ? [] : [{ type: "social_profile", name: "Facebook", url: `https://social.example/${id}` }]
    },
    has_hard_bounced: false,
    marked_email_as_spam: false,
    unsubscribed_from_emails: i % 7 === 0,
    unsubscribed_from_sms: false,
    created_at: at(400),
    updated_at: at(1),
    signed_up_at: at(399),
    last_seen_at: at(2),
    last_replied_at: i % 2 === 0 ? at(30) : null,
    last_contacted_at: at(20),
    last_email_opened_at: i % 3 === 0 ? at(21) : null,
    last_email_clicked_at: null,
    language_override: null,
    browser: "chrome",
    browser_version: "126.0.6478.127",
    browser_language: "en-GB",
    os: "OS X 10.15.7",
    location: {
      type: "location",
      country: "Ireland",
      region: "Leinster",
      city: "Dublin",
      country_code: "IRL",
      continent_code: "EU"
    },
    android_app_name: onAndroid ? "Example" : null,
    android_app_version: onAndroid ? "5.0.0" : null,
    android_device: onAndroid ? "Pixel 8" : null,
    android_os_version: onAndroid ? "14" : null,
    android_sdk_version: onAndroid ? "34" : null,
    android_last_seen_at: onAndroid ? at(3) : null,
    ios_app_name: null,
    ios_app_version: null,
    ios_device: null,
    ios_os_version: null,
    ios_sdk_version: null,
    ios_last_seen_at: null,
    custom_attributes: {
      plan: i % 2 === 0 ? "growth" : "free",
      paid_subscriber: i % 2 === 0,
      monthly_spend: (i % 50) * 9.5,
      team_mates: i % 12,
      first_purchase_at: at(100)
    },
    tags: list("tag", i % 3),
    notes: list("note", i % 2),
    companies: list("company", i % 2),
    opted_out_subscription_types: list("subscription", 0),
    opted_in_subscription_types: list("subscription", i % 2),
    utm_campaign: i % 6 === 0 ? "spring" : null,
    utm_content: null,
    utm_medium: null,
    utm_source: i % 6 === 0 ? "newsletter" : null,
    utm_term: null,
    referrer: i % 2 === 0 ? "https://example.org/pricing" : null,
    enabled_push_messaging: null,
    // Not in the model, as what a later version of the API adds.
    sms_consent: false,
    fin_summary: { text: "Asked about invoices", created_at: at(5) }
  }
}

const hexId = (i: number): string => (0x63a0_7ddf_05a3 + i).toString(16).padStart(24, "5ba682d23d7c")
