import { AsyncLocalStorage } from "node:async_hooks";
import type { ServerResponse } from "node:http";
import { onHttpRequest } from "@/lib/on-http-request";

// The server's start and each page have their own copy of this module.
const globalForAnswers = globalThis as typeof globalThis & {
  starwireAnswers?: AsyncLocalStorage<ServerResponse>;
};
const answers = (globalForAnswers.starwireAnswers ??= new AsyncLocalStorage());

/** From now on each request of this process knows its answer. For `setPageStatus`. */
export function noteAnswers(): void {
  onHttpRequest((_, answer) => answers.enterWith(answer));
}

/**
 * Sets the status of the page that is being rendered, which Next has no call for. A page that comes as data, into an
 * open screen or after an action, keeps its 200: there the status is the transport's.
 * @returns false when it is too late, or the request isn't known
 */
export function setPageStatus(status: 403 | 404): boolean {
  const answer = answers.getStore();
  if (!answer || answer.headersSent) return false;
  const { headers } = answer.req;
  if (headers["rsc"] === undefined && headers["next-action"] === undefined) answer.statusCode = status;
  return true;
}
