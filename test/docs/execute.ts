/**
 * Runs a program of the documentation in a process of its own, with a token and the URL of a server in its environment.
 */
import { execFile } from "node:child_process"

export interface Options {
  /** The working directory. */
  readonly directory: string
  /** Where Intercom is for the program. */
  readonly url: string
  /** What Node imports before the program. */
  readonly imports: ReadonlyArray<string>
  /** In milliseconds. Default: 30 seconds. */
  readonly timeLimit?: number
  /** More of the environment. */
  readonly variables?: Readonly<Record<string, string>>
}

export interface Ended {
  /** What is wrong with how it ended, or `undefined` if it succeeded. */
  readonly trouble: string | undefined
  readonly stdout: string
  readonly stderr: string
}

/** Runs a program, given by its path and its arguments, to its end. */
export const execute = (
  program: ReadonlyArray<string>,
  { directory, imports, timeLimit = 30_000, url, variables = {} }: Options
): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      [...imports.flatMap((url) => ["--import", url]), ...program],
      { cwd: directory, env: { ...environment(url), ...variables }, timeout: timeLimit, killSignal: "SIGKILL" },
      (error, stdout, stderr) => {
        const trouble = error === null ?
          undefined :
          error.killed === true ?
          `did not end within ${timeLimit} ms` :
          `exit status ${error.code}`
        resolve({ trouble, stdout, stderr })
      }
    )
  })

// Nothing of this process' own settings: a program runs the same for everybody.
const environment = (url: string): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(INTERCOM|NODE|VITEST|TSX)_/.test(name))),
  INTERCOM_ACCESS_TOKEN: "test-token",
  INTERCOM_BASE_URL: url
})
