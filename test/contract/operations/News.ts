import * as News from "effect-intercom/api/News"
import type { Operation } from "../Operation.js"

export const news: ReadonlyArray<Operation> = [
  {
    name: "News.listItems",
    method: "get",
    path: "/news/news_items",
    call: News.listItems({ perPage: 10, cursor: "2" })
  },
  {
    name: "News.createItem",
    method: "post",
    path: "/news/news_items",
    call: News.createItem({
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
  { name: "News.findItem", method: "get", path: "/news/news_items/{news_item_id}", call: News.findItem("34") },
  {
    name: "News.updateItem",
    method: "put",
    path: "/news/news_items/{news_item_id}",
    call: News.updateItem("37", {
      title: "Christmas is here!",
      body: "<p>New gifts in store for the jolly season</p>",
      sender_id: "991267845",
      reactions: ["😝", "😂"]
    })
  },
  { name: "News.deleteItem", method: "delete", path: "/news/news_items/{news_item_id}", call: News.deleteItem("40") },
  {
    name: "News.listNewsfeeds",
    method: "get",
    path: "/news/newsfeeds",
    call: News.listNewsfeeds({ perPage: 10, cursor: "2" })
  },
  { name: "News.findNewsfeed", method: "get", path: "/news/newsfeeds/{newsfeed_id}", call: News.findNewsfeed("72") },
  {
    name: "News.listNewsfeedItems",
    method: "get",
    path: "/news/newsfeeds/{newsfeed_id}/items",
    call: News.listNewsfeedItems("123", { perPage: 20, cursor: "2" })
  }
]
