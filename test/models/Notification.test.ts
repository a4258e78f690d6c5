import { assert, describe, it } from "@effect/vitest"
import * as Notification from "effect-intercom/models/Notification"
import * as Either from "effect/Either"
import * as FastCheck from "effect/FastCheck"
import * as Option from "effect/Option"
import * as Predicate from "effect/Predicate"
import { withTextIds } from "../contract/support/expected.js"
import { at, isIdKey, type Json, mapValues } from "../contract/support/json.js"
import { items, oldItems } from "./notificationItems.js"

const envelope = {
  type: "notification_event",
  app_id: "w0rkspac",
  links: {},
  id: "notif_0d0c1f0e-0000-4000-8000-000000000000",
  delivery_status: "pending",
  delivery_attempts: 1,
  delivered_at: 0,
  first_sent_at: 1_735_800_401,
  created_at: 1_735_800_400,
  self: null
}

const bodyOf = (topic: string, item: unknown): Json => ({
  ...envelope,
  topic,
  data: { type: "notification_event_data", item }
})

/** What a server reads: nobody else holds it. */
const parsed = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

const decode = (body: unknown): Notification.Notification =>
  Either.getOrThrow(Notification.decodeUnknownEither(parsed(body)))

const topics = Object.entries(items)

describe("Every topic", () => {
  for (const [topic, item] of topics) {
    it(`${topic} decodes, and nothing is lost`, () => {
      const body = bodyOf(topic, item)
      const notification = decode(body)
      assert.strictEqual(notification.topic, topic)
      assert.deepStrictEqual<unknown>(notification, { ...at(withTextIds(body, notification)), original_topic: topic })
    })
  }

  it("has text where an id came as a number", () => {
    const admin = decode(bodyOf("admin.logged_in", { type: "admin", id: 31, team_ids: [41] }))
    assert.deepStrictEqual<unknown>(admin.data?.item, { type: "admin", id: "31", team_ids: ["41"] })
    const attached = decode(
      bodyOf("ticket.contact.attached", { ticket: { id: 8001 }, contact: { id: 1, owner_id: 31 } })
    )
    assert.deepStrictEqual<unknown>(attached.data?.item, {
      ticket: { id: "8001" },
      contact: { id: "1", owner_id: "31" }
    })
  })
})

/** All that comes of changing one field, wherever it is. */
const changed = (
  value: unknown,
  change: (value: unknown, key: string) => ReadonlyArray<unknown>
): ReadonlyArray<unknown> =>
  Array.isArray(value) ?
    value.flatMap((item: unknown, index) =>
      changed(item, change).map((item) => value.map((old: unknown, at) => at === index ? item : old))
    ) :
    Predicate.isRecord(value) ?
    Object.entries(value).flatMap(([key, field]) =>
      [...change(field, key), ...changed(field, change)].map((field) => ({ ...value, [key]: field }))
    ) :
    []

const stillKnown = (topic: string, item: object, change: Parameters<typeof changed>[1]): number => {
  const mutants = changed(item, change)
  for (const mutant of mutants) {
    const body = bodyOf(topic, mutant)
    const notification = decode(body)
    assert.strictEqual(notification.topic, topic, JSON.stringify(mutant))
    assert.deepStrictEqual<unknown>(notification, {
      ...at(parsed(withTextIds(body, notification))),
      original_topic: topic
    })
  }
  return mutants.length
}

