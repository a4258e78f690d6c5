/**
 * Everything, by name. Bundlers that cannot see through `export *` as a namespace do better with the deep paths:
 * `effect-intercom/api/Contacts`.
 *
 * @since 1.0.0
 */
export * as Contacts from "./api/Contacts.js"
export * as DataExport from "./api/DataExport.js"
export * as Download from "./Download.js"
export * as Endpoint from "./Endpoint.js"
export * as IntercomError from "./IntercomError.js"
export * as IntercomHttp from "./IntercomHttp.js"
export * as Jobs from "./api/Jobs.js"
export * as Pagination from "./Pagination.js"
export * as Polling from "./Polling.js"
export * as ReportingDataExport from "./api/ReportingDataExport.js"
export * as Retry from "./Retry.js"
export * as SearchQuery from "./SearchQuery.js"
export * as Tags from "./api/Tags.js"
