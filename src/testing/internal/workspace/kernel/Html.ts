/** Message bodies: stored as HTML, and converted from and to plain text. */

/** Converts plain text to HTML: one paragraph without markup. */
export const fromText = (text: string): string => `<p>${escape(text).replace(/\r?\n/g, "<br>")}</p>`

/** Converts the text of an admin to HTML. HTML stays as it is, plain text becomes a paragraph. */
export const fromTextOrHtml = (body: string): string => /<[a-z][^<>]*>/i.test(body) ? body : fromText(body)

/** Converts HTML to plain text. Each paragraph ends a line. */
export const toText = (html: string): string =>
  unescape(html.replace(/<br\s*\/?>|<\/(?:p|div|li|h[1-6]|tr)>/gi, "\n").replace(/<[^<>]*>/g, "")).trim()

const escape = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;")

// `&amp;` comes last, so that `&amp;lt;` becomes `&lt;`.
const unescape = (text: string): string =>
  text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, "\"").replace(/&nbsp;/g, " ").replace(
    /&amp;/g,
    "&"
  )
