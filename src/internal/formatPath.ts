/** Formats a path: `data[3].email`. Keys may come from outside: unusual ones are quoted, so the result is one line. */
export const formatPath = (path: ReadonlyArray<string | number>): string =>
  path.map((key) => /^[a-z_]\w*$/i.test(`${key}`) ? `.${key}` : `[${JSON.stringify(key)}]`).join("").replace(/^\./, "")
