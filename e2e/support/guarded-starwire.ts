import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { test as base, expect } from "@/e2e/support/test";
import { freePort } from "@/scripts/postgres/free-port";

const next = createRequire(import.meta.url).resolve("next/dist/bin/next");

/** One more web process on the same database, with the scanner guard on also where no scanner could come from. */
export const test = base.extend<object, { guardedUrl: string }>({
  guardedUrl: [
    async ({}, use) => {
      const port = String(await freePort());
      const web = spawn(process.execPath, [next, "start", "-p", port], {
        env: { ...process.env, NODE_ENV: "production", PORT: port, SCANNER_GUARD: "on" },
        stdio: ["ignore", "ignore", "inherit"],
      });
      const url = `http://localhost:${port}`;
      await expect(async () => expect((await fetch(`${url}/r/none`)).status).toBe(404)).toPass();
      await use(url);
      await stop(web);
    },
    { scope: "worker", timeout: 60_000 },
  ],
});

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
}
