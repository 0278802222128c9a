import { sql } from "@/lib/db/sql";

export type Release = {
  /** The lane's `wakes` when the holder last looked for work; null releases whatever came since. */
  wakes: number | null;
  isCareful: boolean;
  window: number;
  isProbing: boolean;
  /** How long nothing but what a person asks for is to be sent, in milliseconds. */
  restMs: number;
  /** A rest that began before this run goes on. */
  keepsResting: boolean;
  /** How long the lane rests, in milliseconds: before the next probe of its backlog, and before one for something new. */
  gaps: { backlog: number; fresh: number };
  alarmMinMs: number;
  alarmSlackMs: number;
};

export type Released =
  /**
   * `alarmAt`: this run is to wake the lane then; null when nobody need, or another run will.
   * `readyInMs`: when it is to be served again; null when nothing waits.
   */
  | { kind: "released"; alarmAt: Date | null; readyInMs: number | null }
  /** Something was recorded since the holder last looked: it still holds the lane. */
  | { kind: "kept" };

const ms = (parameter: string) => `${parameter} * interval '1 millisecond'`;

const RELEASE = `
  with resting as (
    select probe_at as until from lane where webhook_id = $1 and $12
  ), waiting as (
    select p.prio,
           case when p.prio < 0 then d.due_at
                else greatest(d.due_at, now() + ${ms("greatest($7::float8, $11::float8)")}, (select until from resting))
           end as at
    from (values (-1), (0), (1), (2)) as p (prio) cross join lateral (
      select due_at from delivery
      where webhook_id = $1 and status = 'waiting' and prio = p.prio order by due_at limit 1
    ) d
  ), next as (
    select coalesce(min(at), 'infinity') as at,
           coalesce((array_agg(prio order by at, prio))[1], 0) as prio
    from waiting
  ), times as (
    select next.*, next.at < 'infinity' and next.at > now() + ${ms("$9::float8")} as is_far,
           l.alarm_at is null or l.alarm_at < now() or l.alarm_at > next.at as is_alarm_free
    from next, lane l where l.webhook_id = $1
  )
  update lane l
  set token = null, opened = false, claims = 0, wakes = 0, careful = $4, win = $5,
      probe_at = case when $6 or $11::float8 > 0 then now() + ${ms("greatest($8::float8, $11::float8)")}
                      when $12 then l.probe_at end,
      rank = case when times.prio < 0 then 0 when times.prio = 0 and $6 then 1 else times.prio end,
      alarm_at = case when times.is_far and times.is_alarm_free then times.at else l.alarm_at end,
      ready_at = times.at + case when times.is_far then ${ms("$10::float8")} else interval '0' end
  from times
  where l.webhook_id = $1 and l.token = $2 and ($3::int is null or l.wakes = $3)
  returning case when times.is_far and times.is_alarm_free then times.at end as alarm_at,
            case when l.ready_at < 'infinity' then (extract(epoch from l.ready_at - now()) * 1000)::float8 end as ready_in_ms`;

/** Hands the lane back, to be served when its next delivery is due. @returns null when the lease was lost */
export async function releaseLane(
  webhookId: string,
  token: string,
  release: Release,
): Promise<Released | null> {
  const [row] = await sql<{ alarm_at: Date | null; ready_in_ms: number | null }>(RELEASE, [
    webhookId,
    token,
    release.wakes,
    release.isCareful,
    release.window,
    release.isProbing,
    release.gaps.backlog,
    release.gaps.fresh,
    release.alarmMinMs,
    release.alarmSlackMs,
    release.restMs,
    release.keepsResting,
  ]);
  if (row) return { kind: "released", alarmAt: row.alarm_at, readyInMs: row.ready_in_ms };
  const held = await sql("select 1 as held from lane where webhook_id = $1 and token = $2", [
    webhookId,
    token,
  ]);
  return held.length > 0 ? { kind: "kept" } : null;
}
