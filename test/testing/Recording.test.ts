import * as NodeContext from "@effect/platform-node/NodeContext"
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as FileSystem from "@effect/platform/FileSystem"
import * as HttpBody from "@effect/platform/HttpBody"
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientError from "@effect/platform/HttpClientError"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import { assert, describe, layer } from "@effect/vitest"
import * as Admins from "effect-intercom/api/Admins"
import * as Calls from "effect-intercom/api/Calls"
import * as Contacts from "effect-intercom/api/Contacts"
import * as DataExport from "effect-intercom/api/DataExport"
import type * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as Retry from "effect-intercom/Retry"
import * as Recording from "effect-intercom/testing/Recording"
import * as Chunk from "effect/Chunk"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Schedule from "effect/Schedule"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/TestClock"
import { gunzipSync, gzipSync } from "node:zlib"
import { serveNode } from "../loopback.js"
import { errorList } from "../scripted.js"
import {
  Broken,
  clientOf,
  directory,
  filesIn,
  intercom,
  record,
  recording,
  replay,
  type Sent,
  token,
  unused
} from "./recorded.js"

const json = (sent: Sent): Record<string, unknown> => JSON.parse(sent.text)

const headers = { "x-request-id": "req-1", "set-cookie": "session=abc", "x-ratelimit-limit": "166", server: "nginx" }

/** The responses that the programs below need. */
const handler = (sent: Sent): Response | Broken => {
  const { method, path, query } = sent
  switch (`${method} ${path}`) {
    case "POST /contacts":
      return Response.json({ type: "contact", id: "1", ...json(sent), phone: null }, { headers })
    case "GET /contacts/1":
      return Response.json({ type: "contact", id: "1", email: "ada@lovelace.example", owner: "Bob <bob@x.example>" })
    case "GET /contacts":
      return Response.json({
        type: "list",
        data: [{ type: "contact", id: query.get("starting_after") ?? "0", email: "ada@lovelace.example" }],
        total_count: 3,
        pages: {
          next: query.get("starting_after") === "2"
            ? null
            : { starting_after: Number(query.get("starting_after")) + 1 + "" }
        }
      })
    case "GET /download/content/data/csv":
      return new Response(gzipSync("id,email\n1,ada@lovelace.example\n"))
    case "GET /download/content/data/zip":
      return new Response(Uint8Array.of(0x50, 0x4b, 3, 4, 255, 0))
    case "GET /calls/1/recording":
      return new Response(null, {
        status: 302,
        headers: { location: "https://files.example/1.mp3?signature=abcdefgh" }
      })
    case "GET /calls/1/transcript":
      return new Response("ada@lovelace.example: hello\n", { headers: { "content-type": "text/plain" } })
    case "GET /contacts/reset":
      return new Broken("ECONNRESET")
    case "GET /me":
      return errorList(401, "unauthorized", {}, `${sent.request.headers.authorization} is not valid`)
    default:
      return errorList(404, "not_found", {}, `no ${path}`)
  }
}

const bytesOf = <E, R>(stream: Stream.Stream<Uint8Array, E, R>) =>
  Effect.map(Stream.runCollect(stream), (chunks) => Buffer.concat([...chunks]))

const assertBody = (directory: string, body: unknown) =>
  Effect.map(
    filesIn(directory),
    ([[, text] = ["", ""]]) => assert.deepStrictEqual(JSON.parse(text).response.body, body)
  )

const newContact = {
  email: "ada@lovelace.example",
  name: "Ada",
  custom_attributes: { note: "cc ada@lovelace.example" }
}

