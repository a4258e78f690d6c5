import * as Articles from "effect-intercom/api/Articles"
import type { Operation } from "../Operation.js"

export const articles: ReadonlyArray<Operation> = [
  { name: "Articles.list", method: "get", path: "/articles", call: Articles.list({ perPage: 25, cursor: "2" }) },
  { name: "Articles.find", method: "get", path: "/articles/{article_id}", call: Articles.find("45") },
  {
    name: "Articles.create",
    method: "post",
    path: "/articles",
    call: Articles.create({
      title: "Thanks for everything",
      description: "Description of the Article",
      body: "Body of the Article",
      author_id: "991267497",
      state: "published",
      parent_id: "145",
      parent_type: "collection",
      translated_content: {
        fr: {
          title: "Merci pour tout",
          description: "Description de l'article",
          body: "Corps de l'article",
          author_id: "991267497",
          state: "published"
        }
      }
    })
  },
  {
    name: "Articles.update",
    method: "put",
    path: "/articles/{article_id}",
    call: Articles.update("48", {
      title: "Christmas is here!",
      body: "<p>New gifts in store for the jolly season</p>",
      author_id: "1295",
      parent_id: "18"
    })
  },
  { name: "Articles.delete", method: "delete", path: "/articles/{article_id}", call: Articles.delete("51") },
  {
    name: "Articles.search",
    method: "get",
    path: "/articles/search",
    call: Articles.search({
      phrase: "Getting started",
      state: "published",
      help_center_id: "123",
      highlight: false,
      perPage: 10,
      cursor: "2"
    })
  },
  {
    name: "Articles.findDraft",
    method: "get",
    path: "/articles/{id}/draft",
    since: "2.16",
    call: Articles.findDraft("45")
  },
  {
    name: "Articles.stageDraft",
    method: "put",
    path: "/articles/{id}/draft",
    since: "2.16",
    call: Articles.stageDraft("48", {
      title: "Christmas is here!",
      body: "<p>New gifts in store for the jolly season</p>",
      translated_content: { fr: { title: "Noël est là !", body_markdown: "De nouveaux cadeaux" } }
    })
  },
  {
    name: "Articles.publishDraft",
    method: "post",
    path: "/articles/{id}/draft/publish",
    since: "2.16",
    call: Articles.publishDraft("48", { locales: ["en", "fr"] })
  },
  {
    name: "Articles.listVersions",
    method: "get",
    path: "/articles/{article_id}/versions",
    since: "2.16",
    call: Articles.listVersions("123", { locale: "en", perPage: 25, cursor: "2" })
  },
  {
    name: "Articles.findVersion",
    method: "get",
    path: "/articles/{article_id}/versions/{id}",
    since: "2.16",
    call: Articles.findVersion("123", { version_id: "301", locale: "en" })
  },
  {
    name: "Articles.attachTag",
    method: "post",
    path: "/articles/{article_id}/tags",
    since: "2.16",
    call: Articles.attachTag("123", { tag_id: "7522907", admin_id: "1234" })
  },
  {
    name: "Articles.detachTag",
    method: "delete",
    path: "/articles/{article_id}/tags/{id}",
    since: "2.16",
    call: Articles.detachTag("123", { tag_id: "7522907" })
  }
]
