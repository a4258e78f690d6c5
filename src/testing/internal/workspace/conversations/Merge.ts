/** Merges conversations. */
import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import { json, refuse, type Refused, type Result } from "../kernel/Result.js"
import { type Call, later, type Operation, post } from "../Operation.js"
import { botAuthor } from "../parts/Authors.js"
import * as Conversations from "./Conversations.js"
import { present } from "./View.js"

const Merge = Schema.suspend(() => Schema.Struct({ merge_into_conversation_id: Schema.Int }))

type Merge = typeof Merge.Type

const mergeFailed = (reason: string): Refused => refuse(422, "merge_failed", reason)

/** The conversation that the path names is closed. The messages of both stay where they are. */
const merge = (call: Call<"id", Merge>): Result =>
  Either.gen(function*() {
    const { body, path, tables } = call
    const secondary = yield* tables.conversations.find(path("id"))
    const primary = tables.conversations.get(String(body.merge_into_conversation_id))
    if (primary === undefined) return yield* mergeFailed("Primary conversation not found")
    if (primary.id === secondary.id) return yield* mergeFailed("Cannot merge a conversation into itself")
    if (secondary.mergedInto !== null) {
      return yield* mergeFailed("Secondary conversation has already been merged")
    }
    const author = botAuthor(tables)
    const merged = { mergedInto: primary.id, state: "closed", snoozed_until: null } as const
    if (secondary.state === "closed") tables.conversations.set({ ...secondary, ...merged, updated_at: call.now })
    else Conversations.addPart(call, secondary, { part_type: "close", author }, merged)
    return json(present(
      tables,
      Conversations.addPart(call, primary, { part_type: "merged_primary_conversation", author })
    ))
  })

export const operations: ReadonlyArray<Operation> = later([post("/conversations/{id}/merge", Merge, merge)])
