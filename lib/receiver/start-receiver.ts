import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer, type Server } from "node:https";
import { answerControl } from "@/lib/receiver/answer-control";
import { answerHook, type SecretsOfUrl } from "@/lib/receiver/answer-hook";
import { ensureCertificate } from "@/lib/receiver/certificate";
import { findFreePort } from "@/lib/receiver/find-free-port";
import { hookName } from "@/lib/receiver/hook-behavior";
import { HookBoard } from "@/lib/receiver/hook-board";
import { receiverFiles } from "@/lib/receiver/receiver-files";
import { endReceiverState, readReceiverState, writeReceiverState } from "@/lib/receiver/receiver-state";
import { RequestLog } from "@/lib/receiver/request-log";

export type RunningReceiver = { origin: string; close(): Promise<void> };

/**
 * Starts the test receiver on the loopback addresses and notes in `DATA_DIR` where it listens.
 * A port that it had before is preferred, since webhooks name it.
 * @throws Error when no port is free
 */
export async function startReceiver(options: {
  dataDir: string;
  port: number;
  secretsOfUrl: SecretsOfUrl;
}): Promise<RunningReceiver> {
  const files = receiverFiles(options.dataDir);
  const { key, certificate } = await ensureCertificate(files);
  const board = new HookBoard(new RequestLog(files.requests));
  const port = await findFreePort(readReceiverState(options.dataDir)?.port ?? options.port, options.port);
  const origin = `https://localhost:${port}`;
  const token = randomBytes(32).toString("base64url");
  const onRequest = (request: IncomingMessage, response: ServerResponse) => {
    answer(request, response).catch(() => response.destroy());
  };
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const path = new URL(request.url ?? "/", origin).pathname;
    if (path.startsWith("/control/")) return answerControl(request, response, board, token);
    const name = hookName.safeParse(/^\/hooks\/([^/]+)/.exec(path)?.[1]).data;
    if (name)
      return answerHook(request, response, name, { board, origin, secretsOfUrl: options.secretsOfUrl });
    response.writeHead(404, { "content-type": "text/plain" }).end("Send to /hooks/<name>.");
  };
  const servers: Server[] = [];
  for (const host of ["127.0.0.1", "::1"]) {
    const server = createServer({ key, cert: certificate, keepAliveTimeout: 60_000 }, onRequest);
    if (await listens(server, port, host)) servers.push(server);
  }
  if (servers.length === 0) throw new Error(`The test receiver can't listen on port ${port}.`);
  writeReceiverState({ pid: process.pid, port, token }, options.dataDir);
  return {
    origin,
    async close() {
      endReceiverState(process.pid, options.dataDir);
      await Promise.all(servers.map(closeServer));
    },
  };
}

/** False where the address doesn't exist (no IPv6) or was taken in between. */
function listens(server: Server, port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    server.once("error", () => resolve(false));
    server.listen(port, host, () => resolve(true));
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
