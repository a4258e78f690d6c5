/**
 * Folders, which organize content.
 *
 * Preview: may change at any time; not covered by semantic versioning.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { DeletedObject } from "../models/DeletedObject.js"
import * as Pagination from "../Pagination.js"
import { Folder, FolderChanges, type ListFoldersOptions, NewFolder } from "./models/Folder.js"

/**
 * @since 1.0.0
 */
export * from "../models/DeletedObject.js"

/**
 * @since 1.0.0
 */
export * from "./models/Folder.js"

/**
 * Lists folders, in pages of 150 at most.
 *
 * `GET /folders`. Preview.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const list: (
  options?: ListFoldersOptions & Pagination.ListOptions
) => Pagination.List<Folder> = Pagination.make(
  "Folders.list",
  { item: Folder, maxPerPage: 150, next: Pagination.nextNumber },
  ({ parent_folder_id, ...paging }) =>
    Endpoint.get("/folders", { since: "Preview", query: { ...Pagination.pageNumbers(paging), parent_folder_id } })
)

/**
 * Streams the pages of all folders.
 *
 * `GET /folders`, in pages of 150 by default. Preview.
 *
 * @since 1.0.0
 * @category streams
 */
export const pages: (
  options?: ListFoldersOptions & Pagination.StreamOptions
) => Stream.Stream<Pagination.Page<Folder>, IntercomError, IntercomHttp> = (options) =>
  Pagination.pages(list(options), options)

/**
 * Streams all folders.
 *
 * `GET /folders`, in pages of 150 by default. Preview.
 *
 * @since 1.0.0
 * @category streams
 */
export const stream: (
  options?: ListFoldersOptions & Pagination.StreamOptions
) => Stream.Stream<Folder, IntercomError, IntercomHttp> = (options) => Pagination.stream(list(options), options)

/**
 * Retrieves a folder.
 *
 * `GET /folders/{id}`. Preview.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const find: (folderId: string) => Effect.Effect<Folder, IntercomError, IntercomHttp> = Endpoint.make(
  "Folders.find",
  Folder,
  (folderId) => Endpoint.get("/folders/{id}", { since: "Preview", path: { id: folderId } })
)

/**
 * Creates a folder.
 *
 * `POST /folders`. Preview.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const create: (folder: NewFolder) => Effect.Effect<Folder, IntercomError, IntercomHttp> = Endpoint.make(
  "Folders.create",
  Folder,
  (folder) => Endpoint.post("/folders", { since: "Preview", body: Endpoint.json(NewFolder, { folder }) })
)

/**
 * Updates a folder.
 *
 * `PUT /folders/{id}`. Preview. Fields that you leave out stay unchanged.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const update: (
  folderId: string,
  changes: FolderChanges
) => Effect.Effect<Folder, IntercomError, IntercomHttp> = Endpoint.make(
  "Folders.update",
  Folder,
  (folderId, changes) =>
    Endpoint.put("/folders/{id}", {
      since: "Preview",
      path: { id: folderId },
      body: Endpoint.json(FolderChanges, { folder: changes })
    })
)

const delete_: (folderId: string) => Effect.Effect<DeletedObject, IntercomError, IntercomHttp> = Endpoint.make(
  "Folders.delete",
  DeletedObject,
  (folderId) => Endpoint.del("/folders/{id}", { since: "Preview", path: { id: folderId } })
)

export {
  /**
   * Deletes a folder.
   *
   * `DELETE /folders/{id}`. Preview. Fails with `InvalidRequest` if the folder is not empty.
   *
   * @since 1.0.0
   * @category endpoints
   */
  delete_ as delete
}
