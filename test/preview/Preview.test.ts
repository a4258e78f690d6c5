/**
 * What holds for every operation of Preview: where it is, which version it sends, and what it refuses and repeats.
 */
import { assert, describe, it } from "@effect/vitest"
import * as Intercom from "effect-intercom"
import type { IntercomError } from "effect-intercom/IntercomError"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as Companies from "effect-intercom/preview/Companies"
import * as Contacts from "effect-intercom/preview/Contacts"
import * as FinAgent from "effect-intercom/preview/FinAgent"
import * as Folders from "effect-intercom/preview/Folders"
import * as IdentityVerificationSecrets from "effect-intercom/preview/IdentityVerificationSecrets"
import * as Procedures from "effect-intercom/preview/Procedures"
import * as Teams from "effect-intercom/preview/Teams"
import * as SearchQuery from "effect-intercom/SearchQuery"
import * as Effect from "effect/Effect"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { attemptsOf, refusalOf } from "../api/sending.js"
import { bodyOf, lineOf, scripted } from "../scripted.js"
import { repository } from "../types/compiler.js"

type Call = Effect.Effect<unknown, IntercomError, IntercomHttp.IntercomHttp>

interface Operation {
  readonly call: Call
  /** `GET /folders/6` */
  readonly line: string
  readonly body?: unknown
  readonly isRepeated: boolean
}

const question: FinAgent.FinStart = {
  conversation_id: "ext-123",
  message: { author: "user", body: "How do I reset my password?", timestamp: "2025-01-24T10:01:20.000Z" },
  user: { id: "123456", name: "John Doe", email: "john.doe@example.com" }
}

const job = { id: "job_v2_1" }

