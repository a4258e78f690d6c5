#!/usr/bin/env bash
# `fetch` of Node 20.20.2: a chunked body that breaks off is whole if the response said `connection: close`.
#
# Expected: an error, as for the same bytes without the header, because the last chunk is missing (RFC 9112, 8).
# `node:http` of the same Node fails with ECONNRESET.
# Happens: `text()` gives what has arrived, without an error. Many servers and proxies send that header.
# `import "undici"` cures it, although the program calls nothing of undici: version 7.30.2 makes its own `Agent` the one
# of the global `fetch`. So the same program reads or refuses half a body, depending on whether some dependency uses
# undici.
# Hurt: downloads and texts on Node 20, if a server stops in the middle. JSON is safe, because it cannot be read.
# Known from: our check of runtimes. Half an export and half a transcript were a success, and not with
# `@effect/platform-node`, which imports undici 7. https://github.com/nodejs/undici/pull/5308 fixed undici 6, which Node
# 20 contains, but Node 20.20.2 has not got it. Node 22.22.3, 24.16.0 and 26.1.0 did the same, and
# 22.23.0, 24.17.0 and 26.2.0 do not.
set -euo pipefail

directory="$(mktemp -d)"
trap 'rm -rf "$directory"' EXIT
cd "$directory"
npm init -y > /dev/null
# An install script puts the executable in place.
npm install --silent --no-audit --no-fund --ignore-scripts=false node@20.20.2 undici@7.30.2 > /dev/null

cat > program.mjs << 'PROGRAM'
import { get } from "node:http"
import { createServer } from "node:net"

// One chunk of five bytes, and then the end of the connection instead of the next chunk.
const server = createServer((socket) => {
  socket.once("data", (data) => {
    const close = String(data).startsWith("GET /close") ? "connection: close\r\n" : ""
    socket.end(`HTTP/1.1 200 OK\r\n${close}transfer-encoding: chunked\r\n\r\n5\r\nfirst\r\n`)
  })
})
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve))
const url = `http://127.0.0.1:${server.address().port}`

const read = (path) =>
  fetch(url + path).then((response) => response.text()).catch((error) => `fails: ${error.message}`)

const readByHttp = (path) =>
  new Promise((resolve) => {
    get(url + path, (response) => {
      response.on("error", (error) => resolve(`fails: ${error.code}`))
      response.on("end", () => resolve("ends"))
      response.resume()
    })
  })

if (process.argv[2] !== undefined) await import(process.argv[2])

console.log(JSON.stringify({
  keep: await read("/keep"),
  close: await read("/close"),
  "node:http": await readByHttp("/close")
}))
process.exit()
PROGRAM

alone="$(node_modules/.bin/node program.mjs)"
beside="$(node_modules/.bin/node program.mjs undici)"
echo "node 20.20.2: $alone, with an import of undici 7.30.2: $beside"
test "$alone" = '{"keep":"fails: terminated","close":"first","node:http":"fails: ECONNRESET"}'
test "$beside" = '{"keep":"fails: terminated","close":"fails: terminated","node:http":"fails: ECONNRESET"}'
