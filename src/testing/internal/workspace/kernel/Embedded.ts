/** Lists inside an object of the in-memory workspace. */
import type { AddressableList } from "../../../../models/AddressableList.js"

/** The first ten of what belongs to an object, each only named, and where the whole list is. */
export const embedded = (url: string, type: string, ids: ReadonlyArray<string>): AddressableList => ({
  type: "list",
  data: ids.slice(0, 10).map((id) => ({ type, id, url: `${paths[type] ?? `/${type}s`}/${id}` })),
  url,
  total_count: ids.length,
  has_more: ids.length > 10
})

const paths: Readonly<Record<string, string>> = { company: "/companies", subscription: "/subscription_types" }
