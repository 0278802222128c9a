import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { expect } from "@playwright/test";
import { freePort } from "@/scripts/postgres/free-port";

const next = createRequire(import.meta.url).resolve("next/dist/bin/next");

/** One more web process of the build, with other settings than the shared Starwire. */
export async function startWeb(
  settings: Record<string, string>,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const port = String(await freePort());
  const web = spawn(process.execPath, [next, "start", "-p", port], {
    env: { ...process.env, NODE_ENV: "production", PORT: port, ...settings },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const url = `http://localhost:${port}`;
  await expect(async () => expect((await fetch(`${url}/healthz`)).status).toBe(200)).toPass();
  return { url, stop: () => stop(web) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
}
