/**
 * Keeps `fetch` from sending a `POST` twice.
 */

/**
 * The body of a request. Deno sends a `POST` again if its connection was idle before and closes, even if the server has
 * read the request. It does not if the body is a stream whose source it does not know (Deno 2.9.6).
 */
export const sendOnce = (method: string, body: string | null): BodyInit | null =>
  "Deno" in globalThis && method === "POST" ?
    new Response(body ?? "").body?.pipeThrough(new TransformStream()) ?? null :
    body
