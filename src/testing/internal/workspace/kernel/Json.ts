/** An object as requests and answers contain it. */
export interface JsonObject extends Readonly<Record<string, unknown>> {}
