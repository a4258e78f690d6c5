import * as Effect from "effect/Effect"
import { runResponses, runInputs } from "./faults/malformed/run.js"
for (let i = 0; i < 10; i++) {
  for (const [name, f, cases] of [["responses", runResponses, 16000], ["inputs", runInputs, 4000]] as const) {
    const s = Date.now(); const r = await Effect.runPromise(f({ cases, seed: 100 + i }))
    console.log(JSON.stringify({ name, seed: 100 + i, ...r, defects: Array.from(r.defects), real: Date.now() - s }))
  }
}
