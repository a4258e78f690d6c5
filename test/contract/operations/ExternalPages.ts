import * as ExternalPages from "effect-intercom/api/ExternalPages"
import type { Operation } from "../Operation.js"

export const externalPages: ReadonlyArray<Operation> = [
  {
    name: "ExternalPages.list",
    method: "get",
    path: "/ai/external_pages",
    call: ExternalPages.list({ perPage: 50, cursor: "2" })
  },
  {
    name: "ExternalPages.upsert",
    method: "post",
    path: "/ai/external_pages",
    call: ExternalPages.upsert({
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
    name: "ExternalPages.find",
    method: "get",
    path: "/ai/external_pages/{page_id}",
    call: ExternalPages.find("23")
  },
  {
    name: "ExternalPages.update",
    method: "put",
    path: "/ai/external_pages/{page_id}",
    call: ExternalPages.update("24", {
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
    name: "ExternalPages.delete",
    method: "delete",
    path: "/ai/external_pages/{page_id}",
    call: ExternalPages.delete("22")
  }
]
