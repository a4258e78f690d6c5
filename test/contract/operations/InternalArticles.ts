import * as InternalArticles from "effect-intercom/api/InternalArticles"
import type { Operation } from "../Operation.js"

export const internalArticles: ReadonlyArray<Operation> = [
  {
    name: "InternalArticles.list",
    method: "get",
    path: "/internal_articles",
    call: InternalArticles.list({ perPage: 25, cursor: "2" })
  },
  {
    name: "InternalArticles.find",
    method: "get",
    path: "/internal_articles/{internal_article_id}",
    call: InternalArticles.find("45")
  },
  {
    name: "InternalArticles.create",
    method: "post",
    path: "/internal_articles",
    call: InternalArticles.create({
      title: "Thanks for everything",
      body: "Body of the Article",
      owner_id: "991266252",
      author_id: "991266252"
    })
  },
  {
    name: "InternalArticles.update",
    method: "put",
    path: "/internal_articles/{internal_article_id}",
    call: InternalArticles.update("48", {
      title: "Christmas is here!",
      body: "<p>New gifts in store for the jolly season</p>",
      owner_id: "991266252"
    })
  },
  {
    name: "InternalArticles.delete",
    method: "delete",
    path: "/internal_articles/{internal_article_id}",
    call: InternalArticles.delete("51")
  },
  {
    name: "InternalArticles.search",
    method: "get",
    path: "/internal_articles/search",
    call: InternalArticles.search({ folder_id: "123", perPage: 10, cursor: "2" })
  },
  {
    name: "InternalArticles.attachTag",
    method: "post",
    path: "/internal_articles/{internal_article_id}/tags",
    since: "2.16",
    call: InternalArticles.attachTag("45", { tag_id: "7522907" })
  },
  {
    name: "InternalArticles.detachTag",
    method: "delete",
    path: "/internal_articles/{internal_article_id}/tags/{id}",
    since: "2.16",
    call: InternalArticles.detachTag("45", { tag_id: "7522907" })
  }
]
