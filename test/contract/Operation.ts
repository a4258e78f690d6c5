import type { IntercomHttp } from "effect-intercom/IntercomHttp"
import type * as Effect from "effect/Effect"

/** An endpoint of ours and the operation of Intercom's API description it stands for. */
export interface Operation {
  /** `Contacts.find`, also the `operation` of its errors. */
  readonly name: string
  /** As the description writes it: `get`. */
  readonly method: string
  /** As the description writes it: `/contacts/{contact_id}`. */
  readonly path: string
  /** The API version that the operation came with. Default: 2.15. */
  readonly since?: "2.16"
  /** The last API version under which the entry stands for the operation. Default: the last that is described. */
  readonly until?: "2.15"
  /** One call, with arguments taken from the description's request examples. */
  readonly call: Effect.Effect<unknown, unknown, IntercomHttp>
}
