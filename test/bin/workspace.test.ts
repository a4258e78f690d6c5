/**
 * The command of the built package, as another team would use it: from a shell, and over HTTP.
 */
import { assert, describe, it } from "@effect/vitest"
import * as Webhook from "effect-intercom/Webhook"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import type * as Scope from "effect/Scope"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { request } from "node:http"
import { connect } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { text } from "node:stream/consumers"
import { serveNode } from "../loopback.js"
import { run, type Running, running } from "./command.js"

const timeout = 120_000

const seedFile = (content: string): Effect.Effect<string, never, Scope.Scope> =>
  Effect.map(
    Effect.acquireRelease(
      Effect.sync(() => mkdtempSync(join(tmpdir(), "effect-intercom-seed-"))),
      (folder) => Effect.sync(() => rmSync(folder, { recursive: true }))
    ),
    (folder) => {
      const path = join(folder, "seed.json")
      writeFileSync(path, content)
      return path
    }
  )

const urlOf = (command: Running): Effect.Effect<string> =>
  Effect.map(command.lines(1), ([line = ""]) => {
    const [, url] = /^listening on (http:\/\/127\.0\.0\.1:\d+)$/.exec(line) ?? []
    return url ?? assert.fail(line)
  })

const call = (url: string, init: RequestInit = {}, token = "any"): Effect.Effect<Response> =>
  Effect.promise(() => fetch(url, { ...init, headers: { ...init.headers, authorization: `Bearer ${token}` } }))

const json = (response: Response): Effect.Effect<unknown> => Effect.promise(() => response.json())

const post = (body: unknown): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body)
})

