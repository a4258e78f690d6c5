/** The text and the attachments of a new message or part. */
import * as Either from "effect/Either"
import * as Predicate from "effect/Predicate"
import type { Attachment, NewAttachment } from "../../../../models/Attachment.js"
import { invalid, type Result } from "../kernel/Result.js"
import type { Tables } from "../Tables.js"

export interface AttachmentInput {
  readonly attachment_urls?: ReadonlyArray<string> | null | undefined
  readonly attachment_files?: ReadonlyArray<NewAttachment> | null | undefined
}

/** Makes attachments from URLs and files, at most ten of each. */
export const attachmentsOf = (
  tables: Pick<Tables, "nextId">,
  { attachment_files, attachment_urls }: AttachmentInput
): Result<ReadonlyArray<Attachment>> => {
  const urls = attachment_urls ?? []
  const files = attachment_files ?? []
  if (urls.length > 10) return invalid("10 attachments at most", "attachment_urls")
  if (files.length > 10) return invalid("10 attachments at most", "attachment_files")
  return Either.right([
    ...urls.map((url) => ({ type: "upload", name: url.slice(url.lastIndexOf("/") + 1), url })),
    ...files.map(({ content_type, data, name }) => ({
      type: "upload",
      name,
      url: `https://downloads.intercomcdn.com/i/o/${tables.nextId()}/${encodeURIComponent(name)}`,
      content_type,
      filesize: Math.floor((data.replace(/=+$/, "").length * 3) / 4)
    }))
  ])
}

/** The text of a message, which must not be empty. */
export const requireBody = ({ body }: { readonly body?: string | null | undefined }): Result<string> =>
  Predicate.isNullable(body) || body === "" ? invalid("Body is required", "body") : Either.right(body)
