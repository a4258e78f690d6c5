/**
 * Intercom's own client, unchanged but for its base URL, against the workspace served on loopback.
 */
import { assert, describe, it } from "@effect/vitest"
import * as IntercomWorkspace from "effect-intercom/testing/IntercomWorkspace"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { Intercom, IntercomClient, IntercomError } from "intercom-client"
import { serveApp } from "../loopback.js"

const clientOf = (
  options?: IntercomWorkspace.Options,
  seed: IntercomWorkspace.Seed = {},
  token = "test"
) =>
  Effect.gen(function*() {
    const { httpApp, seed: plant } = yield* IntercomWorkspace.make(options)
    yield* plant(seed)
    return new IntercomClient({ token, baseUrl: yield* serveApp(httpApp), maxRetries: 0 })
  })

const collect = async <A>(page: Promise<AsyncIterable<A>>): Promise<ReadonlyArray<A>> => {
  const all: Array<A> = []
  for await (const one of await page) all.push(one)
  return all
}

const failure = async (call: PromiseLike<unknown>): Promise<unknown> => {
  try {
    await call
  } catch (error) {
    return error
  }
  return undefined
}

describe("The official client", () => {
  it.scopedLive("creates, finds, updates, searches, archives and deletes contacts", () =>
    Effect.gen(function*() {
      const client = yield* clientOf()
      yield* Effect.promise(async () => {
        const ada = await client.contacts.create({ email: "ada@example.com", name: "Ada", owner_id: 814_860 })
        const id = ada.id ?? ""
        assert.deepInclude(await client.contacts.find({ contact_id: id }), { email: "ada@example.com", role: "user" })
        assert.deepInclude(await client.contacts.update({ contact_id: id, external_id: "ada" }), { external_id: "ada" })
        assert.deepInclude(await client.contacts.showContactByExternalId({ external_id: "ada" }), { id })
        const query = { field: "email", operator: "=", value: "ada@example.com" } as const
        assert.deepStrictEqual((await collect(client.contacts.search({ query }))).map(({ id }) => id), [id])
        assert.deepInclude(await client.contacts.archive({ contact_id: id }), { archived: true })
        assert.deepInclude(await client.contacts.unarchive({ contact_id: id }), { archived: false })
        assert.deepInclude(await client.contacts.delete({ contact_id: id }), { id, deleted: true })
      })
    }))

  it.scopedLive("pages through all contacts, and through what a search finds", () =>
    Effect.gen(function*() {
      const client = yield* clientOf({ contacts: 120 })
      yield* Effect.promise(async () => {
        assert.lengthOf(new Set((await collect(client.contacts.list({ per_page: 50 }))).map(({ id }) => id)), 120)
        const query = { field: "role", operator: "=", value: "lead" } as const
        const leads = await collect(client.contacts.search({ query, pagination: { per_page: 7 } }))
        assert.lengthOf(new Set(leads.map(({ id }) => id)), 24)
      })
    }))

  it.scopedLive("saves, finds, lists, scrolls, attaches and deletes companies", () =>
    Effect.gen(function*() {
      const client = yield* clientOf({}, {
        companies: Array.from({ length: 130 }, (_, n) => ({ company_id: String(n) })),
        contacts: [{ id: "ada", email: "ada@example.com", companies: Array.from({ length: 130 }, (_, n) => String(n)) }]
      })
      yield* Effect.promise(async () => {
        const acme = await client.companies.createOrUpdate({ company_id: "acme", name: "Acme" })
        assert.deepInclude(await client.companies.find({ company_id: acme.id }), { name: "Acme" })
        assert.deepInclude(await client.companies.update({ company_id: acme.id, body: { name: "Acme Ltd" } }), {
          name: "Acme Ltd"
        })
        await client.companies.attachContact({ contact_id: "ada", id: acme.id })
        const { data } = await client.companies.listAttachedContacts({ company_id: acme.id })
        assert.deepStrictEqual(data?.map(({ id }) => id), ["ada"])
        assert.lengthOf(new Set((await collect(client.companies.list())).map(({ id }) => id)), 131)
        // Its iterator asks on behind the last page, where the service says 404.
        const page = await client.companies.scroll()
        const scrolled: Array<string> = []
        while (page.data.length > 0) {
          scrolled.push(...page.data.map(({ id }) => id))
          await page.getNextPage()
        }
        assert.lengthOf(new Set(scrolled), 131)
        await client.companies.detachContact({ contact_id: "ada", company_id: acme.id })
        assert.deepInclude(await client.companies.delete({ company_id: acme.id }), { id: acme.id, deleted: true })
      })
    }))

  it.scopedLive("puts tags on contacts and conversations and takes them off", () =>
    Effect.gen(function*() {
      const client = yield* clientOf({}, { contacts: [{ id: "6762f0d00000000000000abc", email: "ada@example.com" }] })
      const contact_id = "6762f0d00000000000000abc"
      yield* Effect.promise(async () => {
        const vip = await client.tags.create({ name: "vip" })
        const tag_id = vip.id ?? ""
        await client.tags.tagContact({ contact_id, id: tag_id })
        assert.deepStrictEqual(
          (await client.contacts.listAttachedTags({ contact_id })).data?.map(({ name }) => name),
          ["vip"]
        )
        const { conversation_id = "" } = await client.conversations.create({
          from: { type: "user", id: contact_id },
          body: "hello"
        })
        assert.deepInclude(await client.tags.tagConversation({ conversation_id, id: tag_id, admin_id: "814860" }), {
          name: "vip"
        })
        const tagged = await client.conversations.find({ conversation_id })
        assert.deepStrictEqual(tagged.tags?.tags?.map(({ name }) => name), ["vip"])
        await client.tags.untagConversation({ conversation_id, tag_id, admin_id: "814860" })
        await client.tags.untagContact({ contact_id, tag_id })
        assert.deepStrictEqual((await client.contacts.listAttachedTags({ contact_id })).data, [])
        await client.tags.delete({ tag_id })
        assert.deepStrictEqual((await client.tags.list()).data, [])
      })
    }))

  it.scopedLive("creates a conversation, replies to it, assigns, snoozes, opens, closes and searches it", () =>
    Effect.gen(function*() {
      const client = yield* clientOf({}, { contacts: [{ id: "6762f0d00000000000000abc", email: "ada@example.com" }] })
      yield* Effect.promise(async () => {
        const { conversation_id = "" } = await client.conversations.create({
          from: { type: "user", id: "6762f0d00000000000000abc" },
          body: "Is anybody there?"
        })
        const admin_id = "814860"
        const replied = await client.conversations.reply({
          conversation_id,
          body: { type: "admin", message_type: "comment", admin_id, body: "Yes." }
        })
        assert.strictEqual(replied.conversation_parts?.conversation_parts?.at(-1)?.part_type, "comment")
        await client.conversations.reply({
          conversation_id,
          body: {
            type: "user",
            message_type: "comment",
            intercom_user_id: "6762f0d00000000000000abc",
            body: "Good."
          }
        })
        const manage = (body: Intercom.ConversationsManageRequestBody) =>
          client.conversations.manage({ conversation_id, body })
        assert.deepInclude(
          await manage({ message_type: "assignment", type: "admin", admin_id, assignee_id: admin_id }),
          { admin_assignee_id: 814_860 }
        )
        assert.deepInclude(await manage({ message_type: "snoozed", admin_id, snoozed_until: 4_000_000_000 }), {
          state: "snoozed"
        })
        assert.deepInclude(await manage({ message_type: "open", admin_id }), { state: "open", open: true })
        assert.deepInclude(await manage({ message_type: "close", type: "admin", admin_id }), {
          state: "closed",
          open: false
        })
        const found = await collect(
          client.conversations.search({ query: { field: "state", operator: "=", value: "closed" } })
        )
        assert.deepStrictEqual(found.map(({ id }) => id), [conversation_id])
        assert.lengthOf(await collect(client.conversations.list({ per_page: 1 })), 1)
        assert.deepInclude(
          await client.conversations.deleteConversation({ conversation_id: Number(conversation_id) }),
          {
            deleted: true
          }
        )
      })
    }))

  it.scopedLive("writes and lists notes, articles and collections", () =>
    Effect.gen(function*() {
      const client = yield* clientOf({}, { contacts: [{ id: "ada", email: "ada@example.com" }] })
      yield* Effect.promise(async () => {
        const note = await client.notes.create({ contact_id: "ada", body: "Met her.", admin_id: "814860" })
        assert.deepInclude(await client.notes.find({ note_id: Number(note.id) }), { id: note.id })
        assert.deepStrictEqual((await collect(client.notes.list({ contact_id: "ada" }))).map(({ id }) => id), [note.id])

        const collection = await client.helpCenters.collections.create({ name: "Guides" })
        const article = await client.articles.create({
          title: "First steps",
          author_id: 814_860,
          body: "<p>Begin.</p>",
          state: "published",
          parent_id: Number(collection.id),
          parent_type: "collection"
        })
        assert.deepInclude(await client.articles.find({ article_id: Number(article.id) }), { title: "First steps" })
        assert.deepStrictEqual((await collect(client.articles.list())).map(({ title }) => title), ["First steps"])
        assert.deepStrictEqual(
          (await collect(client.helpCenters.collections.list())).map(({ name }) => name),
          ["Guides"]
        )
      })
    }))

  it.scopedLive("gets its own classes of errors", () =>
    Effect.gen(function*() {
      const client = yield* clientOf({ accessToken: Redacted.make("test"), rateLimit: 4 })
      const stranger = yield* clientOf({ accessToken: Redacted.make("its own") }, {}, "another")
      yield* Effect.promise(async () => {
        assert.instanceOf(await failure(client.companies.find({ company_id: "x" })), Intercom.NotFoundError)
        assert.instanceOf(await failure(client.companies.createOrUpdate({})), Intercom.BadRequestError)
        assert.instanceOf(await failure(stranger.contacts.list()), Intercom.UnauthorizedError)
        await client.contacts.create({ email: "ada@example.com" })
        const conflict = await failure(client.contacts.create({ email: "ada@example.com" }))
        assert.instanceOf(conflict, IntercomError)
        assert.strictEqual(conflict instanceof IntercomError ? conflict.statusCode : undefined, 409)
        const limited = await failure(client.tags.list())
        assert.strictEqual(limited instanceof IntercomError ? limited.statusCode : undefined, 429)
      })
    }))
})
