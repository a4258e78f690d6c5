/** Statistics, which are derived from the parts of a conversation. */
import type { ConversationStatistics } from "../../../../models/ConversationStatistics.js"
import { isFromContact } from "../parts/Authors.js"
import type { ConversationRow, PartRow } from "../rows/Conversation.js"
import { isMessage } from "./Parts.js"

type History = Pick<ConversationRow, "created_at" | "parts" | "source">

type Step = Pick<PartRow, "author" | "body" | "created_at" | "part_type" | "state">

/** The first message, which is not a part, and the parts. */
const stepsOf = ({ created_at, parts, source: { author, body } }: History): ReadonlyArray<Step> => [
  { author, body, created_at, part_type: "comment", state: isFromContact(author) ? "open" : "closed" },
  ...parts
]

const isContactMessage = (step: Step): boolean => isMessage(step) && isFromContact(step.author)

const isAdminReply = (step: Step): boolean => isMessage(step) && step.author.type === "admin"

const isAssignment = ({ part_type }: Step): boolean => part_type.startsWith("assign")

const isClose = ({ part_type }: Step): boolean => part_type === "close"

/** The time of the first message from a contact. Unix time in seconds. */
export const firstContactReplyAt = (course: History): number | undefined =>
  stepsOf(course).find(isContactMessage)?.created_at

/** The time since which a contact waits for a reply; `null` if nobody waits. Unix time in seconds. */
export const waitingSince = (course: History): number | null => waiting(stepsOf(course)).since

const waiting = (
  steps: ReadonlyArray<Step>
): { readonly since: number | null; readonly answeredAfter: ReadonlyArray<number> } => {
  let since: number | null = null
  const answeredAfter: Array<number> = []
  for (const step of steps) {
    if (isContactMessage(step)) {
      since ??= step.created_at
    } else if (isAdminReply(step) || isClose(step)) {
      if (since !== null && isAdminReply(step)) answeredAfter.push(step.created_at - since)
      since = null
    }
  }
  return { since, answeredAfter }
}

const median = (numbers: ReadonlyArray<number>): number | undefined => {
  const sorted = [...numbers].sort((self, that) => self - that)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  return upper === undefined || lower === undefined ? undefined : Math.round((lower + upper) / 2)
}

/**
 * Times are Unix seconds, durations are seconds. Durations start at the first message from a contact and ignore office
 * hours. A value is `undefined` if the event has not happened.
 */
export const statistics = (course: History): ConversationStatistics => {
  const steps = stepsOf(course)
  const start = steps.findIndex(isContactMessage)
  const startedAt = steps[start]?.created_at
  const since = (at: number | undefined) => at === undefined || startedAt === undefined ? undefined : at - startedAt
  const after = startedAt === undefined ? [] : steps.slice(start + 1)
  const timesOf = (steps: ReadonlyArray<Step>) => steps.map(({ created_at }) => created_at)
  const replies = timesOf(after.filter(isAdminReply))
  const closes = after.filter(isClose)
  const closedAt = timesOf(closes)
  const assignedAt = timesOf(after.filter(isAssignment))
  const lastAssignment = after.map(isAssignment).lastIndexOf(true)
  const firstReply = after.findIndex(isAdminReply)
  const untilReply = firstReply === -1 ? after : after.slice(0, firstReply)
  const reopens = after.filter(({ state }, index) =>
    state === "open" && (after[index - 1] ?? steps[start])?.state === "closed"
  )
  const handlingTime = handlingTimeOf(assignedAt[0], closedAt.at(-1))
  return {
    type: "conversation_statistics",
    time_to_assignment: since(timesOf(untilReply.filter(isAssignment)).at(-1)),
    time_to_admin_reply: since(replies[0]),
    time_to_first_close: since(closedAt[0]),
    time_to_last_close: since(closedAt.at(-1)),
    median_time_to_reply: median(waiting(steps).answeredAfter),
    first_contact_reply_at: startedAt,
    first_assignment_at: assignedAt[0],
    first_admin_reply_at: replies[0],
    first_close_at: closedAt[0],
    last_assignment_at: assignedAt.at(-1),
    last_assignment_admin_reply_at: lastAssignment === -1 ?
      undefined :
      after.slice(lastAssignment).find(isAdminReply)?.created_at,
    last_contact_reply_at: timesOf(steps.filter(isContactMessage)).at(-1),
    last_admin_reply_at: timesOf(steps.filter(isAdminReply)).at(-1),
    last_close_at: closedAt.at(-1),
    last_closed_by_id: closes.at(-1)?.author.id,
    count_reopens: reopens.length,
    count_assignments: assignedAt.length,
    count_conversation_parts: course.parts.length,
    handling_time: handlingTime,
    adjusted_handling_time: handlingTime
  }
}

const handlingTimeOf = (assignedAt: number | undefined, closedAt: number | undefined): number | undefined =>
  assignedAt === undefined || closedAt === undefined || closedAt < assignedAt ? undefined : closedAt - assignedAt
