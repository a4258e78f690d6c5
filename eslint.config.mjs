import effect from "@effect/eslint-plugin"
import js from "@eslint/js"
import { createNodeResolver, importX } from "eslint-plugin-import-x"
import { defineConfig, globalIgnores } from "eslint/config"
import tseslint from "typescript-eslint"
import { documented } from "./scripts/eslint/documented.mjs"
import { noCycle } from "./scripts/eslint/noCycle.mjs"
import { topLevelPurity } from "./scripts/eslint/topLevelPurity.mjs"

const barrels = ["effect", "@effect/platform", "@effect/platform-node", "@effect/experimental"]

const everywhere = {
  files: ["**/*.{ts,mts,mjs}"],
  extends: [js.configs.recommended, tseslint.configs.recommended, effect.configs.dprint],
  plugins: { "import-x": importX },
  linterOptions: { reportUnusedDisableDirectives: "error" },
  rules: {
    "@effect/dprint": ["error", {
      config: {
        indentWidth: 2,
        lineWidth: 120,
        semiColons: "asi",
        quoteStyle: "alwaysDouble",
        trailingCommas: "never",
        operatorPosition: "maintain",
        "arrowFunction.useParentheses": "force"
      }
    }],
    "@effect/no-import-from-barrel-package": ["error", { packageNames: barrels }],
    "@typescript-eslint/array-type": ["error", { default: "generic", readonly: "generic" }],
    "@typescript-eslint/consistent-type-imports": "error",
    // An empty interface over one other gives a long type a short name in hovers.
    "@typescript-eslint/no-empty-object-type": ["error", { allowInterfaces: "with-single-extends" }],
    "@typescript-eslint/no-explicit-any": "error",
    // Under `verbatimModuleSyntax`, `import { type X }` would still load the module.
    "@typescript-eslint/no-import-type-side-effects": "error",
    // `declare namespace` holds the types that belong to a model; top-level-purity refuses the others.
    "@typescript-eslint/no-namespace": "off",
    "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
    "import-x/first": "error",
    "import-x/newline-after-import": "error",
    "import-x/no-duplicates": "error",
    "object-shorthand": "error",
    // `Effect.gen` without a `yield*` is a plain way to return early.
    "require-yield": "off"
  }
}

const quiet = {
  files: ["src/**/*.ts", "test/**/*.ts"],
  ignores: ["test/bench/**"],
  rules: { "no-console": "error" }
}

const clock = "Take the time from Effect's Clock, so that TestClock can drive it."
const timer = "Wait with Effect.sleep, so that TestClock can drive it."
const random = "Take randomness from Effect's Random, so that tests can seed it."

const library = {
  files: ["src/**/*.ts"],
  plugins: { local: { rules: { documented, "no-cycle": noCycle, "top-level-purity": topLevelPurity } } },
  rules: {
    "local/no-cycle": "error",
    "local/top-level-purity": "error",
    "max-lines": ["error", 700],
    // Hovers and `.d.ts` files then show what was written, not what was inferred.
    "@typescript-eslint/explicit-module-boundary-types": "error",
    "@typescript-eslint/no-non-null-assertion": "error",
    // The library runs wherever Effect does: browsers, workers, Deno.
    "import-x/no-nodejs-modules": "error",
    "no-restricted-globals": ["error", {
      globals: [
        { name: "process", message: "Read settings through Effect's Config." },
        { name: "setImmediate", message: timer },
        { name: "setInterval", message: timer },
        { name: "setTimeout", message: timer }
      ],
      checkGlobalObject: true
    }],
    "no-restricted-imports": ["error", {
      paths: barrels.map((name) => ({ name, message: `Import the module: "${name}/…".` })),
      patterns: [{ regex: "^effect-intercom(/|$)", message: "Import by relative path, which the zones can see." }]
    }],
    "no-restricted-properties": [
      "error",
      { object: "Date", property: "now", message: clock },
      { object: "performance", property: "now", message: clock },
      { object: "Math", property: "random", message: random }
    ],
    "no-restricted-syntax": [
      "error",
      { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: clock },
      { selector: "CallExpression[callee.name='Date']", message: clock },
      {
        selector: "CallExpression[callee.property.name='push'] > SpreadElement",
        message: "Arguments live on the stack, which a long list overflows."
      },
      {
        selector: "ExportNamedDeclaration > VariableDeclaration > " +
          "VariableDeclarator:not([id.typeAnnotation]):not([init.returnType]):not([init.type='Literal'])",
        message: "Write the type of an export: hovers and `.d.ts` files show it instead of an inferred one."
      },
      {
        selector: "ExportNamedDeclaration > TSTypeAliasDeclaration > TSTypeLiteral",
        message: "Export an interface: hovers and `.d.ts` files show it by its name, an alias by all that is in it."
      }
    ]
  }
}

