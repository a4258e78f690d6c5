import * as AiContent from "effect-intercom/api/AiContent"
import type { Operation } from "../Operation.js"

export const aiContent: ReadonlyArray<Operation> = [
  {
    name: "AiContent.listImportSources",
    method: "get",
    path: "/ai/content_import_sources",
    call: AiContent.listImportSources({ perPage: 50, cursor: "2" })
  },
  {
    name: "AiContent.createImportSource",
    method: "post",
    path: "/ai/content_import_sources",
    call: AiContent.createImportSource({ sync_behavior: "api", url: "https://www.example.com", audience_ids: ["5678"] })
  },
  {
    name: "AiContent.findImportSource",
    method: "get",
    path: "/ai/content_import_sources/{source_id}",
    call: AiContent.findImportSource("38")
  },
  {
    name: "AiContent.updateImportSource",
    method: "put",
    path: "/ai/content_import_sources/{source_id}",
    call: AiContent.updateImportSource("39", {
      sync_behavior: "api",
      url: "https://www.example.com",
      status: "active",
      audience_ids: null,
      apply_audience_to_existing_content: true
    })
  },
  {
    name: "AiContent.deleteImportSource",
    method: "delete",
    path: "/ai/content_import_sources/{source_id}",
    call: AiContent.deleteImportSource("37")
  },
  {
    name: "AiContent.listExternalPages",
    method: "get",
    path: "/ai/external_pages",
    call: AiContent.listExternalPages({ perPage: 50, cursor: "2" })
  },
  {
    name: "AiContent.saveExternalPage",
    method: "post",
    path: "/ai/external_pages",
    call: AiContent.saveExternalPage({
      external_id: "abc1234",
      html: "<html><body><h1>Test</h1></body></html>",
      locale: "en",
      source_id: "44",
      title: "Test",
      url: "https://www.example.com",
      ai_agent_availability: true,
      ai_copilot_availability: true
    })
  },
  {
    name: "AiContent.findExternalPage",
    method: "get",
    path: "/ai/external_pages/{page_id}",
    call: AiContent.findExternalPage("23")
  },
  {
    name: "AiContent.updateExternalPage",
    method: "put",
    path: "/ai/external_pages/{page_id}",
    call: AiContent.updateExternalPage("24", {
      external_id: "5678",
      html: "<html><body><h1>Test</h1></body></html>",
      locale: "en",
      source_id: "47",
      title: "Test",
      url: "https://www.example.com",
      fin_availability: true
    })
  },
  {
    name: "AiContent.deleteExternalPage",
    method: "delete",
    path: "/ai/external_pages/{page_id}",
    call: AiContent.deleteExternalPage("22")
  }
]
