import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { Webhook } from "standardwebhooks";
import { Agent, request } from "undici";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readReceiverNews, setHookBehavior } from "@/lib/receiver/control-client";
import type { HookBehavior } from "@/lib/receiver/hook-behavior";
import type { ReceivedRequest } from "@/lib/receiver/received-request";
import { receiverFiles } from "@/lib/receiver/receiver-files";
import { readReceiverState } from "@/lib/receiver/receiver-state";
import { startReceiver, type RunningReceiver } from "@/lib/receiver/start-receiver";

const SECRET = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
const BODY = JSON.stringify({ id: "evt_1", type: "review-created", project: { id: "prj_1" }, text: "é 🥐" });

let dataDir: string;
let receiver: RunningReceiver;
let dispatcher: Agent;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "starwire-receiver-"));
  await start();
});

afterEach(async () => {
  await dispatcher.close();
  await receiver.close();
  rmSync(dataDir, { recursive: true });
});

async function start(): Promise<void> {
  receiver = await startReceiver({
    dataDir,
    port: 41_710,
    secretsOfUrl: async (url) =>
      url.endsWith("/hooks/demo") ? [{ webhookId: "whk_1", projectId: "prj_1", secret: SECRET }] : [],
  });
  dispatcher = new Agent({ connect: { ca: readFileSync(receiverFiles(dataDir).ca, "utf8") } });
}

async function post(path: string, secret = SECRET, signal?: AbortSignal) {
  const now = new Date();
  const headers = {
    "webhook-id": "evt_1",
    "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
    "webhook-signature": new Webhook(secret).sign("evt_1", now, BODY),
    "starwire-attempt": "2",
    "X-Case": "Kept",
  };
  const options = { method: "POST", headers, body: BODY, dispatcher, signal: signal ?? null } as const;
  const answer = await request(receiver.origin + path, options);
  return { status: answer.statusCode, headers: answer.headers, text: await answer.body.text() };
}

/** The first request that arrived and satisfies the condition. */
async function received(condition: (request: ReceivedRequest) => boolean): Promise<ReceivedRequest> {
  for await (const news of readReceiverNews(AbortSignal.timeout(10_000), dataDir)) {
    if (news.kind === "request" && condition(news.request)) return news.request;
  }
  throw new Error("The receiver ended.");
}

function choose(behavior: HookBehavior): Promise<void> {
  return setHookBehavior("demo", behavior, dataDir);
}

test("shows what arrived whole: verified, exact body, headers as they came, the answer", async () => {
  expect((await post("/hooks/demo")).status).toBe(200);
  const shown = await received((one) => one.answer !== null);
  expect(shown).toMatchObject({
    seq: 1,
    hook: "demo",
    body: BODY,
    signature: "verified",
    webhookId: "whk_1",
    projectId: "prj_1",
    eventType: "review-created",
    attempt: 2,
    answer: { status: 200, forwardedTo: null, problem: null },
  });
  expect(shown.headers).toContainEqual(["X-Case", "Kept"]);
});

test("tells a wrong signature from a URL that no webhook has", async () => {
  await post("/hooks/demo", `whsec_${Buffer.alloc(32, 8).toString("base64")}`);
  await post("/hooks/other");
  expect((await received((one) => one.hook === "demo")).signature).toBe("wrong");
  expect((await received((one) => one.hook === "other")).signature).toBe("no_webhook");
});

test.each([
  ["500", 500, {}],
  ["410", 410, {}],
  ["redirect", 302, { location: expect.stringMatching(/^https:\/\/localhost:\d+\/hooks\/demo-moved$/) }],
  ["429", 429, { "retry-after": "10" }],
] as const)("answers %s when chosen", async (answer, status, headers) => {
  await choose({ kind: "answer", answer });
  expect(await post("/hooks/demo")).toMatchObject({ status, headers });
});

test("hangs when chosen, and shows that no answer was given", async () => {
  await choose({ kind: "answer", answer: "hang" });
  const leaving = new AbortController();
  const answer = post("/hooks/demo", SECRET, leaving.signal);
  await received((one) => one.answer === null);
  leaving.abort();
  await expect(answer).rejects.toThrow();
  expect((await received((one) => one.answer !== null)).answer?.status).toBeNull();
});

test("forwards the same bytes and headers, and the answer goes back", async () => {
  const seen: { url: string | undefined; headers: string[]; body: string }[] = [];
  const server = createServer((incoming, response) => {
    text(incoming).then(
      (body) => {
        seen.push({ url: incoming.url, headers: incoming.rawHeaders, body });
        response.writeHead(201, { "x-mine": "yes" }).end("thank you");
      },
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  await choose({ kind: "forward", forwardTo: `http://localhost:${port}/hooks?a=1` });
  expect(await post("/hooks/demo")).toMatchObject({
    status: 201,
    headers: { "x-mine": "yes" },
    text: "thank you",
  });
  expect(seen[0]).toMatchObject({ url: "/hooks?a=1", body: BODY });
  expect(seen[0]?.headers.join()).toContain("X-Case,Kept");
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  expect((await post("/hooks/demo")).status).toBe(502);
  const failed = await received((one) => one.answer?.status === 502);
  expect(failed.answer?.problem).toContain("nothing listens there");
});

test.each([
  "http://192.168.1.5/x",
  "http://localhost.example.com/",
  "https://localhost:1/",
  "http://a@localhost/",
])("refuses to forward to %s", async (forwardTo) => {
  await expect(choose({ kind: "forward", forwardTo })).rejects.toThrow("doesn't answer");
});

test("obeys nobody without the token", async () => {
  for (const path of ["/control/stream", "/control/requests", "/control/hooks/demo"]) {
    const answer = await request(receiver.origin + path, {
      dispatcher,
      headers: { authorization: "Bearer x" },
    });
    expect(answer.statusCode).toBe(401);
    await answer.body.dump();
  }
});

test("comes back on its port with what it had, and keeps key, token and requests to its user", async () => {
  await post("/hooks/demo");
  await received((one) => one.answer !== null);
  const before = readReceiverState(dataDir);
  const files = receiverFiles(dataDir);
  for (const file of [files.key, files.state, files.requests]) expect(statSync(file).mode & 0o077).toBe(0);
  await receiver.close();
  expect(readReceiverState(dataDir)?.pid).toBeNull();
  await dispatcher.close();
  await start();
  expect(readReceiverState(dataDir)?.port).toBe(before?.port);
  await post("/hooks/demo");
  expect((await received((one) => one.seq === 2)).body).toBe(BODY);
});
