import { fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { nowMs } from "./clock";

const answer = z.union([
  z.object({ port: z.number() }).transform(({ port }) => ({ port, count: 0, arrivals: [] })),
  z.object({ count: z.number() }).transform(({ count }) => ({ port: 0, count, arrivals: [] })),
  z
    .object({ arrivals: z.array(z.tuple([z.string(), z.string(), z.number()])) })
    .transform(({ arrivals }) => ({ port: 0, count: arrivals.length, arrivals })),
]);

export type Arrival = { eventId: string; path: string; atMs: number };

const PATIENCE_MS = 120_000;

/** The receiver in a process of its own, so that it takes no time from what is measured. */
export async function startBenchReceiver() {
  const child = fork(fileURLToPath(new URL("receiver-process.ts", import.meta.url)), {
    execArgv: ["--import", "tsx"],
  });
  const hear = async () => answer.parse((await once(child, "message"))[0]);
  const { port } = await hear();
  const ask = async (question: "reset" | "count" | "arrivals") => {
    const heard = hear();
    child.send(question);
    return heard;
  };

  return {
    pid: child.pid ?? 0,
    url: `http://127.0.0.1:${port}`,
    reset: () => ask("reset"),
    async arrivals(): Promise<Arrival[]> {
      const { arrivals } = await ask("arrivals");
      return arrivals.map(([eventId, path, atMs]) => ({ eventId, path, atMs }));
    },
    /** Waits for so many requests. @throws when they don't come */
    async waitFor(count: number): Promise<void> {
      const until = nowMs() + PATIENCE_MS;
      for (;;) {
        const seen = (await ask("count")).count;
        if (seen >= count) return;
        if (nowMs() > until)
          throw new Error(`The receiver got ${seen} of ${count} requests within two minutes.`);
        await sleep(20);
      }
    },
    stop: () => {
      child.kill();
    },
  };
}