describe("A notification Intercom can plausibly send is understood:", () => {
  for (const [topic, item] of topics) {
    it(`${topic} with any field but ids missing or null`, () => {
      stillKnown(topic, item, (_, key) => key === "id" ? [] : [undefined, null])
    })

    it(`${topic} with ids as text or as numbers`, () => {
      stillKnown(
        topic,
        item,
        (id, key) => isIdKey(key) ? typeof id === "number" ? [String(id)] : typeof id === "string" ? [42] : [] : []
      )
    })

    it(`${topic} with times as seconds, as text, as 0 and as null`, () => {
      stillKnown(
        topic,
        item,
        (_, key) => /_(at|since|until)$/.test(key) ? [1_735_800_000, "2025-01-02T03:04:05.678+00:00", 0, null] : []
      )
    })

    it(`${topic} with keys that are new, everywhere`, () => {
      const extended = (value: unknown): unknown =>
        Array.isArray(value) ?
          value.map(extended) :
          Predicate.isRecord(value) ?
          // The keys of translations are locales, and their values are texts.
          {
            ...mapValues(value, (field, key) => key === "translations" ? field : extended(field)),
            brand_new: { id: 1, created_at: [] }
          } :
          value
      const body = { ...bodyOf(topic, extended(item)), brand_new: [1] }
      const notification = decode(body)
      assert.strictEqual(notification.topic, topic)
      assert.deepStrictEqual<unknown>(notification, { ...at(withTextIds(body, notification)), original_topic: topic })
    })
  }

  it("with an envelope that lacks all but the topic", () => {
    assert.deepStrictEqual<unknown>(decode({ topic: "ping", data: { item: {} } }), {
      topic: "ping",
      original_topic: "ping",
      data: { item: {} }
    })
  })

  it("with nothing but null in the envelope", () => {
    const body = { ...mapValues(envelope, () => null), topic: "ping", data: { type: null, item: {} } }
    assert.deepStrictEqual<unknown>(decode(body), { ...body, original_topic: "ping" })
  })

  it("with the times of the envelope as text, and its ids as numbers", () => {
    const times = {
      created_at: "2025-01-02T03:04:05Z",
      first_sent_at: "2025-01-02T03:04:05Z",
      delivered_at: "2025-01-02"
    }
    const notification = decode({ ...bodyOf("ping", {}), ...times, id: 5, app_id: 6 })
    assert.strictEqual(notification.topic, "ping")
    assert.strictEqual(notification.id, "5")
    assert.strictEqual(notification.app_id, "6")
    assert.strictEqual(notification.created_at, times.created_at)
  })

  it("with its ticket at the top, or one level down", () => {
    const ticket = { type: "ticket", id: "8001" }
    for (const topic of ["ticket.closed", "ticket.resolved", "ticket.rating.provided"]) {
      for (const item of [ticket, { ticket }]) {
        const notification = decode(bodyOf(topic, item))
        if (notification.topic !== "ticket.closed" && notification.topic !== topic) assert.fail(notification.topic)
        assert.deepStrictEqual<unknown>(
          at(notification.data?.item, "ticket").id ?? at(notification.data?.item).id,
          "8001"
        )
      }
    }
  })
})

describe("Another name of a topic:", () => {
  for (const [topic, { item, present }] of Object.entries(oldItems)) {
    it(`${topic} is a ${present}, and keeps its name`, () => {
      const body = bodyOf(topic, item)
      const notification = decode(body)
      assert.strictEqual(notification.topic, present)
      assert.strictEqual(notification.original_topic, topic)
      assert.deepStrictEqual<unknown>(notification, {
        ...at(withTextIds(body, notification)),
        topic: present,
        original_topic: topic
      })
    })
  }
})

const json: FastCheck.Arbitrary<unknown> = FastCheck.jsonValue()

