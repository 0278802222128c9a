import { subscribe } from "node:diagnostics_channel";
import { ServerResponse } from "node:http";

/**
 * Once this process is asked to end, each answer closes its connection. Otherwise a client that keeps one open and asks
 * again, as load balancers do, would keep the server from ending.
 */
export function endConnectionsAtStop(): void {
  let isStopping = false;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      isStopping = true;
    });
  }
  subscribe("http.server.request.start", (message) => {
    if (!isStopping || typeof message !== "object" || message === null || !("response" in message)) return;
    if (message.response instanceof ServerResponse) message.response.shouldKeepAlive = false;
  });
}
