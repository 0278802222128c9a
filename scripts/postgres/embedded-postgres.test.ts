import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import pg from "pg";
import { afterAll, expect, test, vi } from "vitest";
import { processIdentity } from "@/scripts/start/process-identity";
import { startEmbeddedPostgres } from "./embedded-postgres";
import { readPostgresState } from "./postgres-folder";
import { removeEmbeddedPostgres } from "./remove-embedded-postgres";

const root = mkdtempSync(path.join(tmpdir(), "starwire-postgres-"));
chmodSync(root, 0o755);
const dataDir = path.join(root, "data");
const start = () => startEmbeddedPostgres({ dataDir, isDurable: false });

afterAll(() => removeEmbeddedPostgres(dataDir));

async function run(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function serverPid(): Promise<number> {
  const state = await readPostgresState(dataDir);
  return Number(readFileSync(path.join(state?.folder ?? "", "postmaster.pid"), "utf8").split("\n")[0]);
}

test("what was written is there after the next start, under the same address", async () => {
  const first = await start();
  expect(first.isNew).toBe(true);
  await run(first.url, "create table note as select 'kept' as text");
  await first.stop();
  const second = await start();
  expect(second).toMatchObject({ isNew: false, url: first.url });
  expect(await run(second.url, "select text from note")).toEqual([{ text: "kept" }]);
  await second.stop();
});

test("only this machine may connect, and only with the password", async () => {
  const server = await start();
  expect(await run(server.url, "show listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
  const guess = server.url.replace(/:[^:@]+@/, ":guess@");
  await expect(run(guess, "select 1")).rejects.toThrow(/password authentication failed/);
  await server.stop();
});

test("a server whose starter was killed ends, and doesn't hinder the next start", async () => {
  const starter = spawn(
    process.execPath,
    ["--import", "tsx", path.join(import.meta.dirname, "embedded-postgres-starter.ts"), dataDir],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  await once(createInterface({ input: starter.stdout }), "line");
  const orphan = await serverPid();
  starter.kill("SIGKILL");
  const next = await start();
  expect(await serverPid()).not.toBe(orphan);
  expect(processIdentity(orphan)).toBeNull();
  await next.stop();
});

test("a server that was killed starts again with what was written", async () => {
  const server = await start();
  process.kill(await serverPid(), "SIGKILL");
  await server.ended;
  const next = await start();
  expect(await run(next.url, "select text from note")).toEqual([{ text: "kept" }]);
  await next.stop();
});

test("a lock file that names some other program of today is no hindrance, and that program lives", async () => {
  const state = await readPostgresState(dataDir);
  writeFileSync(path.join(state?.folder ?? "", "postmaster.pid"), `${process.pid}\n`);
  const server = await start();
  await server.stop();
});

if (process.getuid?.() === 0) {
  test("below a folder that only root enters, root keeps the files elsewhere and finds them again", async () => {
    const closed = path.join(root, "closed");
    mkdirSync(closed, { mode: 0o700 });
    const hidden = { dataDir: path.join(closed, "data"), isDurable: false };
    const first = await startEmbeddedPostgres(hidden);
    await first.stop();
    const state = await readPostgresState(hidden.dataDir);
    expect(state?.folder.startsWith(closed)).toBe(false);
    const second = await startEmbeddedPostgres(hidden);
    expect(second.isNew).toBe(false);
    await second.stop();

    rmSync(hidden.dataDir, { recursive: true });
    const fresh = await startEmbeddedPostgres(hidden);
    expect([fresh.isNew, fresh.setAside]).toEqual([true, expect.stringMatching(/\.previous$/)]);
    await fresh.stop();
    rmSync(fresh.setAside ?? "", { recursive: true });
    await removeEmbeddedPostgres(hidden.dataDir);
    await vi.waitUntil(async () => (await readPostgresState(hidden.dataDir)) === null, {
      timeout: 20_000,
    });
  });
}
