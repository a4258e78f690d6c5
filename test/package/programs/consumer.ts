/**
 * A program that uses the library in `wrapper.ts`, of which it sees the declarations alone.
 */
import type * as HttpBody from "@effect/platform/HttpBody"
import type * as HttpClient from "@effect/platform/HttpClient"
import type {
  Admins,
  Contacts,
  IntercomError,
  IntercomHttp,
  Notification,
  OAuth,
  Pagination,
  Webhook
} from "effect-intercom"
import type * as IntercomWorkspace from "effect-intercom/testing/IntercomWorkspace"
import type * as Recording from "effect-intercom/testing/Recording"
import type * as ConfigError from "effect/ConfigError"
import * as Effect from "effect/Effect"
import type * as Either from "effect/Either"
import type * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import * as wrapper from "./wrapper.js"

/** A type, compared with another to the letter: `any` is the same as nothing else. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : false

type Call<A> = Effect.Effect<A, IntercomError.IntercomError, IntercomHttp.IntercomHttp>

export const issue: Same<ReturnType<typeof wrapper.issueOf>, IntercomError.Issue | undefined> = true

export const path: Same<ReturnType<typeof wrapper.pathOf>, Readonly<Record<string, string>> | undefined> = true

export const encoded: Same<ReturnType<typeof wrapper.encode>, Either.Either<HttpBody.HttpBody, IntercomError.Issue>> =
  true

export const find: Same<ReturnType<typeof wrapper.findMacro>, Call<wrapper.Macro>> = true

export const exported: Same<
  ReturnType<typeof wrapper.exportMacros>,
  Stream.Stream<Uint8Array, IntercomError.IntercomError, IntercomHttp.IntercomHttp>
> = true

export const decoded: Same<
  ReturnType<typeof wrapper.decodeNotification>,
  Either.Either<Notification.Notification, IntercomError.Issue>
> = true

export const reason: Same<ReturnType<typeof wrapper.reasonOf>, Option.Option<IntercomError.Issue>> = true

export const subject: Same<ReturnType<typeof wrapper.subjectOf>, Option.Option<Notification.Subject>> = true

export const topics: Same<ReturnType<typeof wrapper.topicsOf>, Stream.Stream<Notification.Notification["topic"]>> = true

export const receiver: Same<
  ReturnType<typeof wrapper.openReceiver>,
  Effect.Effect<Webhook.Receiver, ConfigError.ConfigError, Scope.Scope>
> = true

export const verified: Same<
  ReturnType<typeof wrapper.verifyAndDecode>,
  Effect.Effect<Notification.Notification, Webhook.InvalidSignature | Webhook.InvalidNotification>
> = true

export const authorized: Same<
  ReturnType<typeof wrapper.authorize>,
  Effect.Effect<{ url: string }, IntercomError.InvalidInput>
> = true

export const connected: Same<
  ReturnType<typeof wrapper.connect>,
  Effect.Effect<
    Redacted.Redacted,
    OAuth.StateMismatch | OAuth.AccessDenied | OAuth.CodeMissing | IntercomError.IntercomError,
    HttpClient.HttpClient
  >
> = true

export const workspace: Same<ReturnType<typeof wrapper.workspaceOf>, Call<Admins.Admin["app"]>> = true

export const uninstalled: Same<
  ReturnType<typeof wrapper.uninstalled>,
  Effect.Effect<OAuth.UninstallNotification, OAuth.InvalidUninstall>
> = true

export const list: Same<ReturnType<typeof wrapper.listMacros>, Pagination.List<wrapper.Macro>> = true

export const versions: Same<ReturnType<typeof wrapper.listVersions>, Pagination.List<wrapper.Macro>> = true

export const folders: Same<
  ReturnType<typeof wrapper.listFolders>,
  Pagination.List<wrapper.Macro, Pagination.ListBody<wrapper.Macro> & Pagination.Page<wrapper.Macro>>
> = true

export const streamed: Same<
  ReturnType<typeof wrapper.streamMacros>,
  Stream.Stream<wrapper.Macro, IntercomError.IntercomError, IntercomHttp.IntercomHttp>
> = true

export const pages: Same<
  typeof wrapper.pagesOfMacros,
  Stream.Stream<Pagination.Page<wrapper.Macro>, IntercomError.IntercomError, IntercomHttp.IntercomHttp>
> = true

export const cursor: Same<Parameters<typeof wrapper.nextCursor>, [Pagination.PageInfo]> = true

export const contacts: Same<ReturnType<typeof wrapper.contacts>, Call<ReadonlyArray<Contacts.Contact>>> = true

export const errors: Same<ReturnType<typeof wrapper.errorsOf>, ReadonlyArray<IntercomError.ErrorItem> | undefined> =
  true

export const seeds: Same<
  ReturnType<typeof wrapper.seeds>,
  { contact: IntercomWorkspace.ContactSeed | undefined; tag: IntercomWorkspace.TagSeed | undefined }
> = true

export const deliveries: Same<
  typeof wrapper.deliveries,
  Effect.Effect<
    ReadonlyArray<IntercomWorkspace.Delivery>,
    never,
    IntercomWorkspace.IntercomWorkspace | Scope.Scope
  >
> = true

export const unexpected: Same<ReturnType<typeof wrapper.isUnexpected>, Recording.UnexpectedRequest | undefined> = true

export const program = Effect.gen(function*() {
  const { name } = yield* wrapper.findMacro("1")
  const macro = yield* wrapper.createMacro(new wrapper.Macro({ id: "2", name }))
  const { data: [first], next } = yield* wrapper.listMacros({ perPage: 50 })
  yield* Stream.runDrain(Stream.take(wrapper.streamMacros({ prefetch: 1 }), 10))
  const handled = yield* wrapper.handle({
    clientSecret: Redacted.make("secret"),
    onNotification: ({ id, topic }) => Effect.log(`${topic} ${id}`)
  })
  const { path: [field], reason } = yield* Effect.flip(wrapper.decodeNotification({ topic: 1 }))
  return [first?.name, next, handled, macro.name.toUpperCase(), field, reason.toUpperCase()]
})
