import * as Newsfeeds from "effect-intercom/api/Newsfeeds"
import type { Operation } from "../Operation.js"

export const newsfeeds: ReadonlyArray<Operation> = [
  {
    name: "Newsfeeds.list",
    method: "get",
    path: "/news/newsfeeds",
    call: Newsfeeds.list({ perPage: 10, cursor: "2" })
  },
  { name: "Newsfeeds.find", method: "get", path: "/news/newsfeeds/{newsfeed_id}", call: Newsfeeds.find("72") },
  {
    name: "Newsfeeds.listItems",
    method: "get",
    path: "/news/newsfeeds/{newsfeed_id}/items",
    call: Newsfeeds.listItems("123", { perPage: 20, cursor: "2" })
  }
]
