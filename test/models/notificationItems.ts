/**
 * An item for each topic, in the shape that was observed, or else that Intercom documents. The data are made up.
 */

/** The times of a contact and of a company are text here, those of everything else mostly numbers. */
const contact = {
  type: "contact",
  id: "66a0000000000000000000c1",
  workspace_id: "w0rkspac",
  external_id: "7",
  role: "user",
  email: "ada@example.com",
  phone: "",
  formatted_phone: null,
  name: null,
  avatar: null,
  owner_id: 31,
  social_profiles: {
    type: "list",
    data: [{ type: "social_profile", name: "Example", url: "https://example.com/ada" }]
  },
  has_hard_bounced: false,
  marked_email_as_spam: false,
  unsubscribed_from_emails: false,
  created_at: "2024-07-23T09:15:00.125+00:00",
  updated_at: "2024-07-23T09:15:01.000Z",
  signed_up_at: null,
  last_seen_at: "2024-07-23T09:15:02.000+00:00",
  last_replied_at: null,
  language_override: null,
  location: { type: "location", country: null, region: null, city: null, country_code: null, continent_code: null },
  android_last_seen_at: null,
  ios_last_seen_at: null,
  custom_attributes: { plan: "pro", seats: 3, trial: false, signed: "2024-07-01" },
  tags: {
    type: "list",
    data: [{ id: "901", type: "tag", url: "/tags/901" }],
    url: "/contacts/66a0000000000000000000c1/tags",
    total_count: 1,
    has_more: false
  },
  notes: { type: "list", data: [], url: "/contacts/66a0000000000000000000c1/notes", total_count: 0, has_more: false },
  companies: { type: "list", data: [], url: "/contacts/66a0000000000000000000c1/companies", total_count: 0 },
  opted_in_subscription_types: { type: "list", data: [], total_count: 0, has_more: false },
  referrer: null,
  sms_consent: false,
  unsubscribed_from_sms: true,
  enabled_push_messaging: null
}

/** A contact, as apps on a version before 2.0 get it, and as a visitor who signs up comes. */
const user = {
  type: "user",
  id: "66a0000000000000000000c2",
  user_id: "8",
  anonymous: false,
  email: "grace@example.com",
  phone: null,
  name: "Grace",
  pseudonym: "Teal Kettle",
  avatar: { type: "avatar", image_url: null },
  app_id: "w0rkspac",
  companies: { type: "company.list", companies: [{ type: "company", company_id: "12", id: "66b1", name: "Acme" }] },
  location_data: { type: "location_data", city_name: "Cork", country_code: "IRL", latitude: null, longitude: null },
  last_request_at: null,
  created_at: "2019-03-04T05:06:07.089+00:00",
  remote_created_at: "2018-01-02T03:04:05.000+00:00",
  signed_up_at: "2018-01-02T03:04:05.000+00:00",
  updated_at: "2019-03-04T05:06:08.000Z",
  session_count: 2,
  social_profiles: { type: "social_profile.list", social_profiles: [] },
  unsubscribed_from_emails: false,
  tags: { type: "tag.list", tags: [] },
  segments: { type: "segment.list", segments: [] },
  custom_attributes: {},
  do_not_track: null,
  last_seen_ip: null,
  user_agent_data: null
}

const company = {
  type: "company",
  id: "66b0000000000000000000b1",
  name: null,
  app_id: "w0rkspac",
  plan: null,
  plan_id: null,
  company_id: "acme-1",
  remote_created_at: null,
  created_at: "2024-05-06T07:08:09.010+00:00",
  updated_at: "2024-05-06T07:08:09.010+00:00",
  last_request_at: null,
  size: null,
  monthly_spend: 0,
  session_count: 0,
  user_count: 1,
  tag_ids: [901],
  custom_attributes: {}
}

const admin = {
  type: "admin",
  id: 31,
  name: "Kim",
  email: "kim@example.com",
  job_title: null,
  away_mode_enabled: true,
  away_mode_reassign: false,
  away_status_reason: "Lunch",
  has_inbox_seat: true,
  team_ids: [41, 42],
  avatar: { type: "avatar", image_url: "https://example.com/kim.png" }
}