describe("An unknown notification", () => {
  it.prop("is what a topic makes that is not known; all of it is kept", [
    FastCheck.oneof(FastCheck.string(), FastCheck.constantFrom("constructor", "__proto__", "toString", "unknown"))
      .filter((topic) => !Object.hasOwn(items, topic) && !Object.hasOwn(oldItems, topic)),
    json
  ], ([topic, item]) => {
    const body = bodyOf(topic, item)
    const notification = decode(body)
    assert.deepStrictEqual<unknown>(notification, { ...at(parsed(body)), topic: "unknown", original_topic: topic })
    assert.isTrue(notification.topic === "unknown" && Option.isNone(Notification.mismatch(notification)))
  })

  it.prop("is what an item makes that is not what its topic promises; all of it is kept", [
    FastCheck.constantFrom(...topics.map(([topic]) => topic)),
    FastCheck.oneof(json, FastCheck.record({ id: json, tag: json, contact: json, ticket: json }, { requiredKeys: [] }))
  ], ([topic, item]) => {
    const body = bodyOf(topic, item)
    const notification = decode(body)
    if (notification.topic === "unknown") {
      assert.deepStrictEqual<unknown>(notification, { ...at(parsed(body)), topic: "unknown", original_topic: topic })
      assert.isTrue(Option.isSome(Notification.mismatch(notification)))
    } else {
      const arrived = { ...at(parsed(body)), original_topic: topic }
      assert.deepStrictEqual<unknown>(notification, withTextIds(arrived, notification))
    }
  })

  const oddities: ReadonlyArray<readonly [what: string, odd: Json, path: ReadonlyArray<string>, reason: RegExp]> = [
    ["data that are a list", { data: ["ada@example.com"] }, ["data"], /^expected object.*, got array$/],
    [
      "data of another type",
      { data: { type: 1, item: { id: "1" } } },
      ["data", "type"],
      /^expected string.*, got number$/
    ],
    [
      "a number that came as a word",
      { delivery_attempts: "one" },
      ["delivery_attempts"],
      /^expected number.*, got string$/
    ],
    ["an id that is an object", { id: { value: "1" } }, ["id"], /^expected .*, got object$/],
    ["an original topic that is a number", { original_topic: 1 }, ["original_topic"], /^expected string.*, got number$/]
  ]
  for (const topic of ["brand.new", "ping", "contact.user.created"]) {
    for (const [what, odd, path, reason] of oddities) {
      it(`is what an envelope with ${what} makes; all of it is kept, and it tells where (${topic})`, () => {
        const body = bodyOf(topic, { id: "63a07ddf05a32042dffac965" })
        const fitting = Object.fromEntries(Object.entries(body).filter(([key]) => !(key in odd)))
        const notification = decode({ ...body, ...odd })
        assert.deepStrictEqual<unknown>(notification, {
          ...fitting,
          misfits: odd,
          topic: "unknown",
          original_topic: topic
        })
        if (notification.topic !== "unknown") return assert.fail(notification.topic)
        const issue = Option.getOrThrow(Notification.mismatch(notification))
        assert.deepStrictEqual(issue.path, path)
        assert.match(issue.reason, reason)
        assert.deepStrictEqual(decode(notification), notification)
      })
    }
  }

  it.prop("is never more than unknown, whatever came with its topic; nothing of it is lost", [
    FastCheck.constantFrom("ping", "contact.user.created", "brand.new"),
    FastCheck.dictionary(FastCheck.constantFrom(...Object.keys(envelope), "data", "brand_new"), json)
  ], ([topic, fields]) => {
    const body = at(parsed({ ...fields, topic }))
    const notification = decode(body)
    if (notification.topic !== "unknown") return
    const { misfits, original_topic, topic: _, ...rest } = notification
    assert.strictEqual(original_topic, topic)
    const kept = { ...rest, ...misfits, topic }
    assert.deepStrictEqual<unknown>(kept, withTextIds(withNumbers(body, kept), kept))
    assert.deepStrictEqual(decode(notification), notification)
  })

  it("tells where its item is not what the topic promises, and why, and shows nothing of it", () => {
    const item = { id: "1", email: "ada@example.com", tags: "ada@example.com" }
    const notification = decode(bodyOf("user.created", item))
    if (notification.topic !== "unknown") return assert.fail(notification.topic)
    assert.deepStrictEqual(Option.getOrThrow(Notification.mismatch(notification)), {
      path: ["data", "item", "tags"],
      reason: "expected effect-intercom/AddressableList | null | undefined, got string"
    })
  })

  it("is what comes without an item", () => {
    const { data: _, ...none } = bodyOf("contact.user.created", {})
    for (const body of [none, { ...none, data: null }, { ...none, data: {} }, { ...none, data: { item: null } }]) {
      const notification = decode(body)
      assert.deepStrictEqual<unknown>(notification, {
        ...body,
        topic: "unknown",
        original_topic: "contact.user.created"
      })
      assert.isTrue(notification.topic === "unknown" && Option.isSome(Notification.mismatch(notification)))
    }
  })
})

describe("Only what is no notification fails:", () => {
  const { topic: _, ...noTopic } = bodyOf("ping", {})
  const cases: ReadonlyArray<readonly [what: string, body: unknown, path: ReadonlyArray<string>]> = [
    ["null", null, []],
    ["text", "ada@example.com", []],
    ["a list", [bodyOf("ping", {})], []],
    ["an object without a topic", noTopic, ["topic"]],
    ["a topic that is no text", { ...noTopic, topic: 1 }, ["topic"]]
  ]
  for (const [what, body, path] of cases) {
    it(`${what}, with the place and the reason, and nothing of the body`, () => {
      const issue = Either.getOrThrow(Either.flip(Notification.decodeUnknownEither(body)))
      assert.deepStrictEqual(issue.path, path)
      assert.notStrictEqual(issue.reason, "")
      assert.notInclude(issue.reason, "ada")
    })
  }
})

describe("A notification that was stored as JSON", () => {
  for (const [topic, item] of [...topics, ...Object.entries(oldItems), ["ticket.exploded", { id: 1 }] as const]) {
    it(`decodes to the same: ${topic}`, () => {
      const notification = decode(bodyOf(topic, topic in oldItems ? at(item).item : item))
      assert.deepStrictEqual(decode(notification), notification)
    })
  }

  it("decodes to the same where its item was not what the topic promises", () => {
    const notification = decode(bodyOf("ticket.created", { id: [] }))
    assert.strictEqual(notification.topic, "unknown")
    assert.deepStrictEqual(decode(notification), notification)
  })
})

