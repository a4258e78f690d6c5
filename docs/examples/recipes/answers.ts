import { IntercomHttp } from "effect-intercom"
import * as Effect from "effect/Effect"

/** Adds the status and the headers of each response to the result of an effect. */
export const withAnswers = <A, E, R>(self: Effect.Effect<A, E, R>) =>
  Effect.gen(function*() {
    const http = yield* IntercomHttp.IntercomHttp
    const answers: Array<Pick<IntercomHttp.Answer["response"], "headers" | "status">> = []
    const result = yield* Effect.provideService(self, IntercomHttp.IntercomHttp, {
      ...http,
      execute: (request) =>
        Effect.tap(http.execute(request), ({ response: { headers, status } }) => {
          answers.push({ headers, status })
        })
    })
    return { result, answers }
  })
