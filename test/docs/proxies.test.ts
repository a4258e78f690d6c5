/**
 * The programs of docs/proxies.md, behind a proxy and in front of a certificate that nobody else trusts.
 */
import { afterEach, assert, beforeEach, describe, it, vi } from "@effect/vitest"
import { readFileSync } from "node:fs"
import { createServer, type Server as HttpServer } from "node:http"
import { createServer as createHttpsServer } from "node:https"
import { connect } from "node:net"
import { join } from "node:path"
import { certificate, key } from "../faults/certificate.js"
import { repository } from "../types/compiler.js"
import { type Block, blocksOfPage, makeSandbox, type Sandbox } from "./blocks.js"
import { startServer } from "./server.js"

// Starting Node, on a busy machine.
const timeLimit = 120_000
vi.setConfig({ hookTimeout: timeLimit, testTimeout: timeLimit })

const blockWith = (text: string): Block => {
  const blocks = blocksOfPage("docs/proxies.md", readFileSync(join(repository, "docs/proxies.md"), "utf8"))
  const [block, ...others] = blocks.filter(({ code }) => code.includes(text))
  if (block === undefined || others.length > 0) throw new Error(`one block with ${text} is expected`)
  return block
}

const listen = (server: HttpServer): Promise<number> =>
  new Promise((resolve, reject) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      if (typeof address === "object" && address !== null) resolve(address.port)
      else reject(new Error("no port"))
    })
  })

const close = (server: HttpServer): Promise<void> =>
  new Promise((resolve) => {
    server.closeAllConnections()
    server.close(() => resolve())
  })

let sandbox: Sandbox
let release: Array<() => Promise<void>>
beforeEach(() => {
  sandbox = makeSandbox()
  release = []
})
afterEach(async () => {
  vi.unstubAllEnvs()
  for (const end of release) await end()
  sandbox.remove()
})

/** A proxy that opens tunnels, and the targets it was asked for. */
const startProxy = async () => {
  const targets: Array<string> = []
  const proxy = createServer((_, response) => response.writeHead(405).end())
  proxy.on("connect", ({ url = "" }, socket) => {
    targets.push(url)
    const { hostname, port } = new URL(`http://${url}`)
    const upstream = connect(Number(port), hostname, () => {
      socket.write("HTTP/1.1 200 Connection Established\r\n\r\n")
      upstream.pipe(socket)
      socket.pipe(upstream)
    })
    upstream.on("error", () => socket.destroy())
    socket.on("error", () => upstream.destroy())
  })
  const url = `http://127.0.0.1:${await listen(proxy)}`
  release.push(() => close(proxy))
  return { targets, url }
}

describe("docs/proxies.md", () => {
  it("sends calls through the proxy that the environment names", async () => {
    const proxy = await startProxy()
    const server = await startServer()
    release.push(server.close)
    vi.stubEnv("http_proxy", proxy.url)
    vi.stubEnv("no_proxy", "")
    assert.isUndefined(await sandbox.run(blockWith("IntercomHttp.layerConfig()"), { url: server.url, timeLimit }))
    assert.deepStrictEqual(proxy.targets, [new URL(server.url).host])
  })

  /** Intercom with a certificate that Node does not trust. */
  const startTls = async (): Promise<string> => {
    const server = createHttpsServer({ cert: certificate, key }, (_, response) => {
      response.writeHead(200, { "content-type": "application/json" }).end("{\"type\":\"contact\",\"id\":\"1\"}")
    })
    release.push(() => close(server))
    return `https://127.0.0.1:${await listen(server)}`
  }

  const runTrusting = async (): Promise<string | undefined> => {
    const url = await startTls()
    const { code, ...block } = blockWith("connect: { ca }")
    const driver = [
      "import { Contacts } from \"effect-intercom\"",
      "import { Redacted as Secret } from \"effect\"",
      `const Trusting = make(Secret.make("token"), ${JSON.stringify(url)}, ${JSON.stringify(certificate)})`,
      "Effect.runPromise(Contacts.find(\"1\").pipe(Effect.provide(Trusting)))"
    ]
    return sandbox.run({ ...block, code: [code, ...driver].join("\n") }, { url, timeLimit })
  }

  it("trusts the certificate authority that the program names", async () => {
    vi.stubEnv("https_proxy", "")
    assert.isUndefined(await runTrusting())
  })

  it("trusts it behind a proxy, too", async () => {
    const proxy = await startProxy()
    vi.stubEnv("https_proxy", proxy.url)
    vi.stubEnv("no_proxy", "")
    assert.isUndefined(await runTrusting())
    assert.lengthOf(proxy.targets, 1)
  })

  it("names the code of a certificate that is not trusted", async () => {
    vi.stubEnv("https_proxy", "")
    const failure = await sandbox.run(blockWith("IntercomHttp.layerConfig()"), { url: await startTls(), timeLimit })
    assert.match(failure ?? "", /DEPTH_ZERO_SELF_SIGNED_CERT/)
  })
})
