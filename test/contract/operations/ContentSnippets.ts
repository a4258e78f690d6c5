import * as ContentSnippets from "effect-intercom/api/ContentSnippets"
import type { Operation } from "../Operation.js"

export const contentSnippets: ReadonlyArray<Operation> = [
  {
    name: "ContentSnippets.list",
    method: "get",
    path: "/content_snippets",
    since: "2.16",
    call: ContentSnippets.list({ perPage: 20, cursor: "2" })
  },
  {
    name: "ContentSnippets.find",
    method: "get",
    path: "/content_snippets/{id}",
    since: "2.16",
    call: ContentSnippets.find("123")
  },
  {
    name: "ContentSnippets.create",
    method: "post",
    path: "/content_snippets",
    since: "2.16",
    call: ContentSnippets.create({
      title: "How to reset your password",
      json_blocks: [{ type: "paragraph", text: "Navigate to Settings > Security > Reset password." }],
      locale: "en",
      audience_ids: ["1", 2],
      ai_chatbot_availability: true,
      ai_copilot_availability: true,
      ai_sales_agent_availability: false
    })
  },
  {
    name: "ContentSnippets.update",
    method: "put",
    path: "/content_snippets/{id}",
    since: "2.16",
    call: ContentSnippets.update("123", {
      title: "How to reset your password (updated)",
      body_markdown: "Go to Settings > Security > Reset password and follow the steps.",
      audience_ids: []
    })
  },
  {
    name: "ContentSnippets.delete",
    method: "delete",
    path: "/content_snippets/{id}",
    since: "2.16",
    call: ContentSnippets.delete("123")
  },
  {
    name: "ContentSnippets.attachTag",
    method: "post",
    path: "/content_snippets/{content_snippet_id}/tags",
    since: "2.16",
    call: ContentSnippets.attachTag("123", { tag_id: "7522907", admin_id: "1234" })
  },
  {
    name: "ContentSnippets.detachTag",
    method: "delete",
    path: "/content_snippets/{content_snippet_id}/tags/{id}",
    since: "2.16",
    call: ContentSnippets.detachTag("123", { tag_id: "7522907" })
  }
]
