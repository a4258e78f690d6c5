import * as ContentImportSources from "effect-intercom/api/ContentImportSources"
import type { Operation } from "../Operation.js"

export const contentImportSources: ReadonlyArray<Operation> = [
  {
    name: "ContentImportSources.list",
    method: "get",
    path: "/ai/content_import_sources",
    call: ContentImportSources.list({ perPage: 50, cursor: "2" })
  },
  {
    name: "ContentImportSources.create",
    method: "post",
    path: "/ai/content_import_sources",
    call: ContentImportSources.create({ sync_behavior: "api", url: "https://www.example.com", audience_ids: ["5678"] })
  },
  {
    name: "ContentImportSources.find",
    method: "get",
    path: "/ai/content_import_sources/{source_id}",
    call: ContentImportSources.find("38")
  },
  {
    name: "ContentImportSources.update",
    method: "put",
    path: "/ai/content_import_sources/{source_id}",
    call: ContentImportSources.update("39", {
      sync_behavior: "api",
      url: "https://www.example.com",
      status: "active",
      audience_ids: null,
      apply_audience_to_existing_content: true
    })
  },
  {
    name: "ContentImportSources.delete",
    method: "delete",
    path: "/ai/content_import_sources/{source_id}",
    call: ContentImportSources.delete("37")
  }
]
