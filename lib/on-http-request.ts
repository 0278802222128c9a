import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage, ServerResponse } from "node:http";

/**
 * Calls `listener` for each request to any HTTP server of this process, before the server's own listeners see it, in the
 * asynchronous context of what the request sets off. By Node's channel "http.server.request.start".
 */
export function onHttpRequest(listener: (request: IncomingMessage, answer: ServerResponse) => void): void {
  subscribe("http.server.request.start", (message) => {
    if (typeof message !== "object" || message === null) return;
    if (!("request" in message) || !(message.request instanceof IncomingMessage)) return;
    if (!("response" in message) || !(message.response instanceof ServerResponse)) return;
    listener(message.request, message.response);
  });
}
