/**
 * Everything, by name. Bundlers that cannot see through `export *` as a namespace do better with the deep paths:
 * `effect-intercom/api/Contacts`.
 *
 * @since 1.0.0
 */
export * as Contacts from "./api/Contacts.js"
export * as Endpoint from "./Endpoint.js"
export * as IntercomError from "./IntercomError.js"
export * as IntercomHttp from "./IntercomHttp.js"
export * as Pagination from "./Pagination.js"
export * as Retry from "./Retry.js"
export * as SearchQuery from "./SearchQuery.js"