const article = {
  id: "5001",
  type: "article",
  workspace_id: "w0rkspac",
  parent_id: null,
  parent_type: null,
  parent_ids: [],
  statistics: { type: "article_statistics", views: 0, conversations: 0, reactions: 0, happy_reaction_percentage: 0 },
  tags: { type: "tag.list", tags: [] },
  content_id: "6001",
  title: "How to begin",
  description: "",
  body: "",
  body_markdown: null,
  author_id: 31,
  state: "draft",
  created_at: "2025-02-03T04:05:06.000Z",
  updated_at: "2025-02-03T04:05:06.000Z",
  url: null
}

const part = {
  type: "conversation_part",
  id: "7002",
  part_type: "comment",
  body: "Hello, how can I help?",
  created_at: 1_735_790_400,
  updated_at: 1_735_790_401,
  notified_at: 1_735_790_402,
  assigned_to: { type: "nobody_admin", id: null },
  author: { id: "31", type: "admin", name: "Kim", email: "kim@example.com", from_ai_agent: false, is_ai_answer: false },
  attachments: [],
  external_id: null,
  redacted: false,
  metadata: {},
  email_message_metadata: null,
  state: "open",
  tags: [],
  event_details: {},
  app_package_code: null
}

/** The times in the statistics are text, all others numbers. */
const translations = { original: "en", fr: "<p>Bonjour</p>" }

const conversation = {
  type: "conversation",
  id: "7001",
  created_at: 1_735_790_000,
  updated_at: 1_735_790_402,
  waiting_since: null,
  snoozed_until: null,
  source: {
    type: "conversation",
    id: "7000",
    delivered_as: "customer_initiated",
    subject: "",
    body: "Is anybody there?",
    author: { type: "lead", id: "66a0000000000000000000c1", name: null, email: "" },
    attachments: [],
    url: "https://example.com/pricing",
    redacted: false
  },
  contacts: {
    type: "contact.list",
    contacts: [{ type: "contact", id: "66a0000000000000000000c1", external_id: "7" }]
  },
  first_contact_reply: { created_at: 1_735_790_000, type: "conversation", url: null },
  admin_assignee_id: 31,
  team_assignee_id: null,
  open: true,
  state: "open",
  read: true,
  tags: { type: "tag.list", tags: [] },
  priority: "not_priority",
  sla_applied: null,
  statistics: {
    type: "conversation_statistics",
    time_to_assignment: 211,
    first_contact_reply_at: "2025-01-02T03:53:20.000Z",
    first_assignment_at: "2025-01-02T03:56:51.000Z",
    last_close_at: null,
    last_closed_by_id: 31,
    count_reopens: 1,
    assigned_team_first_response_time: [],
    handling_time: 865
  },
  conversation_rating: null,
  teammates: { type: "admin.list", admins: [{ type: "admin", id: "31" }] },
  title: "",
  custom_attributes: { "Copilot used": false, Topic: null },
  topics: { type: "topic.list", topics: [], total_count: 0 },
  ticket: null,
  linked_objects: { type: "list", data: [], total_count: 0, has_more: false },
  ai_agent: null,
  ai_agent_participated: false,
  conversation_parts: { type: "conversation_part.list", conversation_parts: [part], total_count: 1 }
}

const oldConversation = {
  type: "conversation",
  id: "7010",
  created_at: 1_551_700_000,
  updated_at: 1_551_700_100,
  user: { type: "lead", id: "66a0000000000000000000c3", user_id: "x-1", name: "Rosa", email: "", do_not_track: null },
  assignee: { type: "nobody_admin", id: null },
  conversation_message: {
    type: "conversation_message",
    id: "7009",
    url: "https://example.com/",
    subject: "",
    body: "<p>Hi</p>",
    author: { type: "user", id: "66a0000000000000000000c3" },
    attachments: []
  },
  conversation_parts: {
    type: "conversation_part.list",
    conversation_parts: [{ ...part, assigned_to: null }],
    total_count: 1
  },
  open: true,
  state: "open",
  snoozed_until: null,
  read: true,
  metadata: {},
  tags: { type: "tag.list", tags: [{ type: "tag", id: "901", name: "beta" }] },
  tags_added: { type: "tag.list", tags: [{ type: "tag", id: "901", name: "beta" }] },
  links: { conversation_web: "https://app.intercom.com/a/apps/w0rkspac/conversations/7010" }
}

