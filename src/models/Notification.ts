/**
 * Notifications: the JSON that Intercom posts to a webhook.
 *
 * @since 1.0.0
 */
import * as Arr from "effect/Array"
import * as Either from "effect/Either"
import * as Option from "effect/Option"
import type { ParseIssue } from "effect/ParseResult"
import * as Predicate from "effect/Predicate"
import * as Schema from "effect/Schema"
import type { Issue } from "../IntercomError.js"
import { decoder } from "../internal/decoder.js"
import { anything, nullish, nullishId, nullishNumber, nullishRecord, nullishString } from "../internal/fields.js"
import { fromParseIssue } from "../internal/issue.js"
import type { Items, Topic } from "./notifications/Items.js"
import { kinds, presentTopic } from "./notifications/kinds.js"
import { nullishTime } from "./notifications/Notified.js"
import type { Subject } from "./notifications/Subject.js"

/**
 * @since 1.0.0
 */
export * from "./notifications/Items.js"
export * from "./notifications/Notified.js"
export * from "./notifications/NotifiedActivity.js"
export * from "./notifications/NotifiedCompany.js"
export * from "./notifications/NotifiedContact.js"
export * from "./notifications/NotifiedContent.js"
export * from "./notifications/NotifiedConversation.js"
export * from "./notifications/NotifiedTicket.js"
export type { Subject } from "./notifications/Subject.js"

/**
 * A notification of a topic that this library knows, or an `UnknownNotification`. Use a `switch` over `topic` to tell
 * them apart: in `case "contact.user.created":`, `data.item` is a `NotifiedContact`.
 *
 * `topic` is the current name of the topic: the `user.created` of an app on an old API version becomes
 * `contact.user.created`. `original_topic` is the name that Intercom sent. The rest is as Intercom sent it, including
 * unknown keys. Only ids that are numbers become strings.
 *
 * @example
 * ```ts
 * import { Notification } from "effect-intercom"
 * import { Effect } from "effect"
 *
 * const line = (notification: Notification.Notification): string => {
 *   switch (notification.topic) {
 *     case "contact.user.created":
 *       return `${notification.data.item.email} is new`
 *     case "contact.user.tag.created":
 *     case "contact.lead.tag.created":
 *       return `somebody is ${notification.data.item.tag?.name}`
 *     default:
 *       return notification.original_topic
 *   }
 * }
 *
 * const program = Effect.gen(function*() {
 *   const item = { type: "user", id: 1, email: "ada@example.com" }
 *   const notification = yield* Notification.decodeUnknownEither({ topic: "user.created", data: { item } })
 *   console.log(line(notification)) // ada@example.com is new
 * })
 *
 * Effect.runSync(program)
 * ```
 *
 * @since 1.0.0
 * @category models
 */
export type Notification = Each<Topic> | UnknownNotification

// A union of notifications with one topic each, not one notification with a union of topics.
type Each<T extends Topic> = { readonly [One in T]: NotificationOf<One> }[T]

/**
 * A notification of one topic: `NotificationOf<"ticket.created">`.
 *
 * @since 1.0.0
 * @category models
 */
export interface NotificationOf<T extends Topic> extends Envelope {
  readonly topic: T
  readonly data: NotificationData<Items[T]>
}

/**
 * A notification of a topic that this library does not know, or one whose item or envelope does not match the models.
 * Use `mismatch` to get the difference. It keeps all data: `original_topic` is the topic, `data.item` the item as
 * Intercom sent it.
 *
 * @since 1.0.0
 * @category models
 */
export interface UnknownNotification extends Envelope {
  readonly topic: "unknown"
  readonly data?: Partial<NotificationData<unknown>> | null | undefined
  /** The fields that do not match this type, as Intercom sent them: `{ delivery_attempts: "1" }`. */
  readonly misfits?: Readonly<Record<string, unknown>> | null | undefined
}

/**
 * The fields that all notifications share.
 *
 * @since 1.0.0
 * @category models
 */
export interface Envelope {
  readonly type?: string | null | undefined
  /** Unchanged when Intercom sends it again, although Intercom does not guarantee it. `null` for a `ping`. */
  readonly id?: string | null | undefined
  /** Id of the workspace. */
  readonly app_id?: string | null | undefined
  /** The topic as Intercom sent it. */
  readonly original_topic: string
  /** Notifications arrive in any order. Use this time to sort them. Unix time in seconds. */
  readonly created_at?: number | string | null | undefined
  /** Unix time in seconds. */
  readonly first_sent_at?: number | string | null | undefined
  /** `0` before the delivery. Unix time in seconds. */
  readonly delivered_at?: number | string | null | undefined
  readonly delivery_attempts?: number | null | undefined
  readonly delivery_status?: "pending" | (string & {}) | null | undefined
  readonly self?: unknown
  readonly links?: unknown
}

/**
 * The item that a notification is about.
 *
 * @since 1.0.0
 * @category models
 */
export interface NotificationData<Item> {
  readonly type?: string | null | undefined
  readonly item: Item
}

