import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type ReceivedRequest = {
  /** `Date.now()` when its head had arrived. */
  atMs: number;
  path: string;
  headers: IncomingMessage["headers"];
  body: string;
  /** The status it was answered with; null when it wasn't. */
  answered: number | null;
  /** `Date.now()` when it was answered or cut; null while open. */
  endedAtMs: number | null;
};

/** Answers one request: a status, with headers if wanted, or "hang" to leave it open. */
export type Answer = (request: ReceivedRequest) => Reply | Promise<Reply>;
export type Reply = "hang" | number | { status: number; headers: Record<string, string> };

/** A real HTTP server on a free loopback port that keeps all it gets, in order of arrival. */
export async function startTestReceiver(answer: Answer = () => 200) {
  const requests: ReceivedRequest[] = [];
  const server: Server = createServer((incoming, outgoing) => {
    void receive(incoming, outgoing);
  });

  async function receive(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { headers, url = "/" } = incoming;
    const request: ReceivedRequest = {
      atMs: Date.now(),
      path: url,
      headers,
      body: "",
      answered: null,
      endedAtMs: null,
    };
    requests.push(request);
    outgoing.once("close", () => {
      request.endedAtMs ??= Date.now();
    });
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of incoming) chunks.push(chunk);
    } catch {
      return;
    }
    request.body = Buffer.concat(chunks).toString("utf8");
    const reply = await answer(request);
    if (reply === "hang" || outgoing.destroyed) return;
    request.answered = typeof reply === "number" ? reply : reply.status;
    request.endedAtMs = Date.now();
    if (typeof reply === "number") outgoing.writeHead(reply).end();
    else outgoing.writeHead(reply.status, reply.headers).end();
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
