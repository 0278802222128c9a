import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { cleanEnvironment } from "@/e2e/support/run-settings";
import { urlOfState, readPostgresState } from "@/scripts/postgres/postgres-folder";
import { withDatabase } from "@/scripts/postgres/database-admin";
import { projectRoot } from "@/scripts/start/project-root";
import type { KillTarget, Part, Role } from "./kill-target";
import { isRunning } from "@/scripts/start/process-identity";

/** What `ps` shows of each; Next names its process anew once it serves. */
const PROGRAM: Record<Role, RegExp> = {
  web: /next\/dist\/bin\/next|^next-server/,
  worker: /scripts\/worker\.ts/,
};
const START_MS = 300_000;
const running = z.object({ children: z.array(z.string()) });

/** `npm start` on a data folder of its own, and the two processes it keeps. */
export async function startStarwire(dataDir: string, settings: Record<string, string>): Promise<KillTarget> {
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: projectRoot,
    env: { ...cleanEnvironment(process.env), ...settings, DATA_DIR: dataDir, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: string[] = [];
  const ended = once(child, "exit");
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on("line", (line) => lines.push(line));
  const until = Date.now() + START_MS;
  while (!lines.some((line) => line.startsWith("Starwire is ready"))) {
    if (child.exitCode !== null || Date.now() > until)
      throw new Error(`Starwire didn't start:\n${lines.join("\n")}`);
    await sleep(100);
  }
  const state = await readPostgresState(dataDir);
  if (!state) throw new Error("The start left no note of its Postgres.");
  return {
    databaseUrl: withDatabase(urlOfState(state), "starwire"),
    appUrls: [`http://localhost:${settings["PORT"]}`],
    parts: [
      { role: "worker", place: 0 },
      { role: "web", place: 0 },
    ],
    async pidOf({ role }: Part): Promise<number | null> {
      const text = await readFile(path.join(dataDir, "running.json"), "utf8").catch(() => "{}");
      const children = running.safeParse(JSON.parse(text)).data?.children ?? [];
      const pids = children.filter(isRunning).map((identity) => Number(identity.split("@")[0]));
      return pids.find((pid) => PROGRAM[role].test(commandOf(pid))) ?? null;
    },
    async stop(): Promise<void> {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

function commandOf(pid: number): string {
  try {
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8", stdio: "pipe" });
  } catch {
    return "";
  }
}
