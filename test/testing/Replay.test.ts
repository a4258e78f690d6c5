import * as NodeContext from "@effect/platform-node/NodeContext"
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import { assert, describe, it, layer } from "@effect/vitest"
import * as Contacts from "effect-intercom/api/Contacts"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as Retry from "effect-intercom/Retry"
import type * as Exchange from "effect-intercom/testing/internal/recording/Exchange"
import * as Redaction from "effect-intercom/testing/internal/recording/Redaction"
import * as Replay from "effect-intercom/testing/internal/recording/Replay"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as FC from "effect/FastCheck"
import { defectOf, replay, unused, written } from "./recorded.js"

const headers = { "intercom-version": "2.15" }

const exchange = (
  method: string,
  path: string,
  body: unknown,
  answer: unknown,
  status = 200
): Exchange.Exchange => ({
  request: { method, path, headers, ...(body === undefined ? {} : { body: { json: body } }) },
  response: { status, headers: {}, body: { json: answer } }
})

const find = (id: string, name: string): Exchange.Exchange =>
  exchange("GET", `/contacts/${id}`, undefined, { id, name })

const create = (email: string, id: string): Exchange.Exchange =>
  exchange("POST", "/contacts", { email, name: "N" }, { id, email, name: `for ${email}` })

const post = (path: string, body: unknown) =>
  Effect.flatMap(
    HttpClient.HttpClient,
    (client) =>
      client.execute(
        HttpClientRequest.post(`https://api.intercom.io${path}`).pipe(
          HttpClientRequest.setHeader("intercom-version", "2.15"),
          HttpClientRequest.bodyUnsafeJson(body)
        )
      )
  )

const nameOf = (id: string) => Effect.map(Contacts.find(id), ({ name }) => name)

