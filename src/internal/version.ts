/** The version of this package, as the user agent names it. */
export const version = "1.0.0"