/** A conversation as it is stored. The ids of `parts` are nobody's to change. */
const storedConversation = {
  parts: [{
    id: 7003,
    app_id: 12,
    conversation_id: 7001,
    body: "",
    created_at: "2025-01-02T04:00:00.000Z",
    owner_id: 31,
    data: "{\"added_by\":{\"type\":\"admin\",\"id\":31}}"
  }],
  options: { expand_for_notification: true },
  model: {
    app_id: 12,
    id: 7001,
    user_id: "66a0000000000000000000c1",
    message_id: 7000,
    created_at: "2025-01-02T03:53:20.000Z",
    updated_at: "2025-01-02T04:00:00.000Z",
    company_id: "-1",
    read: false,
    read_at: "2025-01-02T03:59:00.000Z",
    deleted: false,
    original_user_id: "-1"
  }
}

const ticketPart = {
  type: "ticket_part",
  id: "8102",
  part_type: "ticket_attribute_updated_by_admin",
  body: "<p>Done</p>",
  created_at: 1_735_800_100,
  updated_at: 1_735_800_100,
  assigned_to: { type: "nobody_admin", id: null },
  author: { id: "31", type: "admin", name: "Kim", email: "kim@example.com" },
  attachments: [],
  redacted: false,
  updated_attribute_data: {
    attribute: { type: "attribute", id: "8201", label: "Platform" },
    value: { type: "value", id: "web", label: "web", previous: "" }
  }
}

const ticket = {
  type: "ticket",
  id: "8001",
  ticket_id: "17",
  ticket_attributes: { _default_title_: "It does not print", _default_description_: null, Platform: null },
  ticket_state: {
    type: "ticket_state",
    id: "8301",
    category: "submitted",
    internal_label: "New",
    external_label: "New"
  },
  ticket_type: {
    type: "ticket_type",
    id: "8401",
    name: "Bugs",
    description: "",
    icon: "🐞",
    workspace_id: "w0rkspac",
    archived: false,
    created_at: 1_735_700_000,
    updated_at: 1_735_700_000,
    is_internal: false,
    ticket_type_attributes: {
      type: "list",
      data: [{
        type: "ticket_type_attribute",
        id: "8201",
        workspace_id: "w0rkspac",
        name: "Platform",
        description: "",
        data_type: "string",
        input_options: { multiline: false },
        order: 2,
        required_to_create: false,
        visible_on_create: true,
        default: false,
        ticket_type_id: 8401,
        archived: false,
        created_at: 1_735_700_000,
        updated_at: 1_735_700_000
      }]
    },
    category: "Customer"
  },
  contacts: { type: "contact.list", contacts: [{ id: "66a0000000000000000000c1", role: "lead" }] },
  admin_assignee_id: "0",
  team_assignee_id: "0",
  created_at: 1_735_800_000,
  updated_at: 1_735_800_100,
  ticket_parts: { type: "ticket_part.list", ticket_parts: [ticketPart], total_count: 1 },
  open: true,
  snoozed_until: null,
  linked_objects: { type: "list", data: [], total_count: 0, has_more: false },
  category: "Customer",
  is_shared: true,
  company_id: null,
  channel: "messenger"
}

const ticketSummary = {
  type: "ticket",
  id: 8001,
  url: "https://app.intercom.com/a/apps/w0rkspac/conversations/8001",
  custom_attributes: { _default_title_: { value: null, type: "string" } },
  state: "submitted",
  ticket_type: "Bugs",
  ticket_type_description: "",
  ticket_type_emoji: "🐞",
  ticket_custom_state_admin_label: "New",
  ticket_custom_state_user_label: "New"
}

const contactTag = {
  type: "contact_tag",
  created_at: 1_735_800_200,
  tag: { type: "tag", id: "901", name: "beta" },
  contact
}

const subscription = (type: string) => ({
  type,
  contact,
  subscription_types: {
    type: "list",
    data: [{
      type: "subscription",
      id: "951",
      state: "live",
      consent_type: "opt_in",
      default_translation: { name: "News", description: "What is new", locale: "en" },
      translations: [{ name: "News", description: "What is new", locale: "en" }],
      content_types: ["email"]
    }]
  },
  created_at: 1_735_800_300
})

const contentStat = (type: string) => ({
  type: `content_stat.${type}`,
  created_at: "2024-10-11T12:13:14.000Z",
  content_stat: {
    id: 1,
    content_type: type,
    content_id: 2,
    stat_type: "receipt",
    ruleset_id: 29,
    content_title: "Untitled",
    ruleset_version_id: -1,
    receipt_id: 3,
    tags: { type: "list", has_more: false, data: [], total_count: 0 },
    series_id: 4,
    series_title: null,
    node_id: 5
  },
  contact,
  company
})

