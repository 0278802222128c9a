import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Agent, request } from "undici";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { forgetEnv } from "@/lib/env";
import { newsStream, type BrowserNews } from "@/lib/receiver/news-stream";
import { receiverFiles } from "@/lib/receiver/receiver-files";
import { startReceiver, type RunningReceiver } from "@/lib/receiver/start-receiver";

let dataDir: string;
let receiver: RunningReceiver;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "starwire-news-"));
  vi.stubEnv("DATA_DIR", dataDir);
  forgetEnv();
  receiver = await startReceiver({ dataDir, port: 41_720, secretsOfUrl: async () => [] });
});

afterEach(async () => {
  await receiver.close();
  vi.unstubAllEnvs();
  forgetEnv();
  rmSync(dataDir, { recursive: true });
});

async function post(body: object): Promise<void> {
  const dispatcher = new Agent({ connect: { ca: readFileSync(receiverFiles(dataDir).ca, "utf8") } });
  const options = { method: "POST", body: JSON.stringify(body), dispatcher } as const;
  await (await request(`${receiver.origin}/hooks/demo`, options)).body.dump();
  await dispatcher.close();
}

/** What a browser is told, as long as it wants. */
async function* readNews(projectIds: string[]): AsyncGenerator<BrowserNews> {
  const decoder = new TextDecoder();
  const stream = newsStream(new Set(projectIds), AbortSignal.timeout(10_000));
  for await (const chunk of stream) {
    for (const line of decoder.decode(chunk).split("\n")) {
      if (line.startsWith("data: ")) yield JSON.parse(line.slice("data: ".length));
    }
  }
}

test("tells what belongs to one's own projects and to nobody's, nothing of others", async () => {
  await post({ project: { id: "prj_theirs" }, type: "review-created" });
  await post({ project: { id: "prj_mine" }, type: "review-updated" });
  await post({ hello: "there" });
  const seen: number[] = [];
  for await (const news of readNews(["prj_mine"])) {
    if (news.kind !== "request" || !news.request.answer) continue;
    seen.push(news.request.seq);
    if (news.request.seq === 3) break;
  }
  expect(seen).toEqual([2, 3]);
});

test("says when the receiver is down, and ends, so that the browser asks again", async () => {
  const kinds: string[] = [];
  for await (const { kind } of readNews([])) {
    kinds.push(kind);
    if (kind === "hooks") await receiver.close();
  }
  expect(kinds).toEqual(["cleared", "hooks", "down"]);
});
