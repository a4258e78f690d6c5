/**
 * Collections: the chapters of a help center, each with articles and further collections in it.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import {
  Collection,
  CollectionChanges,
  type CollectionNode,
  type CollectionTree,
  NewCollection
} from "../models/Collection.js"
import { DeletedObject } from "../models/DeletedObject.js"
import * as Pagination from "../Pagination.js"

/**
 * @since 1.0.0
 */
export * from "../models/Collection.js"

/**
 * @since 1.0.0
 */
export * from "../models/DeletedObject.js"

/**
 * Lists collections, those changed last first, one page. Intercom's default is 20 a page. Collections that are in
 * others are in the same list: `tree` sorts them into each other.
 *
 * `GET /help_center/collections`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const list: (
  options?: Pagination.ListOptions
) => Pagination.List<Collection> = Pagination.make(
  "Collections.list",
  { item: Collection, maxPerPage: 150, perPage: 50 },
  (paging) => Endpoint.get("/help_center/collections", { query: Pagination.pageNumbers(paging) })
)

/**
 * Streams the pages of all collections, each with the cursor of the next.
 *
 * `GET /help_center/collections`, 50 a page unless `perPage` says otherwise.
 *
 * @since 1.0.0
 * @category streams
 */
export const pages: (
  options?: Pagination.StreamOptions
) => Stream.Stream<Pagination.Page<Collection>, IntercomError, IntercomHttp> = (options) =>
  Pagination.pages(list(options), options)

/**
 * Streams all collections, those changed last first.
 *
 * `GET /help_center/collections`, 50 a page unless `perPage` says otherwise.
 *
 * @since 1.0.0
 * @category streams
 */
export const stream: (
  options?: Pagination.StreamOptions
) => Stream.Stream<Collection, IntercomError, IntercomHttp> = (options) => Pagination.stream(list(options), options)

/**
 * Retrieves one collection.
 *
 * `GET /help_center/collections/{collection_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const find: (collectionId: string) => Effect.Effect<Collection, IntercomError, IntercomHttp> = Endpoint.make(
  "Collections.find",
  Collection,
  (collectionId) => Endpoint.get("/help_center/collections/{collection_id}", { path: { collection_id: collectionId } })
)

/**
 * Creates a collection, in none and in the default help center unless it says otherwise.
 *
 * `POST /help_center/collections`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const create: (
  collection: NewCollection
) => Effect.Effect<Collection, IntercomError, IntercomHttp> = Endpoint.make(
  "Collections.create",
  Collection,
  (collection) => Endpoint.post("/help_center/collections", { body: Endpoint.json(NewCollection, collection) })
)

/**
 * Changes the fields you name.
 *
 * `PUT /help_center/collections/{collection_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const update: (
  collectionId: string,
  changes: CollectionChanges
) => Effect.Effect<Collection, IntercomError, IntercomHttp> = Endpoint.make(
  "Collections.update",
  Collection,
  (collectionId, changes) =>
    Endpoint.put("/help_center/collections/{collection_id}", {
      path: { collection_id: collectionId },
      body: Endpoint.json(CollectionChanges, changes)
    })
)

const delete_: (collectionId: string) => Effect.Effect<DeletedObject, IntercomError, IntercomHttp> = Endpoint.make(
  "Collections.delete",
  DeletedObject,
  (collectionId) => Endpoint.del("/help_center/collections/{collection_id}", { path: { collection_id: collectionId } })
)

export {
  /**
   * Deletes a collection.
   *
   * `DELETE /help_center/collections/{collection_id}`
   *
   * @since 1.0.0
   * @category endpoints
   */
  delete_ as delete
}

/**
 * Sorts a flat list of collections into each other. Those that are in the same one keep the order of the list, and
 * nobody is lost: one whose parent is not in the list is at the top, and of those that are in each other in a circle
 * the one listed last is. One that is listed twice, since it changed while the list was read, is there once.
 *
 * @example
 * ```ts
 * import { Collections } from "effect-intercom"
 * import { Chunk, Effect, Stream } from "effect"
 *
 * export const contents = Collections.stream().pipe(
 *   Stream.runCollect,
 *   Effect.map((collections) => Collections.tree(Chunk.toReadonlyArray(collections)))
 * )
 * ```
 *
 * @since 1.0.0
 * @category constructors
 */
export const tree = (collections: ReadonlyArray<Collection>): CollectionTree => {
  const nodes = new Map(
    collections.map((collection): [string, Branch] => [collection.id, { collection, children: [] }])
  )
  const parents = new Map<CollectionNode, Branch>()
  const isWithin = (node: Branch, ancestor: Branch): boolean => {
    for (let at: Branch | undefined = node; at !== undefined; at = parents.get(at)) if (at === ancestor) return true
    return false
  }
  const roots: Array<CollectionNode> = []
  for (const node of nodes.values()) {
    const parent = nodes.get(node.collection.parent_id ?? "")
    if (parent === undefined || isWithin(parent, node)) roots.push(node)
    else {
      parent.children.push(node)
      parents.set(node, parent)
    }
  }
  return roots
}

// A node that still grows.
interface Branch extends CollectionNode {
  readonly children: Array<CollectionNode>
}
