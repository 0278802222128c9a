import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { findUnready } from "@/lib/readiness/find-unready";
import { createWorkerMetrics } from "./worker-metrics";

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

const RELAY_IDLE_MAX_MS = 15_000;

/**
 * The worker's port: `/healthz` (the process lives), `/readyz` (database reachable and migrated, relay at work),
 * `/metrics` (Prometheus), and `/api/inngest` when an Inngest server runs our functions.
 */
export async function startWorkerServer(options: {
  port: number;
  relayIdleMs: () => number;
  inngest: Handler | null;
}): Promise<{ close: () => Promise<void> }> {
  const metrics = createWorkerMetrics();
  const server = createServer((request, response) => {
    // Whatever a scanner asks for: not all of it is a URL.
    const [path] = (request.url ?? "/").split("?");
    if (path === "/api/inngest" && options.inngest) options.inngest(request, response);
    else if (path === "/healthz") answer(response, 200, "alive");
    else if (path === "/readyz") void answerReady(response);
    else if (path === "/metrics") void answerMetrics(response);
    else answer(response, 404, "nothing here");
  });

  async function answerReady(response: ServerResponse): Promise<void> {
    const isRelayIdle = options.relayIdleMs() > RELAY_IDLE_MAX_MS;
    const problem = isRelayIdle ? "the relay has not looked for work for 15 s" : await findUnready();
    answer(response, problem === null ? 200 : 503, problem ?? "ready");
  }

  async function answerMetrics(response: ServerResponse): Promise<void> {
    try {
      const text = await metrics.read();
      response.writeHead(200, { "content-type": metrics.contentType }).end(text);
    } catch {
      answer(response, 503, "the database doesn't answer");
    }
  }

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, resolve);
  });
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

function answer(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(`${text}\n`);
}
