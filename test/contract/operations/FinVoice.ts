import * as FinVoice from "effect-intercom/api/FinVoice"
import type { Operation } from "../Operation.js"

export const finVoice: ReadonlyArray<Operation> = [
  {
    name: "FinVoice.register",
    method: "post",
    path: "/fin_voice/register",
    call: FinVoice.register({
      phone_number: "+1234567890",
      call_id: "call-123-abc",
      source: "aws_connect",
      data: { key: "value" }
    })
  },
  { name: "FinVoice.find", method: "get", path: "/fin_voice/collect/{id}", call: FinVoice.find("12345") },
  {
    name: "FinVoice.findByExternalId",
    method: "get",
    path: "/fin_voice/external_id/{external_id}",
    call: FinVoice.findByExternalId("call-123-abc")
  },
  {
    name: "FinVoice.findByPhoneNumber",
    method: "get",
    path: "/fin_voice/phone_number/{phone_number}",
    call: FinVoice.findByPhoneNumber("+1234567890")
  },
  {
    name: "FinVoice.listByConversation",
    method: "get",
    path: "/fin_voice/conversation/{conversation_id}",
    call: FinVoice.listByConversation("5678")
  }
]
