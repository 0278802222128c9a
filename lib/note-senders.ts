import { onHttpRequest } from "@/lib/on-http-request";

/**
 * Appends the address of each request's socket to its `X-Forwarded-For`, as a proxy would: Next only sets the header
 * where a sender hasn't, so that without this a sender could choose it. For `clientAddress`.
 */
export function noteSenders(): void {
  onHttpRequest((request) => {
    const sender = request.socket.remoteAddress;
    if (!sender) return;
    const forwarded = request.headers["x-forwarded-for"];
    request.headers["x-forwarded-for"] = [forwarded, sender].flat().filter(Boolean).join(", ");
  });
}
