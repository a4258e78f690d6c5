/**
 * A runner of the cluster: `npx tsx docs/examples/workflow/runner.ts --port 34431`. Start others with other ports. If one
 * is killed, another continues its work.
 *
 * It needs `INTERCOM_ACCESS_TOKEN`.
 */
import * as ClusterWorkflowEngine from "@effect/cluster/ClusterWorkflowEngine"
import * as RunnerAddress from "@effect/cluster/RunnerAddress"
import * as NodeClusterSocket from "@effect/platform-node/NodeClusterSocket"
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as SqliteClient from "@effect/sql-sqlite-node/SqliteClient"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import { parseArgs } from "node:util"
import * as Store from "../sync/store.js"
import { SyncContacts, SyncContactsLayer } from "./syncContacts.js"

const { values } = parseArgs({
  options: {
    "database": { type: "string", default: "intercom.db" },
    "cluster": { type: "string", default: "cluster.db" },
    "port": { type: "string", default: "34431" },
    "from": { type: "string", default: "0" },
    "to": { type: "string", default: "1800000000" },
    "parts": { type: "string", default: "100" }
  }
})

const Cluster = NodeClusterSocket.layer({
  storage: "sql",
  shardingConfig: {
    runnerAddress: Option.some(RunnerAddress.make("127.0.0.1", Number(values.port))),
    shardsPerGroup: 10,
    // The defaults are 35, 10, 10, 3 and 60 seconds.
    shardLockExpiration: "6 seconds",
    shardLockRefreshInterval: "2 seconds",
    entityMessagePollInterval: "1 second",
    refreshAssignmentsInterval: "1 second",
    runnerHealthCheckInterval: "2 seconds"
  }
}).pipe(Layer.provide(SqliteClient.layer({ filename: values.cluster })))

const Runner = SyncContactsLayer.pipe(
  Layer.provideMerge(ClusterWorkflowEngine.layer),
  Layer.provide(Cluster),
  Layer.provide([Store.layer(values.database), IntercomHttp.layerConfig()]),
  Layer.provide(FetchHttpClient.layer)
)

// All runners ask for the same execution, so it runs once. Each of them waits for its result.
const program = SyncContacts.execute({
  from: Number(values.from),
  to: Number(values.to),
  parts: Number(values.parts)
}).pipe(
  Effect.flatMap((count) => Console.log(`${count} contacts`)),
  Effect.provide(Runner)
)

NodeRuntime.runMain(program)
