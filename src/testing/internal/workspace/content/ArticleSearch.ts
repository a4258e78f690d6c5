/** Search for articles: finds an exact phrase, whatever its case, in any language. */
import * as Either from "effect/Either"
import * as RegExp from "effect/RegExp"
import * as Html from "../kernel/Html.js"
import type { JsonObject } from "../kernel/Json.js"
import { byNumber, newestFirst } from "../kernel/Pages.js"
import { invalid, json, type Result } from "../kernel/Result.js"
import { type Call, get, type Operation } from "../Operation.js"
import type { ArticleContentRow, ArticleRow } from "../rows/Article.js"
import * as Articles from "./Articles.js"

const limits = { perPage: 10, maxPerPage: 150 }

const search = (call: Call): Result => {
  const { query, tables } = call
  const { help_center_id, highlight, phrase = "", state: wanted = "all" } = query
  if (!/^(published|draft|all)$/.test(wanted)) return invalid("state is published, draft or all", "state")
  const { page: _page, per_page: _perPage, ...repeated } = query
  const rows = newestFirst(tables.articles.rows(), ({ updated_at }) => updated_at).filter((row) =>
    (wanted === "all" || row.state === wanted) &&
    (help_center_id === undefined || Articles.helpCenterIdOf(tables, row) === help_center_id) &&
    contentWith(row, phrase) !== undefined
  )
  return Either.map(
    byNumber(rows, limits, call, repeated),
    ({ pages, rows, total_count }) =>
      json({
        type: "list",
        total_count,
        data: {
          articles: rows.map((row) => Articles.present(tables, row)),
          highlights: highlight === "true" && phrase !== "" ? rows.map((row) => highlightsOf(row, phrase)) : []
        },
        pages
      })
  )
}

const contentWith = (row: ArticleRow, phrase: string): ArticleContentRow | undefined =>
  [row, ...Object.values(row.translations)].find((content) =>
    [content.title, ...passagesOf(content)].some((text) => has(text, phrase))
  )

const passagesOf = ({ body, description }: ArticleContentRow): ReadonlyArray<string> =>
  [description, ...Html.toText(body).split("\n")].filter((text) => text !== "")

const has = (text: string, phrase: string): boolean => text.toLowerCase().includes(phrase.toLowerCase())

const highlightsOf = (row: ArticleRow, phrase: string): JsonObject => {
  const content = contentWith(row, phrase) ?? row
  return {
    article_id: row.id,
    highlighted_title: piecesOf(content.title, phrase),
    highlighted_summary: passagesOf(content).filter((text) => has(text, phrase)).map((text) => piecesOf(text, phrase))
  }
}

/** Splits a text at the matches of a phrase. Splitting by a group makes each second piece a match. */
const piecesOf = (text: string, phrase: string): ReadonlyArray<{ readonly type: string; readonly text: string }> =>
  text.split(new globalThis.RegExp(`(${RegExp.escape(phrase)})`, "i"))
    .map((piece, index) => ({ type: index % 2 === 0 ? "plain" : "highlight", text: piece }))
    .filter(({ text }) => text !== "")

export const operations: ReadonlyArray<Operation> = [get("/articles/search", search)]
