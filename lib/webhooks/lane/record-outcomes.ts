import { sql } from "@/lib/db/sql";
import type { AttemptOutcome } from "@/lib/webhooks/attempt-outcome";
import { countDays } from "@/lib/webhooks/lane/day-counts";
import type { LaneDelivery } from "@/lib/webhooks/lane/lane-delivery";
import type { NextState } from "@/lib/webhooks/lane/next-state";

export type EndedAttempt = {
  delivery: LaneDelivery;
  /** Where it was sent. */
  url: string;
  outcome: AttemptOutcome;
  next: NextState;
  /** The lane's episode in which this delivery now counts as failing; null leaves it as it is. */
  failedEpisode: number | null;
};

const RECORD = `
  with x as materialized (
    select * from json_to_recordset($3::json) as x (
      id bigint, n int, url text, at timestamptz, ms int, fb int, sc int, ec text, er text, ad text, ours bool, ip text,
      rq jsonb, rs jsonb, rb text, run text, s text, pr int2, due float8, un int, ep int, reason text)
  ), logged as (
    insert into attempt (delivery_id, number, url, started_at, duration_ms, first_byte_ms, status_code, error_code, error,
                         advice, is_our_fault, remote_address, request_headers, response_headers, response_body, run_id)
    select id, n, url, at, ms, fb, sc, ec, er, ad, ours, ip, rq, rs, rb, run from x
  ), counted as (
    insert into webhook_day as w (webhook_id, day, delivered, failed, ours, durations)
    select $1, day, delivered, failed, ours, durations
    from json_to_recordset($4::json) as c (day date, delivered int, failed int, ours int, durations int[])
    on conflict (webhook_id, day) do update
    set delivered = w.delivered + excluded.delivered, failed = w.failed + excluded.failed, ours = w.ours + excluded.ours,
        durations = array(
          select coalesce(a, 0) + coalesce(b, 0)
          from unnest(w.durations, excluded.durations) with ordinality as u (a, b, n) order by n)
  ), y as (
    select d.id as delivery_id, x.*,
           case when x.s = 'delivered' or d.status = 'waiting' then x.s::delivery_status else d.status end as status
    from x join delivery d on d.id = x.id
    where x.s = 'delivered'
       or (d.attempts = x.n - 1 and exists (select from lane where webhook_id = $1 and token = $2))
  )
  update delivery d
  set status = y.status, prio = coalesce(y.pr, d.prio), attempts = greatest(d.attempts, y.n),
      uncounted = d.uncounted + y.un, crashes = 0, failed_episode = coalesce(y.ep, d.failed_episode),
      due_at = case when y.status = 'waiting' then now() + y.due * interval '1 millisecond' else d.due_at end,
      end_reason = case when y.status = 'delivered' then null else coalesce(y.reason, d.end_reason) end,
      ended_at = case when y.status in ('waiting', 'held') then null else coalesce(d.ended_at, now()) end,
      last_status = y.sc, last_error = y.er, last_advice = y.ad, last_ms = y.ms, last_is_ours = y.ours
  from y where d.id = y.delivery_id`;

/**
 * Records ended attempts in one statement. Attempts are always logged and counted in their webhook's days. A success always counts; a failure moves its
 * delivery only while the lease is held and nobody else has recorded an attempt of it, so that a holder that lost its
 * lane can't undo what the next one did. What was held or canceled meanwhile stays so, unless it was delivered.
 */
export async function recordOutcomes(
  webhookId: string,
  token: string,
  ended: readonly EndedAttempt[],
  runId: string | null,
): Promise<void> {
  const rows = ended
    .map((each) => ({ ...toRow(each), run: runId }))
    .toSorted((a, b) => (a.id.length - b.id.length || a.id < b.id ? -1 : 1));
  const days = countDays(ended.map(({ outcome }) => outcome));
  await sql(RECORD, [webhookId, token, JSON.stringify(rows), JSON.stringify(days)]);
}

function toRow({ delivery, url, outcome, next, failedEpisode }: EndedAttempt) {
  const isWaiting = next.status === "waiting";
  return {
    id: delivery.id,
    n: delivery.attempts + 1,
    url,
    at: outcome.startedAt,
    ms: Math.round(outcome.durationMs),
    fb: outcome.firstByteMs === null ? null : Math.round(outcome.firstByteMs),
    sc: outcome.statusCode,
    ec: outcome.error?.code ?? null,
    er: outcome.error?.sentence ?? null,
    ad: outcome.error?.advice ?? null,
    ours: outcome.kind === "failed" && outcome.fault === "ours",
    ip: outcome.remoteAddress,
    rq: outcome.requestHeaders,
    rs: outcome.responseHeaders,
    rb: outcome.responseBody,
    s: next.status,
    pr: isWaiting ? next.prio : null,
    due: isWaiting ? next.dueInMs : 0,
    un: isWaiting && next.isUncounted ? 1 : 0,
    ep: failedEpisode,
    reason: next.status === "failed" ? next.reason : null,
  };
}
