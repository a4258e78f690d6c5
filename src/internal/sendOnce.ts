/**
 * Keeps `fetch` from sending a `POST` twice.
 */

/**
 * Deno sends a request again if its connection was idle before and closes, even if the server has read the request. It
 * does not if the body is a stream whose source it does not know (Deno 2.9.6). Other runtimes get the body as it is.
 */
export const sendOnce = (fetch: typeof globalThis.fetch): typeof globalThis.fetch => (url, init) =>
  fetch(url, "Deno" in globalThis && init?.method === "POST" ? { ...init, body: streamOf(init.body) } : init)

const streamOf = (body: BodyInit | null = null): BodyInit | null =>
  body instanceof FormData ? body : new Response(body ?? "").body?.pipeThrough(new TransformStream()) ?? null