layer(NodeContext.layer)("Record and replay", (it) => {
  describe("gives the same results a second time, without a network:", () => {
    const programs: Record<string, Effect.Effect<unknown, unknown, IntercomHttp.IntercomHttp>> = {
      "an object": Contacts.create(newContact),
      "a stream of pages": Effect.map(Stream.runCollect(Contacts.stream({ prefetch: 2 })), Chunk.toReadonlyArray),
      "an error of Intercom": Effect.flip(Contacts.find("missing")),
      "a network error": Effect.flip(Contacts.find("reset")),
      "a binary download": bytesOf(DataExport.downloadRaw("zip")),
      "plain text": Effect.zipRight(Contacts.create(newContact), Calls.findTranscript("1")),
      "a CSV file": Effect.map(
        bytesOf(DataExport.download("csv")),
        (bytes) => String(bytes).replace(/\S+@\S+/, "…")
      )
    }
    for (const [name, program] of Object.entries(programs)) {
      it.scoped(name, () =>
        Effect.gen(function*() {
          const options = { directory: yield* directory }
          const before = yield* record(program, handler, options, { retry: Retry.none })
          const after = yield* replay(
            Effect.gen(function*() {
              const result = yield* program
              assert.deepStrictEqual(yield* unused, [])
              return result
            }),
            options,
            { retry: Retry.none }
          )
          // An address that the program never sent stays a pseudonym.
          assert.deepStrictEqual(
            JSON.parse(JSON.stringify(after).replaceAll("email-1@redacted.example", "ada@lovelace.example")),
            JSON.parse(JSON.stringify(before))
          )
        }))
    }

    it.scoped("a retry, with the failures before it", () =>
      Effect.gen(function*() {
        const options = { directory: yield* directory }
        const answers = [errorList(503, "unavailable"), new Broken("ECONNRESET"), Response.json({ id: "1" })]
        const program = Contacts.find("1")
        const http = { retry: Schedule.recurs(5) }
        yield* record(program, () => answers.shift() ?? Response.error(), options, http)
        assert.lengthOf(yield* filesIn(options.directory), 3)
        const contact = yield* replay(program, options, http)
        assert.strictEqual(contact.id, "1")
      }))
  })

  describe("A file", () => {
    it.scoped("holds the request, the response, and only the headers that matter", () =>
      Effect.gen(function*() {
        const options = { directory: yield* directory }
        yield* record(Contacts.create(newContact), handler, options)
        assert.deepStrictEqual(yield* filesIn(options.directory), [[
          "0001 POST contacts.json",
          `{
  "request": {
    "method": "POST",
    "path": "/contacts",
    "headers": {
      "intercom-version": "2.15"
    },
    "body": {
      "json": {
        "email": "email-1@redacted.example",
        "name": "Ada",
        "custom_attributes": {
          "note": "cc email-1@redacted.example"
        }
      }
    }
  },
  "response": {
    "status": 200,
    "headers": {
      "content-type": "application/json",
      "x-ratelimit-limit": "166",
      "x-request-id": "req-1"
    },
    "body": {
      "json": {
        "type": "contact",
        "id": "1",
        "email": "email-1@redacted.example",
        "name": "Ada",
        "custom_attributes": {
          "note": "cc email-1@redacted.example"
        },
        "phone": null
      }
    }
  }
}
`
        ]])
      }))

    it.scoped("has a number and a name that every file system allows", () =>
      Effect.gen(function*() {
        const options = { directory: yield* directory }
        const calls = [
          Contacts.findByExternalId("a/b:c?*\"ada@lovelace.example"),
          Contacts.find("reset"),
          Contacts.find("x".repeat(300))
        ]
        yield* record(Effect.forEach(calls, Effect.flip), handler, options, { retry: Retry.none })
        assert.deepStrictEqual((yield* filesIn(options.directory)).map(([name]) => name), [
          "0001 GET contacts find_by_external_id a 2Fb 3Ac 3F 22email-1 redacted.example.json",
          "0002 GET contacts reset.json",
          `0003 GET contacts ${"x".repeat(67)}.json`
        ])
      }))

    it.scoped("holds no token and no address, encoded or not, and neither does its name", () =>
      Effect.gen(function*() {
        const options = { directory: yield* directory }
        const program = Effect.gen(function*() {
          yield* Contacts.create({ ...newContact, external_id: encodeURIComponent("bob@x.example") })
          yield* Contacts.find("1")
          yield* Effect.flip(Contacts.findByExternalId("ada@lovelace.example"))
          yield* Stream.runDrain(Contacts.stream())
          yield* Effect.flip(Contacts.find(encodeURIComponent(token)))
          yield* Effect.flip(Admins.me())
          yield* Calls.findTranscript("1")
          yield* Calls.findRecordingUrl("1")
          yield* Stream.runDrain(DataExport.download("csv"))
          const client = yield* HttpClient.HttpClient
          yield* client.get("https://api.intercom.io/contacts/1", { urlParams: { email: "ada@lovelace.example" } })
          yield* client.execute(
            HttpClientRequest.post("https://api.intercom.io/auth/eagle/token").pipe(
              HttpClientRequest.bodyUrlParams({ client_secret: "hunter2!hunter2!", code: "abcdefgh" })
            )
          )
        })
        yield* record(program, handler, options)
        const files = yield* filesIn(options.directory)
        assert.isAbove(files.length, 10)
        const secrets = ["ada@lovelace.example", "bob@x.example", token, "hunter2!hunter2!", "abcdefgh"]
        for (const text of files.flat()) {
          for (
            const secret of secrets.flatMap((
              secret
            ) => [secret, secret.split("@")[0] + "%40", encodeURIComponent(secret)])
          ) {
            assert.notInclude(text, secret)
          }
          assert.notMatch(text, /authorization|lovelace|bearer (?!redacted)/i)
        }
      }))

    it.scoped("shows the text of gzip without addresses", () =>
      Effect.gen(function*() {
        const options = { directory: yield* directory }
        yield* record(Stream.runDrain(DataExport.downloadRaw("csv")), handler, options)
        const [[, text] = ["", ""]] = yield* filesIn(options.directory)
        assert.deepStrictEqual(JSON.parse(text).response.body, {
          gzip: { text: "id,email\n1,email-1@redacted.example\n" }
        })
        const bytes = yield* replay(bytesOf(DataExport.downloadRaw("csv")), options)
        assert.strictEqual(String(gunzipSync(bytes)), "id,email\n1,email-1@redacted.example\n")
      }))

    it.scoped("keeps other bytes as they are", () =>
      Effect.gen(function*() {
        const options = { directory: yield* directory }
        yield* record(Stream.runDrain(DataExport.downloadRaw("zip")), handler, options)
        yield* assertBody(options.directory, { base64: "UEsDBP8A" })
        // A pseudonym of another length would break a tar archive.
        const tar = "ada@x.example\0\0ustar"
        for (const bytes of [Buffer.from(tar), gzipSync(tar)]) {
          const program = bytesOf(DataExport.downloadRaw("tar"))
          yield* record(program, () => new Response(new Uint8Array(bytes)), options)
          yield* assertBody(options.directory, { base64: bytes.toString("base64") })
          assert.isTrue(bytes.equals(yield* replay(program, options)))
        }
      }))

    it.scoped("is written before the program gets the response", () =>
      Effect.gen(function*() {
        const options = { directory: yield* directory }
        const program = Effect.gen(function*() {
          yield* Contacts.find("1")
          return (yield* filesIn(options.directory)).length
        })
        assert.strictEqual(
          yield* record(Effect.provide(program, NodeContext.layer), handler, options),
          1
        )
      }))

    it.scoped("holds nothing that `redact` removes, and a replay still matches", () =>
      Effect.gen(function*() {
        const redact = (text: string): string => text.replaceAll("Ada", "NAME")
        const options = { directory: yield* directory, redact }
        yield* record(Contacts.create(newContact), handler, options)
        const [[, text] = ["", ""]] = yield* filesIn(options.directory)
        assert.notInclude(text, "Ada")
        assert.strictEqual((yield* replay(Contacts.create(newContact), options)).name, "NAME")
      }))
  })

  it.scoped("a new recording removes the old one, and no other file", () =>
    Effect.gen(function*() {
      const options = { directory: yield* directory }
      const { writeFileString } = yield* FileSystem.FileSystem
      for (const name of ["README.md", "0001.json", "notes 0001 GET x.json"]) {
        yield* writeFileString(`${options.directory}/${name}`, "mine")
      }
      yield* record(Effect.forEach(["1", "1", "1"], Contacts.find), handler, options)
      yield* record(Contacts.create(newContact), handler, options)
      assert.deepStrictEqual((yield* filesIn(options.directory)).map(([name]) => name), [
        "0001 POST contacts.json",
        "0001.json",
        "README.md",
        "notes 0001 GET x.json"
      ])
      yield* replay(Contacts.create(newContact), options)
    }))

  it.scoped("creates the directory if there is none", () =>
    Effect.gen(function*() {
      const options = { directory: `${yield* directory}/a/b` }
      yield* record(Contacts.find("1"), handler, options)
      assert.lengthOf(yield* filesIn(options.directory), 1)
    }))

  it.scoped("concurrent exchanges are numbered in the order of their requests", () =>
    Effect.gen(function*() {
      const options = { directory: yield* directory }
      const gate = yield* Deferred.make<void>()
      const slowFirst = (sent: Sent) =>
        sent.path === "/contacts/a"
          ? Effect.as(Deferred.await(gate), Response.json({ id: "a" }))
          : Effect.as(Deferred.succeed(gate, undefined), Response.json({ id: sent.path.slice(-1) }))
      const program = Effect.forEach(["a", "b", "c"], Contacts.find, { concurrency: "unbounded" })
      yield* record(program, slowFirst, options)
      assert.deepStrictEqual((yield* filesIn(options.directory)).map(([name]) => name), [
        "0001 GET contacts a.json",
        "0002 GET contacts b.json",
        "0003 GET contacts c.json"
      ])
      assert.deepStrictEqual((yield* replay(program, options)).map(({ id }) => id), ["a", "b", "c"])
    }))

  it.scoped("an attempt that times out leaves no file, and a replay starts with the next one", () =>
    Effect.gen(function*() {
      const options = { directory: yield* directory }
      const asked = yield* Deferred.make<void>()
      const firstNever = (sent: Sent) =>
        Effect.if(Deferred.succeed(asked, undefined), {
          onTrue: () => Effect.never,
          onFalse: () => Effect.succeed(Response.json({ id: sent.path.slice(-1) }))
        })
      const http = { retry: Schedule.recurs(1) }
      const fiber = yield* Effect.fork(record(Contacts.find("1"), firstNever, options, http))
      yield* Deferred.await(asked)
      yield* TestClock.adjust("1 minute")
      yield* Fiber.join(fiber)
      assert.deepStrictEqual((yield* filesIn(options.directory)).map(([name]) => name), ["0002 GET contacts 1.json"])
      assert.strictEqual((yield* replay(Contacts.find("1"), options, http)).id, "1")
    }))

  it.scoped("a client that turns statuses into errors is recorded too", () =>
    Effect.gen(function*() {
      const options = { directory: yield* directory }
      const strict = Layer.succeed(HttpClient.HttpClient, HttpClient.filterStatusOk(clientOf(handler)))
      const client = Recording.layerRecord(options).pipe(Layer.provide(strict))
      const program = Effect.flip(Contacts.find("no"))
      const error = yield* Effect.provide(program, intercom(client))
      assert.strictEqual(error._tag, "IntercomNotFound")
      assert.deepStrictEqual(yield* replay(program, options), error)
    }))

  it.scoped("a body that can be read only once is refused before it is sent", () =>
    Effect.gen(function*() {
      const options = { directory: yield* directory }
      let calls = 0
      const program = Effect.flatMap(HttpClient.HttpClient, (client) =>
        Effect.flip(client.post("https://api.intercom.io/contacts", { body: HttpBody.stream(Stream.empty) })))
      const error = yield* Effect.provide(program, intercom(recording((sent) => (calls++, handler(sent)), options)))
      assert.include(error.message, "this kind of body cannot be recorded")
      assert.strictEqual(calls, 0)
    }))

  it.scoped("a request that cannot be sent leaves no file", () =>
    Effect.gen(function*() {
      const options = { directory: yield* directory }
      const program = Effect.flatMap(HttpClient.HttpClient, (client) => Effect.flip(client.get("no URL")))
      assert.include((yield* record(program, handler, options)).message, "InvalidUrl")
      const unable = HttpClient.make((request) =>
        Effect.fail(new HttpClientError.RequestError({ request, reason: "Encode" }))
      )
      const client = Recording.layerRecord(options).pipe(Layer.provide(Layer.succeed(HttpClient.HttpClient, unable)))
      yield* Effect.provide(Effect.flip(Contacts.find("1")), intercom(client))
      assert.deepStrictEqual(yield* filesIn(options.directory), [])
    }))

  it.scoped("exchanges over a socket, even a refused connection, are replayed without one", () =>
    Effect.gen(function*() {
      const options = { directory: yield* directory }
      const program = Effect.all([Contacts.create(newContact), bytesOf(DataExport.downloadRaw("csv"))])
      const { baseUrl, before } = yield* Effect.scoped(Effect.gen(function*() {
        const baseUrl = yield* serveNode((request, response) => {
          if (request.method === "GET") {
            response.end("id,name\n")
            return
          }
          response.setHeader("content-type", "application/json")
          response.write("{\"id\":\"1\",")
          setImmediate(() => response.end("\"email\":\"ada@lovelace.example\"}"))
        })
        const client = Recording.layerRecord(options).pipe(Layer.provide(FetchHttpClient.layer))
        return { baseUrl, before: yield* Effect.provide(program, intercom(client, { baseUrl })) }
      }))
      assert.deepStrictEqual(yield* replay(program, options), before)

      const client = Recording.layerRecord(options).pipe(Layer.provide(FetchHttpClient.layer))
      const refused = Effect.flip(Contacts.find("1"))
      const http = { baseUrl, retry: Retry.none }
      const error = yield* Effect.provide(refused, intercom(client, http))
      assert.strictEqual(error.message, "Contacts.find: no response, ECONNREFUSED (GET /contacts/{contact_id})")
      assert.deepStrictEqual(yield* replay(refused, options, http), error)
    }))

  it.scoped("a signed location is kept without its signature", () =>
    Effect.gen(function*() {
      const options = { directory: yield* directory }
      yield* record(Calls.findRecordingUrl("1"), handler, options)
      assert.strictEqual(yield* replay(Calls.findRecordingUrl("1"), options), "https://files.example/1.mp3")
    }))
})