const call = {
  type: "call",
  id: "9001",
  conversation_id: "7001",
  admin_id: "31",
  contact_id: "66a0000000000000000000c1",
  state: "completed",
  initiated_at: "2025-03-04T05:06:07Z",
  ended_at: 1_741_064_900,
  recording_url: null,
  call_type: "phone",
  direction: "inbound",
  phone: "+15550100"
}

const contentImportSource = {
  type: "content_import_source",
  id: 33,
  sync_behavior: "api",
  status: "active",
  url: "https://example.com/docs",
  audience_ids: [5],
  last_synced_at: 1_735_800_000,
  created_at: 1_735_700_000,
  updated_at: 1_735_800_000
}

const contentSnippet = {
  type: "content_snippet",
  id: "61",
  title: "Opening hours",
  locale: "en",
  json_blocks: [{ type: "paragraph", text: "Nine to five" }],
  body_markdown: "Nine to five",
  audience_ids: [],
  created_at: 1_735_700_000,
  updated_at: 1_735_700_000
}

const audience = {
  type: "audience",
  id: "5",
  name: "Free plan",
  predicates: [{ attribute: "plan", type: "string", comparison: "eq", value: "free" }],
  role_predicates: [],
  created_at: 1_735_700_000,
  updated_at: 1_735_700_000
}

const membership = { type: "audience_membership", audience_id: "5", content: { type: "article", id: "9101" } }

