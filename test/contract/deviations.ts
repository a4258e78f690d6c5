/**
 * Where the API and its description are known to differ, so that what we send may differ from the description too.
 */

const paging = ["page", "per_page", "starting_after"]

/**
 * Query parameters the API takes although the description lacks them. An entry that the description has learned of
 * fails the suite.
 */
export const undeclared: Readonly<Record<string, ReadonlyArray<string>>> = {
  // Every list in pages can be told where to go on and how many to send; these operations declare neither.
  "get /admins/activity_logs": paging,
  "get /ai/content_import_sources": paging,
  "get /ai/external_pages": paging,
  "get /articles": paging,
  "get /articles/search": paging,
  "get /companies/{company_id}/contacts": paging,
  "get /companies/{company_id}/notes": paging,
  "get /contacts": paging,
  "get /contacts/{contact_id}/companies": paging,
  "get /contacts/{contact_id}/notes": paging,
  "get /help_center/collections": paging,
  "get /internal_articles": paging,
  "get /internal_articles/search": paging,
  "get /news/news_items": paging,
  "get /news/newsfeeds": paging,
  "get /news/newsfeeds/{newsfeed_id}/items": paging,
  // The numbered ones go on by cursor where `pages.next` is one.
  "get /calls": ["starting_after"],
  "get /companies": ["starting_after"],
  "post /companies/list": ["starting_after"],
  // Found in the URL of the next page.
  "get /events": ["per_page", "before"]
}

export interface Deviation {
  /** Exactly what the suite says against the body. */
  readonly complaints: ReadonlyArray<string>
  /** Why we are right and the description is not. */
  readonly because: string
}

/** Bodies that differ from the description's schema, by the name of the entry. One that no longer differs fails. */
export const deviations: Readonly<Record<string, Deviation>> = {
  "Messages.sendWhatsApp": {
    complaints: [
      "/to must be array",
      "/to must have required property 'id'",
      "/to must have required property 'type'",
      "/to must match a schema in anyOf",
      "/to/phone is not declared",
      "/to/name is not declared",
      "/components is not declared",
      "/locale is not declared"
    ],
    because: "The schema has no WhatsApp message, although it requires its components. This is the example beside it."
  }
}
