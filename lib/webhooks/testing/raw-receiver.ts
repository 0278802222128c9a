import { once } from "node:events";
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { createServer as createTlsServer, type TlsOptions } from "node:tls";

export type RawRequest = { line: string; headers: Record<string, string>; body: Buffer };

/** What to do on a connection once a whole request has come; the request's number counts from 0. */
export type Behaviour = (socket: Socket, request: RawRequest, number: number) => void;

/**
 * A server that speaks bytes, so that it can misbehave in every way. TLS with `tls`; on loopback only, or `everywhere`.
 * Its `connections` are counted when TCP connects, before any TLS.
 */
export async function startRawReceiver(
  behave: Behaviour,
  options: { tls?: TlsOptions; everywhere?: boolean } = {},
) {
  const requests: RawRequest[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const serve = (socket: Socket) => {
    let buffered = Buffer.alloc(0);
    socket.on("error", () => {});
    socket.on("data", (chunk) => {
      buffered = Buffer.concat([buffered, chunk]);
      const request = readRequest(buffered);
      if (!request) return;
      buffered = Buffer.alloc(0);
      behave(socket, request, requests.push(request) - 1);
    });
  };
  const server: Server = options.tls ? createTlsServer(options.tls, serve) : createServer(serve);
  server.on("connection", (socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
  });
  server.on("tlsClientError", () => {});
  server.listen(options.everywhere ? { port: 0 } : { port: 0, host: "127.0.0.1" });
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    sockets,
    connections: () => connections,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type RawReceiver = Awaited<ReturnType<typeof startRawReceiver>>;

/** The text of an answer with a length, after which the connection stays open. */
export function answer(status: string, headers: Record<string, string> = {}, body = ""): string {
  const lines = Object.entries({ "content-length": String(Buffer.byteLength(body)), ...headers });
  return `HTTP/1.1 ${status}\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n${body}`;
}

function readRequest(bytes: Buffer): RawRequest | null {
  const headEnd = bytes.indexOf("\r\n\r\n");
  if (headEnd < 0) return null;
  const [line = "", ...rest] = bytes.toString("latin1", 0, headEnd).split("\r\n");
  const headers = Object.fromEntries(
    rest.map((each) => {
      const colon = each.indexOf(":");
      return [each.slice(0, colon).toLowerCase(), each.slice(colon + 1).trim()];
    }),
  );
  const body = bytes.subarray(headEnd + 4);
  return body.length < Number(headers["content-length"] ?? 0) ? null : { line, headers, body };
}
