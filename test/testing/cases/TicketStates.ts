import { assert } from "@effect/vitest"
import * as TicketStates from "effect-intercom/api/TicketStates"
import * as TicketTypes from "effect-intercom/api/TicketTypes"
import * as Effect from "effect/Effect"
import type { Case } from "../ways.js"

const labels = (states: ReadonlyArray<TicketStates.TicketState> | null | undefined) =>
  (states ?? []).map(({ internal_label }) => internal_label)

export const cases: ReadonlyArray<Case> = [
  {
    name: "has the four states of every workspace, each with the types it belongs to",
    seed: { ticketTypes: [{ name: "Bug" }] },
    test: Effect.gen(function*() {
      const states = (yield* TicketStates.list()).data
      assert.deepStrictEqual(
        states.map(({ category, external_label, internal_label }) => [category, internal_label, external_label]),
        [
          ["submitted", "Submitted", "Submitted"],
          ["in_progress", "In progress", "In progress"],
          ["waiting_on_customer", "Waiting on customer", "Waiting on you"],
          ["resolved", "Resolved", "Resolved"]
        ]
      )
      for (const { archived, ticket_types } of states) {
        assert.isFalse(archived)
        assert.deepStrictEqual(ticket_types?.data?.map(({ name }) => name), ["Bug"])
      }
    })
  },
  {
    name: "has states of some types alone, seen from both sides",
    seed: {
      ticketTypes: [{ id: "1", name: "Bug" }, { id: "2", name: "Order" }],
      ticketStates: [
        { category: "in_progress", internal_label: "On its way", ticket_types: ["Order"] },
        { category: "resolved", internal_label: "Long gone", archived: true }
      ]
    },
    test: Effect.gen(function*() {
      const states = (yield* TicketStates.list()).data
      const onItsWay = states.find(({ internal_label }) => internal_label === "On its way")
      assert.deepStrictEqual(onItsWay?.ticket_types?.data?.map(({ id }) => id), ["2"])
      assert.include(labels(states), "Long gone")
      const bug = yield* TicketTypes.find("1")
      const order = yield* TicketTypes.find("2")
      assert.notInclude(labels(bug.ticket_states?.data), "On its way")
      assert.include(labels(order.ticket_states?.data), "On its way")
      assert.notInclude(labels(order.ticket_states?.data), "Long gone")
    })
  }
]
