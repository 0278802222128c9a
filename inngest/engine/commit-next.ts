import type { Query, Statement } from "./database";
import type { Next } from "./decide-next";
import type { LeasedJob, MemoisedStep } from "./leased-job";

// Every statement begins by touching the job under its token: no row, no lease, nothing written.
const SAVE = `
saved as (
  insert into engine_step (run_id, id, value)
  select held.run_id, s.id, s.value::json
  from held, unnest($3::text[], $4::text[]) with ordinality as s (id, value, n) order by s.n
  on conflict do nothing
)`;

const COMPLETE: Statement = {
  name: "engine_complete",
  text: `
with held as (delete from engine_job where id = $1 and token = $2 returning run_id),
run as (delete from engine_run r using held where r.id = held.run_id),
steps as (delete from engine_step s using held where s.run_id = held.run_id)
select 1 from held`,
};

const FAIL: Statement = {
  name: "engine_fail",
  text: `
with held as (delete from engine_job where id = $1 and token = $2 returning run_id),
run as (
  update engine_run r set status = 'failed', ended_at = now(), error = $3::json from held where r.id = held.run_id
),
steps as (delete from engine_step s using held where s.run_id = held.run_id)
select 1 from held`,
};

const DELETE_SIBLINGS: Statement = {
  name: "engine_delete_siblings",
  text: "delete from engine_job where run_id = $1",
};

const CONTINUE: Statement = {
  name: "engine_continue",
  text: `
with held as (
  update engine_job set step_id = $5, is_sleep = $6, attempt = $7, plans_only = $11, claims = case when $8 then 1 else 0 end,
    ready_at = case when $8 and ready_at > now() then now() + $10::int * interval '1 ms'
      else now() + $9::float8 * interval '1 ms' end,
    token = case when $8 and ready_at > now() then token end
  where id = $1 and token = $2
  returning run_id, token
),${SAVE}
select token is not null as is_kept from held`,
};

const FAN_OUT: Statement = {
  name: "engine_fan_out",
  text: `
with held as (delete from engine_job where id = $1 and token = $2 returning run_id, function_id, limit_key),${SAVE},
run as (update engine_run r set pending = cardinality($5::text[]) from held where r.id = held.run_id),
jobs as (
  insert into engine_job (run_id, function_id, limit_key, step_id, is_sleep, plans_only, ready_at)
  select held.run_id, held.function_id, held.limit_key, p.step_id, p.is_sleep, true, now() + p.delay_ms * interval '1 ms'
  from held, unnest($5::text[], $6::bool[], $7::float8[]) with ordinality as p (step_id, is_sleep, delay_ms, n)
  order by p.n
)
select 1 from held`,
};

const LEAVE_GROUP: Statement = {
  name: "engine_leave_group",
  text: `
with held as (select id, run_id from engine_job where id = $1 and token = $2 for update),${SAVE},
run as (update engine_run r set pending = pending - 1 from held where r.id = held.run_id returning pending),
gone as (delete from engine_job j using held, run where j.id = held.id and run.pending > 0),
last as (
  update engine_job j set step_id = 'step', is_sleep = false, plans_only = j.is_sleep, attempt = 0,
    claims = case when $5 then 1 else 0 end,
    ready_at = case when $5 and j.ready_at > now() then now() + $6::int * interval '1 ms' else now() end,
    token = case when $5 and j.ready_at > now() then j.token end
  from held, run where j.id = held.id and run.pending = 0
  returning j.token
)
select exists (select from last where token is not null) as is_kept from held`,
};

/** `kept`: done, and the job is still ours, to go on at once. `left`: done. `lost`: the lease was gone, nothing was written. */
export type Committed = "kept" | "left" | "lost";

/**
 * Writes what follows a request, in one statement.
 * @param keepMs how long to go on holding a job that is due again at once; null hands it back to the queue.
 */
export async function commitNext(
  query: Query,
  job: LeasedJob,
  next: Next,
  keepMs: number | null,
): Promise<Committed> {
  const fence = [job.id, job.token];
  if (next.kind === "complete" || next.kind === "fail") {
    const rows =
      next.kind === "complete"
        ? await query(COMPLETE, fence)
        : await query(FAIL, [...fence, JSON.stringify(next.error ?? null)]);
    if (rows.length > 0 && job.run?.isGroup) await query(DELETE_SIBLINGS, [job.runId]);
    return rows.length > 0 ? "left" : "lost";
  }
  const saved = [next.saved.map(({ id }) => id), next.saved.map(toJson)];
  if (next.kind === "fan-out") {
    const planned = next.planned;
    const rows = await query(FAN_OUT, [
      ...fence,
      ...saved,
      planned.map(({ stepId }) => stepId),
      planned.map(({ isSleep }) => isSleep),
      planned.map(({ delayMs }) => delayMs),
    ]);
    return rows.length > 0 ? "left" : "lost";
  }
  if (next.kind === "leave-group") {
    const rows = await query<{ is_kept: boolean }>(LEAVE_GROUP, [
      ...fence,
      ...saved,
      keepMs !== null,
      keepMs ?? 0,
    ]);
    return outcome(rows);
  }
  const { stepId, isSleep, delayMs } = next.planned;
  const isKept = keepMs !== null && delayMs === 0;
  const values = [
    ...fence,
    ...saved,
    stepId,
    isSleep,
    next.attempt,
    isKept,
    delayMs,
    keepMs ?? 0,
    next.plansOnly,
  ];
  return outcome(await query<{ is_kept: boolean }>(CONTINUE, values));
}

function outcome([row]: { is_kept: boolean }[]): Committed {
  if (!row) return "lost";
  return row.is_kept ? "kept" : "left";
}

const toJson = ({ value }: MemoisedStep) => JSON.stringify(value);
