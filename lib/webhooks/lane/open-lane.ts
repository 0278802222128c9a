import { randomUUID } from "node:crypto";
import { sql } from "@/lib/db/sql";
import type { LaneHealth } from "@/lib/webhooks/lane/count-health";

export type OpenedLane = {
  projectId: string;
  url: string;
  configVersion: number;
  /** Fences everything this holder writes; the token of the wake is used up. */
  token: string;
  /** One delivery at a time, each marked before it is sent: the last holder died. */
  isCareful: boolean;
  /** False while it rests, since it keeps failing or has asked for it: only what a person asked for is sent. */
  mayProbe: boolean;
  window: number;
  health: LaneHealth;
};

type Row = {
  project_id: string;
  url: string;
  config_version: number;
  careful: boolean;
  may_probe: boolean;
  win: number;
  streak: number;
  episode: number;
  first_failure_at: Date | null;
  last_failure_at: Date | null;
  last_failure: string | null;
  last_success_at: Date | null;
  failed_attempts: number;
  failed_events: number;
  noticed_hours: number;
};

/** Opens a claimed lane once. Null for a wake that came twice or too late. */
export async function openLane(
  webhookId: string,
  wakeToken: string,
  leaseMs: number,
): Promise<OpenedLane | null> {
  const token = randomUUID();
  const [row] = await sql<Row>(
    `update lane
     set opened = true, token = $3, ready_at = now() + $4 * interval '1 millisecond'
     from webhook w
     where webhook_id = $1 and token = $2 and not opened and w.id = webhook_id
     returning w.project_id, w.url, w.config_version, careful, coalesce(probe_at <= now(), true) as may_probe, win, streak, episode, first_failure_at, last_failure_at, last_failure, last_success_at,
               failed_attempts, failed_events, noticed_hours`,
    [webhookId, wakeToken, token, leaseMs],
  );
  if (!row) return null;
  return {
    projectId: row.project_id,
    url: row.url,
    configVersion: row.config_version,
    token,
    isCareful: row.careful,
    mayProbe: row.may_probe,
    window: row.win,
    health: {
      streak: row.streak,
      episode: row.episode,
      firstFailureAt: row.first_failure_at,
      lastFailureAt: row.last_failure_at,
      lastFailure: row.last_failure,
      lastSuccessAt: row.last_success_at,
      failedAttempts: row.failed_attempts,
      failedEvents: row.failed_events,
      noticedHours: row.noticed_hours,
    },
  };
}

/** Prolongs the lease. False when it was lost. */
export async function renewLease(webhookId: string, token: string, leaseMs: number): Promise<boolean> {
  const rows = await sql(
    `update lane set ready_at = now() + $3 * interval '1 millisecond'
     where webhook_id = $1 and token = $2 returning webhook_id`,
    [webhookId, token, leaseMs],
  );
  return rows.length > 0;
}

/** Writes the counters, unless the lease was lost or a person has cleared them since. */
export async function saveHealth(webhookId: string, token: string, health: LaneHealth): Promise<void> {
  await sql(
    `update lane
     set streak = $3, episode = $4, first_failure_at = $5, last_failure_at = $6, last_failure = $7,
         last_success_at = $8, failed_attempts = $9, failed_events = $10,
         noticed_hours = case when episode = $4 then noticed_hours else 0 end
     where webhook_id = $1 and token = $2 and episode <= $4`,
    [
      webhookId,
      token,
      health.streak,
      health.episode,
      health.firstFailureAt,
      health.lastFailureAt,
      health.lastFailure,
      health.lastSuccessAt,
      health.failedAttempts,
      health.failedEvents,
    ],
  );
}
