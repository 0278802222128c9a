import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";

/** Every execution of a body, seen by whom, and how many of its lane ran at once. Written outside the engine's tables. */
export const LEDGER_TABLES = `
create table crash_body (key text, step text, nonce text, saw json, worker text, at timestamptz default clock_timestamp());
create table crash_active (lane text, worker text, nonce text);
create table crash_peak (lane text, count int);`;

const BODY_MS = 40;

/** The ledger of one worker process. */
export function openLedger(url: string, worker: string) {
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  return {
    /** A step's body: takes a moment and gives a value that no other execution gives. */
    async body(key: string, step: string, saw: unknown = null): Promise<string> {
      const nonce = randomUUID();
      await pool.query("insert into crash_body (key, step, nonce, saw, worker) values ($1, $2, $3, $4, $5)", [
        key,
        step,
        nonce,
        JSON.stringify(saw),
        worker,
      ]);
      await wait(Math.random() * BODY_MS);
      return nonce;
    },
    /** Runs `work` counted among those that run at once in its lane. */
    async alongside<Result>(lane: string, work: () => Promise<Result>): Promise<Result> {
      const nonce = randomUUID();
      await pool.query("insert into crash_active (lane, worker, nonce) values ($1, $2, $3)", [
        lane,
        worker,
        nonce,
      ]);
      await pool.query(
        "insert into crash_peak select lane, count(*) from crash_active where lane = $1 group by lane",
        [lane],
      );
      try {
        return await work();
      } finally {
        await pool.query("delete from crash_active where nonce = $1", [nonce]);
      }
    },
    close: () => pool.end(),
  };
}
