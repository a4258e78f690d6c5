/**
 * The check of links that ends `npm run docs`.
 */
import { afterEach, assert, describe, it } from "@effect/vitest"
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { brokenLinks } from "../../scripts/docs/links.js"

describe("The links of a site", () => {
  let site = ""
  afterEach(() => rmSync(site, { recursive: true }))

  const broken = (files: Readonly<Record<string, string>>): ReadonlyArray<string> => {
    site = mkdtempSync(join(tmpdir(), "effect-intercom-site-"))
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(site, path)), { recursive: true })
      writeFileSync(join(site, path), text)
    }
    return brokenLinks(site)
  }

  it("lead to pages, anchors, scripts and other sites", () => {
    assert.deepStrictEqual(
      broken({
        "index.html": `<script src="assets/main.js"></script><a class="a" href="api/Tags.html#find">find</a>`,
        "api/Tags.html":
          `<h3 id="find"><a href="#find">find</a></h3><a href="../index.html">home</a><a href="https://effect.website/#a">b</a>`,
        "assets/main.js": ""
      }),
      []
    )
  })

  it("are broken if the page is missing, or the script, or the anchor of this page or another", () => {
    assert.deepStrictEqual(
      broken({
        "index.html":
          `<script src="main.js"></script><a href="Tags.html">a</a><a href="#b">b</a><a href="api/Tags.html#list">c</a>`,
        "api/Tags.html": `<h3 id="find">find</h3><a href="../api">a folder</a>`
      }),
      [
        "api/Tags.html: ../api",
        "index.html: main.js",
        "index.html: Tags.html",
        "index.html: #b",
        "index.html: api/Tags.html#list"
      ]
    )
  })
})
