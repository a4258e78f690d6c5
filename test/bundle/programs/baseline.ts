import * as Effect from "effect/Effect"
import { app } from "./app.js"

Effect.runFork(app)
