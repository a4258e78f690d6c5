/**
 * Audiences: the contacts that content for Fin is for.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import { Id, IdInput, nullish, nullishSeconds, nullishString, orFrom, struct } from "../internal/fields.js"
import type { Timestamps } from "./Timestamps.js"

/**
 * An audience. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface Audience extends Timestamps {
  readonly type?: string | null | undefined
  readonly id: string
  readonly name?: string | null | undefined
  /** The rules for its members. */
  readonly predicates?: ReadonlyArray<AudiencePredicate> | null | undefined
  /** The rules for the roles of its members. */
  readonly role_predicates?: ReadonlyArray<AudiencePredicate> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const Audience: Schema.Schema<Audience> = struct("Audience")(() => ({
  type: nullishString,
  id: Id,
  name: nullishString,
  predicates: nullish(Schema.Array(AudiencePredicate)),
  role_predicates: nullish(Schema.Array(AudiencePredicate)),
  created_at: nullishSeconds,
  updated_at: nullishSeconds
}))

/**
 * A rule for the members of an audience.
 *
 * @since 1.0.0
 * @category models
 */
export interface AudiencePredicate {
  /** `company.name`, `custom_attributes.plan`, `role` and others. */
  readonly attribute?: string | null | undefined
  /** Type of the attribute: `string`, `role` and others. */
  readonly type?: string | null | undefined
  /** `eq`, `contains` and others. */
  readonly comparison?: string | null | undefined
  readonly value?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const AudiencePredicate: Schema.Schema<AudiencePredicate> = struct("AudiencePredicate")(() => ({
  attribute: nullishString,
  type: nullishString,
  comparison: nullishString,
  // Attributes may be numbers or booleans.
  value: nullish(orFrom(Schema.String, 76, String))
}))

/**
 * Input for creating an audience.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewAudience extends AudienceChanges {
  readonly name: string
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const NewAudience: Schema.Schema<NewAudience> = struct("NewAudience")(() => ({
  name: IdInput,
  predicates: Schema.optional(Schema.Array(AudiencePredicate)),
  role_predicates: Schema.optional(Schema.Array(AudiencePredicate))
}))

/**
 * Input for changing an audience.
 *
 * @since 1.0.0
 * @category models
 */
export interface AudienceChanges {
  readonly name?: string | undefined
  /** The rules for its members. */
  readonly predicates?: ReadonlyArray<AudiencePredicate> | undefined
  /** The rules for the roles of its members. */
  readonly role_predicates?: ReadonlyArray<AudiencePredicate> | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const AudienceChanges: Schema.Schema<AudienceChanges> = struct("AudienceChanges")(() => ({
  name: Schema.optional(IdInput),
  predicates: Schema.optional(Schema.Array(AudiencePredicate)),
  role_predicates: Schema.optional(Schema.Array(AudiencePredicate))
}))
