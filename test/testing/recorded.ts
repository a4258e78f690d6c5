import type { PlatformError } from "@effect/platform/Error"
import * as FileSystem from "@effect/platform/FileSystem"
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientError from "@effect/platform/HttpClientError"
import type * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import type * as Path from "@effect/platform/Path"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as Recording from "effect-intercom/testing/Recording"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import type * as Scope from "effect/Scope"
import type { Answer } from "../scripted.js"

export const token = "dG9rOjEyMzQ1Njc4OTBhYmNkZWY="

export interface Sent {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly text: string
  readonly request: HttpClientRequest.HttpClientRequest
}

/** What a handler throws for a request that no response comes to. */
export class Broken {
  constructor(readonly code: string) {}
}

/** A function in the place of Intercom. */
export const clientOf = (handler: (sent: Sent) => Answer | Broken): HttpClient.HttpClient =>
  HttpClient.make((request, url) =>
    Effect.suspend(() => {
      const { body } = request
      const text = body._tag === "Raw" ?
        String(body.body) :
        body._tag === "Uint8Array" ?
        new TextDecoder().decode(body.body) :
        ""
      const sent = { method: request.method, path: url.pathname, query: url.searchParams, text, request }
      const answer = handler(sent)
      if (answer instanceof Broken) {
        const cause = { code: answer.code }
        return Effect.fail(new HttpClientError.RequestError({ request, reason: "Transport", cause }))
      }
      return Effect.map(
        Effect.isEffect(answer) ? answer : Effect.succeed(answer),
        (response) => HttpClientResponse.fromWeb(request, response)
      )
    })
  )

export const recording = (
  handler: (sent: Sent) => Answer | Broken,
  options: Recording.Options
): Layer.Layer<HttpClient.HttpClient, PlatformError, FileSystem.FileSystem | Path.Path> =>
  Recording.layerRecord(options).pipe(Layer.provide(Layer.succeed(HttpClient.HttpClient, clientOf(handler))))

/** The service on top of a recording or a replay. */
export const intercom = <A, E, R>(
  client: Layer.Layer<A | HttpClient.HttpClient, E, R>,
  options?: Partial<IntercomHttp.Options>
): Layer.Layer<A | HttpClient.HttpClient | IntercomHttp.IntercomHttp, E, R> =>
  Layer.orDie(IntercomHttp.layer({ accessToken: Redacted.make(token), ...options })).pipe(Layer.provideMerge(client))

export const directory: Effect.Effect<string, PlatformError, FileSystem.FileSystem | Scope.Scope> = Effect.flatMap(
  FileSystem.FileSystem,
  (files) => files.makeTempDirectoryScoped()
)

/** All files of a directory, each with its text, by name. */
export const filesIn = (
  directory: string
): Effect.Effect<ReadonlyArray<readonly [name: string, text: string]>, PlatformError, FileSystem.FileSystem> =>
  Effect.flatMap(
    FileSystem.FileSystem,
    (files) =>
      Effect.flatMap(
        files.readDirectory(directory),
        (names) =>
          Effect.forEach(names.sort(), (name) =>
            Effect.map(files.readFileString(`${directory}/${name}`), (text) => [name, text] as const))
      )
  )

/** Puts a recording into a directory of its own, file by file. */
export const written = (
  files: Readonly<Record<string, unknown>>
): Effect.Effect<string, PlatformError, FileSystem.FileSystem | Scope.Scope> =>
  Effect.gen(function*() {
    const { writeFileString } = yield* FileSystem.FileSystem
    const into = yield* directory
    for (const [name, content] of Object.entries(files)) {
      yield* writeFileString(`${into}/${name}`, typeof content === "string" ? content : JSON.stringify(content))
    }
    return into
  })

export type Program<A, E> = Effect.Effect<A, E, HttpClient.HttpClient | IntercomHttp.IntercomHttp>

/** Runs a program against a function in the place of Intercom, and records what they say. */
export const record = <A, E>(
  program: Program<A, E>,
  handler: (sent: Sent) => Answer | Broken,
  options: Recording.Options,
  http?: Partial<IntercomHttp.Options>
): Effect.Effect<A, E | PlatformError, FileSystem.FileSystem | Path.Path> =>
  Effect.provide(program, intercom(recording(handler, options), http))

/** Runs a program against what was recorded. */
export const replay = <A, E>(
  program: Effect.Effect<A, E, HttpClient.HttpClient | IntercomHttp.IntercomHttp | Recording.Recording>,
  options: Recording.Options,
  http?: Partial<IntercomHttp.Options>
): Effect.Effect<A, E | Recording.InvalidRecording, FileSystem.FileSystem | Path.Path> =>
  Effect.provide(program, intercom(Recording.layerReplay(options), { accessToken: Redacted.make("another"), ...http }))

/** The message of the defect that a program ends with. */
export const defectOf = <A, E, R>(program: Effect.Effect<A, E, R>): Effect.Effect<string, A | E, R> =>
  program.pipe(
    Effect.flip,
    Effect.catchAllDefect((defect) =>
      defect instanceof Recording.UnexpectedRequest ? Effect.succeed(defect.message) : Effect.die(defect)
    ),
    Effect.flatMap((outcome) => typeof outcome === "string" ? Effect.succeed(outcome) : Effect.fail(outcome))
  )

export const unused: Effect.Effect<ReadonlyArray<string>, never, Recording.Recording> = Effect.flatMap(
  Recording.Recording,
  (recording) => recording.unused
)
