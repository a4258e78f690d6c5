/**
 * Downloads Intercom's public description of its API, which the contract suite compares every endpoint with:
 * `npm run description`.
 *
 * It takes the files of one commit of https://github.com/intercom/Intercom-OpenAPI, checks them, and writes them to
 * `.description/`, which git ignores. Options: `--base-url <url>` for a mirror, `--folder <path>` for another folder.
 */
import { createHash } from "node:crypto"
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"

/** The commit of 2026-08-21. */
const commit = "8889625"

/** SHA-256 of the file of each version. */
const checksums = {
  "2.15": "4449d328089630f6e4472c4ac36e284a029f191ac62518791de28057709bdbc0",
  "2.16": "212b09336bf561992d998e6650d4eaacb44aa0a0f02504e398cf10f1cfb9d238"
}

const download = async (url: string, checksum: string): Promise<Uint8Array> => {
  const response = await fetch(url, {
    headers: { "accept-encoding": "identity" },
    signal: AbortSignal.timeout(120_000)
  })
  if (!response.ok) throw new Error(`${url} responds with status ${response.status}`)
  const bytes = new Uint8Array(await response.arrayBuffer())
  const found = createHash("sha256").update(bytes).digest("hex")
  if (found !== checksum) throw new Error(`${url} has the SHA-256 ${found}, expected ${checksum}: nothing was written`)
  return bytes
}

const { values } = parseArgs({
  options: {
    "base-url": { type: "string", default: "https://raw.githubusercontent.com/intercom/Intercom-OpenAPI" },
    "folder": { type: "string", default: join(import.meta.dirname, "..", ".description") }
  }
})

try {
  const files = await Promise.all(
    Object.entries(checksums).map(async ([version, checksum]) => ({
      path: join(values.folder, `intercom-${version}.yaml`),
      bytes: await download(
        `${values["base-url"]}/${commit}/descriptions/${version}/api.intercom.io.yaml`,
        checksum
      )
    }))
  )
  mkdirSync(values.folder, { recursive: true })
  for (const { bytes, path } of files) {
    writeFileSync(path, bytes)
    console.log(path)
  }
} catch (error) {
  const { cause, message } = error instanceof Error ? error : new Error(String(error))
  console.error(`description: ${message}${cause instanceof Error ? `: ${cause.message}` : ""}`)
  process.exitCode = 1
}
