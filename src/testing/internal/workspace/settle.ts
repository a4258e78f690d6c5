/**
 * What the in-memory workspace does by itself: jobs, and the end of snoozes. It is done when somebody looks next, as if it
 * had been done in time.
 */
import * as Order from "effect/Order"
import * as Conversations from "./conversations/Conversations.js"
import type { DueEvent } from "./Operation.js"
import type { Tables } from "./Tables.js"
import * as Jobs from "./tickets/Jobs.js"

/** Whom it happens to, and who is told of it. */
export interface Workspace {
  readonly tables: Tables
  readonly notify: (topic: string, item: unknown, now: number) => void
}

/** Does all that is due by now, each at its own time and in that order. `now` is Unix time in seconds. */
export const settle = ({ notify, tables }: Workspace, now: number): void =>
  [...Jobs.dueEvents(tables, now), ...Conversations.dueEvents(tables, now)]
    .sort(byTime)
    .forEach(({ at, run }) => run({ tables, now: at, notify: (topic, item) => notify(topic, item, at) }))

const byTime: Order.Order<DueEvent> = Order.mapInput(Order.number, ({ at }) => at)
