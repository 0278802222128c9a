import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage } from "node:http";

/**
 * Appends the address of each request's socket to its `X-Forwarded-For`, as a proxy would: Next only sets the header
 * where a sender hasn't, so that without this a sender could choose it. For `clientAddress`.
 */
export function noteSenders(): void {
  // Node's "http.server.request.start": before any listener of the server sees the request.
  subscribe("http.server.request.start", (message) => {
    const request = requestOf(message);
    const sender = request?.socket.remoteAddress;
    if (!request || !sender) return;
    const forwarded = request.headers["x-forwarded-for"];
    request.headers["x-forwarded-for"] = [forwarded, sender].flat().filter(Boolean).join(", ");
  });
}

function requestOf(message: unknown): IncomingMessage | null {
  if (typeof message !== "object" || message === null || !("request" in message)) return null;
  return message.request instanceof IncomingMessage ? message.request : null;
}