/** By topics. */
export const items: Readonly<Record<string, object>> = {
  "admin.activity_log_event.created": {
    type: "admin_activity_log_event",
    id: "0d0c1f0e-0000-4000-8000-000000000001",
    performed_by: { type: "admin", id: "31", email: "kim@example.com", ip: "192.0.2.7" },
    metadata: { enabled: false },
    created_at: 1_735_800_000,
    activity_type: "some_setting_change",
    activity_description: "Kim turned a setting off."
  },
  "admin.added_to_workspace": admin,
  "admin.away_mode_updated": admin,
  "admin.logged_in": { ...admin, id: "31", team_ids: [] },
  "admin.logged_out": { ...admin, avatar: null },
  "admin.removed_from_workspace": { type: "admin", id: "31", name: "Kim", email: "kim@example.com" },
  "api.request.completed": {
    type: "api.request.completed",
    request_id: "000a1b2c3d",
    timestamp: 1_735_800_000,
    request: { method: "GET", path: "/admins", ip_address: "192.0.2.7", user_agent: "effect-intercom/1.0.0" },
    authentication: {
      method: "oauth",
      token_id: "t0k3n_id",
      oauth_client_id: "0d0c1f0e-0000-4000-8000-000000000002",
      app_package_code: "an-app"
    },
    response: { status: 200 },
    admin: { id: "31", email: "kim@example.com" }
  },
  "article.created": article,
  "article.deleted": { id: "5001", type: "article" },
  "article.published": { ...article, state: "published", url: "https://help.example.com/en/articles/5001" },
  "article.unpublished": article,
  "article.updated": { ...article, created_at: 1_738_555_506 },
  "audience.created": audience,
  "audience.deleted": { type: "audience", id: "5", deleted: true },
  "audience.member_added": membership,
  "audience.member_removed": membership,
  "audience.updated": audience,
  "call.ended": call,
  "call.recording_available": { ...call, recording_url: "https://api.intercom.io/calls/9001/recording" },
  "call.started": { ...call, state: "ringing", ended_at: null },
  "call.transcription_available": call,
  "company.contact.attached": { company, contact },
  "company.contact.detached": { company, contact },
  "company.created": company,
  "company.deleted": { id: "66b0000000000000000000b1", type: "company", deleted: true },
  "company.updated": { ...company, plan: { type: "plan", id: "3", name: "Pro" }, updated_at: 1_714_979_289 },
  "contact.archived": contact,
  "contact.deleted": { id: "66a0000000000000000000c1", external_id: "7", type: "contact", deleted: true },
  "contact.email.updated": contact,
  "contact.lead.added_email": { ...contact, role: "lead" },
  "contact.lead.created": { ...contact, role: "lead", email: null },
  "contact.lead.signed_up": contact,
  "contact.lead.tag.created": contactTag,
  "contact.lead.tag.deleted": { type: "contact_tag", tag: contactTag.tag, contact },
  "contact.lead.updated": { ...contact, role: "lead" },
  "contact.merged": { ...contact, merged_from: { type: "contact", id: "66a0000000000000000000c4" } },
  "contact.subscribed": subscription("contact_subscribe"),
  "contact.unarchive": contact,
  "contact.unsubscribed": {
    ...subscription("contact_unsubscribe"),
    subscription_types: { type: "list", data: [] }
  },
  "contact.unsubscribed_from_sms": contact,
  "contact.user.created": contact,
  "contact.user.tag.created": contactTag,
  "contact.user.tag.deleted": contactTag,
  "contact.user.updated": { ...contact, created_at: 1_721_726_100, last_seen_at: 0 },
  "content_import_source.created": contentImportSource,
  "content_import_source.deleted": { type: "content_import_source", id: 33 },
  "content_import_source.updated": contentImportSource,
  "content_snippet.created": contentSnippet,
  "content_snippet.deleted": { type: "content_snippet", id: 61 },
  "content_snippet.updated": contentSnippet,
  "content_stat.banner": contentStat("banner"),
  "content_stat.carousel": contentStat("carousel"),
  "content_stat.chat": contentStat("chat"),
  "content_stat.checklist": contentStat("checklist"),
  "content_stat.custom_bot": contentStat("custom_bot"),
  "content_stat.email": contentStat("email"),
  "content_stat.news_item": contentStat("news_item"),
  "content_stat.post": contentStat("post"),
  "content_stat.push": contentStat("push"),
  "content_stat.series": contentStat("series"),
  "content_stat.series.webhook": contentStat("series.webhook"),
  "content_stat.sms": contentStat("sms"),
  "content_stat.survey": {
    ...contentStat("survey"),
    created_at: 1_728_648_794,
    content_stat: {
      id: "1",
      stat_type: "answer",
      answer: { question_id: "2", question_text: "Why?", response: "Why not" }
    }
  },
  "content_stat.tooltip_group": contentStat("tooltip_group"),
  "content_stat.tour": contentStat("tour"),
  "conversation.admin.assigned": conversation,
  "conversation.admin.closed": { ...conversation, open: false, state: "closed" },
  "conversation.admin.noted": oldConversation,
  "conversation.admin.open.assigned": conversation,
  "conversation.admin.opened": conversation,
  "conversation.admin.replied": conversation,
  "conversation.admin.replied.translated": {
    ...conversation,
    conversation_parts: {
      type: "conversation_part.list",
      conversation_parts: [{ ...part, translations }],
      total_count: 1
    }
  },
  "conversation.admin.single.created": oldConversation,
  "conversation.admin.snoozed": { ...conversation, state: "snoozed", snoozed_until: 1_735_876_800 },
  "conversation.admin.unsnoozed": conversation,
  "conversation.company.updated": { ...conversation, company },
  "conversation.contact.attached": { conversation: storedConversation, contact },
  "conversation.contact.detached": { conversation: storedConversation, contact },
  "conversation.deleted": { type: "conversation", conversation_id: "7001" },
  "conversation.operator.replied": conversation,
  "conversation.priority.updated": { ...conversation, priority: "priority" },
  "conversation.rating.added": {
    ...conversation,
    conversation_rating: {
      rating: 5,
      remark: null,
      created_at: 1_735_790_500,
      contact: { type: "contact", id: "66a0000000000000000000c1", external_id: "7" },
      teammate: { type: "admin", id: 31 }
    }
  },
  "conversation.read": conversation,
  "conversation.user.created": {
    ...conversation,
    conversation_parts: { type: "conversation_part.list", conversation_parts: [], total_count: 0 }
  },
  "conversation.user.replied": oldConversation,
  "conversation_part.redacted": conversation,
  "conversation_part.tag.created": oldConversation,
  "data_connector.execution.completed": {
    type: "data_connector.execution",
    id: "9101",
    app_id: "w0rkspac",
    action_id: "9102",
    action_name: "Look up an order",
    success: false,
    http_status: 0,
    error_type: "faraday_error",
    execution_time_ms: 312,
    completed_at: "2025-03-04T05:06:07.089Z",
    source_type: "workflow",
    source_id: "9103",
    conversation_id: "7001",
    user_id: "66a0000000000000000000c1",
    admin_id: null
  },
  "event.created": {
    type: "event",
    event_name: "placed-order",
    id: "0d0c1f0e-0000-11e3-8000-000000000003",
    intercom_user_id: "66a0000000000000000000c1",
    user_id: "7",
    email: "ada@example.com",
    metadata: { price: { amount: 1200, currency: "eur" } },
    created_at: 1_735_800_000,
    ext_metadata: {}
  },
  "granular.subscribe": subscription("granular_subscribe"),
  "granular.unsubscribe": subscription("granular_unsubscribe"),
  "job.completed": { type: "job", id: "9201", status: "success", resource_type: "ticket", resource_id: 8001 },
  "messenger.deployment_completed.event.created": { id: 3, anything: ["goes"] },
  ping: { type: "ping", message: "All is well" },
  "procedure.hitl_notification.created": {
    type: "procedure.hitl_notification",
    app_id: "w0rkspac",
    conversation_id: "7001",
    step_id: "0d0c1f0e-0000-4000-8000-000000000004",
    procedure_name: "Refund",
    hitl_question: "May they have it back?",
    attributes_to_collect: [{
      type: "data_attribute",
      identifier: "x.1",
      name: "Yes",
      label: "Yes",
      data_type: "boolean"
    }],
    callback_url: "https://api.intercom.io/procedures/7001/collect_agent_input",
    expires_at: 1_735_900_000,
    priority: "priority",
    assign_to: { type: "team", id: "41", name: "Support" },
    conversation_url: "https://app.intercom.com/a/inbox/w0rkspac/inbox/shared/all/conversation/7001",
    recent_messages: [part]
  },
  "ticket.admin.assigned": { type: "ticket_ticket_part", ticket, ticket_part: ticketPart },
  "ticket.admin.replied": { type: "ticket_ticket_part", ticket, ticket_part: ticketPart },
  "ticket.admin.replied.translated": {
    type: "ticket_ticket_part",
    ticket,
    ticket_part: { ...ticketPart, translations }
  },
  "ticket.admin.snoozed": ticket,
  "ticket.admin.unsnoozed": { type: "ticket_ticket_part", ticket, ticket_part: ticketPart },
  "ticket.attribute.updated": { type: "ticket_ticket_part", ticket, ticket_part: ticketPart },
  "ticket.closed": { ticket },
  "ticket.contact.attached": { ticket: ticketSummary, contact },
  "ticket.contact.detached": { ticket: ticketSummary, contact },
  "ticket.contact.replied": { type: "ticket_ticket_part", ticket, ticket_part: ticketPart },
  "ticket.created": ticket,
  "ticket.note.created": { type: "ticket_ticket_part", ticket, ticket_part: ticketPart },
  "ticket.rating.provided": ticket,
  "ticket.resolved": ticket,
  "ticket.state.updated": ticket,
  "ticket.team.assigned": { type: "ticket_ticket_part", ticket, ticket_part: ticketPart },
  "visitor.signed_up": user
}

