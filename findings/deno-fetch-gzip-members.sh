#!/usr/bin/env bash
# Deno 2.9.6: `fetch` reads only the first member of a body with `content-encoding: gzip`, and drops the rest.
#
# Expected: the whole text. A gzip file is "a series of members" (RFC 1952, 2.2), and RFC 9110 takes the encoding from
# there. Deno 2.8.2 reads them all, like Node and Bun, and like `zlib.gunzipSync` of Deno 2.9.6.
# Happens: `text()` ends after the first member without an error. The same bytes make `DecompressionStream` of Deno
# fail, so one runtime has three answers for one file, and only that of `fetch` is wrong and quiet.
# Deno 2.8.3 is the first version that does this.
# Hurt: programs on Deno that read from servers which compress in pieces, or serve files that were put together from
# several. They lost data with a patch release.
# Known from: our check of runtimes. A download had one line of two; we now ask for `accept-encoding: identity`. We
# found no report about Deno. Just before 2.8.3, https://github.com/denoland/deno/pull/34867 replaced the decompression
# of `fetch`. https://github.com/tower-rs/tower-http/issues/737, about a library that now fails on such bodies, names a
# server that sends them: Kubernetes 1.37 ends a member for each event.
set -euo pipefail

directory="$(mktemp -d)"
trap 'rm -rf "$directory"' EXIT
cd "$directory"

cat > server.mjs << 'PROGRAM'
import { execFile } from "node:child_process"
import { createServer } from "node:http"
import { gzipSync } from "node:zlib"

const body = Buffer.concat([gzipSync("first "), gzipSync("second")])

const server = createServer((request, response) => {
  response.writeHead(200, { "content-encoding": "gzip", "content-length": body.length }).end(body)
})

server.listen(0, "127.0.0.1", () => {
  const url = `http://127.0.0.1:${server.address().port}`
  const [, , command, ...options] = process.argv
  execFile(command, [...options, "client.mjs", url, body.toString("base64")], (error, seen) => {
    if (error) throw error
    console.log(seen.trim())
    process.exit()
  })
})
PROGRAM

cat > client.mjs << 'PROGRAM'
import { Buffer } from "node:buffer"
import process from "node:process"
import { gunzipSync } from "node:zlib"

const [, , url, base64] = process.argv
const body = Buffer.from(base64, "base64")

const unpacked = () => new Response(new Blob([body]).stream().pipeThrough(new DecompressionStream("gzip"))).text()

console.log(JSON.stringify({
  fetch: await (await fetch(url)).text(),
  gunzipSync: String(gunzipSync(body)),
  DecompressionStream: await unpacked().catch(({ name }) => name)
}))
PROGRAM

run() {
  mkdir "$1"
  cd "$1"
  npm init -y > /dev/null
  # An install script puts the executable in place.
  npm install --silent --no-audit --no-fund --ignore-scripts=false "deno@$1" > /dev/null
  cd ..
  node server.mjs "$1/node_modules/.bin/deno" run --no-config --allow-net
}

before="$(run 2.8.2)"
after="$(run 2.9.6)"
echo "deno 2.8.2: $before, deno 2.9.6: $after"
test "$before" = '{"fetch":"first second","gunzipSync":"first second","DecompressionStream":"TypeError"}'
test "$after" = '{"fetch":"first ","gunzipSync":"first second","DecompressionStream":"TypeError"}'
