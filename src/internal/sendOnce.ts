/**
 * Keeps `fetch` from sending a `POST` or a `PATCH` twice.
 */

/**
 * The body of a request. Deno sends a request again if its connection was idle before and closes, even if the server has
 * read the request. It does not if the body is a stream whose source it does not know (Deno 2.9.6).
 */
export const sendOnce = (method: string | undefined, body: BodyInit | null): BodyInit | null =>
  isDeno() && (method === "POST" || method === "PATCH") && isBytes(body) ?
    new Response(body ?? "").body?.pipeThrough(new TransformStream()) ?? null :
    body

/** The `fetch` for clients of the platform, or nothing if the runtime's own sends each request once. */
export const fetchOnce = (): typeof fetch | undefined => isDeno() ? once : undefined

const once: typeof fetch = (input, init) => fetch(input, { ...init, body: sendOnce(init?.method, init?.body ?? null) })

const isDeno = (): boolean => "Deno" in globalThis

const isBytes = (body: BodyInit | null): boolean =>
  body === null || typeof body === "string" || body instanceof Uint8Array