/** By other names of topics, most of them in the shapes of before version 2.5. */
export const oldItems: Readonly<Record<string, { readonly present: string; readonly item: object }>> = {
  "contact.added_email": { present: "contact.lead.added_email", item: { ...user, type: "contact" } },
  "contact.created": { present: "contact.lead.created", item: { ...user, type: "contact", anonymous: true } },
  "contact.signed_up": { present: "contact.lead.signed_up", item: user },
  "contact.tag.created": {
    present: "contact.lead.tag.created",
    item: {
      type: "contact_tag",
      contact: user,
      tag: contactTag.tag,
      created_at: 1_551_700_000,
      admin: { type: "admin" }
    }
  },
  "contact.tag.deleted": { present: "contact.lead.tag.deleted", item: contactTag.tag },
  "contact.unarchived": { present: "contact.unarchive", item: contact },
  "user.created": { present: "contact.user.created", item: user },
  "user.deleted": { present: "contact.deleted", item: user },
  "user.email.updated": { present: "contact.email.updated", item: user },
  "user.tag.created": {
    present: "contact.user.tag.created",
    item: { type: "user_tag", user, tag: contactTag.tag, created_at: 1_551_700_000, admin: { type: "admin" } }
  },
  "user.tag.deleted": {
    present: "contact.user.tag.deleted",
    item: { type: "user_tag", user, tag: contactTag.tag, created_at: 1_551_700_000 }
  },
  "user.unsubscribed": { present: "contact.unsubscribed", item: user }
}
