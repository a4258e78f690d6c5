import * as IpAllowlist from "effect-intercom/api/IpAllowlist"
import type { Operation } from "../Operation.js"

export const ipAllowlist: ReadonlyArray<Operation> = [
  { name: "IpAllowlist.find", method: "get", path: "/ip_allowlist", call: IpAllowlist.find() },
  {
    name: "IpAllowlist.update",
    method: "put",
    path: "/ip_allowlist",
    call: IpAllowlist.update({ enabled: true, ip_allowlist: ["192.168.1.0/24", "10.0.0.1"] })
  }
]
