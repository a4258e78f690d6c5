import { assert, describe, it } from "@effect/vitest"
import * as Webhook from "effect-intercom/Webhook"
import * as Effect from "effect/Effect"
import * as esbuild from "esbuild"
import { join } from "node:path"
import { createContext, runInContext } from "node:vm"
import { bytesOf, clientSecret, notification } from "./webhookSender.js"

const program = `
  import * as Webhook from "effect-intercom/Webhook"
  import { Effect, Redacted } from "effect"

  const bytes = new TextEncoder().encode(body)
  const secret = Redacted.make("the-client-secret")
  const program = Webhook.verify({ secret, signature, body: bytes }).pipe(
    Effect.zipRight(Webhook.decode(bytes)),
    Effect.map(({ id, topic }) => id + " " + topic),
    Effect.catchTag("IntercomInvalidSignature", ({ reason }) => Effect.succeed(reason))
  )
  result = Effect.runPromise(program)
`

const bundle = async (code: string) => {
  const { metafile, outputFiles: [file] } = await esbuild.build({
    stdin: { contents: code, resolveDir: join(import.meta.dirname, "..", "src") },
    bundle: true,
    platform: "browser",
    format: "iife",
    minify: true,
    metafile: true,
    write: false
  })
  const modules = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path)
  )
  return { code: file?.text ?? "", modules }
}

describe("Webhook, bundled for a browser", () => {
  it("verifies and decodes where there is nothing but the APIs of the web", async () => {
    const { code, modules } = await bundle(program)
    assert.notInclude(code, "node:")
    // A server is not part of it.
    assert.deepStrictEqual(modules.filter((path) => /HttpServer|intake|Mailbox|Multipart/.test(path)), [])
    const run = async (body: string, signature: string): Promise<unknown> => {
      const sandbox: Record<string, unknown> = {
        TextDecoder,
        TextEncoder,
        URL,
        body,
        crypto,
        result: undefined,
        signature
      }
      runInContext(code, createContext(sandbox))
      return sandbox["result"]
    }
    const body = JSON.stringify(notification("notif_1"))
    const signature = await Effect.runPromise(Webhook.sign({ body: bytesOf(body), secret: clientSecret }))
    assert.strictEqual(await run(body, signature), "notif_1 contact.user.created")
    assert.strictEqual(await run(`${body} `, signature), "mismatch")
  })

  it("receives where there is nothing else but timers and streams", async () => {
    const { code } = await bundle(`
      import * as Webhook from "effect-intercom/Webhook"
      import { Effect, Redacted, Scope } from "effect"

      const ids = []
      const open = Webhook.webHandler({
        clientSecret: Redacted.make("the-client-secret"),
        acknowledge: "after",
        onNotification: ({ id }) => Effect.sync(() => ids.push(id))
      })
      const program = Effect.flatMap(open, (handler) => Effect.promise(() => handler(request)))
      result = Effect.runPromise(Effect.scoped(program)).then(({ status }) => status + " " + ids)
    `)
    assert.notInclude(code, "node:")
    const bytes = bytesOf(JSON.stringify(notification("notif_1")))
    const headers = { "X-Hub-Signature": await Effect.runPromise(Webhook.sign({ body: bytes, secret: clientSecret })) }
    const request = new Request("https://hooks.example", { method: "POST", body: bytes, headers })
    const globals = { Headers, ReadableStream, Response, URLSearchParams, clearTimeout, setTimeout }
    const sandbox: Record<string, unknown> = {
      TextDecoder,
      TextEncoder,
      URL,
      crypto,
      ...globals,
      request,
      result: undefined
    }
    runInContext(code, createContext(sandbox))
    assert.strictEqual(await sandbox["result"], "200 notif_1")
  })
})
