import * as Contacts from "effect-intercom/api/Contacts"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { app } from "./app.js"

const Live = IntercomHttp.layerFetch({ accessToken: Redacted.make("token") })

Effect.runFork(
  app.pipe(
    Effect.zipRight(Contacts.find("1")),
    Effect.zipLeft(Contacts.create({ email: "ada@example.com" })),
    Effect.flatMap((contact) => Effect.log(`contact ${contact.id} ${contact.name}`)),
    Effect.provide(Live)
  )
)
