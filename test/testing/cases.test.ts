/**
 * What the workspace promises, in each way it can be had.
 */
import { assert, describe, it } from "@effect/vitest"
import { modelled } from "effect-intercom/testing/internal/workspace/operations"
import { hasDescription, note } from "../contract/description.js"
import { cases as Admins } from "./cases/Admins.js"
import { cases as Articles } from "./cases/Articles.js"
import { cases as Collections } from "./cases/Collections.js"
import { cases as Companies } from "./cases/Companies.js"
import { cases as Contacts } from "./cases/Contacts.js"
import { cases as Conversations } from "./cases/Conversations.js"
import { cases as DataAttributes } from "./cases/DataAttributes.js"
import { cases as Events } from "./cases/Events.js"
import { cases as HelpCenters } from "./cases/HelpCenters.js"
import { cases as Notes } from "./cases/Notes.js"
import { cases as Segments } from "./cases/Segments.js"
import { cases as Subscriptions } from "./cases/Subscriptions.js"
import { cases as Tags } from "./cases/Tags.js"
import { cases as Teams } from "./cases/Teams.js"
import { cases as Tickets } from "./cases/Tickets.js"
import { cases as TicketStates } from "./cases/TicketStates.js"
import { cases as TicketTypes } from "./cases/TicketTypes.js"
import { cases as Visitors } from "./cases/Visitors.js"
import { answered } from "./conforming.js"
import { ways } from "./ways.js"

const rooms = {
  Admins,
  Articles,
  Collections,
  Companies,
  Contacts,
  Conversations,
  DataAttributes,
  Events,
  HelpCenters,
  Notes,
  Segments,
  Subscriptions,
  Tags,
  Teams,
  TicketStates,
  TicketTypes,
  Tickets,
  Visitors
}

for (const way of ways) {
  describe(`The workspace ${way.name}`, () => {
    for (const [room, cases] of Object.entries(rooms)) {
      describe(room, () => {
        for (const one of cases.filter(({ until = way.version }) => way.version <= until)) {
          it.live(one.name, () => way.run(one))
        }
      })
    }
  })
}

describe("Intercom's description", () => {
  // The cases above are held against it one by one; this says that none of the operations was left out.
  it.runIf(hasDescription)(`accepts what each operation of the workspace answers${note}`, () => {
    const keys = modelled().map(({ method, template }) => `${method.toLowerCase()} ${template}`)
    assert.isAtLeast(keys.length, 100)
    assert.deepStrictEqual(keys.filter((key) => !answered.has(key)), [])
  })
})
