/** `data[3].email`. A key may come from outside: one that is no plain word is quoted, so that a line stays one. */
export const formatPath = (path: ReadonlyArray<string | number>): string =>
  path.map((key) => /^[a-z_]\w*$/i.test(`${key}`) ? `.${key}` : `[${JSON.stringify(key)}]`).join("").replace(/^\./, "")
