import * as Brands from "effect-intercom/api/Brands"
import type { Operation } from "../Operation.js"

export const brands: ReadonlyArray<Operation> = [
  { name: "Brands.list", method: "get", path: "/brands", call: Brands.list() },
  { name: "Brands.find", method: "get", path: "/brands/{id}", call: Brands.find("15") }
]
