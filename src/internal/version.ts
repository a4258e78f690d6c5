/** The version of this package, for the user agent. */
export const version = "1.0.0"
