/**
 * Banners: short messages that you show to contacts on your site or in your app.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import {
  anything,
  Id,
  ListType,
  nullish,
  nullishBoolean,
  nullishId,
  nullishNumber,
  nullishSeconds,
  nullishString,
  struct
} from "../internal/fields.js"

/**
 * A banner that a contact matches.
 *
 * @since 1.0.0
 * @category models
 */
export interface Banner {
  readonly type?: string | null | undefined
  /** Id of the banner. */
  readonly id: string
  /** Id of the contact's view of the banner, for `dismissBanner`. */
  readonly view_id?: string | null | undefined
  readonly title?: string | null | undefined
  /** HTML. */
  readonly body?: string | null | undefined
  /** How the banner looks: `inline`. */
  readonly style?: string | null | undefined
  /** Where the banner is: `top`. */
  readonly position?: string | null | undefined
  readonly show_dismiss_button?: boolean | null | undefined
  /** What the contact can do with the banner. */
  readonly action?: BannerAction | null | undefined
  /** Reserved by Intercom. Always `null`. */
  readonly client_targeting?: unknown
  /** When the view was created. Unix time in seconds. */
  readonly created_at?: number | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const Banner: Schema.Schema<Banner> = struct("Banner")(() => ({
  type: nullishString,
  id: Id,
  view_id: nullishId,
  title: nullishString,
  body: nullishString,
  style: nullishString,
  position: nullishString,
  show_dismiss_button: nullishBoolean,
  action: nullish(BannerAction),
  client_targeting: anything,
  created_at: nullishSeconds
}))

/**
 * What a contact can do with a banner. The `type` decides which fields it has.
 *
 * @since 1.0.0
 * @category models
 */
export interface BannerAction {
  readonly type?: "url" | "reaction" | "email_collector" | "product_tour" | (string & {}) | null | undefined
  /** Text of the link or the button. Only for `url`. */
  readonly label?: string | null | undefined
  /** URL of the page to open. Only for `url`. */
  readonly target?: string | null | undefined
  /** Only for `reaction`. */
  readonly reaction_set?: ReadonlyArray<BannerReaction> | null | undefined
  /** Only for `product_tour`. */
  readonly tour_id?: string | null | undefined
  /** URL that starts the tour. Only for `product_tour`. */
  readonly tour_url?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const BannerAction: Schema.Schema<BannerAction> = struct("BannerAction")(() => ({
  type: nullishString,
  label: nullishString,
  target: nullishString,
  reaction_set: nullish(Schema.Array(BannerReaction)),
  tour_id: nullishId,
  tour_url: nullishString
}))

/**
 * A reaction that a contact can choose.
 *
 * @since 1.0.0
 * @category models
 */
export interface BannerReaction {
  /** Position in the set, from 0. */
  readonly index?: number | null | undefined
  /** The emoji. */
  readonly unicode_emoticon?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const BannerReaction: Schema.Schema<BannerReaction> = struct("BannerReaction")(() => ({
  index: nullishNumber,
  unicode_emoticon: nullishString
}))

/**
 * The contact's view of a banner.
 *
 * @since 1.0.0
 * @category models
 */
export interface BannerView {
  /** The `view_id` of a `Banner`. */
  readonly view_id: string
}

/**
 * The response of `dismissBanner`.
 *
 * @since 1.0.0
 * @category models
 */
export interface BannerDismissal {
  readonly type?: string | null | undefined
  readonly view_id?: string | null | undefined
  readonly dismissed?: boolean | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const BannerDismissal: Schema.Schema<BannerDismissal> = struct("BannerDismissal")(() => ({
  type: nullish(ListType),
  view_id: nullishId,
  dismissed: nullishBoolean
}))
