import { AsyncResource } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { answerSdkRequest } from "./answer-sdk-request";
import { checkpointSteps } from "./checkpoint-steps";
import { claimLimited, claimUnlimited } from "./claim-jobs";
import { createClaimLoop } from "./claim-loop";
import { startCronClock } from "./cron-clock";
import { openDatabase } from "./database";
import { bindEngine } from "./engine-fetch";
import type { FunctionConfig } from "./function-config";
import type { Handler } from "./handler";
import { HeldJobs } from "./held-jobs";
import { ingestEvents, type NewEvent } from "./ingest-events";
import type { LeasedJob } from "./leased-job";
import { readStats, type EngineStats } from "./read-stats";
import { lastSeen, registerFunctions } from "./registry";
import { deleteOldRows } from "./retention";
import { retryDelayMs } from "./retry-delay";
import { runJob, type RunEnd } from "./run-job";
import { syncFunctions } from "./sync-functions";
import { listenForWakes } from "./wake-listener";
import { createWakeSignal } from "./wake-signal";

type Log = (fields: Record<string, unknown>, message: string) => void;

export type EngineOptions = {
  /** A direct connection: the engine listens, and prepares its statements. */
  databaseUrl: string;
  /** `serve()` of `inngest/edge`. */
  handler: Handler;
  /** Connections besides the one that listens (4). */
  connectionsMax?: number;
  /** Requests to functions at once (100). */
  placesMax?: number;
  /** After a crash a step is begun again this long after the last sign of life (15 s). */
  leaseMs?: number;
  /** How often to look for due jobs when nothing says that there are some (250 ms). */
  pollMs?: number;
  /** How long a function may take for one request (2 h). */
  requestTimeoutMs?: number;
  /** How long `stop` waits for what runs (15 s). */
  stopMs?: number;
  /** Milliseconds to wait after failed attempt n, 0 for the first. */
  retryDelayMs?: (attempt: number) => number;
  onRunEnd?: (end: RunEnd) => void;
  log?: { warn: Log; error: Log };
};

export type Engine = {
  /** For the client's `fetch`: takes events and checkpoints, never leaves the machine. */
  fetch: typeof fetch;
  /** @throws UnsupportedFunctionError when a function uses something that this engine doesn't run. */
  start: () => Promise<void>;
  /** Takes no more work, waits for what runs, hands the rest back to the queue. */
  stop: () => Promise<void>;
  /** Looks for due jobs now. */
  kick: () => void;
  stats: () => Promise<EngineStats>;
};

const REGISTER_MS = 30_000;
const RETENTION_MS = 60_000;

/** Runs Inngest functions on Postgres: any number of processes, each step at least once, limits exact. */
export function createEngine(options: EngineOptions): Engine {
  const { databaseUrl, handler, placesMax = 100, leaseMs = 15_000, pollMs = 250, stopMs = 15_000 } = options;
  const log = options.log ?? { warn: () => {}, error: () => {} };
  const failed = (what: string) => (error: unknown) => log.error({ err: error }, `engine: ${what}`);
  const database = openDatabase(databaseUrl, options.connectionsMax ?? 4, failed("an idle connection broke"));
  const wakeOthers = createWakeSignal(database.query);
  // Jobs are started outside the async context of whoever sent their event.
  const root = new AsyncResource("starwire-engine");
  const held = new HeldJobs();
  const functions = new Map<string, FunctionConfig>();
  let state: "idle" | "running" | "stopping" = "idle";
  let reserved = 0;
  const ends: (() => unknown)[] = [];

  const context = {
    database,
    handler,
    functions,
    held,
    leaseMs,
    requestTimeoutMs: options.requestTimeoutMs ?? 7_200_000,
    retryDelayMs: options.retryDelayMs ?? retryDelayMs,
    isStopping: () => state !== "running",
    onRunEnd: (end: RunEnd) => {
      if (end.status === "failed") log.warn({ ...end }, "engine: a run failed");
      options.onRunEnd?.(end);
    },
  };
  const freePlaces = () => (state === "running" ? Math.max(0, placesMax - held.count - reserved) : 0);
  const runOne = async (job: LeasedJob) => {
    try {
      await runJob(context, job);
    } catch (error) {
      failed(`the job ${job.id} of ${job.functionId} stopped`)(error);
    } finally {
      held.remove(job);
      if (job.limitKey === "") loop.freed();
      else loop.kick();
    }
  };
  const start = (job: LeasedJob) => {
    held.add(job);
    root.runInAsyncScope(() => void runOne(job));
  };
  const loop = createClaimLoop({
    freePlaces,
    start,
    onError: failed("claiming jobs failed"),
    claim: async (most) => {
      const claim = { functions: [...functions.values()], token: randomUUID(), leaseMs };
      const unlimited = await claimUnlimited(database.query, { ...claim, most });
      return [...unlimited, ...(await claimLimited(database, { ...claim, most: most - unlimited.length }))];
    },
  });
  const send = async (events: NewEvent[]) => {
    const count = Math.min(freePlaces(), events.length);
    reserved += count;
    try {
      const places = { served: [...functions.keys()], count, token: randomUUID(), leaseMs };
      const { leased, waiting } = await ingestEvents(database.query, events, places);
      reserved -= count;
      for (const job of leased) start(job);
      if (waiting.length > 0) loop.kick();
      if (waiting.some((id) => !functions.has(id)) || freePlaces() === 0) wakeOthers();
    } catch (error) {
      reserved -= count;
      throw error;
    }
  };
  const every = (ms: number, work: () => unknown) => {
    const timer = setInterval(work, ms);
    ends.push(() => clearInterval(timer));
  };
  const engineFetch: typeof fetch = (input, init) =>
    answerSdkRequest(
      {
        send: (events) => send(events.map((event) => ({ event }))),
        checkpoint: (body) => checkpointSteps(database.query, held, body),
      },
      input,
      init,
    );

  return {
    fetch: engineFetch,
    kick: loop.kick,
    stats: () => readStats(database.query),
    async start() {
      for (const config of await syncFunctions(handler)) functions.set(config.id, config);
      const served = [...functions.values()];
      const seen = await lastSeen(database.query, served);
      await registerFunctions(database.query, served);
      state = "running";
      ends.push(bindEngine(engineFetch));
      ends.push(listenForWakes(databaseUrl, loop.kick));
      ends.push(
        startCronClock(served, seen, (events) => send(events).catch(failed("sending a cron tick failed"))),
      );
      every(pollMs, loop.kick);
      every(leaseMs / 3, () => held.renew(database.query, leaseMs).catch(failed("renewing leases failed")));
      every(REGISTER_MS, () =>
        registerFunctions(database.query, served).catch(failed("registering functions failed")),
      );
      every(RETENTION_MS, () => deleteOldRows(database.query).catch(failed("deleting old rows failed")));
      loop.kick();
    },
    async stop() {
      state = "stopping";
      await loop.stop();
      await Promise.race([held.whenEmpty(), wait(stopMs, undefined, { ref: false })]);
      await held.release(database.query);
      for (const end of ends.splice(0)) await end();
      await database.close();
    },
  };
}
