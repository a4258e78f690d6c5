import * as Calls from "effect-intercom/api/Calls"
import type { Operation } from "../Operation.js"

export const calls: ReadonlyArray<Operation> = [
  { name: "Calls.list", method: "get", path: "/calls", call: Calls.list({ perPage: 25, cursor: "1" }) },
  { name: "Calls.find", method: "get", path: "/calls/{call_id}", call: Calls.find("123") },
  {
    name: "Calls.findRecordingUrl",
    method: "get",
    path: "/calls/{call_id}/recording",
    call: Calls.findRecordingUrl("123")
  },
  {
    name: "Calls.findTranscript",
    method: "get",
    path: "/calls/{call_id}/transcript",
    call: Calls.findTranscript("123")
  },
  {
    name: "Calls.search",
    method: "post",
    path: "/calls/search",
    call: Calls.search({ conversation_ids: ["64619700005694", "64619700005695"] })
  }
]
