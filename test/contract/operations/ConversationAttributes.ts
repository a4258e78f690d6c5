import * as ConversationAttributes from "effect-intercom/api/ConversationAttributes"
import type { Operation } from "../Operation.js"

const option_id = "a1b2c3d4-e5f6-7890-abcd-ef1234567890"

export const conversationAttributes: ReadonlyArray<Operation> = [
  {
    name: "ConversationAttributes.list",
    method: "get",
    path: "/conversations/attributes",
    since: "2.16",
    call: ConversationAttributes.list({ include_archived: false })
  },
  {
    name: "ConversationAttributes.find",
    method: "get",
    path: "/conversations/attributes/{id}",
    since: "2.16",
    call: ConversationAttributes.find("3")
  },
  {
    name: "ConversationAttributes.create",
    method: "post",
    path: "/conversations/attributes",
    since: "2.16",
    call: ConversationAttributes.create({
      name: "api_test_attr",
      data_type: "string",
      description: "Created via API test",
      required: false,
      visible_to_team_ids: [],
      multiline: false
    })
  },
  {
    name: "ConversationAttributes.update",
    method: "put",
    path: "/conversations/attributes/{id}",
    since: "2.16",
    call: ConversationAttributes.update("8", {
      name: "api_test_renamed",
      description: "Updated via API",
      multiline: false,
      required: false,
      visible_to_team_ids: [],
      reference: { type: "many", object_type_id: "Test_Object" }
    })
  },
  {
    name: "ConversationAttributes.archive",
    method: "delete",
    path: "/conversations/attributes/{id}",
    since: "2.16",
    call: ConversationAttributes.archive("8")
  },
  {
    name: "ConversationAttributes.addOption",
    method: "post",
    path: "/conversations/attributes/{id}/options",
    since: "2.16",
    call: ConversationAttributes.addOption("2", { label: "High" })
  },
  {
    name: "ConversationAttributes.renameOption",
    method: "put",
    path: "/conversations/attributes/{id}/options/{option_id}",
    since: "2.16",
    call: ConversationAttributes.renameOption("2", { option_id, label: "Renamed" })
  },
  {
    name: "ConversationAttributes.archiveOption",
    method: "delete",
    path: "/conversations/attributes/{id}/options/{option_id}",
    since: "2.16",
    call: ConversationAttributes.archiveOption("2", { option_id })
  }
]

export const conversationAttributeVariants: ReadonlyArray<Operation> = [
  {
    name: "ConversationAttributes.create of a list",
    method: "post",
    path: "/conversations/attributes",
    since: "2.16",
    call: ConversationAttributes.create({
      name: "Urgency",
      data_type: "list",
      options: [{ label: "Low" }, { label: "High" }]
    })
  },
  {
    name: "ConversationAttributes.create of a relationship",
    method: "post",
    path: "/conversations/attributes",
    since: "2.16",
    call: ConversationAttributes.create({
      name: "Orders",
      data_type: "relationship",
      reference: { type: "many", object_type_id: "Order" }
    })
  },
  {
    name: "ConversationAttributes.create of files",
    method: "post",
    path: "/conversations/attributes",
    since: "2.16",
    call: ConversationAttributes.create({ name: "Invoices", data_type: "files" })
  }
]
