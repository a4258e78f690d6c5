/**
 * What the in-memory workspace does by itself: jobs, and the end of snoozes. It is done when somebody looks next, as if it
 * had been done in time.
 */
import * as Order from "effect/Order"
import * as Conversations from "./Conversations.js"
import * as Jobs from "./Jobs.js"
import type { Due } from "./Operation.js"
import type { State } from "./State.js"

/** Whom it happens to, and who is told of it. */
export interface Parts {
  readonly state: State
  readonly notify: (topic: string, item: unknown, now: number) => void
}

/** Does all that is due by now, each at its own time and in that order. `now` is Unix time in seconds. */
export const settle = ({ notify, state }: Parts, now: number): void =>
  [...Jobs.due(state, now), ...Conversations.due(state, now)]
    .sort(byTime)
    .forEach(({ at, happen }) => happen({ state, now: at, notify: (topic, item) => notify(topic, item, at) }))

const byTime: Order.Order<Due> = Order.mapInput(Order.number, ({ at }) => at)
