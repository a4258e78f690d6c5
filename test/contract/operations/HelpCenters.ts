import * as HelpCenters from "effect-intercom/api/HelpCenters"
import type { Operation } from "../Operation.js"

export const helpCenters: ReadonlyArray<Operation> = [
  { name: "HelpCenters.list", method: "get", path: "/help_center/help_centers", call: HelpCenters.list() },
  {
    name: "HelpCenters.find",
    method: "get",
    path: "/help_center/help_centers/{help_center_id}",
    call: HelpCenters.find("93")
  },
  {
    name: "HelpCenters.listRedirects",
    method: "get",
    path: "/help_center/help_centers/{help_center_id}/redirects",
    since: "2.16",
    call: HelpCenters.listRedirects("7", { perPage: 50, cursor: "2" })
  },
  {
    name: "HelpCenters.createRedirect",
    method: "post",
    path: "/help_center/help_centers/{help_center_id}/redirects",
    since: "2.16",
    call: HelpCenters.createRedirect("7", {
      from_url: "http://help-center.test/lovelyhelpcenter/old-page",
      locale: "en",
      target_type: "article",
      target_id: "11"
    })
  },
  {
    name: "HelpCenters.findRedirect",
    method: "get",
    path: "/help_center/help_centers/{help_center_id}/redirects/{id}",
    since: "2.16",
    call: HelpCenters.findRedirect("7", { redirect_id: "26" })
  },
  {
    name: "HelpCenters.deleteRedirect",
    method: "delete",
    path: "/help_center/help_centers/{help_center_id}/redirects/{id}",
    since: "2.16",
    call: HelpCenters.deleteRedirect("7", { redirect_id: "26" })
  }
]
