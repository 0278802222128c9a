import type { Database, Query, Statement } from "./database";
import type { FunctionConfig } from "./function-config";
import type { LeasedJob } from "./leased-job";

const LEASE = `
update engine_job j set token = $3::uuid, ready_at = now() + $4::int * interval '1 ms', claims = j.claims + 1
from due where j.id = due.id
returning j.id, j.run_id, j.function_id, j.limit_key, j.step_id, j.is_sleep, j.plans_only, j.attempt, j.claims`;

const CLAIM_UNLIMITED: Statement = {
  name: "engine_claim_unlimited",
  text: `
with due as (
  select j.id from unnest($1::text[]) as f (id) cross join lateral (
    select id, ready_at from engine_job
    where function_id = f.id and limit_key = '' and ready_at <= now()
    order by ready_at, id limit $2 for update skip locked
  ) j order by j.ready_at, j.id limit $2
)${LEASE}`,
};

const LOCK_CLAIMS: Statement = {
  name: "engine_lock_claims",
  text: "select pg_advisory_xact_lock(7307497710)",
};

/** Walks the keys that have jobs, not the jobs: a long queue behind one full key costs nothing. */
const CLAIM_LIMITED: Statement = {
  name: "engine_claim_limited",
  text: `
with recursive f (id, most) as (select * from unnest($1::text[], $5::int[])),
keys (function_id, most, limit_key) as (
  select f.id, f.most, (select min(limit_key) from engine_job j where j.function_id = f.id and j.limit_key > '') from f
  union all
  select k.function_id, k.most,
    (select min(limit_key) from engine_job j where j.function_id = k.function_id and j.limit_key > k.limit_key)
  from keys k where k.limit_key is not null
),
due as (
  select j.id from keys k cross join lateral (
    select id, ready_at from engine_job
    where function_id = k.function_id and limit_key = k.limit_key and ready_at <= now()
    order by ready_at, id
    limit greatest(0, k.most - (
      select count(*) from engine_job h
      where h.function_id = k.function_id and h.limit_key = k.limit_key and h.token is not null and h.ready_at > now()
    ))
  ) j where k.limit_key is not null order by j.ready_at, j.id limit $2
)${LEASE}`,
};

type Row = {
  id: string;
  run_id: string;
  function_id: string;
  limit_key: string;
  step_id: string;
  is_sleep: boolean;
  plans_only: boolean;
  attempt: number;
  claims: number;
};

/** Which functions a claim is for, how many jobs at most, and the lease to give them. */
export type Claim = { functions: FunctionConfig[]; most: number; token: string; leaseMs: number };

/** Leases due jobs of functions without a limit, oldest first. */
export async function claimUnlimited(query: Query, claim: Claim): Promise<LeasedJob[]> {
  const ids = claim.functions.filter(({ limit }) => limit === null).map(({ id }) => id);
  if (ids.length === 0 || claim.most < 1) return [];
  const rows = await query<Row>(CLAIM_UNLIMITED, [ids, claim.most, claim.token, claim.leaseMs]);
  return rows.map((row) => toJob(row, claim.token));
}

/**
 * Leases due jobs of functions with a limit, oldest first.
 * The limit holds exactly because such claims go one at a time: each sees what all before it took.
 */
export async function claimLimited(database: Database, claim: Claim): Promise<LeasedJob[]> {
  const limited = claim.functions.flatMap(({ id, limit }) =>
    limit === null ? [] : [{ id, count: limit.count }],
  );
  if (limited.length === 0 || claim.most < 1) return [];
  const values = [
    limited.map(({ id }) => id),
    claim.most,
    claim.token,
    claim.leaseMs,
    limited.map(({ count }) => count),
  ];
  const rows = await database.transaction(async (query) => {
    await query(LOCK_CLAIMS, []);
    return query<Row>(CLAIM_LIMITED, values);
  });
  return rows.map((row) => toJob(row, claim.token));
}

function toJob(row: Row, token: string): LeasedJob {
  return {
    id: row.id,
    runId: row.run_id,
    functionId: row.function_id,
    limitKey: row.limit_key,
    stepId: row.step_id,
    isSleep: row.is_sleep,
    plansOnly: row.plans_only,
    attempt: row.attempt,
    claims: row.claims,
    token,
    run: null,
  };
}
