import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { Webhook } from "standardwebhooks";
import { Agent, request } from "undici";
import { afterEach, beforeEach, expect, test } from "vitest";
import { receiverFiles } from "@/lib/receiver/receiver-files";
import { startReceiver, type RunningReceiver } from "@/lib/receiver/start-receiver";
import { projectRoot } from "@/scripts/start/project-root";

const SECRET = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
const BODY = JSON.stringify({ id: "evt_1", type: "review-created", project: { id: "prj_1" }, text: "é 🥐" });

let dataDir: string;
let receiver: RunningReceiver;
let dispatcher: Agent;
const started: ChildProcess[] = [];

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "starwire-watch-"));
  receiver = await startReceiver({
    dataDir,
    port: 41_810,
    secretsOfUrl: async () => [{ webhookId: "whk_1", projectId: "prj_1", secret: SECRET }],
  });
  dispatcher = new Agent({ connect: { ca: readFileSync(receiverFiles(dataDir).ca, "utf8") } });
});

afterEach(async () => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
  await dispatcher.close();
  await receiver.close();
  rmSync(dataDir, { recursive: true });
});

/** `npm run receiver -- …` with what it prints. */
function watchReceiver(...args: string[]) {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/watch-receiver.ts", ...args], {
    cwd: projectRoot,
    env: { ...process.env, NODE_ENV: "test", DATA_DIR: dataDir },
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.push(child);
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on("line", (line) => lines.push(line));
  return {
    lines,
    end: async (): Promise<number> => {
      const ended = once(child, "exit");
      child.kill("SIGINT");
      const [code] = await ended;
      return code;
    },
    ended: async (): Promise<number> => (await once(child, "exit"))[0],
  };
}

async function post(): Promise<number> {
  const now = new Date();
  const answer = await request(`${receiver.origin}/hooks/demo`, {
    method: "POST",
    headers: {
      "webhook-id": "evt_1",
      "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
      "webhook-signature": new Webhook(SECRET).sign("evt_1", now, BODY),
      "starwire-attempt": "2",
    },
    body: BODY,
    dispatcher,
  });
  await answer.body.dump();
  return answer.statusCode;
}

test("from the shell, what arrives is handed on to a server without a certificate for as long as the command runs", async () => {
  const seen: { headers: IncomingHttpHeaders; body: string }[] = [];
  const server = createServer((incoming, response) => {
    void text(incoming).then((body) => {
      seen.push({ headers: incoming.headers, body });
      response.writeHead(503).end();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const forwardTo = `http://localhost:${(server.address() as AddressInfo).port}/hooks`;

  const watch = watchReceiver("--forward", forwardTo);
  await expect.poll(() => watch.lines).toContain(`${receiver.origin}/hooks/demo → ${forwardTo} until Ctrl-C`);
  expect(await post()).toBe(503);
  expect(seen[0]?.body).toBe(BODY);
  expect(seen[0]?.headers["starwire-attempt"]).toBe("2");
  const headers: IncomingHttpHeaders = seen[0]?.headers ?? {};
  expect(
    new Webhook(SECRET).verify(BODY, {
      "webhook-id": String(headers["webhook-id"]),
      "webhook-timestamp": String(headers["webhook-timestamp"]),
      "webhook-signature": String(headers["webhook-signature"]),
    }),
  ).toMatchObject({ type: "review-created" });
  await expect
    .poll(() => watch.lines.join("\n"))
    .toMatch(new RegExp(`review-created · attempt 2 · .*signature verified · 503 from ${forwardTo}`));

  expect(await watch.end()).toBe(0);
  expect(await post()).toBe(200);
  expect(seen).toHaveLength(1);
  server.closeAllConnections();
  server.close();
});

test("an address that isn't on this machine is refused in a sentence, and nothing changes", async () => {
  const watch = watchReceiver("--forward", "https://example.com/hooks");
  expect(await watch.ended()).toBe(1);
  await expect
    .poll(() => watch.lines)
    .toContain("Enter an address on this machine, for example http://localhost:4000/hooks.");
  expect(await post()).toBe(200);
});

test("without a receiver it says how to start one", async () => {
  await receiver.close();
  const watch = watchReceiver();
  expect(await watch.ended()).toBe(1);
  await expect.poll(() => watch.lines.join("\n")).toContain("Start Starwire first: npm start");
});
