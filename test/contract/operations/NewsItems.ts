import * as NewsItems from "effect-intercom/api/NewsItems"
import type { Operation } from "../Operation.js"

export const newsItems: ReadonlyArray<Operation> = [
  {
    name: "NewsItems.list",
    method: "get",
    path: "/news/news_items",
    call: NewsItems.list({ perPage: 10, cursor: "2" })
  },
  {
    name: "NewsItems.create",
    method: "post",
    path: "/news/news_items",
    call: NewsItems.create({
      title: "Halloween is here!",
      body: "<p>New costumes in store for this spooky season</p>",
      labels: ["Product", "Update", "New"],
      sender_id: "991267834",
      deliver_silently: true,
      reactions: ["😆", "😅"],
      state: "live",
      newsfeed_assignments: [{ newsfeed_id: "53", published_at: 1664638214 }]
    })
  },
  { name: "NewsItems.find", method: "get", path: "/news/news_items/{news_item_id}", call: NewsItems.find("34") },
  {
    name: "NewsItems.update",
    method: "put",
    path: "/news/news_items/{news_item_id}",
    call: NewsItems.update("37", {
      title: "Christmas is here!",
      body: "<p>New gifts in store for the jolly season</p>",
      sender_id: "991267845",
      reactions: ["😝", "😂"]
    })
  },
  { name: "NewsItems.delete", method: "delete", path: "/news/news_items/{news_item_id}", call: NewsItems.delete("40") }
]
