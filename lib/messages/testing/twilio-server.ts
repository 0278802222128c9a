import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type TwilioRequest = {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  form: URLSearchParams;
};

type Answer = (request: TwilioRequest, response: ServerResponse) => unknown;

/** Answers as Twilio does when it takes a message. */
export const takeSms: Answer = ({ form }, response) => {
  response.writeHead(201, { "content-type": "application/json" });
  response.end(JSON.stringify({ sid: `SM${"0".repeat(31)}1`, status: "queued", to: form.get("To") }));
};

/** Answers as Twilio does when it refuses one. */
export const refuseSms =
  (status: number, code: number | null, message: string): Answer =>
  (_request, response) => {
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify({ code, message, more_info: "", status }));
  };

/** A real HTTP server on loopback in Twilio's place. */
export async function startTwilioServer(answer: Answer = takeSms) {
  const requests: TwilioRequest[] = [];
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      const form = new URLSearchParams(Buffer.concat(chunks).toString("utf8"));
      const { method = "", url = "", headers } = incoming;
      const request = { method, path: url, headers, form };
      requests.push(request);
      answer(request, response);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
