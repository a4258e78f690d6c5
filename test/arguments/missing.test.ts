import { assert, beforeAll, describe, it, vi } from "@effect/vitest"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Option from "effect/Option"
import * as Predicate from "effect/Predicate"
import * as Stream from "effect/Stream"
import { type Compiler, makeCompiler } from "../types/compiler.js"
import { type Arguments, type Endpoint, endpoints } from "./functions.js"

// A busy machine takes its time to compile.
vi.setConfig({ hookTimeout: 120_000, testTimeout: 120_000 })

type Call = Effect.Effect<unknown, unknown, IntercomHttp.IntercomHttp>

const callOf = (value: unknown): Call => {
  // An effect is a stream as well, so it is asked first.
  const isCall = (value: unknown): value is Call => Effect.isEffect(value)
  const isStream = (value: unknown): value is Stream.Stream<unknown, unknown, IntercomHttp.IntercomHttp> =>
    Predicate.hasProperty(value, Stream.StreamTypeId)
  if (isCall(value)) return value
  return isStream(value) ? Stream.runDrain(value) : Effect.dieMessage("is no call")
}

/** How a call ends: `sent` if it reached the server, `InvalidInput`, or what else went wrong. */
const outcomeOf = async ({ run }: Endpoint, args: Arguments): Promise<string> => {
  let isSent = false
  const layer = IntercomHttp.layerTest(() => {
    isSent = true
    return new Response(null, { status: 401 })
  })
  const exit = await Effect.runPromiseExit(
    Effect.suspend(() => callOf(run(...args))).pipe(Effect.provide(layer))
  )
  if (isSent) return "sent"
  if (Exit.isSuccess(exit)) return "success"
  const error = Option.getOrUndefined(Cause.failureOption(exit.cause))
  return Predicate.isTagged(error, "IntercomInvalidInput")
    ? "InvalidInput"
    : Cause.pretty(exit.cause).split("\n", 3).join("")
}

interface Case {
  readonly endpoint: Endpoint
  readonly index: number
  readonly args: Arguments
}

const told = ([{ endpoint, index }, outcome]: readonly [Case, string]): string =>
  `${endpoint.name}, argument ${index + 1}: ${outcome}`

const casesOf = (all: ReadonlyArray<Endpoint>, bad: unknown): ReadonlyArray<Case> =>
  all.flatMap((endpoint) =>
    endpoint.args.map((_, index) => ({
      endpoint,
      index,
      args: endpoint.args.map((arg, i) => i === index ? bad : arg)
    }))
  )

const outcomesOf = async (cases: ReadonlyArray<Case>): Promise<ReadonlyArray<readonly [Case, string]>> => {
  const outcomes: Array<readonly [Case, string]> = []
  for (const each of cases) outcomes.push([each, await outcomeOf(each.endpoint, each.args)])
  return outcomes
}

let all: ReadonlyArray<Endpoint>
let compiler: Compiler

beforeAll(async () => {
  all = await endpoints()
  compiler = makeCompiler()
})

describe("A required argument", () => {
  it("is required by at least 150 functions, which send a request if it is there", async () => {
    assert.isAtLeast(all.length, 150)
    const silent = (await outcomesOf(all.map((endpoint) => ({ endpoint, index: 0, args: endpoint.args }))))
      .filter(([, outcome]) => outcome !== "sent")
    assert.deepStrictEqual(silent.map(told), [])
  })

  for (const bad of [undefined, null, {}]) {
    it(`must not be ${JSON.stringify(bad)}, unless its type has no required field: nothing is sent`, async () => {
      const others = (await outcomesOf(casesOf(all, bad))).filter(([, outcome]) => outcome !== "InvalidInput")
      assert.deepStrictEqual(others.filter(([, outcome]) => outcome !== "sent").map(told), [])
      // The compiler knows which types have no required field: it takes `{}`.
      const code = others.map(([{ endpoint: { name }, index }]) => {
        const [module = "", run = ""] = name.split(".")
        return [
          `import * as ${module} from "effect-intercom/api/${module}"`,
          `export const input: Parameters<typeof ${module}.${run}>[${index}] = {}`
        ].join("\n")
      })
      const problems = compiler.check(Object.fromEntries(code.map((text, i) => [`docs/empty${i}.ts`, text])))
      assert.deepStrictEqual(problems.map(({ path, text }) => `${code[Number(/\d+/.exec(path))]}: ${text}`), [])
    })
  }
})
