import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { Webhook } from "standardwebhooks";

type PlainRequest = { target: string; headers: IncomingHttpHeaders; body: string };

/** A developer's own server: plain HTTP on this machine, without a certificate. It checks signatures as the guide says. */
export async function startPlainServer() {
  const requests: PlainRequest[] = [];
  let answer = { status: 204, body: "" };
  const server = createServer((request, response) => {
    buffer(request).then(
      (body) => {
        const { url: target = "", headers } = request;
        requests.push({ target, headers, body: body.toString("utf8") });
        response.writeHead(answer.status).end(answer.body);
      },
      () => response.destroy(),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: (path: string) => `http://localhost:${port}${path}`,
    requests,
    /** How it answers from now on; at first 204. */
    answer: (status: number, body = "") => {
      answer = { status, body };
    },
    async close(): Promise<void> {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

/** The event in a request. @throws when its signature isn't this secret's */
export function verified({ headers, body }: PlainRequest, secret: string): unknown {
  const header = (name: string) => String(headers[name] ?? "");
  return new Webhook(secret).verify(body, {
    "webhook-id": header("webhook-id"),
    "webhook-timestamp": header("webhook-timestamp"),
    "webhook-signature": header("webhook-signature"),
  });
}
