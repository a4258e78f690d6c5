/**
 * The fields that most objects of a seed have. `IntercomWorkspace` exports this type too.
 *
 * @since 1.0.0
 */

/**
 * The fields that most objects of a seed have.
 *
 * @since 1.0.0
 * @category models
 */
export interface ObjectSeed {
  /** Default: the next one. */
  readonly id?: string | undefined
  /** Unix time in seconds. Default: now. */
  readonly created_at?: number | undefined
}
