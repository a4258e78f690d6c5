import * as Effect from "effect/Effect"
import { readOrders } from "./shop.js"

Effect.runFork(readOrders)
