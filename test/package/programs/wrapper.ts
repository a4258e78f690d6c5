/**
 * A library around this one. It writes no type of ours: the compiler has to name each in its declarations.
 */
import { Contacts, Endpoint, IntercomError, Notification, OAuth, Pagination, Webhook } from "effect-intercom"
import * as IntercomWorkspace from "effect-intercom/testing/IntercomWorkspace"
import * as Recording from "effect-intercom/testing/Recording"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"

export class Macro extends Schema.Class<Macro>("Macro")({ id: Schema.String, name: Schema.String }) {}

export const path = (macroId: string) => Endpoint.get("/macros/{macro_id}", { path: { macro_id: macroId } })

export const findMacro = Endpoint.make("Macros.find", Macro, path)

export const deleteMacro = Endpoint.empty("Macros.delete", (macroId: string) => Endpoint.del("/macros", path(macroId)))

export const exportMacros = Endpoint.bytes("Macros.export", () => Endpoint.get("/macros/export"))

export const pathOf = ({ path }: Endpoint.Parts) => path

export const issueOf = ({ issue }: Endpoint.Parts) => issue

export const partsWith = (issue: ReturnType<typeof issueOf>) => ({ issue })

export const withoutEncoding = (text: string) => ({ encode: () => Either.right(text) })

export const checked = (body: Endpoint.Body) => ({
  encode: () =>
    Either.filterOrLeft(body.encode(), ({ _tag }) => _tag !== "Empty", () => ({ path: [], reason: "is empty" }))
})

export const encode = (body: Endpoint.Body) => body.encode()

export const createMacro = Endpoint.make(
  "Macros.create",
  Macro,
  (macro: Macro) => Endpoint.post("/macros", { body: checked(Endpoint.json(Macro, macro)) })
)

export const decodeNotification = Notification.decodeUnknownEither

export const reasonOf = (notification: Notification.Notification) =>
  notification.topic === "unknown" ? Notification.mismatch(notification) : Option.none()

export const subjectOf = Notification.subject

export const topicsOf = (deliver: Stream.Stream<Notification.Notification>) => Stream.map(deliver, ({ topic }) => topic)

export const openReceiver = (clientSecret: Redacted.Redacted) => Webhook.make({ clientSecret })

export const handle = Webhook.httpApp

export const stream = Webhook.stream

export const verifyAndDecode = (signed: Webhook.SignedBody) =>
  Effect.zipRight(Webhook.verify(signed), Webhook.decode(signed.body))

export const failedWith = <E>({ cause, notification }: Webhook.Failure<E>) => ({ cause, subject: notification.data })

export const authorize = (options: OAuth.AuthorizationOptions) =>
  Effect.bind(Effect.Do, "url", () => OAuth.authorizationUrl(options))

export const connect = (url: URL, state: string, { code: _, ...options }: OAuth.ExchangeOptions) =>
  Effect.flatMap(OAuth.readCallback(url, state), (code) => OAuth.exchangeCode({ ...options, code }))

export const workspaceOf = () => Effect.map(OAuth.check(), ({ app }) => app)

export const uninstalled = OAuth.decodeUninstall

export const listMacros = Pagination.make(
  "Macros.list",
  { item: Macro, key: "data", maxPerPage: 150 },
  (options: Pagination.ListOptions) => Endpoint.get("/macros", { query: Pagination.pageNumbers(options) })
)

export const listVersions = Pagination.makeNested(
  "Macros.listVersions",
  { item: Macro },
  (macroId, _: Pagination.ListOptions) => Endpoint.get("/macros/{macro_id}/versions", { path: { macro_id: macroId } })
)

export const listFolders = Pagination.makeFrom(
  "Macros.listFolders",
  { body: Pagination.listBody(Macro, "data"), read: (body) => Pagination.toPage(body.data, body) },
  (_: Pagination.ListOptions) => Endpoint.get("/macros/folders")
)

export const streamMacros = (options?: Pagination.StreamOptions) => Pagination.stream(listMacros(options), options)

export const pagesOfMacros = Pagination.pages(listMacros(), { prefetch: 1 })

export const listBody = Pagination.listBody(Macro, "data")

export const itemsOf = <A>({ data, next }: Pagination.Page<A>) => [data, next] as const

export const nextCursor = Pagination.nextCursor

export const contacts = (options: Pagination.ListOptions) => Effect.map(Contacts.list(options), ({ data }) => data)

export const errorsOf = (error: IntercomError.IntercomError) => "errors" in error ? error.errors : undefined

export const isConflict = (error: IntercomError.IntercomError) => error instanceof IntercomError.Conflict

export const seeds = (seed: IntercomWorkspace.Seed) => ({ contact: seed.contacts?.[0], tag: seed.tags?.[0] })

export const messages = Effect.map(IntercomWorkspace.snapshot, ({ messages }) => messages)

export const requests = Effect.map(IntercomWorkspace.requests, ([request]) => request)

export const deliveries = Effect.flatMap(
  IntercomWorkspace.deliver(() => new Response(), { clientSecret: Redacted.make("secret") }),
  ({ attempts }) => attempts
)

export const redact = ({ redact }: Recording.Options) => redact

export const isUnexpected = (defect: unknown) => defect instanceof Recording.UnexpectedRequest ? defect : undefined
