import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, request } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { clientAddress } from "@/lib/client-address";
import { noteSenders } from "@/lib/note-senders";

test("a server sees the sender's own address last, whatever the sender says", async () => {
  noteSenders();
  const seen: IncomingHttpHeaders[] = [];
  const server = createServer((asked, answer) => {
    seen.push(asked.headers);
    answer.end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  for (const headers of [{}, { "x-forwarded-for": "6.6.6.6" }, { "x-forwarded-for": "6.6.6.6, 7.7.7.7" }]) {
    const [answer] = await once(request({ port, host: "127.0.0.1", headers }).end(), "response");
    answer.resume();
  }
  server.close();
  const addresses = (proxies: number) =>
    seen.map((headers) =>
      clientAddress(new Headers({ "x-forwarded-for": String(headers["x-forwarded-for"]) }), proxies),
    );
  expect(addresses(0)).toEqual(["127.0.0.1", "127.0.0.1", "127.0.0.1"]);
  expect(addresses(1)).toEqual(["127.0.0.1", "6.6.6.6", "7.7.7.7"]);
});
