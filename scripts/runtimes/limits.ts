/**
 * The promises that do not hold on a runtime and cannot be mended from here, by the id of the row. The docs say so beside
 * each promise: R1 in docs/retries.md, R4 and R6 in docs/errors.md.
 */
const close = [
  "R4 chunked download that breaks off, connection: close",
  "R4 chunked text that breaks off, connection: close"
]

const code = "R6 refused connection"

const client = "R1 POST on a connection that closes, IntercomHttp.layer"

const chromium = [
  "R1 POST on a connection that closes",
  client,
  "R2 compressed download, cut",
  "R2 compressed text, cut",
  "R3 compressed download of several gzip members",
  code
]

const limits: Readonly<Record<string, ReadonlyArray<string>>> = {
  lowest: close,
  node20: close,
  deno: [client, code],
  workerd: [code],
  "chromium-esbuild": chromium,
  "chromium-rollup": chromium
}

/** The names of the promises that do not hold on a row. */
export const limitsOf = (id: string): ReadonlyArray<string> => limits[id] ?? []
