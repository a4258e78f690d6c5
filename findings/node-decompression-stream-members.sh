#!/usr/bin/env bash
# Node 24.21.0: `DecompressionStream` refuses valid gzip files that it read in Node 24.18.1.
#
# Expected: the same result in one release line of Node, and the same as that of `zlib.gunzipSync`. A gzip file is "a
# series of members" (RFC 1952, 2.2), such as `cat one.gz two.gz` and `bgzip` write them.
# Happens: Node 24.18.1 gives all members. Since Node 24.19.0 the stream gives the first one and then fails with
# "Trailing junk found after the end of the compressed stream", although the rest is no junk. `zlib.gunzipSync` reads
# both members in both versions.
# The Compression Standard of the WHATWG asks for the error: it allows one member only. Node 22.23.3 and 26.4.0 read all
# of them, Node 26.5.0, Deno 2.9.6 and workerd 1.20261117.1 do not. The stream does not tell how many bytes it has
# read, so a program cannot just go on with the next member.
# Hurt: programs that unpack logs, exports or archives with web streams. A minor release breaks them, and files of one
# member, which tests have, still work.
# Known from: our check of runtimes. An export was "damaged"; we now unpack gzip by ourselves. The change is
# https://github.com/nodejs/node/pull/64023. https://github.com/mattgodbolt/jsbeeb/issues/821 met it in its CI, and the
# wish for files of several members is https://github.com/whatwg/compression/issues/42.
set -euo pipefail

directory="$(mktemp -d)"
trap 'rm -rf "$directory"' EXIT
cd "$directory"

cat > program.mjs << 'PROGRAM'
import { gunzipSync, gzipSync } from "node:zlib"

const file = Buffer.concat([gzipSync("first "), gzipSync("second")])

const unpacked = new Blob([file]).stream().pipeThrough(new DecompressionStream("gzip"))

let text = ""
let end = "ends"
try {
  for await (const part of unpacked.pipeThrough(new TextDecoderStream())) text += part
} catch (error) {
  end = error.code
}
console.log(JSON.stringify({ DecompressionStream: [text, end], gunzipSync: String(gunzipSync(file)) }))
PROGRAM

run() {
  mkdir "$1"
  cd "$1"
  npm init -y > /dev/null
  # An install script puts the executable in place.
  npm install --silent --no-audit --no-fund --ignore-scripts=false "node@$1" > /dev/null
  cd ..
  "$1/node_modules/.bin/node" program.mjs
}

before="$(run 24.18.1)"
after="$(run 24.21.0)"
echo "node 24.18.1: $before, node 24.21.0: $after"
test "$before" = '{"DecompressionStream":["first second","ends"],"gunzipSync":"first second"}'
test "$after" = '{"DecompressionStream":["first ","ERR_TRAILING_JUNK_AFTER_STREAM_END"],"gunzipSync":"first second"}'