describe("effect-intercom workspace", () => {
  it.scopedLive(
    "serves generated objects on a free port of loopback, prints each request, and ends with Ctrl-C",
    () =>
      Effect.gen(function*() {
        const command = yield* running(
          ...["workspace", "--contacts", "7", "--companies", "2", "--conversations", "3", "--tickets", "1"],
          ...["--articles", "4", "--rate-limit", "20"]
        )
        const url = yield* urlOf(command)
        const contacts = yield* call(`${url}/contacts?per_page=2`)
        assert.strictEqual(contacts.headers.get("x-ratelimit-limit"), "20")
        assert.match(contacts.headers.get("content-type") ?? "", /^application\/json/)
        assert.nestedPropertyVal(yield* json(contacts), "total_count", 7)
        assert.nestedPropertyVal(yield* json(yield* call(`${url}/conversations`)), "total_count", 3)
        assert.nestedPropertyVal(yield* json(yield* call(`${url}/articles`)), "total_count", 4)
        const created = yield* json(yield* call(`${url}/contacts`, post({ email: "ada@example.com" })))
        assert.nestedPropertyVal(created, "email", "ada@example.com")
        const lines = yield* command.lines(5)
        assert.deepStrictEqual(lines.slice(1), [
          "GET /contacts 200",
          "GET /conversations 200",
          "GET /articles 200",
          "POST /contacts 200"
        ])
        assert.deepInclude(yield* command.interrupt, { status: 0, errors: "" })
      }),
    timeout
  )

  it.scopedLive(
    "starts with the objects of a file, and accepts one token and one default version",
    () =>
      Effect.gen(function*() {
        const path = yield* seedFile(JSON.stringify({
          companies: [{ company_id: "acme", name: "Acme" }],
          contacts: [{
            external_id: "ada",
            email: "ada@example.com",
            companies: ["acme"],
            owner_id: "814860",
            fields: { browser: "firefox" }
          }],
          macros: [{ name: "Hello", body: "Hi {{user.name}}" }]
        }))
        const command = yield* running(
          "workspace",
          "--seed",
          path,
          "--token",
          "good",
          "--api-version",
          "2.16",
          "--quiet"
        )
        const url = yield* urlOf(command)
        assert.strictEqual((yield* call(`${url}/me`, {}, "bad")).status, 401)
        const ada = yield* json(yield* call(`${url}/contacts/find_by_external_id/ada`, {}, "good"))
        assert.nestedPropertyVal(ada, "browser", "firefox")
        // Only 2.16 has macros.
        assert.strictEqual((yield* call(`${url}/macros`, {}, "good")).status, 200)
        const older = yield* call(`${url}/macros`, { headers: { "intercom-version": "2.15" } }, "good")
        assert.strictEqual(older.status, 400)
        assert.strictEqual((yield* command.interrupt).output, `listening on ${url}\n`)
      }),
    timeout
  )

  it.scopedLive("delivers signed webhooks to a URL", () =>
    Effect.gen(function*() {
      const received = yield* Deferred.make<readonly [body: string, signature: string]>()
      const receiver = yield* serveNode(async (request, response) => {
        const body = await text(request)
        Deferred.unsafeDone(received, Effect.succeed([body, String(request.headers["x-hub-signature"])] as const))
        response.end()
      })
      const command = yield* running("workspace", "--deliver-to", `${receiver}/hook`, "--secret", "shh")
      yield* call(`${yield* urlOf(command)}/contacts`, post({ email: "ada@example.com" }))
      const [body, signature] = yield* Deferred.await(received)
      assert.nestedPropertyVal(JSON.parse(body), "topic", "contact.user.created")
      yield* Webhook.verify({ body: new TextEncoder().encode(body), signature, secret: Redacted.make("shh") })
      assert.sameMembers((yield* command.lines(3)).slice(1), ["POST /contacts 200", "webhook 200"])
    }), timeout)

  it.scopedLive("goes on if nobody reads its output any more", () =>
    Effect.gen(function*() {
      const command = yield* running("workspace")
      const url = yield* urlOf(command)
      yield* command.closeOutput
      yield* call(`${url}/me`)
      yield* call(`${url}/me`)
      assert.deepInclude(yield* command.interrupt, { status: 0, errors: "" })
    }), timeout)

  it.scopedLive("does not read the body of a GET", () =>
    Effect.gen(function*() {
      const command = yield* running("workspace", "--quiet")
      const { port } = new URL(yield* urlOf(command))
      const status = yield* Effect.async<number | undefined>((resume) => {
        const headers = { authorization: "Bearer any", "content-length": 2 }
        request({ host: "127.0.0.1", port, path: "/me", headers }, (response) => {
          response.resume()
          resume(Effect.succeed(response.statusCode))
        }).end("{}")
      })
      assert.strictEqual(status, 200)
    }), timeout)

  it.scopedLive("refuses a request without a valid URL, and goes on", () =>
    Effect.gen(function*() {
      const command = yield* running("workspace", "--quiet")
      const url = yield* urlOf(command)
      const answer = yield* Effect.async<string>((resume) => {
        let answer = ""
        const socket = connect({ host: "127.0.0.1", port: Number(new URL(url).port) }, () =>
          socket.end("GET http://[/contacts HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
        socket.on("data", (data) =>
          answer += data)
        socket.on("close", () => resume(Effect.succeed(answer)))
      })
      assert.match(answer, /^HTTP\/1.1 400 /)
      assert.strictEqual((yield* call(`${url}/me`)).status, 200)
    }), timeout)
})

describe("effect-intercom", () => {
  const refused = (message: string) => ({ status: 1, output: "", errors: `effect-intercom: ${message}\n` })

  it.live("prints its help", () =>
    Effect.gen(function*() {
      const general = yield* run("--help")
      assert.deepInclude(general, { status: 0, errors: "" })
      assert.include(general.output, "workspace")
      const special = yield* run("workspace", "--help")
      assert.deepInclude(special, { status: 0, errors: "" })
      assert.include(special.output, "--seed <file.json>")
    }), timeout)

  it.live("says in plain words what is wrong with the arguments, with status 1", () =>
    Effect.gen(function*() {
      const cases: ReadonlyArray<readonly [args: ReadonlyArray<string>, message: string]> = [
        [["--loud"], "Unknown option '--loud'"],
        [["--port", "any"], "--port takes a whole number from 0 to 65535, not any"],
        [["--port", "70000"], "--port takes a whole number from 0 to 65535, not 70000"],
        [["--contacts", "-1"], "Option '--contacts' argument is ambiguous"],
        [["--api-version", "2.14"], "--api-version takes 2.15 or 2.16, not 2.14"],
        [["--deliver-to", "http://localhost/"], "--deliver-to needs --secret, which signs the webhooks"],
        [["--deliver-to", "localhost", "--secret", "a"], "--deliver-to takes an http or https URL, not localhost"],
        [["--host", ""], "--host takes an address, not an empty text"],
        [["--token", ""], "--token takes a token, not an empty text"],
        [["--secret", "a"], "--secret needs --deliver-to"],
        [["--seed", "nowhere.json"], "nowhere.json cannot be read"]
      ]
      const ended = yield* Effect.forEach(cases, ([args]) => run("workspace", ...args), { concurrency: 2 })
      assert.deepStrictEqual(ended, cases.map(([, message]) => refused(message)))
      const unknown = yield* run("dance")
      assert.strictEqual(unknown.status, 1)
      assert.match(unknown.errors, /^effect-intercom: there is no command dance\n/)
    }), timeout)

  it.scopedLive("says that the port is in use", () =>
    Effect.gen(function*() {
      const { port } = new URL(yield* serveNode((_, response) => response.end()))
      assert.deepStrictEqual(yield* run("workspace", "--port", port), refused(`port ${port} is in use`))
    }), timeout)

  it.scopedLive("names the place in a seed file that it cannot use", () =>
    Effect.gen(function*() {
      const path = yield* seedFile(JSON.stringify({ contacts: [{ email: "ada@example.com", companies: ["acme"] }] }))
      assert.deepStrictEqual(
        yield* run("workspace", "--seed", path),
        refused(`${path}: contacts[0]: company "acme" is not there`)
      )
    }), timeout)
})