describe("The subject", () => {
  const five = ["company", "contact", "conversation", "event", "tag"]
  const subjectOf = (topic: string, item: unknown): Json =>
    at(Option.getOrElse(Notification.subject(decode(bodyOf(topic, item))), () => ({})))

  /** Which of the five each topic of the old client, and each of its kind, is about. */
  const expected = (topic: string): string | undefined =>
    /^company\./.test(topic) ?
      "Company" :
      /\.tag\.(created|deleted)$/.test(topic) && topic.startsWith("contact.") ?
      "Tag" :
      /^(contact|granular|visitor)\./.test(topic) ?
      "Contact" :
      /^conversation/.test(topic) ?
      "Conversation" :
      topic === "event.created" ?
      "Event" :
      undefined

  for (const [topic, item] of topics) {
    it(`of ${topic} is ${expected(topic) ?? "none of the five"}`, () => {
      const { _tag, ...subject } = subjectOf(topic, item)
      assert.strictEqual(_tag, expected(topic))
      assert.deepStrictEqual(
        five.filter((name) => name in subject),
        expected(topic) === undefined ? [] : [
          String(expected(topic)).toLowerCase()
        ]
      )
    })
  }

  for (const [topic, { item, present }] of Object.entries(oldItems)) {
    it(`of ${topic} is that of ${present}`, () => {
      const { _tag } = subjectOf(topic, item)
      assert.strictEqual(_tag, expected(present))
    })
  }

  it("is the item, or the one inside it", () => {
    const contact = { id: "1" }
    const tag = { id: "901", name: "beta" }
    const cases: ReadonlyArray<readonly [topic: string, item: object, subject: object]> = [
      ["contact.user.created", contact, { _tag: "Contact", contact }],
      ["contact.unsubscribed", { contact }, { _tag: "Contact", contact }],
      ["granular.subscribe", { contact }, { _tag: "Contact", contact }],
      ["user.unsubscribed", { id: 1 }, { _tag: "Contact", contact }],
      ["contact.user.tag.created", { tag, contact }, { _tag: "Tag", tag }],
      ["company.updated", { id: "2" }, { _tag: "Company", company: { id: "2" } }],
      ["company.contact.attached", { company: { id: "2" }, contact }, { _tag: "Company", company: { id: "2" } }],
      ["conversation.read", { id: "3" }, { _tag: "Conversation", conversation: { id: "3" } }],
      ["event.created", { event_name: "x" }, { _tag: "Event", event: { event_name: "x" } }]
    ]
    for (const [topic, item, subject] of cases) assert.deepStrictEqual(subjectOf(topic, item), subject, topic)
  })

  it("is the tag also where it comes bare", () => {
    assert.deepStrictEqual(subjectOf("user.tag.created", { type: "tag", id: 901, name: "beta" }), {
      _tag: "Tag",
      tag: { type: "tag", id: "901", name: "beta" }
    })
  })

  it("is a conversation with its id alone where nothing else came", () => {
    const conversation = { type: "conversation", id: "7001" }
    for (
      const [topic, item] of [
        ["conversation.deleted", { conversation_id: 7001 }],
        ["conversation.contact.attached", { conversation: { model: { id: 7001 } }, contact: { id: "1" } }],
        ["conversation.contact.detached", { conversation: { id: 7001 } }]
      ] as const
    ) assert.deepStrictEqual(subjectOf(topic, item), { _tag: "Conversation", conversation }, topic)
  })

  it("is none where it did not come, or the notification is unknown", () => {
    for (
      const [topic, item] of [
        ["company.contact.attached", { contact: { id: "1" } }],
        ["contact.user.tag.created", {}],
        ["contact.subscribed", { subscription_types: null }],
        ["conversation.deleted", {}],
        ["conversation.exploded", { id: "1" }],
        ["contact.user.created", []]
      ] as const
    ) assert.deepStrictEqual(subjectOf(topic, item), {}, topic)
  })
})

/** Numbers in the place of those that came as text or in milliseconds. */
function withNumbers(body: unknown, kept: object): object {
  const read = new Map(Object.entries(kept))
  return Object.fromEntries(
    Object.entries(Object(body)).map(([key, value]) => {
      const isOther = typeof value === "string" || typeof value === "number" && Math.abs(value) >= 1e11
      return [key, isOther && typeof read.get(key) === "number" ? read.get(key) : value]
    })
  )
}
