/**
 * What the in-memory workspace does by itself: jobs, and the end of snoozes. It is done when somebody looks next, as if it
 * had been done in time.
 */
import * as Order from "effect/Order"
import * as Conversations from "./conversations/Conversations.js"
import type { Due } from "./Operation.js"
import type { Tables } from "./Tables.js"
import * as Jobs from "./tickets/Jobs.js"

/** Whom it happens to, and who is told of it. */
export interface Parts {
  readonly tables: Tables
  readonly notify: (topic: string, item: unknown, now: number) => void
}

/** Does all that is due by now, each at its own time and in that order. `now` is Unix time in seconds. */
export const settle = ({ notify, tables }: Parts, now: number): void =>
  [...Jobs.due(tables, now), ...Conversations.due(tables, now)]
    .sort(byTime)
    .forEach(({ at, happen }) => happen({ tables, now: at, notify: (topic, item) => notify(topic, item, at) }))

const byTime: Order.Order<Due> = Order.mapInput(Order.number, ({ at }) => at)
