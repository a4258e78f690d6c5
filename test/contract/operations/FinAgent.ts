import * as FinAgent from "effect-intercom/api/FinAgent"
import type { Operation } from "../Operation.js"

const message: FinAgent.FinMessage = {
  author: "user",
  body: "How can I see my account details?",
  timestamp: "2025-01-24T10:01:20.000Z"
}

const user: FinAgent.FinUser = { id: "123456", name: "John Doe", email: "john.doe@example.com" }

export const finAgent: ReadonlyArray<Operation> = [
  {
    name: "FinAgent.start",
    method: "post",
    path: "/fin/start",
    call: FinAgent.start({
      conversation_id: "ext-123",
      message,
      user: { ...user, attributes: { plan_type: "Pro", subscription_status: "active" } },
      attachments: [
        { type: "url", url: "https://example.com/document.pdf" },
        { type: "file", name: "screenshot.png", content_type: "image/png", data: "iVBORw0KGgo=" }
      ],
      conversation_metadata: {
        history: [
          { author: "user", body: "I need help", timestamp: "2025-01-24T10:00:01Z" },
          { author: "agent", body: "What do you need help with?", timestamp: "2025-01-24T10:01:00Z" }
        ],
        attributes: { priority_level: "high", department: "sales" }
      }
    })
  },
  {
    name: "FinAgent.reply",
    method: "post",
    path: "/fin/reply",
    call: FinAgent.reply({ conversation_id: "123456", message, user })
  },
  {
    name: "FinAgent.rate",
    method: "post",
    path: "/fin/csat",
    call: FinAgent.rate({
      conversation_id: "ext-123",
      rating: "amazing",
      remark: "Fin solved my problem in seconds."
    })
  }
]
