/**
 * The programs that the pages begin with, and what they print. A page without one has a reason here.
 */
import { type Block, blocksOfPage, isProgram, pages, read } from "../docs/blocks.js"

/** The page that begins with an empty folder. */
export const start = "docs/getting-started.md"

/** What the programs print whose comments do not state it. */
export const prints: Readonly<Record<string, ReadonlyArray<RegExp>>> = {
  "README.md": [/contact \w+/, /exported note \w+/],
  [start]: [/the token belongs to \w+/, /message=/, /stored 4 contacts/, /^$/],
  "docs/from-intercom-client.md": [/\w+ is a (user|lead)"\n.*\w+ is a (user|lead)"\n/],
  "docs/from-intercom-go.md": [/\w+ is a (user|lead)"\n.*\w+ is a (user|lead)"\n/],
  "docs/oauth.md": [/^https:\/\/app\.eu\.intercom\.com\/oauth\?client_id=.+&state=.{43}$/m],
  "docs/observability.md": [/level=DEBUG fiber=#0 message="Contacts\.find: 200 \(GET \/contacts\/\{contact_id\}\)"/],
  "docs/syncing.md": [/150 contacts.*\n.*150 contacts.*\n.*100 contacts, 0 ranges to go/],
  "docs/whole-workspace.md": [/stored 150"\n.*stored 150"\n.*stored 100"/]
}

/** Why a page has no program to begin with. */
export const withoutProgram: Readonly<Record<string, string>> = {
  "docs/configuration.md": "its blocks are layers for any program",
  "docs/design.md": "it is about the sources",
  "docs/durable-syncs.md": "its program is a runner of a cluster: test/examples/workflow.test.ts runs two",
  "docs/from-intercom-client-methods.md": "it is a table",
  "docs/from-intercom-go-names.md": "it is a table",
  "docs/modules.md": "it is a table",
  "docs/mounting-webhooks.md": "its programs are servers: test/examples.webhooks.test.ts sends them requests",
  "docs/names.md": "it is about names",
  "docs/performance.md": "it is about measurements",
  "docs/recipes.md": "its blocks are functions: test/docs/recipes.test.ts calls them",
  "docs/recordings.md": "its block needs a recording",
  "docs/reliability.md": "it is about tests",
  "docs/retries.md": "its blocks are layers for any program",
  "docs/runtimes.md": "its block is for a worker",
  "docs/versions.md": "its blocks are calls for any program",
  "docs/workspace.md": "its program is a command, with which getting started begins, too",
  "docs/writing.md": "it is about the pages"
}

const blocks: ReadonlyArray<Block> = pages.flatMap((page) => blocksOfPage(page, read(page)))

export const blocksOf = (page: string): ReadonlyArray<Block> => blocks.filter(({ file }) => file === page)

const programs: ReadonlyArray<Block> = blocks.filter(isProgram)

/** The first program of a page. All of them where they are the uses of the library, or steps from an empty folder. */
export const programsOf = (page: string): ReadonlyArray<Block> =>
  programs.filter(({ file }) => file === page).slice(0, page === "README.md" || page === start ? undefined : 1)

/** What is compiled: the programs, or the first block of a page that has none. */
export const compiledOf = (page: string): ReadonlyArray<Block> =>
  page in withoutProgram ? blocksOf(page).slice(0, 1) : programsOf(page)

/** What a program says it prints: the comments behind `console.log`, on its line or the next. */
export const statedBy = ({ code }: Block): ReadonlyArray<string> =>
  code.split("\n").flatMap((line, index, lines) => {
    const [, rest] = /console\.log(.*)/.exec(line) ?? []
    if (rest === undefined) return []
    const [, stated] = /\s\/\/ (.+)$/.exec(rest) ?? /^\s*\/\/ (.+)$/.exec(lines[index + 1] ?? "") ?? []
    return stated === undefined ? [] : [stated]
  })

/** Whether a line is what a comment states. The comment may say more behind it: `4: both are closed`. */
export const isStated = (stated: string, line: string): boolean =>
  line === stated || (line !== "" && stated.startsWith(line) && /^[,:;] /.test(stated.slice(line.length)))
