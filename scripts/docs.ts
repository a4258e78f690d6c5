/**
 * Makes the API reference, a static site in `site`, from the doc comments of `src` and from the pages.
 */
import { Application, Converter, OptionDefaults } from "typedoc"
import { showFields } from "./docs/classes.js"
import { readComments } from "./docs/comments.js"
import { entryPoints } from "./docs/entryPoints.js"
import { showFunctions } from "./docs/functions.js"
import { brokenLinks } from "./docs/links.js"
import { ModuleRouter, ModuleTheme } from "./docs/theme.js"

const out = "site"

const app = await Application.bootstrap({
  entryPoints: Array.from(entryPoints()),
  out,
  name: "effect-intercom",
  readme: "README.md",
  projectDocuments: ["docs/*.md", "CHANGELOG.md"],
  // `npm run check` does that.
  skipErrorChecking: true,
  excludeExternals: true,
  excludeInternal: true,
  disableSources: true,
  hideGenerator: true,
  router: "module",
  theme: "module",
  categorizeByGroup: false,
  defaultCategory: "other",
  categoryOrder: ["endpoints", "streams", "layers", "constructors", "combinators", "*", "models", "schemas", "other"],
  sort: ["kind", "alphabetical"],
  kindSortOrder: ["Document", "Module", "Function", "Class", "Interface", "TypeAlias", "Variable"],
  groupOrder: ["Properties", "*", "Constructors"],
  groupReferencesByType: true,
  headings: { readme: false, document: false },
  includeHierarchySummary: false,
  // Every export is there since 1.0.0.
  notRenderedTags: [...OptionDefaults.notRenderedTags, "@since"],
  useFirstParagraphOfCommentAsSummary: true,
  searchInComments: true,
  searchInDocuments: true,
  // These are parts of the types that are exported. No program needs their names.
  intentionallyNotExported: [
    "src/Pagination.ts:ReadPage",
    "src/models/CanvasComponent.ts:Item",
    "src/models/CanvasComponent.ts:ItemImage",
    "src/models/CanvasComponent.ts:WithoutImage",
    "src/models/Notification.ts:Each",
    "src/models/Translations.ts:languages",
    "src/models/notifications/Notified.ts:NotifiedValue",
    "src/models/notifications/Notified.ts:OrText",
    "src/models/notifications/Notified.ts:TimeKey"
  ],
  treatWarningsAsErrors: true,
  validation: { notExported: true, invalidLink: true, invalidPath: true, rewrittenLink: true, notDocumented: false }
})
app.renderer.defineRouter("module", ModuleRouter)
app.renderer.defineTheme("module", ModuleTheme)
app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
  readComments(app, project)
  showFunctions(project)
}, 1000)
app.converter.on(Converter.EVENT_RESOLVE_END, ({ project }) => showFields(project), -1000)

const project = await app.convert()
if (project === undefined) process.exit(1)
app.validate(project)
await app.generateOutputs(project)

const broken = brokenLinks(out)
if (broken.length > 0) console.error(["Broken links:", ...broken].join("\n"))
if (app.logger.hasErrors() || app.logger.hasWarnings() || broken.length > 0) process.exit(1)
