/**
 * Collections: the sections of a help center. They contain articles and other collections.
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
 * Lists collections, most recently updated first, in pages of 20 by default.
 *
 * `GET /help_center/collections`. The list includes nested collections. Use `tree` to nest them.
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
 * Streams the pages of all collections.
 *
 * `GET /help_center/collections`, in pages of 50 by default.
 *
 * @since 1.0.0
 * @category streams
 */
export const pages: (
  options?: Pagination.StreamOptions
) => Stream.Stream<Pagination.Page<Collection>, IntercomError, IntercomHttp> = (options) =>
  Pagination.pages(list(options), options)

/**
 * Streams all collections, most recently updated first.
 *
 * `GET /help_center/collections`, in pages of 50 by default.
 *
 * @since 1.0.0
 * @category streams
 */
export const stream: (
  options?: Pagination.StreamOptions
) => Stream.Stream<Collection, IntercomError, IntercomHttp> = (options) => Pagination.stream(list(options), options)

/**
 * Retrieves a collection.
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
 * Creates a collection.
 *
 * `POST /help_center/collections`. By default, it is at the top level of the default help center.
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
 * Updates a collection.
 *
 * `PUT /help_center/collections/{collection_id}`. Fields that you leave out stay unchanged.
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
 * Nests a flat list of collections.
 *
 * Siblings keep the order of the list. A collection that the list has twice, because it changed in the meantime,
 * appears once. A collection whose parent is not in the list is at the top. If collections contain each other, the last
 * of them is at the top.
 *
 * @example
 * ```ts
 * import { Collections } from "effect-intercom"
 * import { Effect, Stream } from "effect"
 *
 * export const contents = Stream.runCollect(Collections.stream()).pipe(
 *   Effect.map((collections) => Collections.tree([...collections]))
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

// A node while its children are being added.
interface Branch extends CollectionNode {
  readonly children: Array<CollectionNode>
}
