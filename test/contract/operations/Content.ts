import * as Content from "effect-intercom/api/Content"
import type { Operation } from "../Operation.js"

const bulkActions: ReadonlyArray<Content.ContentAction> = [
  { action: "unpublish", content_ids: [{ type: "article_content", id: "12345678" }] },
  {
    action: "delete",
    content_ids: [
      { type: "article_content", id: "12345678" },
      { type: "internal_article", id: "12345679" },
      { type: "content_snippet", id: "12345680" }
    ]
  },
  {
    action: "set_availability",
    content_ids: [{ type: "article_content", id: "12345678" }],
    availability: { ai_agent: true, copilot: false }
  },
  {
    action: "set_audience",
    content_ids: [{ type: "article_content", id: "12345678" }],
    audience: { add_segment_ids: ["100"], remove_segment_ids: [200] }
  },
  {
    action: "update_tags",
    content_ids: [{ type: "article", id: "12345678" }],
    tags: { add_tag_ids: ["100"], remove_tag_ids: ["200"] }
  }
]

export const content: ReadonlyArray<Operation> = [
  {
    name: "Content.search",
    method: "get",
    path: "/content/search",
    since: "2.16",
    call: Content.search({
      query: "billing",
      states: ["published", "draft"],
      locales: ["en", "fr"],
      tag_ids: ["1", 2, "3"],
      tag_operator: "IN",
      any_tag_ids: ["1"],
      folder_ids: ["10", "20"],
      content_types: ["article", "snippet"],
      copilot_state: "on",
      fin_service_state: "on",
      fin_sales_state: "off",
      created_by_ids: ["991267464"],
      last_updated_by_ids: ["991267465"],
      created_at_after: 1677253093,
      created_at_before: 1677861493,
      updated_at_after: 1677253093,
      updated_at_before: 1677861493,
      perPage: 10,
      cursor: "2"
    })
  },
  {
    name: "Content.runBulkAction",
    method: "post",
    path: "/content/bulk_actions",
    since: "2.16",
    call: Content.runBulkAction({
      action: "publish",
      content_ids: [{ type: "article_content", id: "12345678" }, { type: "article_content", id: "12345679" }]
    })
  }
]

export const contentVariants: ReadonlyArray<Operation> = bulkActions.map((action) => ({
  name: `Content.runBulkAction, ${action.action}`,
  method: "post",
  path: "/content/bulk_actions",
  since: "2.16",
  call: Content.runBulkAction(action)
}))
