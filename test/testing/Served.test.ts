/**
 * What only a socket shows: requests that no client would send.
 */
import { assert, describe, it } from "@effect/vitest"
import * as IntercomWorkspace from "effect-intercom/testing/IntercomWorkspace"
import * as Effect from "effect/Effect"
import { connect } from "node:net"
import { serveApp } from "../loopback.js"

/** Sends bytes to a port of loopback, and gives what comes back. */
const exchange = (port: string, bytes: string): Effect.Effect<string> =>
  Effect.async((resume) => {
    let answer = ""
    const socket = connect({ host: "127.0.0.1", port: Number(port) }, () => socket.end(bytes))
    socket.on("data", (data) => answer += data)
    socket.on("close", () => resume(Effect.succeed(answer)))
  })

const request = (line: string, host = "localhost") =>
  `${line} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer test\r\nConnection: close\r\n\r\n`

describe("The workspace behind a socket", () => {
  it.scopedLive("takes the path from the target of a request and the host from its header", () =>
    Effect.gen(function*() {
      const { httpApp, requests, seed } = yield* IntercomWorkspace.make({ region: "eu" })
      yield* seed({ companies: [{ company_id: "acme" }], contacts: [{ external_id: "ada", companies: ["acme"] }] })
      const { port } = new URL(yield* serveApp(httpApp))
      const list = yield* exchange(port, request("POST //companies//list?per_page=1&next=http://a//b", "example.com"))
      assert.match(list, /^HTTP\/1.1 200 /)
      assert.include(list, `"total_count":1`)
      assert.deepInclude((yield* requests)[0], {
        path: "/companies/list",
        query: { per_page: "1", next: "http://a//b" }
      })
      assert.match(yield* exchange(port, request("GET /contacts", "api.au.intercom.io")), /^HTTP\/1.1 401 /)
      assert.match(yield* exchange(port, request("GET http://api.eu.intercom.io/contacts", "a b")), /^HTTP\/1.1 200 /)
    }))

  it.scopedLive("refuses a request that names no URL, as it refuses any", () =>
    Effect.gen(function*() {
      const { httpApp } = yield* IntercomWorkspace.make()
      const { port } = new URL(yield* serveApp(httpApp))
      for (
        const bytes of [
          request("GET /contacts", "a b"),
          request("GET /contacts", "a/b"),
          request("GET /contacts", "localhost:port"),
          request("GET *"),
          request("GET http://[/contacts"),
          "GET /contacts HTTP/1.0\r\nAuthorization: Bearer test\r\n\r\n"
        ]
      ) {
        const answer = yield* exchange(port, bytes)
        assert.match(answer, /^HTTP\/1.1 400 /, bytes)
        assert.match(
          answer,
          /"type":"error.list","request_id":"embedded-\d+","errors":\[\{"code":"client_error"/,
          bytes
        )
      }
    }))
})
