/**
 * The object that a notification is about.
 *
 * @since 1.0.0
 */
import * as Either from "effect/Either"
import * as Option from "effect/Option"
import { decoder } from "../../internal/decoder.js"
import type { Tag } from "../Tag.js"
import type { Notified } from "./Notified.js"
import type { NotifiedEvent } from "./NotifiedActivity.js"
import type { NotifiedCompany } from "./NotifiedCompany.js"
import { type ContactTag, NotifiedContact, type SubscriptionChange } from "./NotifiedContact.js"
import type { ConversationContact, DeletedConversation, NotifiedConversation } from "./NotifiedConversation.js"

/**
 * A company, a contact, a conversation, an event or a tag.
 *
 * @since 1.0.0
 * @category models
 */
export type Subject =
  | { readonly _tag: "Company"; readonly company: NotifiedCompany }
  | { readonly _tag: "Contact"; readonly contact: NotifiedContact }
  | { readonly _tag: "Conversation"; readonly conversation: NotifiedConversation }
  | { readonly _tag: "Event"; readonly event: NotifiedEvent }
  | { readonly _tag: "Tag"; readonly tag: Notified<Tag> }

/** @internal */
export const ofCompany = (company: NotifiedCompany | null | undefined): Option.Option<Subject> =>
  Option.map(Option.fromNullable(company), (company) => ({ _tag: "Company", company }))

/** @internal */
export const ofContact = (contact: NotifiedContact | null | undefined): Option.Option<Subject> =>
  Option.map(Option.fromNullable(contact), (contact) => ({ _tag: "Contact", contact }))

/** @internal */
export const ofConversation = (conversation: NotifiedConversation): Option.Option<Subject> =>
  Option.some({ _tag: "Conversation", conversation })

/** @internal */
export const ofEvent = (event: NotifiedEvent): Option.Option<Subject> => Option.some({ _tag: "Event", event })

/** @internal */
export const ofSubscription = (change: SubscriptionChange): Option.Option<Subject> =>
  ofContact(change.contact ?? Either.getOrUndefined(decoder(NotifiedContact)(change)))

/** @internal */
export const ofContactTag = ({ id, name, tag }: ContactTag): Option.Option<Subject> =>
  Option.map(
    Option.orElse(Option.fromNullable(tag), () =>
      Option.map(Option.fromNullable(id), (id) => ({ type: "tag", id, name }))),
    (tag) => ({ _tag: "Tag", tag })
  )

/** @internal */
export const ofDeletedConversation = ({ conversation_id }: DeletedConversation): Option.Option<Subject> =>
  conversationById(conversation_id)

/** @internal */
export const ofConversationContact = ({ conversation }: ConversationContact): Option.Option<Subject> =>
  conversationById(conversation?.id ?? conversation?.model?.id)

const conversationById = (id: string | null | undefined): Option.Option<Subject> =>
  Option.flatMap(Option.fromNullable(id), (id) => ofConversation({ type: "conversation", id }))
