import type { Query, Statement } from "./database";
import type { EngineEvent } from "./event-payload";
import type { LeasedJob } from "./leased-job";

/** An event to start runs of. `target` names the one function that it is for; otherwise its name decides. */
export type NewEvent = { event: EngineEvent; target?: string };

/** Free places of the worker that sends: so many of the started runs are leased to it at once. */
export type Places = { served: string[]; count: number; token: string; leaseMs: number };

/**
 * One run and one job per event and function that it starts; (function, event id) starts one run in 24 hours.
 * A function is started while workers that serve it were seen at most 10 minutes before the newest ones.
 */
const INGEST: Statement = {
  name: "engine_ingest",
  text: `
with sent as (
  select name, body::json as body, event_id, coalesce(start_at, now()) as start_at, target, n
  from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::text[])
    with ordinality as e (name, body, event_id, start_at, target, n)
),
matched as materialized (
  select md5(f.id || ' ' || e.event_id)::uuid as key, f.id as function_id, e.body, e.start_at, e.n,
    case
      when f.limit_count is null then ''
      when cardinality(f.limit_path) = 0 then 'all'
      else md5(coalesce(e.body #>> f.limit_path, ''))
    end as limit_key
  from sent e
  join engine_function f on f.id = e.target or (e.target is null and e.name = any (f.events))
  where f.seen_at > (select max(seen_at) - interval '10 minutes' from engine_function)
),
unseen as (
  insert into engine_seen (key, expires_at)
  select key, now() + interval '24 hours' from matched
  on conflict (key) do update set expires_at = excluded.expires_at where engine_seen.expires_at <= now()
  returning key
),
started as materialized (
  select nextval('engine_run_id_seq') as run_id, function_id, limit_key, body, start_at, n,
    limit_key = '' and function_id = any ($6::text[]) and start_at <= now() as is_ours
  from matched join unseen using (key)
),
placed as materialized (
  select *, is_ours and count(*) filter (where is_ours) over (order by n, run_id) <= $7::int as is_leased from started
),
runs as (
  insert into engine_run (id, function_id, event) select run_id, function_id, body from placed
),
jobs as (
  insert into engine_job (run_id, function_id, limit_key, ready_at, token, claims)
  select run_id, function_id, limit_key,
    case when is_leased then now() + $9::int * interval '1 ms' else start_at end,
    case when is_leased then $8::uuid end,
    case when is_leased then 1 else 0 end
  from placed order by n, run_id
  returning id, run_id, function_id
)
select jobs.id, run_id, jobs.function_id, is_leased, start_at <= now() as is_due, n::int - 1 as index
from jobs join placed using (run_id)`,
};

type Row = {
  id: string;
  run_id: string;
  function_id: string;
  is_leased: boolean;
  is_due: boolean;
  index: number;
};

/**
 * Starts the runs of some events.
 * @returns the jobs leased to the caller, and of which functions others are now due.
 */
export async function ingestEvents(
  query: Query,
  sent: NewEvent[],
  places: Places | null,
): Promise<{ leased: LeasedJob[]; waiting: string[] }> {
  const events = [...new Map(sent.map((item) => [`${item.event.id} ${item.target ?? ""}`, item])).values()];
  const nowMs = Date.now();
  const rows = await query<Row>(INGEST, [
    events.map(({ event }) => event.name),
    events.map(({ event }) => JSON.stringify(event)),
    events.map(({ event }) => event.id),
    events.map(({ event }) => (event.ts > nowMs ? new Date(event.ts) : null)),
    events.map(({ target }) => target ?? null),
    places?.served ?? [],
    places?.count ?? 0,
    places?.token ?? null,
    places?.leaseMs ?? 0,
  ]);
  const leased = rows.flatMap(({ id, run_id, function_id, is_leased, index }) => {
    const event = events[index]?.event;
    if (!is_leased || !event || !places) return [];
    const run = { event, steps: [], isGroup: false };
    return [
      {
        id,
        runId: run_id,
        functionId: function_id,
        limitKey: "",
        stepId: "step",
        isSleep: false,
        plansOnly: false,
        attempt: 0,
        claims: 1,
        token: places.token,
        run,
      },
    ];
  });
  const waiting = rows.filter((row) => row.is_due && !row.is_leased).map((row) => row.function_id);
  return { leased, waiting };
}
