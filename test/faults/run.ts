import { runCalls } from "./calls/run.js"
import * as Effect from "effect/Effect"
const size = 20000
for (let from = 20000; from < Number(process.argv[2]); from += size) {
const s = Date.now()
const r = await Effect.runPromise(runCalls({ calls: size, from, seed: Number(process.argv[3]) }))
console.log(JSON.stringify({...r, from, real: Date.now()-s}))
}