/** A notification as Intercom sends it. */
interface Arrived extends Omit<Envelope, "original_topic">, Pick<UnknownNotification, "data" | "misfits"> {
  readonly topic: string
  readonly original_topic?: string | null | undefined
}

const Arrived: Schema.Schema<Arrived> = Schema.suspend(() =>
  Schema.Struct({
    type: nullishString,
    id: nullishId,
    app_id: nullishId,
    topic: Schema.String,
    original_topic: nullishString,
    created_at: nullishTime,
    first_sent_at: nullishTime,
    delivered_at: nullishTime,
    delivery_attempts: nullishNumber,
    delivery_status: nullishString,
    self: anything,
    links: anything,
    data: nullish(Schema.Struct({ type: nullishString, item: anything })),
    misfits: nullishRecord
  })
)

/** The minimum for a notification. */
interface Topical {
  readonly topic: string
  readonly [key: string]: unknown
}

const Topical: Schema.Schema<Topical> = Schema.suspend(() =>
  Schema.Struct({ topic: Schema.String }, { key: Schema.String, value: Schema.Unknown })
)

/**
 * Reads a notification from parsed JSON, and changes that JSON in place: ids that are numbers become strings. You can
 * store a decoded notification as JSON and decode it again. The result is the same.
 *
 * It fails only if the value is not an object, or has no topic.
 *
 * @since 1.0.0
 * @category constructors
 */
export const decodeUnknownEither = (value: unknown): Either.Either<Notification, Issue> =>
  Either.mapBoth(Either.flatMap(decoder(Topical)(value), decodeEnvelope), {
    onLeft: fromParseIssue,
    onRight: (arrived) =>
      presentTopic(originalTopic(arrived)).pipe(
        Option.filter(() => Predicate.isNullable(arrived.misfits)),
        Option.flatMap((topic) => Either.getRight(decodeKnown(topic, arrived))),
        Option.getOrElse((): UnknownNotification => ({
          ...arrived,
          topic: "unknown",
          original_topic: originalTopic(arrived)
        }))
      )
  })

/**
 * Returns the reason why a notification with a known topic is unknown: the path that does not match the models, and the
 * expected type there. It never contains the value. Returns `None` if the topic is unknown.
 *
 * @since 1.0.0
 * @category getters
 */
export const mismatch = (notification: UnknownNotification): Option.Option<Issue> =>
  Option.orElse(
    Option.map(Either.getLeft(decoder(Arrived)({ ...notification, ...notification.misfits })), fromParseIssue),
    () =>
      Option.flatMap(
        presentTopic(notification.original_topic),
        (topic) => Either.getLeft(decodeKnown(topic, notification))
      )
  )

/**
 * Returns the company, contact, conversation, event or tag that a notification is about, or `None` if its topic is
 * about something else. A conversation that was deleted, or whose contacts changed, has only its id.
 *
 * @example
 * ```ts
 * import { Notification } from "effect-intercom"
 * import { Effect, Match, Option } from "effect"
 *
 * const name = Match.typeTags<Notification.Subject>()({
 *   Company: ({ company }) => company.name,
 *   Contact: ({ contact }) => contact.name,
 *   Conversation: ({ conversation }) => conversation.title,
 *   Event: ({ event }) => event.event_name,
 *   Tag: ({ tag }) => tag.name
 * })
 *
 * const program = Effect.gen(function*() {
 *   const item = { type: "contact_tag", tag: { id: "901", name: "beta" }, contact: { id: "1" } }
 *   const notification = yield* Notification.decodeUnknownEither({ topic: "contact.user.tag.created", data: { item } })
 *   console.log(Option.getOrNull(Option.map(Notification.subject(notification), name))) // beta
 * })
 *
 * Effect.runSync(program)
 * ```
 *
 * @since 1.0.0
 * @category getters
 */
export const subject = (notification: Notification): Option.Option<Subject> =>
  notification.topic === "unknown" ? Option.none() : subjectOf(notification)

const subjectOf = <T extends Topic>({ data, topic }: NotificationOf<T>): Option.Option<Subject> =>
  kinds[topic].subject(data.item)

const originalTopic = ({ original_topic, topic }: Arrived): string => original_topic ?? topic

const decodeEnvelope = (value: Topical): Either.Either<Arrived, ParseIssue> =>
  Either.orElse(decoder(Arrived)(value), () => {
    const [fitting, misfits] = Arr.partition(
      Object.entries(value),
      ([key, field]) => key === "misfits" || Either.isLeft(decoder(Arrived)({ topic: value.topic, [key]: field }))
    )
    return decoder(Arrived)({ ...Object.fromEntries(fitting), misfits: Object.fromEntries(misfits) })
  })

const decodeKnown = <T extends Topic>(topic: T, arrived: Arrived): Either.Either<Each<T>, Issue> =>
  Either.mapBoth(decoder(kinds[topic].schema)(arrived.data?.item), {
    onLeft: (issue) => {
      const { path, reason } = fromParseIssue(issue)
      return { path: ["data", "item", ...path], reason }
    },
    onRight: (item): NotificationOf<T> => ({
      ...arrived,
      topic,
      original_topic: originalTopic(arrived),
      data: { ...arrived.data, item }
    })
  })