// Modules that a program can import.
const published = {
  files: ["src/**/*.ts"],
  ignores: ["src/index.ts", "src/bin/**", "src/**/internal/**", "src/models/notifications/kinds.ts"],
  rules: { "local/documented": "error" }
}

// The command runs in Node only, and nobody imports it.
const command = {
  files: ["src/bin/*.ts"],
  rules: {
    "local/top-level-purity": "off",
    "import-x/no-nodejs-modules": "off",
    "no-restricted-globals": "off"
  }
}

// Every module may name its types: an issue in a public signature has a name that can be imported.
const errors = "IntercomError.ts"
const workspace = "src/testing/internal/workspace"

// The floors of the workspace in memory, and what each one stands on. The roof, which is every other module of the
// folder, stands on all of them.
const floors = {
  kernel: [],
  rows: ["kernel"],
  "Tables.ts": ["kernel", "rows"],
  "Operation.ts": ["kernel", "Tables.ts"],
  teammates: ["kernel", "rows", "Tables.ts", "Operation.ts"],
  contacts: ["kernel", "rows", "Tables.ts", "Operation.ts", "teammates"],
  parts: ["kernel", "rows", "Tables.ts", "Operation.ts", "teammates"],
  content: ["kernel", "rows", "Tables.ts", "Operation.ts", "teammates", "contacts"],
  tickets: ["kernel", "rows", "Tables.ts", "Operation.ts", "teammates", "contacts", "parts"],
  conversations: ["kernel", "rows", "Tables.ts", "Operation.ts", "teammates", "contacts", "parts", "tickets"]
}

const floorZones = Object.entries(floors).map(([floor, below]) => ({
  target: `${workspace}/${floor}`,
  from: workspace,
  except: [floor, ...below],
  message: `In the workspace, ${floor} imports ${below.length === 0 ? "nothing else" : below.join(", ")}.`
}))

const layers = {
  files: ["src/**/*.ts"],
  settings: {
    // Sources say `./x.js` and mean `x.ts`.
    "import-x/extensions": [".ts"],
    "import-x/resolver-next": [createNodeResolver({ extensions: [".ts"], extensionAlias: { ".js": [".ts"] } })]
  },
  rules: {
    // internal ← models ← core ← api ← testing ← index, core ← preview, and in the workspace in memory:
    // kernel ← rows ← Tables, Operation ← teammates ← contacts, parts ← content, tickets ← conversations ← roof
    "import-x/no-restricted-paths": ["error", {
      basePath: import.meta.dirname,
      zones: [
        {
          target: "src/internal",
          from: "src",
          except: ["internal", errors, "RateLimit.ts"],
          message: "internal stands on itself."
        },
        {
          target: "src/models",
          from: "src",
          except: ["internal", "models", errors],
          message: "It stands on internal."
        },
        {
          target: "src/!(index).ts",
          from: ["src/api", "src/preview", "src/testing"],
          message: "The core knows no endpoint."
        },
        { target: "src/api", from: "src/testing", message: "An api module stands alone." },
        {
          target: "src/api",
          from: "src/api",
          except: ["ContactRelations.ts", "ConversationActions.ts"],
          message: "An api module stands alone."
        },
        {
          target: ["src/api", "src/testing", "src/index.ts"],
          from: "src/preview",
          message: "Preview may change at any time."
        },
        {
          target: ["src/*.ts", "src/api", "src/internal", "src/models", "src/preview", "src/testing"],
          from: "src/bin",
          message: "The command needs Node."
        },
        { target: "src/preview/*.ts", from: ["src/api", "src/testing"], message: "A preview module stands alone." },
        {
          target: "src/preview/*.ts",
          from: "src/preview",
          except: ["models"],
          message: "A preview module stands alone."
        },
        {
          target: "src/preview/models",
          from: "src",
          except: ["internal", "models", "preview/models", errors],
          message: "It stands on internal and models."
        },
        {
          target: workspace,
          from: "src/testing",
          except: ["internal/workspace", "ConversationSeed.ts", "Delivery.ts", "Seed.ts", "Snapshot.ts"],
          message: "The workspace stands alone."
        },
        ...floorZones,
        { target: "src", from: "src/index.ts", message: "The barrel is for applications." },
        { target: "src", from: ["test", "docs", "scripts"], message: "They are not published." }
      ]
    }]
  }
}

export default defineConfig(
  globalIgnores(["dist", "node_modules", "coverage", "site"]),
  everywhere,
  quiet,
  library,
  published,
  command,
  layers
)
