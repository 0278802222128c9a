import { sql } from "@/lib/db/sql";
import type { LaneTiming } from "@/lib/webhooks/lane/lane-timing";

/** How many lanes may be leased at once per rank: first attempts, retries, replays. */
export type LaneQuotas = { first: number; retry: number; replay: number };

export const LANE_QUOTAS: LaneQuotas = { first: 256, retry: 96, replay: 32 };

/** One lane to be served, by whoever opens it with this token first. */
export type ClaimedLane = { webhookId: string; token: string; url: string };

const picked = (rank: number, quota: string) => `
  select webhook_id from lane
  where rank = ${rank} and ready_at <= now()
  order by ready_at
  limit greatest(0, ${quota} - (select count(*) from lane where token is not null and rank = ${rank} and ready_at > now()))
  for update skip locked`;

const ms = (parameter: string) => `${parameter}::float8 * interval '1 millisecond'`;

const CLAIM = `
  with first as (${picked(0, "$1")}), retry as (${picked(1, "$2")}), replay as (${picked(2, "$3")}),
  picked as (select * from first union all select * from retry union all select * from replay)
  update lane l
  set token = case when l.opened then null else gen_random_uuid()::text end,
      opened = false, careful = l.careful or l.opened, claims = l.claims + 1,
      ready_at = now() + case when l.opened then ${ms("$5")}
                              else ${ms("$4")} * power(2, least(l.claims, 8)) end
  from picked join webhook w on w.id = picked.webhook_id
  where l.webhook_id = picked.webhook_id
  returning l.webhook_id, l.token, w.url`;

/**
 * Leases lanes that are ready. A lane whose wake got lost is claimed again, ever more slowly. One that is still open
 * had a holder that died: its lease ends now and the next claim takes it, after a moment in which a holder that was
 * merely slow must notice.
 */
export async function claimLanes(quotas: LaneQuotas, timing: LaneTiming): Promise<ClaimedLane[]> {
  const rows = await sql<{ webhook_id: string; token: string | null; url: string }>(CLAIM, [
    quotas.first,
    quotas.retry,
    quotas.replay,
    timing.graceMs,
    timing.takeoverMs,
  ]);
  return rows.flatMap(({ webhook_id: webhookId, token, url }) =>
    token === null ? [] : [{ webhookId, token, url }],
  );
}

/** Milliseconds until the next lane is ready; null when every lane is idle. */
export async function nextReadyInMs(): Promise<number | null> {
  const [row] = await sql<{ in_ms: number | null }>(
    `select extract(epoch from min(at) - now()) * 1000 as in_ms
     from (values (0), (1), (2)) as r (rank) cross join lateral (
       select ready_at as at from lane where rank = r.rank and ready_at < 'infinity' order by ready_at limit 1
     ) x`,
  );
  return row?.in_ms === null || row?.in_ms === undefined ? null : Number(row.in_ms);
}

/**
 * Claims one lane for the run that promised to wake it. Null when nothing is due there or somebody else serves it.
 * @param slackMs how much earlier than its `ready_at` it may be claimed
 */
export async function claimForAlarm(webhookId: string, timing: LaneTiming): Promise<string | null> {
  const [row] = await sql<{ token: string | null }>(
    `update lane
     set alarm_at = case when alarm_at <= now() + interval '1 second' then null else alarm_at end,
         token = case when ready_at <= now() + ${ms("$3")} and token is null
                      then gen_random_uuid()::text else token end,
         ready_at = case when ready_at <= now() + ${ms("$3")} and token is null then now() + ${ms("$2")} else ready_at end
     where webhook_id = $1 and token is null
     returning token`,
    [webhookId, timing.graceMs, timing.alarmSlackMs],
  );
  return row?.token ?? null;
}
