/** The bodies of messages in the in-memory workspace: HTML as it is kept, plain text as it is given or asked for. */

/** Plain text as HTML: one paragraph, nothing in it is markup. */
export const fromText = (text: string): string => `<p>${escape(text).replace(/\r?\n/g, "<br>")}</p>`

/** What an admin wrote: HTML stays as it is, plain text becomes a paragraph. */
export const fromTextOrHtml = (body: string): string => /<[a-z][^<>]*>/i.test(body) ? body : fromText(body)

/** HTML as plain text: the end of a paragraph is the end of a line. */
export const toText = (html: string): string =>
  unescape(html.replace(/<br\s*\/?>|<\/(?:p|div|li|h[1-6]|tr)>/gi, "\n").replace(/<[^<>]*>/g, "")).trim()

const escape = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;")

// `&amp;` last: what it stood before is no entity.
const unescape = (text: string): string =>
  text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, "\"").replace(/&nbsp;/g, " ").replace(
    /&amp;/g,
    "&"
  )
