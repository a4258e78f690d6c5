/**
 * Conversations and tickets as Intercom 2.15 sends them, with their parts.
 */
import type { Json } from "./contacts.js"

const start = 1_700_000_000

const author = (i: number): Json =>
  i % 2 === 0 ?
    { type: "user", id: `63a07ddf05a3204${i}`, name: "Łukasz Żółć", email: `person.${i}@example.com` } :
    { type: "admin", id: String(991_267_000 + i), name: "Ada Lovelace", email: "ada@example.com", from_ai_agent: false }

const body = (i: number): string =>
  `<p>Thank you for writing to us. The invoice of month ${i} is in your account under <b>Billing</b>. Is there ` +
  "anything else that we can do for you? – Zoë</p>"

const part = (type: string, i: number): Json => ({
  type,
  id: String(7_000_000_000 + i),
  part_type: i % 5 === 4 ? "assignment" : i % 7 === 6 ? "note" : "comment",
  body: i % 5 === 4 ? null : body(i),
  created_at: start + i * 600,
  updated_at: start + i * 600,
  assigned_to: i % 5 === 4 ? { type: "admin", id: "991267001" } : null,
  author: author(i),
  attachments: i % 10 === 0 ?
    [{
      type: "upload",
      name: "invoice.pdf",
      url: `https://downloads.example.org/${i}`,
      content_type: "application/pdf",
      filesize: 48_213
    }] :
    [],
  external_id: null,
  redacted: false,
  app_package_code: null
})

const conversationPart = (i: number): Json => ({
  ...part("conversation_part", i),
  notified_at: start + i * 600,
  email_message_metadata: null,
  metadata: {},
  state: "open",
  tags: [],
  event_details: {}
})

const contacts = { type: "contact.list", contacts: [{ type: "contact", id: "63a07ddf05a3204", external_id: "70" }] }

/** A conversation with `parts` parts. */
export const conversation = (parts: number): Json => ({
  type: "conversation",
  id: "1911149811",
  created_at: start,
  updated_at: start + parts * 600,
  waiting_since: start + parts * 600,
  snoozed_until: null,
  source: {
    type: "conversation",
    id: "403918320",
    delivered_as: "customer_initiated",
    subject: "",
    body: body(0),
    author: author(0),
    attachments: [],
    url: "https://example.org/pricing",
    redacted: false
  },
  contacts,
  first_contact_reply: { created_at: start, type: "conversation", url: null },
  admin_assignee_id: 991267001,
  team_assignee_id: null,
  open: true,
  state: "open",
  read: false,
  tags: { type: "tag.list", tags: [] },
  priority: "not_priority",
  sla_applied: null,
  statistics: {
    type: "conversation_statistics",
    time_to_assignment: 120,
    time_to_admin_reply: 600,
    time_to_first_close: null,
    time_to_last_close: null,
    median_time_to_reply: 600,
    first_contact_reply_at: start,
    first_assignment_at: start + 120,
    first_admin_reply_at: start + 600,
    count_reopens: 0,
    count_assignments: parts / 5,
    count_conversation_parts: parts
  },
  conversation_rating: null,
  teammates: { type: "admin.list", admins: [{ type: "admin", id: "991267001" }] },
  title: null,
  custom_attributes: { Language: "English", "Has attachments": true },
  topics: { type: "topic.list", topics: [], total_count: 0 },
  ticket: null,
  linked_objects: { type: "list", data: [], total_count: 0, has_more: false },
  ai_agent: null,
  ai_agent_participated: false,
  conversation_parts: {
    type: "conversation_part.list",
    conversation_parts: Array.from({ length: parts }, (_, i) => conversationPart(i)),
    total_count: parts
  }
})

/** A page of tickets as a search returns it, five parts each. */
export const ticketPage = (size: number): Json => ({
  type: "ticket.list",
  total_count: size,
  pages: { type: "pages", page: 1, per_page: size, total_pages: 1 },
  tickets: Array.from({ length: size }, (_, i) => ({
    type: "ticket",
    id: String(60_000 + i),
    ticket_id: String(i),
    category: i % 2 === 0 ? "Customer" : "Back-office",
    ticket_attributes: { _default_title_: `Invoice ${i}`, _default_description_: body(i), Amount: i * 9.5 },
    ticket_state: {
      type: "ticket_state",
      id: "5",
      category: "in_progress",
      internal_label: "In progress",
      external_label: "In progress"
    },
    ticket_type: {
      type: "ticket_type",
      id: "1234",
      name: "Bug report",
      description: "Something is broken",
      icon: "🐞",
      workspace_id: "ecahpwf5",
      archived: false,
      created_at: start,
      updated_at: start,
      category: "Customer"
    },
    contacts,
    admin_assignee_id: "991267001",
    team_assignee_id: "0",
    created_at: start + i,
    updated_at: start + i * 60,
    open: true,
    snoozed_until: null,
    linked_objects: { type: "list", data: [], total_count: 0, has_more: false },
    ticket_parts: {
      type: "ticket_part.list",
      ticket_parts: Array.from({ length: 5 }, (_, j) => part("ticket_part", i * 5 + j)),
      total_count: 5
    },
    is_shared: true
  }))
})
