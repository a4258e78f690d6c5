/**
 * The answers of Preview, as Intercom's description of it shows them.
 */
import { assert, describe, it } from "@effect/vitest"
import * as Companies from "effect-intercom/preview/Companies"
import * as Contacts from "effect-intercom/preview/Contacts"
import * as FinAgent from "effect-intercom/preview/FinAgent"
import * as Folders from "effect-intercom/preview/Folders"
import * as IdentityVerificationSecrets from "effect-intercom/preview/IdentityVerificationSecrets"
import * as Procedures from "effect-intercom/preview/Procedures"
import * as SearchQuery from "effect-intercom/SearchQuery"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import { inspect } from "node:util"
import { bodyOf, errorList, lineOf, scripted } from "../scripted.js"

const folder = {
  id: 6,
  name: "Product Documentation",
  description: null,
  emoji: "📚",
  parent_folder_id: 1,
  content_count: 5,
  created_at: 1_672_928_359,
  updated_at: 1_672_928_610
}

describe("Folders", () => {
  it.effect("have ids that are text, and keep what is unknown", () =>
    Effect.gen(function*() {
      const { layer } = scripted([() => Response.json({ ...folder, color: "red" })])
      const found = yield* Effect.provide(Folders.find("6"), layer)
      assert.deepStrictEqual<unknown>(found, { ...folder, id: "6", parent_folder_id: "1", color: "red" })
    }))

  it.effect("are streamed to the last page, whose number Intercom sends back as text", () =>
    Effect.gen(function*() {
      const page = (page: number | string, id: number) =>
        Response.json({
          type: "list",
          data: [{ id, name: "A" }],
          total_count: 2,
          pages: { type: "pages", page, per_page: "150", total_pages: 2 }
        })
      const { layer, sent } = scripted([() => page(1, 6), () => page("2", 7)])
      const folders = yield* Effect.provide(Stream.runCollect(Folders.stream()), layer)
      assert.deepStrictEqual(Chunk.toReadonlyArray(folders).map(({ id }) => id), ["6", "7"])
      assert.deepStrictEqual(sent.map(lineOf), ["GET /folders?per_page=150", "GET /folders?per_page=150&page=2"])
    }))

  it.effect("are deleted, unless they are not empty", () =>
    Effect.gen(function*() {
      const { layer } = scripted([
        () => Response.json({ id: 6, object: "folder", deleted: true }),
        () => errorList(422, "folder_not_empty")
      ])
      const deleted = yield* Effect.provide(Folders.delete("6"), layer)
      assert.deepStrictEqual<unknown>(deleted, { id: "6", object: "folder", deleted: true })
      assert.strictEqual(
        (yield* Effect.flip(Effect.provide(Folders.delete("7"), layer)))._tag,
        "IntercomInvalidRequest"
      )
    }))
})

describe("IdentityVerificationSecrets", () => {
  const secret = {
    type: "identity_verification_secret",
    id: "102",
    name: "Production Web",
    supports_android: false,
    supports_ios: false,
    supports_web: true,
    created_at: 1_734_537_243
  }

  it.effect("are created with a text that is not shown", () =>
    Effect.gen(function*() {
      const { layer } = scripted([() => Response.json({ ...secret, secret: "f00f00" }, { status: 201 })])
      const created = yield* Effect.provide(
        IdentityVerificationSecrets.create({ name: "Production Web", supports_web: true }),
        layer
      )
      assert.strictEqual(Redacted.value(created.secret), "f00f00")
      assert.notInclude(inspect(created) + JSON.stringify(created), "f00f00")
      assert.strictEqual(created.id, "102")
    }))

  it.effect("are not shown in the error of a response that does not fit", () =>
    Effect.gen(function*() {
      const { layer } = scripted([() => Response.json({ ...secret, name: 7, secret: "f00f00" }, { status: 201 })])
      const error = yield* Effect.flip(Effect.provide(
        IdentityVerificationSecrets.create({ name: "Production Web", supports_web: true }),
        layer
      ))
      assert.strictEqual(error._tag, "IntercomInvalidResponse")
      assert.notInclude(inspect(error) + error.message + JSON.stringify(error), "f00f00")
    }))

  it.effect("are listed without their text, and deleted without a body", () =>
    Effect.gen(function*() {
      const { layer } = scripted([
        () => Response.json({ type: "list", data: [secret] }),
        () => new Response(null, { status: 204 })
      ])
      const { data, next } = yield* Effect.provide(IdentityVerificationSecrets.list(), layer)
      assert.deepStrictEqual(data, [secret])
      assert.isUndefined(next)
      assert.isUndefined(yield* Effect.provide(IdentityVerificationSecrets.delete("102"), layer))
    }))
})

