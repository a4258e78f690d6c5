/**
 * The versions of everything that `npm run runtimes` installs. Chromium is the exception: it is the one of Debian.
 */
export const runtimes = {
  node20: "20.20.2",
  node22: "22.23.3",
  node24: "24.21.0",
  node26: "26.10.0",
  bun: "1.4.5",
  deno: "2.9.6",
  workerd: "1.20261117.1"
}

/** The lower ends of `engines` and of the peer ranges. */
export const lowest = { node: "20.19.0", effect: "3.22.0", platform: "0.97.0" }

/** What a fresh install gives. `@effect/experimental` is for the types of `SharedRateLimit`. */
export const peers = { effect: "3.22.4", platform: "0.97.2", experimental: "0.61.1" }

/** A version of TypeScript, and what the package promises to those who compile with it. */
export interface TypeScript {
  readonly version: string
  /** It accepts the declarations of Effect, so `skipLibCheck: false` compiles. */
  readonly checksLibraries: boolean
  /** A CommonJS file may `import` the package under `nodenext`. */
  readonly commonJs: boolean
}

export const typescript: ReadonlyArray<TypeScript> = [
  { version: "5.4.5", checksLibraries: false, commonJs: false },
  { version: "5.7.3", checksLibraries: true, commonJs: false },
  { version: "5.8.3", checksLibraries: true, commonJs: true },
  { version: "5.9.3", checksLibraries: true, commonJs: true },
  { version: "7.0.2", checksLibraries: true, commonJs: true }
]
