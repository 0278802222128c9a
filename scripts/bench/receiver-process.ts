import { createServer } from "node:http";
import { nowMs } from "./clock";

/**
 * A receiver that answers 200 at once and notes what arrived when, on the machine's monotonic clock. Paths that begin
 * with /hang are accepted and never answered.
 */
const arrivals: [eventId: string, path: string, atMs: number][] = [];

const server = createServer((request, response) => {
  arrivals.push([String(request.headers["webhook-id"] ?? ""), request.url ?? "/", nowMs()]);
  request.resume();
  if (request.url?.startsWith("/hang")) return;
  response.writeHead(200).end();
});

process.on("message", (ask) => {
  if (ask === "reset") arrivals.length = 0;
  process.send?.(ask === "arrivals" ? { arrivals } : { count: arrivals.length });
});

server.keepAliveTimeout = 30_000;
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address !== null && typeof address === "object") process.send?.({ port: address.port });
});