const operations: Readonly<Record<string, Operation>> = {
  "Companies.findBulkJob": {
    call: Companies.findBulkJob("job_v2_1"),
    line: "GET /companies/bulk/job_v2_1",
    isRepeated: true
  },
  "Companies.search": {
    call: Companies.search({ query: SearchQuery.equals("name", "Blue Sun"), perPage: 5 }),
    line: "POST /companies/search",
    body: { query: { field: "name", operator: "=", value: "Blue Sun" }, pagination: { per_page: 5 } },
    isRepeated: true
  },
  "Companies.startBulkDelete": {
    call: Companies.startBulkDelete({ companies: [{ id: "531ee472cce572a6ec000006" }] }),
    line: "POST /companies/bulk/delete",
    body: { companies: [{ id: "531ee472cce572a6ec000006" }] },
    isRepeated: true
  },
  "Companies.startBulkUpdate": {
    call: Companies.startBulkUpdate({ companies: [{ id: "531ee472cce572a6ec000006", name: "Blue Sun" }] }),
    line: "PUT /companies/bulk",
    body: { companies: [{ id: "531ee472cce572a6ec000006", name: "Blue Sun" }] },
    isRepeated: true
  },
  "Companies.startBulkUpsert": {
    call: Companies.startBulkUpsert({ companies: [{ company_id: "6", plan: "Pro" }], job }),
    line: "POST /companies/bulk",
    body: { companies: [{ company_id: "6", plan: "Pro" }], job },
    isRepeated: true
  },
  "Contacts.findBulkJob": {
    call: Contacts.findBulkJob("job_v2_1"),
    line: "GET /contacts/bulk/job_v2_1",
    isRepeated: true
  },
  "Contacts.previewMerge": {
    call: Contacts.previewMerge({ from: "667d60ac", into: "667d60ad", skip_duplicate_validation: true }),
    line: "POST /contacts/merge/preview",
    body: { from: "667d60ac", into: "667d60ad", skip_duplicate_validation: true },
    isRepeated: true
  },
  "Contacts.startBulkDelete": {
    call: Contacts.startBulkDelete({ contacts: [{ id: "abc123" }, { id: "def456" }] }),
    line: "POST /contacts/bulk/delete",
    body: { contacts: [{ id: "abc123" }, { id: "def456" }] },
    isRepeated: true
  },
  "Contacts.startBulkUpdate": {
    call: Contacts.startBulkUpdate({
      contacts: [
        { id: "abc123", language_override: "fr", owner_id: "123" },
        { id: "def456", tags: { add: [{ id: "123" }], remove: [{ id: "456" }] }, companies: [{ company_id: "6" }] }
      ],
      job
    }),
    line: "PUT /contacts/bulk",
    body: {
      contacts: [
        { id: "abc123", language_override: "fr", owner_id: 123 },
        { id: "def456", companies: [{ company_id: "6" }], tags: { add: [{ id: "123" }], remove: [{ id: "456" }] } }
      ],
      job
    },
    isRepeated: true
  },
  "FinAgent.ask": { call: FinAgent.ask(question), line: "POST /fin/ask", body: question, isRepeated: false },
  "FinAgent.escalate": {
    call: FinAgent.escalate({ user: { id: "123456" }, message: "I need help", context: "A refund" }),
    line: "POST /fin/escalate",
    body: { user: { id: "123456" }, message: "I need help", context: "A refund" },
    isRepeated: false
  },
  "FinAgent.findCapabilities": {
    call: FinAgent.findCapabilities({ user: { id: "123456" } }),
    line: "POST /fin/capabilities",
    body: { user: { id: "123456" } },
    isRepeated: true
  },
  "FinAgent.runProcedure": {
    call: FinAgent.runProcedure("12345", {
      conversation_id: "ext-123",
      user: { id: "123456" },
      message: { author: "agent", body: "Starting your refund request." },
      conversation_metadata: { attributes: { order_id: "98765" } },
      settings: { email: true }
    }),
    line: "POST /fin/procedures/12345/run",
    body: {
      conversation_id: "ext-123",
      user: { id: "123456" },
      message: { author: "agent", body: "Starting your refund request." },
      conversation_metadata: { attributes: { order_id: "98765" } },
      settings: { email: true }
    },
    isRepeated: false
  },
  "Folders.create": {
    call: Folders.create({ name: "Product Documentation", emoji: "📚", parent_folder_id: "1" }),
    line: "POST /folders",
    body: { folder: { name: "Product Documentation", emoji: "📚", parent_folder_id: 1 } },
    isRepeated: false
  },
  "Folders.delete": { call: Folders.delete("6"), line: "DELETE /folders/6", isRepeated: true },
  "Folders.find": { call: Folders.find("6"), line: "GET /folders/6", isRepeated: true },
  "Folders.list": {
    call: Folders.list({ parent_folder_id: "1", perPage: 50, cursor: "2" }),
    line: "GET /folders?per_page=50&page=2&parent_folder_id=1",
    isRepeated: true
  },
  "Folders.update": {
    call: Folders.update("6", { description: null, parent_folder_id: null }),
    line: "PUT /folders/6",
    body: { folder: { description: null, parent_folder_id: null } },
    isRepeated: true
  },
  "IdentityVerificationSecrets.create": {
    call: IdentityVerificationSecrets.create({ name: "Production Web", supports_web: true }),
    line: "POST /secure_mode_secrets",
    body: { name: "Production Web", supports_web: true },
    isRepeated: false
  },
  "IdentityVerificationSecrets.delete": {
    call: IdentityVerificationSecrets.delete("102"),
    line: "DELETE /secure_mode_secrets/102",
    isRepeated: true
  },
  "IdentityVerificationSecrets.list": {
    call: IdentityVerificationSecrets.list(),
    line: "GET /secure_mode_secrets",
    isRepeated: true
  },
  "Procedures.collectAgentInput": {
    call: Procedures.collectAgentInput("215473853299345", {
      step_id: "d5b81f72",
      attribute_values: [{ identifier: "approved", value: true }, { identifier: "comment", value: null }]
    }),
    line: "POST /procedures/215473853299345/collect_agent_input",
    body: {
      step_id: "d5b81f72",
      attribute_values: [{ identifier: "approved", value: true }, { identifier: "comment", value: null }]
    },
    isRepeated: false
  },
  "Teams.update": {
    call: Teams.update("814865", { admin_ids: ["493881", 814866], admin_priority_level: { primary_admin_ids: ["1"] } }),
    line: "PUT /teams/814865",
    body: { admin_ids: [493_881, 814_866], admin_priority_level: { primary_admin_ids: [1] } },
    isRepeated: true
  }
}

describe("Preview", () => {
  const namespaces = { Companies, Contacts, FinAgent, Folders, IdentityVerificationSecrets, Procedures, Teams }

  it("has these operations, and streams of those in pages", () => {
    const functions = Object.entries(namespaces).flatMap(([module, exports]) =>
      Object.keys(exports).filter((name) => /^(?!changesOf$|messageAddress$)[a-z]/.test(name)).map((name) =>
        `${module}.${name}`
      )
    )
    assert.sameMembers(functions, [
      ...Object.keys(operations),
      "Companies.searchPages",
      "Companies.searchStream",
      "Folders.pages",
      "Folders.stream"
    ])
  })

  it("is in every module of its folder, and not in the barrel", () => {
    const files = readdirSync(join(repository, "src/preview")).filter((file) => file.endsWith(".ts"))
    assert.sameMembers(files, Object.keys(namespaces).map((name) => `${name}.ts`))
    assert.notInclude(readFileSync(join(repository, "src/index.ts"), "utf8"), "preview")
    assert.notProperty(Intercom, "Folders")
  })

  it("is named in the header of every file", () => {
    const folder = join(repository, "src/preview")
    const files = readdirSync(folder, { encoding: "utf8", recursive: true }).filter((file) => file.endsWith(".ts"))
    assert.isAtLeast(files.length, 14)
    const notice = " * Preview: may change at any time; not covered by semantic versioning.\n"
    assert.deepStrictEqual(
      files.filter((file) => !readFileSync(join(folder, file), "utf8").split("*/")[0]?.includes(notice)),
      []
    )
  })
})

