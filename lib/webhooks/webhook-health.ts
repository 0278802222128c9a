/** What the lane has counted since the webhook last succeeded, was edited or was turned on. Faults of ours aren't counted. */
export type HealthCounters = {
  /** Null while healthy. */
  firstFailureAt: Date | null;
  lastFailureAt: Date | null;
  /** Null when it never succeeded since it was turned on. */
  lastSuccessAt: Date | null;
  failedAttempts: number;
  /** Distinct events among the failed attempts. */
  failedEvents: number;
  /** The highest threshold already noticed in this failing time, in hours; 0 = none. */
  noticedHours: number;
};

/** `WEBHOOK_DISABLE_*` and `WEBHOOK_NOTICE_AFTER_HOURS`; decimals allowed. */
export type HealthThresholds = {
  disableAfterHours: number;
  disableAfterHoursNeverSucceeded: number;
  minAttempts: number;
  minEvents: number;
  minSpanHours: number;
  noticeAfterHours: readonly number[];
};

export type HealthDecision = { kind: "keep" } | { kind: "notice"; hours: number } | { kind: "turn_off" };

const HOUR_MS = 3_600_000;

/**
 * What to do about a webhook at `now`. Turned off when all hold: the first failure is long enough ago and nothing has
 * succeeded since, enough attempts of enough events have failed, and first and last failure are far enough apart.
 * Otherwise the lowest notice that is due and not yet sent: one step at a time, so each is sent exactly once.
 */
export function decideHealth(
  counters: HealthCounters,
  thresholds: HealthThresholds,
  now: Date,
): HealthDecision {
  const { firstFailureAt, lastFailureAt } = counters;
  if (!firstFailureAt || !lastFailureAt) return { kind: "keep" };
  const failingMs = now.getTime() - firstFailureAt.getTime();
  const isDue =
    failingMs >= disableAfterMs(counters, thresholds) &&
    counters.failedAttempts >= thresholds.minAttempts &&
    counters.failedEvents >= thresholds.minEvents &&
    lastFailureAt.getTime() - firstFailureAt.getTime() >= thresholds.minSpanHours * HOUR_MS;
  if (isDue) return { kind: "turn_off" };
  const hours = thresholds.noticeAfterHours
    .toSorted((a, b) => a - b)
    .find((threshold) => threshold > counters.noticedHours && failingMs >= threshold * HOUR_MS);
  return hours === undefined ? { kind: "keep" } : { kind: "notice", hours };
}

/** The earliest moment at which a failing webhook is turned off if nothing succeeds; null while it is healthy. */
export function turnOffNotBefore(counters: HealthCounters, thresholds: HealthThresholds): Date | null {
  if (!counters.firstFailureAt) return null;
  const waitMs = Math.max(disableAfterMs(counters, thresholds), thresholds.minSpanHours * HOUR_MS);
  return new Date(counters.firstFailureAt.getTime() + waitMs);
}

function disableAfterMs(counters: HealthCounters, thresholds: HealthThresholds): number {
  const hours = counters.lastSuccessAt
    ? thresholds.disableAfterHours
    : thresholds.disableAfterHoursNeverSucceeded;
  return hours * HOUR_MS;
}