describe("FinAgent", () => {
  it.effect("tells what Fin can do", () =>
    Effect.gen(function*() {
      const body = {
        version: "Preview",
        capabilities: [
          {
            type: "procedure",
            id: "12345",
            name: "Reset password",
            description: "Walk the user through resetting their password.",
            endpoint: "/fin/procedures/12345/run",
            method: "POST"
          },
          { type: "ask", description: "Ask Fin a question.", endpoint: "/fin/ask", method: "POST" }
        ]
      }
      const { layer } = scripted([() => Response.json(body)])
      assert.deepStrictEqual<unknown>(
        yield* Effect.provide(FinAgent.findCapabilities({ user: { id: "123456" } }), layer),
        body
      )
    }))

  it.effect("tells how far a procedure is, and which attributes were rejected", () =>
    Effect.gen(function*() {
      const body = {
        conversation_id: "ext-123",
        user_id: "user-456",
        procedure_id: "12345",
        status: "thinking",
        created_at_ms: "2025-01-24T10:00:00.123Z",
        errors: { user: { attributes: { invalid_attr: "does not exist" } } }
      }
      const { layer } = scripted([() => Response.json(body)])
      const run = FinAgent.runProcedure("12345", { conversation_id: "ext-123", user: { id: "1" } })
      assert.deepStrictEqual<unknown>(yield* Effect.provide(run, layer), body)
    }))

  it.effect("tells which conversation was escalated, yours or a new one", () =>
    Effect.gen(function*() {
      const { layer } = scripted([
        () => Response.json({ conversation_id: "ext-123", status: "escalated" }),
        () => Response.json({ intercom_conversation_id: "987654321", status: "escalated" })
      ])
      const yours = yield* Effect.provide(FinAgent.escalate({ conversation_id: "ext-123" }), layer)
      assert.strictEqual(yours.conversation_id, "ext-123")
      const other = yield* Effect.provide(FinAgent.escalate({ user: { id: "123456" } }), layer)
      assert.strictEqual(other.intercom_conversation_id, "987654321")
    }))
})

describe("Procedures", () => {
  it.effect("take their values once", () =>
    Effect.gen(function*() {
      const { layer } = scripted([() => Response.json({}), () => errorList(409, "conflict")])
      const call = Procedures.collectAgentInput("1", { step_id: "2", attribute_values: [] })
      assert.isUndefined(yield* Effect.provide(call, layer))
      assert.strictEqual((yield* Effect.flip(Effect.provide(call, layer)))._tag, "IntercomConflict")
    }))
})

const job = {
  id: "job_v2_1",
  type: "contacts.bulk.job",
  state: "running",
  created_at: 1_713_360_000,
  updated_at: 1_713_360_060,
  completed_at: null,
  tasks: [
    {
      id: "task_v2_1",
      item_count: 3,
      state: "pending",
      created_at: 1_713_360_000,
      started_at: null,
      completed_at: null
    }
  ],
  url: "https://api.intercom.io/contacts/bulk/job_v2_1"
}

describe("Contacts", () => {
  it.effect("are changed in a job, which another request joins unless it is closed", () =>
    Effect.gen(function*() {
      const { layer, sent } = scripted([
        () => Response.json(job, { status: 202 }),
        () => errorList(403, "forbidden"),
        () => Response.json({ ...job, state: "completed_with_errors" })
      ])
      const contacts = [{ id: "abc123", name: "Updated Name" }]
      const started = yield* Effect.provide(Contacts.startBulkUpdate({ contacts }), layer)
      assert.deepStrictEqual<unknown>(started, job)
      const closed = Contacts.startBulkUpdate({ contacts, job: { id: started.id } })
      assert.strictEqual((yield* Effect.flip(Effect.provide(closed, layer)))._tag, "IntercomForbidden")
      const found = yield* Effect.provide(Contacts.findBulkJob(started.id), layer)
      assert.strictEqual(found.state, "completed_with_errors")
      assert.deepStrictEqual(sent.map(bodyOf), [{ contacts }, { contacts, job: { id: "job_v2_1" } }, undefined])
    }))

  it.effect("are merged if allowed, or with reasons against it", () =>
    Effect.gen(function*() {
      const reasons = [{ code: "no_shared_identifier", message: "The contacts share no identifier" }]
      const { layer } = scripted([
        () => Response.json({ allowed: true, summary: { conversations: 3 } }),
        () => Response.json({ allowed: false, reasons }),
        () => Response.json({ allowed: false })
      ])
      const call = Effect.provide(Contacts.previewMerge({ from: "1", into: "2" }), layer)
      const allowed = yield* call
      assert.deepStrictEqual<unknown>(allowed.allowed ? allowed.summary : undefined, { conversations: 3 })
      const blocked = yield* call
      assert.deepStrictEqual<unknown>(blocked.allowed ? undefined : blocked.reasons, reasons)
      assert.strictEqual((yield* Effect.flip(call))._tag, "IntercomInvalidResponse")
    }))
})

describe("Companies", () => {
  it.effect("are found page by page", () =>
    Effect.gen(function*() {
      const page = (id: string, next?: unknown) =>
        Response.json({
          type: "list",
          data: [{ type: "company", id, company_id: "6" }],
          total_count: 2,
          pages: { type: "pages", page: 1, per_page: 15, total_pages: 2, next }
        })
      const { layer, sent } = scripted([() => page("1", { page: 2, starting_after: "WzE2" }), () => page("2", null)])
      const query = SearchQuery.greaterThan("monthly_spend", 100)
      const found = yield* Effect.provide(Stream.runCollect(Companies.searchStream({ query })), layer)
      assert.deepStrictEqual(Chunk.toReadonlyArray(found).map(({ id }) => id), ["1", "2"])
      assert.deepStrictEqual(sent.map(bodyOf), [
        { query, pagination: {} },
        { query, pagination: { starting_after: "WzE2" } }
      ])
    }))

  it.effect("are changed in a job", () =>
    Effect.gen(function*() {
      const { layer } = scripted([() => Response.json({ ...job, type: "companies.bulk.job" }, { status: 202 })])
      const started = yield* Effect.provide(Companies.startBulkUpsert({ companies: [{ company_id: "6" }] }), layer)
      assert.strictEqual(started.type, "companies.bulk.job")
      assert.strictEqual(started.tasks?.[0]?.item_count, 3)
    }))
})
