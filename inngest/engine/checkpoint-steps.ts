import { z } from "zod";
import { readQueueItemId } from "./call-request";
import type { Query, Statement } from "./database";
import { STEP_BYTES_MAX, STEPS_MAX } from "./decide-next";
import type { HeldJobs } from "./held-jobs";

/** Takes the lease's row lock, so that no claim can come between the look at the token and the write. */
const CHECKPOINT: Statement = {
  name: "engine_checkpoint",
  text: `
with held as (select run_id from engine_job where id = $1 and token = $2 for update),
saved as (
  insert into engine_step (run_id, id, value)
  select held.run_id, s.id, s.value::json
  from held, unnest($3::text[], $4::text[]) with ordinality as s (id, value, n) order by s.n
  on conflict do nothing
)
select 1 from held`,
};

const body = z.object({
  qi_id: z.string(),
  steps: z.array(z.object({ id: z.string(), op: z.string(), data: z.unknown().optional() })),
});

/** `saved`, `stale` (the lease is gone: the SDK must stop), or `refused` (the SDK shall answer with these steps instead). */
export type Checkpointed = "saved" | "stale" | "refused";

/** Memoises steps that a function has run within a request that goes on: `POST /v1/checkpoint/<run>/async`. */
export async function checkpointSteps(query: Query, held: HeldJobs, raw: unknown): Promise<Checkpointed> {
  const parsed = body.safeParse(raw);
  const lease = parsed.success ? readQueueItemId(parsed.data.qi_id) : null;
  if (!parsed.success || lease === null || !parsed.data.steps.every(({ op }) => op === "StepRun"))
    return "refused";
  const stepCount = held.stepCount(lease.id, lease.token);
  if (stepCount === null) return "stale";
  const ids = parsed.data.steps.map(({ id }) => id);
  const values = parsed.data.steps.map(({ data }) => JSON.stringify({ data: data ?? null }));
  if (stepCount + ids.length > STEPS_MAX || values.some((text) => Buffer.byteLength(text) > STEP_BYTES_MAX)) {
    return "refused";
  }
  const rows = await query(CHECKPOINT, [lease.id, lease.token, ids, values]);
  if (rows.length === 0) return "stale";
  held.setStepCount(lease.id, stepCount + ids.length);
  return "saved";
}