layer(NodeContext.layer)("A replay", (it) => {
  describe("answers a request", () => {
    it.scoped("in any order, and equal requests in the order of the recording", () =>
      Effect.gen(function*() {
        const directory = yield* written({
          "0001 GET a.json": find("a", "first"),
          "0002 GET b.json": find("b", "b"),
          "9999 GET a.json": find("a", "third"),
          "10000 GET a.json": find("a", "fourth"),
          "0003 GET a.json": find("a", "second")
        })
        const names = yield* replay(Effect.forEach(["b", "a", "a", "a", "a"], nameOf), { directory })
        assert.deepStrictEqual(names, ["b", "first", "second", "third", "fourth"])
      }))

    it.scoped("with another order of parameters and keys, another host, token and user agent", () =>
      Effect.gen(function*() {
        const directory = yield* written({
          "0001 GET contacts.json": exchange("GET", "/contacts?starting_after=x&per_page=5", undefined, { data: [] }),
          "0002 POST contacts.json": exchange("POST", "/contacts", {
            external_id: "1",
            custom_attributes: { b: 2, a: 1 }
          }, {
            id: "1"
          })
        })
        const program = Effect.gen(function*() {
          yield* Contacts.list({ perPage: 5, cursor: "x" })
          yield* Contacts.create({ custom_attributes: { a: 1, b: 2 }, external_id: "1" })
        })
        yield* replay(program, { directory }, { region: "eu", userAgent: "mine" })
      }))

    it.scoped("with the program's own addresses in place of pseudonyms, spelled and encoded the same way", () =>
      Effect.gen(function*() {
        const answer = {
          email: "email-1@redacted.example",
          spelled: "Email-1@redacted.example",
          html: "<a href='/u?e=email-1%40redacted.example&f=email-1%2540redacted.example'>",
          other: "email-2@redacted.example",
          "email-1@redacted.example": true
        }
        const directory = yield* written({
          "0001 POST x.json": exchange("POST", "/x", { to: "Email-1@redacted.example" }, answer)
        })
        const response = yield* replay(
          Effect.flatMap(post("/x", { to: "Ada+1@Lovelace.example" }), ({ json }) => json),
          { directory }
        )
        assert.deepStrictEqual(response, {
          email: "ada+1@lovelace.example",
          spelled: "Ada+1@Lovelace.example",
          html: "<a href='/u?e=ada%2B1%40lovelace.example&f=ada%252B1%2540lovelace.example'>",
          other: "email-2@redacted.example",
          "ada+1@lovelace.example": true
        })
      }))

    it.scoped("with any addresses, if the same address takes the place of the same pseudonym", () =>
      Effect.gen(function*() {
        const directory = yield* written({
          "0001 POST contacts.json": create("email-1@redacted.example", "1"),
          "0002 POST contacts.json": create("email-2@redacted.example", "2"),
          "0003 POST pair.json": exchange(
            "POST",
            "/pair",
            { from: "email-1@redacted.example", to: "email-2@redacted.example" },
            {}
          )
        })
        const pair = (from: string, to: string) =>
          Effect.gen(function*() {
            const one = yield* Contacts.create({ email: "ada@x.example", name: "N" })
            const other = yield* Contacts.create({ email: "bob@x.example", name: "N" })
            assert.strictEqual(one.name, "for ada@x.example")
            assert.strictEqual(other.name, "for bob@x.example")
            yield* post("/pair", { from, to })
          })
        yield* replay(pair("ada@x.example", "bob@x.example"), { directory })
        for (const [from, to] of [["bob", "ada"], ["ada", "ada"], ["ada", "eve"]] as const) {
          const message = yield* defectOf(replay(pair(`${from}@x.example`, `${to}@x.example`), { directory }))
          assert.include(message, "POST /pair is not in the recording")
        }
        // The recording has two addresses here, so the same one twice does not match.
        const twice = Contacts.create({ email: "ada@x.example", name: "N" })
        const message = yield* defectOf(replay(Effect.zipRight(twice, twice), { directory }))
        assert.include(message, "POST /contacts is not in the recording")
      }))

    it.scoped("that sends back a pseudonym from a response", () =>
      Effect.gen(function*() {
        const directory = yield* written({
          "0001 GET contacts 1.json": exchange("GET", "/contacts/1", undefined, {
            id: "1",
            email: "email-1@redacted.example",
            name: "email-2@redacted.example"
          }),
          "0002 POST contacts.json": create("email-2@redacted.example", "2"),
          "0003 POST contacts.json": create("email-1@redacted.example", "3")
        })
        const program = Effect.gen(function*() {
          const { email } = yield* Contacts.find("1")
          return yield* Contacts.create({ email: email ?? "", name: "N" })
        })
        const { email, id } = yield* replay(program, { directory })
        assert.deepStrictEqual([id, email], ["3", "email-1@redacted.example"])
      }))

    it.scoped("and lists the exchanges that were not used", () =>
      Effect.gen(function*() {
        const directory = yield* written({
          "0001 GET a.json": find("a", ""),
          "0002 GET b.json": find("b", ""),
          "README.md": "no exchange"
        })
        const program = Effect.gen(function*() {
          const before = yield* unused
          yield* Contacts.find("b")
          return [before, yield* unused]
        })
        assert.deepStrictEqual(yield* replay(program, { directory }), [
          ["0001 GET a.json", "0002 GET b.json"],
          ["0001 GET a.json"]
        ])
      }))
  })

  describe("refuses a request that was not recorded", () => {
    const recorded = {
      "0001 GET contacts 1.json": find("1", ""),
      "0002 POST contacts.json": exchange("POST", "/contacts", {
        email: "email-1@redacted.example",
        name: "Ada",
        custom_attributes: { a: 1, b: [2, 3] }
      }, { id: "1" })
    }
    const contact = { email: "ada@x.example", name: "Ada", custom_attributes: { a: 1, b: [2, 3] } }

    it.scoped("with the closest exchange and the first difference from it", () =>
      Effect.gen(function*() {
        const directory = yield* written(recorded)
        const program = Contacts.create({ ...contact, name: "Bob", phone: "1" })
        assert.strictEqual(
          yield* defectOf(replay(program, { directory })),
          `POST /contacts is not in the recording; 2 exchanges are left.
The first difference from the closest exchange, "0002 POST contacts.json":
body.json.name: recorded "Ada", sent "Bob"
Recorded:
method: "POST"
path: "/contacts"
headers["intercom-version"]: "2.15"
body.json.custom_attributes.a: 1
body.json.custom_attributes.b[0]: 2
body.json.custom_attributes.b[1]: 3
body.json.email: "email-1@redacted.example"
body.json.name: "Ada"
Sent:
method: "POST"
path: "/contacts"
headers["intercom-version"]: "2.15"
body.json.custom_attributes.a: 1
body.json.custom_attributes.b[0]: 2
body.json.custom_attributes.b[1]: 3
body.json.email: "email-1@redacted.example"
body.json.name: "Bob"
body.json.phone: "1"`
        )
      }))

    it.scoped("with the path of the first value that differs, is missing or is added", () =>
      Effect.gen(function*() {
        const body = { list: [1, 2], name: "Ada", to: "email-1@redacted.example", cc: "email-2@redacted.example" }
        const directory = yield* written({ "0001 POST x.json": exchange("POST", "/x?page=1", body, {}) })
        const same = { list: [1, 2], name: "Ada", to: "to@x.example", cc: "cc@x.example" }
        const cases: ReadonlyArray<readonly [path: string, body: unknown, difference: string]> = [
          ["/y?page=1", same, "path: recorded \"/x\", sent \"/y\""],
          ["/x?page=2", same, "query.page: recorded \"1\", sent \"2\""],
          ["/x?page=1", { ...same, list: [1, 3] }, "body.json.list[1]: recorded 2, sent 3"],
          ["/x?page=1", { ...same, list: [1] }, "body.json.list[1]: recorded 2, sent nothing"],
          ["/x?page=1", { ...same, "a b": {} }, "body.json[\"a b\"]: recorded nothing, sent {}"],
          [
            "/x?page=1",
            { ...same, to: "cc@x.example" },
            "body.json.to: recorded \"email-1@redacted.example\", sent \"email-2@redacted.example\""
          ]
        ]
        for (const [path, sent, difference] of cases) {
          const [, , shown] = (yield* defectOf(replay(post(path, sent), { directory }))).split("\n")
          assert.strictEqual(shown, difference)
        }
      }))

    it.scoped("with a message of limited length, however large the bodies are", () =>
      Effect.gen(function*() {
        const large = (end: string) => ({
          a: Array.from({ length: 10_000 }, () => "x".repeat(100)),
          z: `${end}${"z".repeat(10_000)}`
        })
        const directory = yield* written({ "0001 POST x.json": exchange("POST", "/x", large("one"), {}) })
        const message = yield* defectOf(replay(post("/x", large("two")), { directory }))
        assert.include(message, "body.json.z: recorded \"onezz")
        assert.isBelow(message.length, 5000)
      }))

    it.scoped("of another version", () =>
      Effect.gen(function*() {
        const directory = yield* written(recorded)
        const message = yield* defectOf(
          replay(Contacts.find("1").pipe(IntercomHttp.withVersion("2.16")), { directory })
        )
        assert.include(message, "headers[\"intercom-version\"]: recorded \"2.15\", sent \"2.16\"")
      }))

    it.scoped("without any address or secret of the program", () =>
      Effect.gen(function*() {
        const directory = yield* written(recorded)
        const secret = "dG9rOjEyMzQ1Njc4"
        const program = Effect.flatMap(HttpClient.HttpClient, (client) =>
          client.execute(
            HttpClientRequest.post("https://api.intercom.io/contacts").pipe(
              HttpClientRequest.bearerToken(secret),
              HttpClientRequest.setUrlParams({ email: "bob@x.example", t: secret, token: "hunter2" }),
              HttpClientRequest.bodyUnsafeJson({ cc: "Eve <eve@x.example>", password: "hunter2", note: secret })
            )
          ))
        const message = yield* defectOf(replay(Effect.zipRight(Contacts.create(contact), program), { directory }))
        assert.include(
          message,
          `query.email: "other-2@redacted.example"
query.t: "redacted"
query.token: "redacted"`
        )
        assert.notMatch(message, /x\.example|hunter2|dG9r/)
      }))

    it.scoped("with the file of the same request that has already answered", () =>
      Effect.gen(function*() {
        const directory = yield* written({ "0001 GET contacts 1.json": find("1", "") })
        assert.strictEqual(
          yield* defectOf(replay(Effect.forEach(["1", "1"], nameOf), { directory })),
          `GET /contacts/1 is not in the recording; no exchanges are left.
"0001 GET contacts 1.json" has the same request, but has already answered.
Sent:
method: "GET"
path: "/contacts/1"
headers["intercom-version"]: "2.15"`
        )
      }))

    it.scoped("as a defect, which neither retries nor error handlers catch", () =>
      Effect.gen(function*() {
        const directory = yield* written(recorded)
        const program = Contacts.find("2").pipe(Effect.ignore)
        assert.include(
          yield* defectOf(replay(program, { directory }, { retry: Retry.make() })),
          "GET /contacts/2 is not in the recording"
        )
      }))
  })

  describe("fails to start if there is", () => {
    const good = find("1", "")
    const cases: ReadonlyArray<readonly [what: string, content: unknown, reason: string]> = [
      ["a file that is not JSON", "{", "is not JSON"],
      ["a file without a response", { request: { method: "GET", path: "/", headers: {} } }, "is missing"],
      ["a status that does not exist", { ...good, response: { status: 99, headers: {} } }, "response.status"],
      ["an unknown field", { ...good, response: { status: 200, headers: {}, bdy: { text: "" } } }, "response.bdy"],
      [
        "a body that is not base64",
        { ...good, response: { status: 200, headers: {}, body: { base64: "?" } } },
        "base64"
      ]
    ]
    for (const [what, content, reason] of cases) {
      it.scoped(what, () =>
        Effect.gen(function*() {
          const directory = yield* written({ "0001 GET contacts 1.json": good, "0002 GET contacts 1.json": content })
          const error = yield* Effect.flip(replay(Contacts.find("1"), { directory }))
          assert.strictEqual(error._tag, "IntercomInvalidRecording")
          assert.include(error.message, `${directory}/0002 GET contacts 1.json: `)
          assert.include(error.message, reason)
        }))
    }

    it.scoped("no directory", () =>
      Effect.gen(function*() {
        const directory = `${yield* written({})}/none`
        const error = yield* Effect.flip(replay(Contacts.find("1"), { directory }))
        assert.strictEqual(error.message, `${directory}: does not exist`)
      }))
  })
})

