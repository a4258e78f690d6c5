/**
 * Checks the links of a static site: each file that a page refers to exists, and so does each anchor.
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs"
import { dirname, join, relative } from "node:path"

interface Page {
  readonly links: ReadonlyArray<string>
  readonly anchors: ReadonlySet<string>
}

const attributes = (html: string, name: string): ReadonlyArray<string> =>
  Array.from(
    html.matchAll(new RegExp(`<[a-z][^<>]*?\\s(?:${name})="([^"]*)"`, "gi")),
    ([, value = ""]) => value.replaceAll("&amp;", "&")
  )

const readPage = (file: string): Page => {
  const html = readFileSync(file, "utf8")
  return { links: attributes(html, "href|src"), anchors: new Set(attributes(html, "id")) }
}

const isExternal = (link: string): boolean => /^[a-z][a-z\d+.-]*:|^\/\//i.test(link)

/** The links of the pages in a folder that lead nowhere: `api/Tags.html: ../Tag.html#id`. */
export const brokenLinks = (site: string): ReadonlyArray<string> => {
  const files = readdirSync(site, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".html"))
    .map((file) => join(site, file))
    .sort()
  const pages = new Map(files.map((file) => [file, readPage(file)]))

  const isBroken = (page: string, link: string): boolean => {
    const [path = "", anchor = ""] = link.split("#").map(decodeURIComponent)
    const file = path === "" ? page : join(dirname(page), path.replace(/\?.*$/, ""))
    if (!existsSync(file) || statSync(file).isDirectory()) return true
    return anchor !== "" && pages.get(file)?.anchors.has(anchor) === false
  }

  return Array.from(pages).flatMap(([page, { links }]) =>
    links
      .filter((link) => !isExternal(link) && isBroken(page, link))
      .map((link) => `${relative(site, page).replaceAll("\\", "/")}: ${link}`)
  )
}