for (const [name, { body, call, isRepeated, line }] of Object.entries(operations)) {
  describe(name, () => {
    it.effect("is sent under the version Preview, whatever version is configured", () =>
      Effect.gen(function*() {
        const { layer, sent } = scripted([() => new Response("{}")])
        yield* Effect.ignore(Effect.provide(call, layer))
        yield* Effect.ignore(Effect.provide(call.pipe(IntercomHttp.withVersion("2.15")), layer))
        yield* Effect.ignore(Effect.provide(call.pipe(IntercomHttp.withVersion("2.17")), layer))
        assert.deepStrictEqual(sent.map(lineOf), [line, line, line])
        assert.deepStrictEqual(sent.map(bodyOf), [body, body, body])
        assert.deepStrictEqual(sent.map(({ headers }) => headers["intercom-version"]), [
          "Preview",
          "Preview",
          "Preview"
        ])
      }))

    it.effect(isRepeated ? "is repeated" : "is not repeated", () =>
      Effect.gen(function*() {
        const { length } = yield* attemptsOf(call)
        assert.strictEqual(length > 1, isRepeated)
      }))
  })
}

describe("Preview refuses", () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `${index + 1}` }))

  const refused: ReadonlyArray<readonly [what: string, call: Call, refusal: string]> = [
    ["no company", Companies.startBulkDelete({ companies: [] }), "companies must be 1 to 100, not 0"],
    ["101 companies", Companies.startBulkUpdate({ companies: many(101) }), "companies must be 1 to 100, not 101"],
    [
      "101 companies by your own id",
      Companies.startBulkUpsert({ companies: many(101).map(({ id }) => ({ company_id: id })) }),
      "companies must be 1 to 100, not 101"
    ],
    ["101 contacts", Contacts.startBulkUpdate({ contacts: many(101) }), "contacts must be 1 to 100, not 101"],
    [
      "101 contacts to delete",
      Contacts.startBulkDelete({ contacts: many(101) }),
      "contacts must be 1 to 100, not 101"
    ],
    [
      "a contact without an id",
      Contacts.startBulkDelete({ contacts: [{ id: "" }] }),
      `contacts[0].id expected NonEmptyString, got ""`
    ],
    ["a team without members", Teams.update("1", { admin_ids: [] }), "admin_ids must be 1 to 1000, not 0"],
    [
      "a team of 1,001 members",
      Teams.update("1", { admin_ids: many(1001).map(({ id }) => id) }),
      "admin_ids must be 1 to 1000, not 1001"
    ],
    [
      "a secret for no platform",
      IdentityVerificationSecrets.create({ name: "Web", supports_web: false }),
      " must set supports_android, supports_ios or supports_web to true"
    ],
    [
      "an escalation of nobody",
      FinAgent.escalate({ context: "A refund" }),
      " must have exactly one of conversation_id, user"
    ],
    [
      "an escalation of both",
      FinAgent.escalate({ conversation_id: "ext-123", user: { id: "1" } }),
      " must have exactly one of conversation_id, user"
    ],
    [
      "a message to a conversation that exists",
      FinAgent.escalate({ conversation_id: "ext-123", message: "Hi" }),
      "message must come with a user"
    ],
    [
      "a long context",
      FinAgent.escalate({ conversation_id: "ext-123", context: "a".repeat(10_001) }),
      "context must have at most 10000 characters, not 10001"
    ],
    [
      "11 attachments",
      FinAgent.ask({
        ...question,
        attachments: many(11).map(({ id }) => ({ type: "url", url: `https://example.com/${id}` }))
      }),
      "attachments must be 0 to 10, not 11"
    ],
    [
      "11 messages of history",
      FinAgent.ask({ ...question, conversation_metadata: { history: many(11).map(() => question.message) } }),
      "conversation_metadata.history must be 0 to 10, not 11"
    ],
    [
      "an attribute without a value",
      Procedures.collectAgentInput("1", {
        step_id: "2",
        attribute_values: [{ identifier: "approved", value: undefined }]
      }),
      "attribute_values[0].value is missing"
    ],
    ["an empty id", Folders.find(""), "id must be non-empty text, valid in a path"],
    ["151 folders in a page", Folders.list({ perPage: 151 }), "perPage must be an integer from 1 to 150"]
  ]
  for (const [what, call, refusal] of refused) {
    it.effect(what, () =>
      Effect.gen(function*() {
        assert.strictEqual((yield* refusalOf(call)).slice(1).join(" "), refusal)
      }))
  }
})
