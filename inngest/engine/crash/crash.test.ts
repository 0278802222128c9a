import { spawn, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Inngest } from "inngest";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createEngineFetch } from "@/inngest/engine/engine-fetch";
import { waitUntil } from "@/inngest/engine/testing/wait-until";
import { createTestDatabase } from "@/prisma/testing/test-database";
import { LEDGER_TABLES } from "./ledger";

const EVENTS = 60;
const LANES = 4;
const LIMIT = 3;
const KILLS = 4;
const PLACES = 12;
/** Bodies of one event: a, p, q, flaky twice, last, child. */
const BODIES = 7;
const TEST_MS = 120_000;

const { url } = await createTestDatabase();
const pool = new pg.Pool({ connectionString: url, max: 3 });
const workers = new Map<string, ChildProcess>();

beforeAll(() => pool.query(LEDGER_TABLES));
afterAll(async () => {
  for (const child of workers.values()) child.kill("SIGKILL");
  await pool.end();
});

test(
  "workers killed again and again: every run ends, each step's result is one, no limit is passed",
  async () => {
    const client = new Inngest({
      id: "crash",
      isDev: true,
      baseUrl: "http://engine.internal",
      fetch: createEngineFetch(() => url),
    });
    startWorker("w0");
    await waitUntil(async () => (await count("engine_function")) > 0, "the first worker");
    startWorker("w1");
    await client.send(
      Array.from({ length: EVENTS }, (_, n) => ({
        name: "crash/chain",
        id: `event-${n}`,
        data: { key: `event-${n}`, lane: `lane-${n % LANES}` },
      })),
    );
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const share = (kill / (KILLS + 1)) * EVENTS * BODIES;
      await waitUntil(async () => (await count("crash_body")) > share, `${share} bodies`, TEST_MS);
      await killOne(kill);
      startWorker(`w${kill + 1}`);
    }
    await waitUntil(async () => (await count("engine_run")) === 0, "all runs to end", TEST_MS);

    expect(await count("engine_job"), "jobs left over").toBe(0);
    expect(await count("engine_step"), "steps left over").toBe(0);
    expect(await keysWith("last"), "chains that came to their end").toBe(EVENTS);
    expect(await keysWith("child"), "children of theirs").toBe(EVENTS);
    expect(await stepsSeenWithSeveralResults(), "steps of which different results were seen").toEqual([]);
    const [peak] = (await pool.query("select max(count) as peak from crash_peak")).rows;
    expect(peak.peak).toBeLessThanOrEqual(LIMIT);
    const repeated = (await count("crash_body")) - EVENTS * BODIES;
    expect(repeated, "bodies run again, by kills only").toBeLessThanOrEqual(KILLS * PLACES);
    process.stdout.write(`crash test: ${EVENTS} chains, ${KILLS} kills, ${repeated} bodies run again\n`);
  },
  TEST_MS,
);

function startWorker(name: string): void {
  const file = fileURLToPath(new URL("worker.ts", import.meta.url));
  workers.set(
    name,
    spawn(process.execPath, ["--import", "tsx", file, url, name], { stdio: ["ignore", "ignore", "inherit"] }),
  );
}

/** In turn the one that has worked for longer, and the one that has just begun. */
async function killOne(turn: number): Promise<void> {
  const names = [...workers.keys()];
  const name = names[turn % names.length] ?? "";
  const child = workers.get(name);
  const exit = new Promise((resolve) => child?.once("exit", resolve));
  child?.kill("SIGKILL");
  await exit;
  workers.delete(name);
  await pool.query("delete from crash_active where worker = $1", [name]);
}

async function count(table: string): Promise<number> {
  return Number((await pool.query(`select count(*) from ${table}`)).rows[0].count);
}

async function keysWith(step: string): Promise<number> {
  const text = "select count(distinct key) from crash_body where step = $1";
  return Number((await pool.query(text, [step])).rows[0].count);
}

/** Once a step's result is memoised, all that follows sees that one, however often bodies run. */
async function stepsSeenWithSeveralResults(): Promise<unknown[]> {
  const text = `
    select key, seen.step, count(distinct seen.nonce) from crash_body, json_each_text(saw) as seen (step, nonce)
    where json_typeof(saw) = 'object' group by key, seen.step having count(distinct seen.nonce) > 1`;
  return (await pool.query(text)).rows;
}
