/**
 * Keeps `fetch` from sending a `POST` twice.
 */

/**
 * Deno sends a request again if its connection was idle before and closes, even if the server has read the request. It
 * does not if the body is a stream whose source it does not know (Deno 2.9.6). On other runtimes, this is `fetch` itself.
 */
export const sendOnce = (fetch: typeof globalThis.fetch): typeof globalThis.fetch =>
  "Deno" in globalThis ?
    (url, init) => fetch(url, init?.method === "POST" ? { ...init, body: streamOf(init.body) } : init) :
    fetch

const streamOf = (body: BodyInit | null = null): BodyInit | null =>
  body instanceof FormData ? body : new Response(body ?? "").body?.pipeThrough(new TransformStream()) ?? null
