import * as everything from "effect-intercom"
import * as Effect from "effect/Effect"
import { app } from "./app.js"

Effect.runFork(Effect.zipRight(app, Effect.log(everything)))
