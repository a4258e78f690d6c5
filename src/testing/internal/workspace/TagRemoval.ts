/** Deletes a tag, and removes it from objects of every kind. */
import * as Either from "effect/Either"
import * as Tags from "./contacts/Tags.js"
import { empty, type Result } from "./kernel/Result.js"
import type { Row, Table } from "./kernel/Table.js"
import { type Call, del, type Operation } from "./Operation.js"

const remove = ({ path, tables }: Call<"tag_id">): Result =>
  Either.map(tables.tags.find(path("tag_id")), ({ id }) => {
    const { articles, companies, contacts, conversations, tags, tickets } = tables
    tags.remove(id)
    takeOff(articles, id)
    takeOff(companies, id)
    takeOff(contacts, id)
    takeOff(tickets, id)
    for (const row of conversations.rows()) {
      const left = row.tags.filter((tag) => tag.id !== id)
      if (left.length < row.tags.length) conversations.set({ ...row, tags: left })
    }
    return empty(200)
  })

const takeOff = <A extends Row & { readonly tagIds: ReadonlyArray<string> }>(table: Table<A>, id: string): void => {
  for (const row of table.rows()) {
    if (row.tagIds.includes(id)) table.set({ ...row, tagIds: Tags.withoutId(row.tagIds, id) })
  }
}

export const operations: ReadonlyArray<Operation> = [del("/tags/{tag_id}", remove)]
