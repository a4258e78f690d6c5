/**
 * The times that most objects have.
 *
 * @since 1.0.0
 */

/**
 * When an object was created and last changed.
 *
 * @since 1.0.0
 * @category models
 */
export interface Timestamps {
  /** Unix time in seconds. */
  readonly created_at?: number | null | undefined
  /** Unix time in seconds. */
  readonly updated_at?: number | null | undefined
}
