import type { Query, Statement } from "./database";

/** The engine's queue, for an operator. `oldestDueMs` is how long the oldest due job has waited; 0 when none waits. */
export type EngineStats = {
  held: number;
  due: number;
  oldestDueMs: number;
  sleeping: number;
  failedRuns: number;
};

const STATS: Statement = {
  name: "engine_stats",
  text: `
select
  count(*) filter (where token is not null and ready_at > now())::int as held,
  count(*) filter (where ready_at <= now())::int as due,
  coalesce(extract(epoch from now() - min(ready_at) filter (where ready_at <= now())) * 1000, 0)::float8 as oldest_due_ms,
  count(*) filter (where token is null and ready_at > now())::int as sleeping,
  (select count(*) from engine_run where status = 'failed')::int as failed_runs
from engine_job`,
};

type Row = { held: number; due: number; oldest_due_ms: number; sleeping: number; failed_runs: number };

/** Counts all workers' jobs and the failed runs of the last 30 days. */
export async function readStats(query: Query): Promise<EngineStats> {
  const [row] = await query<Row>(STATS, []);
  return {
    held: row?.held ?? 0,
    due: row?.due ?? 0,
    oldestDueMs: row?.oldest_due_ms ?? 0,
    sleeping: row?.sleeping ?? 0,
    failedRuns: row?.failed_runs ?? 0,
  };
}
