#!/usr/bin/env bash
# Deno 2.9.6: `fetch` sends a `POST` a second time by itself, and the caller sees one success.
#
# Expected: the `POST` fails if the connection closes before the response, as in Node. A client "SHOULD NOT
# automatically retry a request with a non-idempotent method" unless it knows that the request was not applied (RFC
# 9110, 9.2.2).
# Happens: if the connection has served a request before, Deno sends the `POST` again on a new one. The server may have
# read all of it, with its body, before it closed the connection, and Deno cannot know that. The second response is the
# result. `PUT`, `PATCH` and `DELETE` are repeated too.
# It depends on the body: text, bytes and `URLSearchParams` are sent twice, `FormData`, `Blob` and streams once. On a
# new connection a `POST` is sent once.
# Hurt: everything that sends a message or a payment by `POST`, if a server or a proxy stops after it has read it.
# Nothing tells the program that there were two.
# Known from: our check of runtimes, in which one email arrived twice. On Deno we now give the body to `fetch` as a
# stream. Deno repeats since https://github.com/denoland/deno/pull/32566 (Deno 2.7.1 does not), which assumes that the
# server has not received the request, and since https://github.com/denoland/deno/pull/36415 only on connections that
# were used before.
set -euo pipefail

directory="$(mktemp -d)"
trap 'rm -rf "$directory"' EXIT
cd "$directory"
npm init -y > /dev/null
# An install script puts the executable in place.
npm install --silent --no-audit --no-fund --ignore-scripts=false deno@2.9.6 > /dev/null

# Answers each request. The exception is the first `POST` of a path: it reads it, and closes the connection.
cat > server.mjs << 'PROGRAM'
import { execFile } from "node:child_process"
import { createServer } from "node:net"

const received = {}

const server = createServer((socket) => {
  socket.on("error", () => {})
  let text = ""
  socket.on("data", (data) => {
    text += data
    const end = text.indexOf("\r\n\r\n")
    if (end < 0) return
    const head = text.slice(0, end)
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)
    const isChunked = /transfer-encoding: chunked/i.test(head)
    if (isChunked ? !text.endsWith("\r\n0\r\n\r\n") : text.length < end + 4 + length) return
    const [method, path] = head.split(" ")
    text = ""
    if (method === "POST") received[path] = (received[path] ?? 0) + 1
    if (received[path] === 1) socket.end()
    else socket.write("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok")
  })
})

server.listen(0, "127.0.0.1", () => {
  const url = `http://127.0.0.1:${server.address().port}`
  const [, , command, ...options] = process.argv
  execFile(command, [...options, "client.mjs", url], (error, seen) => {
    if (error) throw error
    const results = Object.entries(JSON.parse(seen))
    console.log(results.map(([path, result]) => `${path} ${received[path]}x ${result}`).join(", "))
    process.exit()
  })
})
PROGRAM

cat > client.mjs << 'PROGRAM'
const url = process.argv[2]
const form = new FormData()
form.set("text", "Hello")

const post = (path, body) =>
  fetch(url + path, { method: "POST", body }).then(({ status }) => status, () => "fails")

const seen = {}
seen["/new"] = await post("/new", "Hello")
for (const [path, body] of [["/text", "Hello"], ["/bytes", new Uint8Array(5)], ["/form", form]]) {
  await (await fetch(url)).text()
  seen[path] = await post(path, body)
}
console.log(JSON.stringify(seen))
PROGRAM

deno="$(node server.mjs node_modules/.bin/deno run --no-config --allow-net)"
node="$(node server.mjs node)"
echo "deno 2.9.6: $deno; node: $node"
test "$deno" = "/new 1x fails, /text 2x 200, /bytes 2x 200, /form 1x fails"
test "$node" = "/new 1x fails, /text 1x fails, /bytes 1x fails, /form 1x fails"
