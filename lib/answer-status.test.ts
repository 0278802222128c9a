import { once } from "node:events";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { noteAnswers, setPageStatus } from "@/lib/answer-status";

test("outside of a request there is no status to set", () => {
  expect(setPageStatus(404)).toBe(false);
});

test("documents get the status, screens that are open and actions keep theirs, each request its own", async () => {
  noteAnswers();
  const server = createServer((asked, answer) => {
    void setImmediate().then(() => {
      if (asked.url !== "/fine") setPageStatus(asked.url === "/forbidden" ? 403 : 404);
      answer.end(() => expect(setPageStatus(404)).toBe(false));
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const statusOf = async (path: string, headers = {}) => {
    const [answer] = await once(request({ port, host: "127.0.0.1", path, headers }).end(), "response");
    answer.resume();
    return answer.statusCode;
  };
  const statuses = await Promise.all([
    statusOf("/forbidden"),
    statusOf("/fine"),
    statusOf("/unknown"),
    statusOf("/unknown", { rsc: "1" }),
    statusOf("/unknown", { "next-action": "x" }),
  ]);
  server.close();
  expect(statuses).toEqual([403, 200, 404, 200, 200]);
});
