/** What `serve()` of `inngest/edge` returns; any transport that keeps this shape will do. */
export type Handler = (request: Request) => Promise<Response>;

/** Where the engine says the functions are. Nothing listens there: the handler is called in process. */
export const APP_URL = "http://functions.internal/api/inngest";
