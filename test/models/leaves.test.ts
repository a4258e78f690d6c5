import { assert, describe, it } from "@effect/vitest"
import { decodeBy } from "effect-intercom/Endpoint"
import { Attachment } from "effect-intercom/models/Attachment"
import { Contact } from "effect-intercom/models/Contact"
import { Conversation } from "effect-intercom/models/Conversation"
import { ExportJob } from "effect-intercom/models/ExportJob"
import { listBody } from "effect-intercom/Pagination"
import * as Timestamp from "effect-intercom/Timestamp"
import * as Either from "effect/Either"
import * as FC from "effect/FastCheck"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import { Seconds } from "../../src/internal/fields.js"
import { bodies } from "../bench/bodies.js"

const decode = <A, I>(schema: Schema.Schema<A, I>, value: unknown): A => Either.getOrThrow(decodeBy(schema)(value))

const refuse = <A, I>(schema: Schema.Schema<A, I>, value: unknown): string =>
  Either.getOrThrow(Either.flip(decodeBy(schema)(value))).reason

const iso = (seconds: number): string => new Date(seconds * 1000).toISOString()

const forms: Readonly<Record<string, (seconds: number) => unknown>> = {
  milliseconds: (seconds) => seconds * 1000 + 999,
  digits: (seconds) => `${seconds}`,
  "milliseconds as digits": (seconds) => `${seconds * 1000}`,
  "ISO 8601": iso,
  "ISO 8601 with another zone": (seconds) => iso(seconds + 7200).replace("Z", "+02:00"),
  "ISO 8601 without a zone": (seconds) => iso(seconds).replace(".000Z", "")
}

const inForm = (form: (seconds: number) => unknown, value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, field: unknown) =>
      /_(at|since|until)$/.test(key) && typeof field === "number" ? form(field) : field)
  )

const page = listBody(Contact, "data")

const timesOf = (value: object | undefined): unknown => Object.entries(value ?? {}).filter(([key]) => /_at$/.test(key))

describe("A time", () => {
  for (const [name, form] of Object.entries(forms)) {
    it(`that comes as ${name} becomes Unix seconds, in a page of contacts and in a conversation`, () => {
      const [contact] = decode(page, bodies.contacts()).data ?? []
      const [other] = decode(page, inForm(form, bodies.contacts())).data ?? []
      assert.isAbove(contact?.created_at ?? 0, 1e9)
      assert.deepStrictEqual(timesOf(other), timesOf(contact))
      const { conversation_parts, created_at, statistics } = decode(Conversation, bodies.conversation())
      const conversation = decode(Conversation, inForm(form, bodies.conversation()))
      assert.deepStrictEqual(conversation.conversation_parts, conversation_parts)
      assert.deepStrictEqual(conversation.statistics, statistics)
      assert.strictEqual(conversation.created_at, created_at)
    })

    it.prop(`has the same second as ${name}, and as Timestamp reads it`, [
      FC.integer({ min: 100_000_000, max: 99_999_999_999 })
    ], ([seconds]) => {
      const value = form(seconds)
      assert.strictEqual(decode(Seconds, value), seconds)
      if (typeof value === "string" || typeof value === "number") {
        assert.strictEqual(Option.getOrNull(Timestamp.toSeconds(value)), seconds)
      }
    })
  }

  it("in seconds is not changed, before 1970 or with a fraction", () => {
    for (const seconds of [0, -1, -(10 ** 12), 1.5, 99_999_999_999]) {
      assert.strictEqual(decode(Seconds, seconds), seconds)
    }
  })

  it("that is no time is refused", () => {
    for (const none of ["", "soon", "May 5", "2021-02-30T25:00:00Z", "1e3", "9".repeat(400), true, {}]) {
      assert.match(refuse(Contact, { id: "1", created_at: none }), /^expected number \| null \| undefined, got /)
    }
  })
})

describe("Other forms:", () => {
  it("a size is a number or text", () => {
    assert.strictEqual(decode(Attachment, { filesize: "12345" }).filesize, 12345)
    assert.strictEqual(decode(Attachment, { filesize: 12345 }).filesize, 12345)
    for (const none of ["", "12 kB", "0x1", "Infinity", "9".repeat(16)]) {
      assert.match(refuse(Attachment, { filesize: none }), /^expected number/)
    }
  })

  it("a reference is an object or a bare id", () => {
    const conversation = decode(Conversation, {
      id: 1,
      contacts: { contacts: ["c1", { type: "contact", id: 2 }] },
      teammates: { admins: [31] },
      source: { author: "31" }
    })
    assert.deepStrictEqual(conversation.contacts?.contacts, [{ id: "c1" }, { type: "contact", id: "2" }])
    assert.deepStrictEqual(conversation.teammates?.admins, [{ id: "31" }])
    assert.deepStrictEqual(conversation.source?.author, { id: "31" })
  })

  it("an avatar is an object, or a URL in versions up to 2.14", () => {
    const avatar = { image_url: "https://example.com/ada.png" }
    assert.deepStrictEqual(decode(Contact, { id: "1", avatar: avatar.image_url }).avatar, avatar)
    assert.deepStrictEqual(decode(Contact, { id: "1", avatar: { ...avatar } }).avatar, avatar)
  })

  it("a tag inside an object may have no id", () => {
    const tags = [{ name: "vip", applied_at: 1_599_569_964 }]
    assert.deepStrictEqual(decode(Conversation, { id: "1", tags: { tags } }).tags?.tags, tags)
  })

  it("an export's job_identifier may be misspelt", () => {
    assert.strictEqual(decode(ExportJob, { job_identfier: "abc", status: "pending" }).job_identifier, "abc")
    assert.strictEqual(decode(ExportJob, { job_identifier: "abc" }).job_identifier, "abc")
    assert.deepStrictEqual(Either.getOrThrow(Either.flip(decodeBy(ExportJob)({}))).path, ["job_identifier"])
    assert.strictEqual(refuse(ExportJob, {}), "is missing")
  })

  it("what is encoded is what was decoded", () => {
    const contact = decode(Contact, { id: 1, created_at: "2021-09-19T18:24:28Z", avatar: "https://example.com/a" })
    assert.deepStrictEqual<unknown>(Schema.encodeSync(Contact)(contact), contact)
  })
})
