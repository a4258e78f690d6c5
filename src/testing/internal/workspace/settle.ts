/**
 * Runs what happens without a request: jobs, and the end of snoozes. It runs at the next request or snapshot, with the
 * time at which it was due.
 */
import * as Order from "effect/Order"
import * as Conversations from "./conversations/Conversations.js"
import type { DueEvent } from "./Operation.js"
import type { Tables } from "./Tables.js"
import * as Jobs from "./tickets/Jobs.js"

/** The tables to change, and how to notify listeners. */
export interface Workspace {
  readonly tables: Tables
  readonly notify: (topic: string, item: unknown, now: number) => void
}

/** Runs all events that are due by now, each with its own time and in that order. `now` is Unix time in seconds. */
export const settle = ({ notify, tables }: Workspace, now: number): void =>
  [...Jobs.dueEvents(tables, now), ...Conversations.dueEvents(tables, now)]
    .sort(byTime)
    .forEach(({ at, run }) => run({ tables, now: at, notify: (topic, item) => notify(topic, item, at) }))

const byTime: Order.Order<DueEvent> = Order.mapInput(Order.number, ({ at }) => at)