describe("Any JSON with addresses", () => {
  const address = FC.constantFrom("ada@x.example", "bob+1@x.example", "o'eve@y.co.example", "jörg@müller.example")
  const text = FC.array(FC.oneof(address, FC.constantFrom("to", "a=1", "https://x.example/?a=1", "é", "100%")))
    .map((words) => words.join(" "))
  const values = FC.letrec<{ readonly value: unknown }>((tie) => ({
    value: FC.oneof(
      { maxDepth: 3 },
      text,
      FC.string(),
      FC.integer(),
      FC.constant(null),
      FC.array(tie("value")),
      FC.dictionary(FC.oneof(FC.string(), address), tie("value"), { noNullPrototype: true })
    )
  })).value

  it.prop("that was recorded as request and response comes back as the program sent it", [values], ([value]) => {
    const recorder = Redaction.make()
    recorder.text("someone@x.example before")
    const body = { json: recorder.json(value) }
    const request = { method: "POST", path: "/", headers: {} }
    const redactor = Redaction.make()
    redactor.text("other@x.example, another@x.example before")
    const entry = {
      file: "0001",
      exchange: { request: { ...request, body }, response: { status: 200, headers: {}, body } }
    }
    const session = Replay.make([entry], redactor)
    const taken = session.take({ ...request, body: { json: redactor.json(value) } })
    assert.strictEqual(Either.getOrThrow(taken), entry.exchange)
    assert.deepStrictEqual(session.restore.json(body.json), value)
  }, { fastCheck: { numRuns: 1000 } })
})
