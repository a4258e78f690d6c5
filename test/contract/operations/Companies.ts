import * as Companies from "effect-intercom/api/Companies"
import type { Operation } from "../Operation.js"

const companyId = "5f4d3c1c-7b1b-4d7d-a97e-6095715c6632"

export const companies: ReadonlyArray<Operation> = [
  {
    name: "Companies.upsert",
    method: "post",
    path: "/companies",
    call: Companies.upsert({
      company_id: "company_remote_id",
      name: "my company",
      remote_created_at: 1374138000,
      website: "https://www.example.com",
      industry: "Manufacturing",
      size: 100,
      plan: "Enterprise",
      monthly_spend: 1000,
      custom_attributes: { industry: "manufacturing" }
    })
  },
  {
    name: "Companies.listBySegment",
    method: "get",
    path: "/companies",
    call: Companies.listBySegment("98765", { perPage: 15, cursor: "1" })
  },
  { name: "Companies.find", method: "get", path: "/companies/{company_id}", call: Companies.find(companyId) },
  {
    name: "Companies.update",
    method: "put",
    path: "/companies/{company_id}",
    call: Companies.update(companyId, { name: "my company", website: "http://www.mycompany.com/" })
  },
  { name: "Companies.delete", method: "delete", path: "/companies/{company_id}", call: Companies.delete(companyId) },
  {
    name: "Companies.list",
    method: "post",
    path: "/companies/list",
    call: Companies.list({ perPage: 15, cursor: "1", order: "desc" })
  },
  {
    name: "Companies.listContacts",
    method: "get",
    path: "/companies/{company_id}/contacts",
    call: Companies.listContacts(companyId, { perPage: 50, cursor: "2" })
  },
  {
    name: "Companies.listSegments",
    method: "get",
    path: "/companies/{company_id}/segments",
    call: Companies.listSegments(companyId)
  },
  {
    name: "Companies.listNotes",
    method: "get",
    path: "/companies/{company_id}/notes",
    call: Companies.listNotes(companyId, { perPage: 50, cursor: "2" })
  },
  {
    name: "Companies.createNote",
    method: "post",
    path: "/companies/{company_id}/notes",
    since: "2.16",
    call: Companies.createNote(companyId, { body: "Hello", admin_id: "991267583" })
  },
  {
    name: "Companies.scroll",
    method: "get",
    path: "/companies/scroll",
    call: Companies.scroll({ scroll_param: "25b649f7-4d33-4ef6-88f5-60e5b8244309" })
  }
]

/** Further functions on operations listed above. */
export const companyVariants: ReadonlyArray<Operation> = [
  {
    name: "Companies.findByCompanyId",
    method: "get",
    path: "/companies",
    call: Companies.findByCompanyId("12345")
  },
  { name: "Companies.findByName", method: "get", path: "/companies", call: Companies.findByName("my company") },
  { name: "Companies.listByTag", method: "get", path: "/companies", call: Companies.listByTag("678910") }
]
